/** Reads the options of consolidate, each checked with words that name it and say what to do. */
import { financialYear, isoDate, type IsoDate } from "../../domain/period";
import { structureNamed, type StructureId } from "../../domain/structures";
import type { Expected } from "../../returns/collect/collection";
import { filesIn, type GivenFile } from "../reading/given-file";
import { flagIn, optionProblem, optionsIn, textIn } from "../template-options";
import type { RegionGiven } from "./collecting-for";

export const consolidateOptions = {
  files: 'the returns: {"folder": "path"} in a job, or a list of {"name", "base64"}; a file that was not read is {"name", "size", "why"}',
  expected: 'organisations to be added to the register: a list of {"code", "name", "from", "until", "contact", "email"}; the code is enough',
  region: "code of the region that collects (that of the register, the Cover or the returns unless said)",
  structure: "2009 or today (that of the register, the Cover or most returns unless said)",
  period: "financial year such as 2009/10 (likewise)",
  asAt: "as-at date as yyyy-mm-dd (likewise)",
  due: "last day on which a return is in time, as yyyy-mm-dd",
  draftsToo: "true to count drafts that nobody signed (false unless said)",
  passphrase: "for files that are encrypted with one",
  confirm: "true to collect for another period than the register's",
} as const;

export interface ConsolidateRequest { readonly files: readonly GivenFile[]; readonly given: RegionGiven; readonly passphrase: string | undefined; readonly confirm: boolean }

/** @throws ActionProblem naming the option that cannot stand and what to do */
export function consolidateRequest(raw: unknown): ConsolidateRequest {
  const options = optionsIn(raw, consolidateOptions);
  const [structure, period, asAt, due, regionCode] = [structureIn(options), periodIn(options), dayIn(options, "asAt"), dayIn(options, "due"), textIn(options, "region")?.toUpperCase()];
  return {
    files: filesIn("files", options.get("files")), passphrase: textIn(options, "passphrase"), confirm: flagIn(options, "confirm"),
    given: {
      draftsToo: flagIn(options, "draftsToo"), expected: expectedIn(options.get("expected")),
      ...(structure === undefined ? {} : { structure }), ...(period === undefined ? {} : { period }), ...(asAt === undefined ? {} : { asAt }), ...(due === undefined ? {} : { due }), ...(regionCode === undefined ? {} : { regionCode }),
    },
  };
}

function structureIn(options: ReadonlyMap<string, unknown>): StructureId | undefined {
  const text = textIn(options, "structure");
  const structure = text === undefined ? undefined : structureNamed(text);
  if (structure === null) throw optionProblem("structure", `"${text ?? ""}" is not a structure. Use 2009 or today.`);
  return structure?.id;
}

function periodIn(options: ReadonlyMap<string, unknown>): string | undefined {
  const text = textIn(options, "period");
  const year = text === undefined ? undefined : financialYear(text);
  if (year === null) throw optionProblem("period", `"${text ?? ""}" is not a financial year. Write it as 2009/10.`);
  return year?.label;
}

function dayIn(options: ReadonlyMap<string, unknown>, name: string): IsoDate | undefined {
  const text = textIn(options, name);
  const date = text === undefined ? undefined : isoDate(text);
  if (date === null) throw optionProblem(name, `"${text ?? ""}" is not a date. Write it as yyyy-mm-dd, such as 2009-03-31.`);
  return date;
}

function expectedIn(given: unknown): readonly Expected[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw optionProblem("expected", 'Give a list such as [{"code": "RBS", "name": "..."}].');
  return given.map((each: unknown, index): Expected => {
    const place = `expected, organisation ${index + 1}`;
    if (typeof each !== "object" || each === null) throw optionProblem(place, 'Give {"code": "RBS"}, for one.');
    const fields = new Map(Object.entries(each));
    const code = textIn(fields, "code")?.toUpperCase() ?? "";
    if (code === "") throw optionProblem(place, 'Give its "code".');
    const text = (name: string): string => textIn(fields, name) ?? "";
    return { code, name: text("name"), from: dayIn(fields, "from") ?? null, until: dayIn(fields, "until") ?? null, contact: text("contact"), email: text("email") };
  });
}
