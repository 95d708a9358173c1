/** Reads the options of insert-template, each checked with words that name it and say what to do. */
import { financialYear, financialYearOf, isoDate, type IsoDate } from "../domain/period";
import { structureNamed } from "../domain/structures";
import { nameKey } from "../domain/taxonomy";
import type { Setup } from "../blueprint/setup";
import { ActionProblem } from "./action";
import { defaultRoleGroups, verdictOnCode, verdictOnRoleGroups } from "./set-up";

export const templateOptions = {
  structure: "2009 or today: the NHS structure whose organisations and codes are used (today unless said)",
  organisationCode: "code of the organisation, checked against the shapes of its structure",
  organisationName: "name of the organisation, as it should read on every page",
  period: "financial year such as 2009/10 (that of the as-at date unless said)",
  asAt: "as-at date as yyyy-mm-dd (today unless said)",
  roleGroups: "list of names of role groups (the usual twelve unless said)",
  demandUnit: "headcount or wte: how demand is counted (headcount unless said)",
  module: "core: the only module so far",
} as const;

const LONGEST_NAME = 120;

/** What goes wrong with options always reads the same way. */
export const optionProblem = (option: string, says: string): ActionProblem => new ActionProblem("bad-option", `${option}: ${says} Nothing was changed.`);

/** The options as an object; none at all is an empty one. @throws ActionProblem naming the first option that is not known */
export function optionsIn(options: unknown, known: Readonly<Record<string, string>>): ReadonlyMap<string, unknown> {
  if (options === undefined || options === null) return new Map();
  if (typeof options !== "object" || Array.isArray(options)) throw optionProblem("options", "Give an object with named options.");
  const entries = Object.entries(options);
  const stranger = entries.find(([name]) => !(name in known));
  if (stranger !== undefined) throw optionProblem(stranger[0], `There is no such option. Use ${Object.keys(known).join(", ")}.`);
  return new Map(entries.filter(([, value]) => value !== undefined && value !== null));
}

/** @throws ActionProblem when the option is not text */
export function textIn(options: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  if (typeof value !== "string") throw optionProblem(name, "Give text in quotes.");
  return value.trim();
}

/** @throws ActionProblem when the option is neither true nor false */
export function flagIn(options: ReadonlyMap<string, unknown>, name: string): boolean {
  const value = options.get(name) ?? false;
  if (typeof value !== "boolean") throw optionProblem(name, "Give true or false.");
  return value;
}

export interface TemplateRequest {
  /** What was decided now. */
  readonly given: Partial<Setup>;
  /** For what was not decided, where the workbook does not say it either. */
  readonly otherwise: Setup;
}

/** @param today - for the defaults @throws ActionProblem naming the option that cannot stand and what to do */
export function templateRequest(raw: unknown, today: IsoDate): TemplateRequest {
  const options = optionsIn(raw, templateOptions);
  const structure = structureIn(options);
  const asAt = asAtIn(options);
  const period = periodIn(options);
  const organisationCode = codeIn(options, structure ?? "today");
  const organisationName = textIn(options, "organisationName");
  if ((organisationName ?? "").length > LONGEST_NAME) throw optionProblem("organisationName", `Shorten it to ${LONGEST_NAME} characters.`);
  const roleGroups = roleGroupsIn(options);
  const demandUnit = unitIn(options);
  const module = textIn(options, "module") ?? "core";
  if (module !== "core") throw new ActionProblem("not-available", `module: ${module} is not built yet. Use core. Nothing was changed.`);
  return {
    given: {
      ...(structure === undefined ? {} : { structure }), ...(asAt === undefined ? {} : { asAt }), ...(period === undefined ? {} : { period }),
      ...(organisationCode === undefined ? {} : { organisationCode }), ...(organisationName === undefined ? {} : { organisationName }),
      ...(roleGroups === undefined ? {} : { roleGroups }), ...(demandUnit === undefined ? {} : { demandUnit }),
    },
    otherwise: defaultSetup(asAt ?? today),
  };
}

export function defaultSetup(asAt: IsoDate): Setup {
  return { structure: "today", organisationCode: "", organisationName: "", period: financialYearOf(asAt)?.label ?? "", asAt, roleGroups: defaultRoleGroups, demandUnit: "headcount" };
}

function structureIn(options: ReadonlyMap<string, unknown>): Setup["structure"] | undefined {
  const text = textIn(options, "structure");
  if (text === undefined) return undefined;
  const structure = structureNamed(text);
  if (structure === null) throw optionProblem("structure", `"${text}" is not a structure. Use 2009 or today.`);
  return structure.id;
}

function asAtIn(options: ReadonlyMap<string, unknown>): IsoDate | undefined {
  const text = textIn(options, "asAt");
  if (text === undefined) return undefined;
  const date = isoDate(text);
  if (date === null) throw optionProblem("asAt", `"${text}" is not a date. Write it as yyyy-mm-dd, such as 2009-03-31.`);
  return date;
}

function periodIn(options: ReadonlyMap<string, unknown>): string | undefined {
  const text = textIn(options, "period");
  if (text === undefined) return undefined;
  const year = financialYear(text);
  if (year === null) throw optionProblem("period", `"${text}" is not a financial year. Write it as 2009/10.`);
  return year.label;
}

function codeIn(options: ReadonlyMap<string, unknown>, structure: Setup["structure"]): string | undefined {
  const text = textIn(options, "organisationCode")?.toUpperCase();
  if (text === undefined) return undefined;
  const verdict = verdictOnCode(structure, text);
  if (verdict.kind === "wrong") throw optionProblem("organisationCode", `"${text}": ${verdict.says}`);
  return text;
}

function roleGroupsIn(options: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  const list = options.get("roleGroups");
  if (list === undefined) return undefined;
  if (!Array.isArray(list) || list.some((name) => typeof name !== "string")) throw optionProblem("roleGroups", "Give a list of names in quotes.");
  const names = list.map((name) => String(name).trim()).filter((name) => name !== "");
  const verdict = verdictOnRoleGroups(names);
  if (verdict.kind === "wrong") throw optionProblem("roleGroups", verdict.says);
  return names;
}

function unitIn(options: ReadonlyMap<string, unknown>): Setup["demandUnit"] | undefined {
  const text = textIn(options, "demandUnit");
  if (text === undefined) return undefined;
  const unit = nameKey(text);
  if (unit !== "headcount" && unit !== "wte") throw optionProblem("demandUnit", `"${text}" is not a way to count. Use headcount or wte.`);
  return unit;
}
