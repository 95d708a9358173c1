/** What set-up asks, answered in advance as far as can be, and what each answer says back while it is being typed. Touches no workbook. */
import { financialYear, financialYearOf, fallsIn, isoDate, longDate } from "../domain/period";
import { readCode, structureNamed, structures, type Structure, type StructureId } from "../domain/structures";
import { nameKey, roleGroups } from "../domain/taxonomy";

/** Also the options of insert-template, by the same names. */
export interface SetUpAnswers {
  readonly structure: StructureId;
  readonly organisationCode: string;
  readonly organisationName: string;
  /** "2009/10" */
  readonly period: string;
  /** "2009-03-31", or what has been typed so far. */
  readonly asAt: string;
  readonly roleGroups: readonly string[];
  readonly demandUnit: "headcount" | "wte";
}

/** What an answer says back: nothing yet, that it fits, that it is worth a look, or that it cannot stand. */
export interface Verdict { readonly kind: "empty" | "fits" | "look" | "wrong"; readonly says: string }

export interface StructureChoice { readonly id: StructureId; readonly name: string; readonly made: string }

const EMPTY: Verdict = { kind: "empty", says: "" };
/** Excel's limit for a cell is far higher; a longer name would not print in its column. */
const LONGEST_ROLE_GROUP = 60;
const MOST_ROLE_GROUPS = 60;

/** The structures on offer, each with the kinds of organisation it is made of: "SHAs, PCTs and trusts" as the catalogue names them. */
export const structureChoices: readonly StructureChoice[] = structures.map(({ id, name, kinds }) => ({ id, name, made: listed(kinds.map((kind) => midSentence(kind.name)), "and") }));

/** The role groups a plan starts from, in board order. */
export const defaultRoleGroups: readonly string[] = roleGroups.map((group) => group.name);

/** Answers that stand without anybody touching them: today's structure, this financial year, today as the as-at date. @param today - "2026-11-23" */
export function answersToStartFrom(today: string): SetUpAnswers {
  const date = isoDate(today);
  if (date === null) throw new RangeError(`Not a date: ${today}`);
  return {
    structure: "today", organisationCode: "", organisationName: "", period: financialYearOf(date)?.label ?? "", asAt: date, roleGroups: defaultRoleGroups, demandUnit: "headcount",
  };
}

/** Whether a code fits its structure, in words that say which shapes would. */
export function verdictOnCode(structureId: StructureId, code: string): Verdict {
  if (code.trim() === "") return EMPTY;
  const reading = readCode(known(structureId), code);
  switch (reading.kind) {
    case "fits": return { kind: "fits", says: reading.region === null ? `Fits: ${reading.organisation.name}.` : `${reading.organisation.name}: ${reading.region.name}.` };
    case "not-in-list": return { kind: "wrong", says: `No ${midSentence(reading.organisation.name)} has this code. They are ${listed(reading.listed.map((region) => `${region.code} ${region.name}`), "and")}.` };
    case "wrong-shape": return { kind: "wrong", says: `Not a code of this structure. ${reading.shapes.map((kind) => `${kind.name}: ${kind.codeInWords}, such as ${kind.example}`).join("; ")}.` };
  }
}

/** The name that goes with a code, where the list has it; otherwise null. */
export function nameForCode(structureId: StructureId, code: string): string | null {
  const reading = readCode(known(structureId), code);
  return reading.kind === "fits" && reading.region !== null ? reading.region.name : null;
}

export function verdictOnPeriod(period: string): Verdict {
  if (period.trim() === "") return EMPTY;
  const year = financialYear(period);
  if (year === null) return { kind: "wrong", says: "Give a financial year, such as 2026/27." };
  return { kind: "fits", says: `${longDate(year.start)} to ${longDate(year.end)}.` };
}

/** An as-at date outside its period is unusual, not wrong: a return may be made up late. */
export function verdictOnAsAt(asAt: string, period: string): Verdict {
  if (asAt.trim() === "") return EMPTY;
  const date = isoDate(asAt);
  if (date === null) return { kind: "wrong", says: "Give a date, such as 31 March 2027." };
  const year = financialYear(period);
  if (year !== null && !fallsIn(year, date)) return { kind: "look", says: `${longDate(date)} is not in ${year.label}.` };
  return { kind: "fits", says: `${longDate(date)}.` };
}

/** The list as it would be inserted is sound when it has at least one name, none twice and none too long to print. */
export function verdictOnRoleGroups(names: readonly string[]): Verdict {
  const given = names.filter((name) => name.trim() !== "");
  if (given.length === 0) return { kind: "wrong", says: "Keep at least one role group." };
  if (given.length > MOST_ROLE_GROUPS) return { kind: "wrong", says: `Keep to ${MOST_ROLE_GROUPS} role groups or fewer; there are ${given.length}.` };
  const long = given.find((name) => name.trim().length > LONGEST_ROLE_GROUP);
  if (long !== undefined) return { kind: "wrong", says: `Shorten "${long.slice(0, 30)}…" to ${LONGEST_ROLE_GROUP} letters or fewer.` };
  const twice = given.find((name, at) => given.findIndex((other) => nameKey(other) === nameKey(name)) < at);
  if (twice !== undefined) return { kind: "wrong", says: `"${twice.trim()}" is there twice.` };
  return { kind: "fits", says: "" };
}

function known(id: StructureId): Structure {
  const structure = structureNamed(id);
  if (structure === null) throw new RangeError(`No structure is called ${id}.`);
  return structure;
}

/** @example midSentence("Care trust") // => "care trust", but "NHS England region" as it is */
function midSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** @example listed(["a", "b", "c"], "and") // => "a, b and c" */
function listed(names: readonly string[], last: "and" | "or"): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${last} ${names[names.length - 1] ?? ""}`;
}
