/** Which tabs, tables and names our things have in this workbook. Where the usual one is taken, a number is added. Pure. */
import { ledTo } from "../blueprint/formula";
import { columnLetters } from "../blueprint/place";
import type { SheetBlueprint, SheetId } from "../blueprint/types";

/** What is in the workbook already and cannot be used again. Compared without regard to case, as Excel does. */
export interface Taken {
  readonly tabs: readonly string[];
  /** Tables and names share one list in Excel. */
  readonly names: readonly string[];
}

/** From our own spelling to the workbook's. */
export interface Naming {
  readonly tabs: ReadonlyMap<SheetId, string>;
  /** Tables and names. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the cells with our names stand, by our own spelling: references as Excel writes them. */
  readonly places: ReadonlyMap<string, string>;
}

const TAB_LIMIT = 31;

/** Tabs as Excel compares them; what was typed may have spaces round it. @param typed - by a person or a job */
export const sameTab = (typed: string, tab: string): boolean => typed.trim().toLowerCase() === tab.toLowerCase();

/** @example freeTab("Cover", ["cover"]) // => "Cover (2)" */
export function freeTab(wanted: string, taken: readonly string[]): string {
  return firstFree(wanted, taken, (n) => `${wanted.slice(0, TAB_LIMIT - ` (${n})`.length)} (${n})`);
}

/** @example freeName("tblGap", ["TBLGAP"]) // => "tblGap_2" */
export function freeName(wanted: string, taken: readonly string[]): string {
  return firstFree(wanted, taken, (n) => `${wanted}_${n}`);
}

function firstFree(wanted: string, taken: readonly string[], numbered: (n: number) => string): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  let n = 2;
  while (used.has(numbered(n).toLowerCase())) n += 1;
  return numbered(n);
}

/** True for our spelling, with or without a number that was added to it. @example isOurs("tblGap", "tblGap_2") // => true */
export function isSpellingOf(ours: string, actual: string): boolean {
  const lower = actual.toLowerCase();
  const base = ours.toLowerCase();
  return lower === base || (lower.startsWith(`${base}_`) && /^\d+$/.test(lower.slice(base.length + 1)));
}

/** Finds a free tab and free names for sheets that are about to be added, beside those that are there. */
export function nameNewSheets(sheets: readonly SheetBlueprint[], present: Naming, taken: Taken): Naming {
  const tabs = new Map(present.tabs);
  const names = new Map(present.names);
  const places = new Map(present.places);
  for (const sheet of sheets) {
    const tab = freeTab(sheet.tab, [...taken.tabs, ...tabs.values()]);
    tabs.set(sheet.id, tab);
    for (const { name, row, column } of sheet.names) places.set(name, `=${linkTo(tab, `$${columnLetters(column)}$${row + 1}`)}`);
    for (const { name } of [...sheet.tables, ...sheet.names]) names.set(name, freeName(name, [...taken.names, ...names.values()]));
  }
  return { tabs, names, places };
}

/** A formula of the blueprint, led to the tables and names that there are. */
export function follow(formula: string, naming: Naming): string {
  return ledTo(formula, naming.names);
}

/** @throws RangeError when the sheet is not there: a mistake of ours */
export function tabOf(naming: Naming, id: SheetId): string {
  const tab = naming.tabs.get(id);
  if (tab === undefined) throw new RangeError(`There is no sheet ${id} to lead to.`);
  return tab;
}

export const nameOf = (naming: Naming, ours: string): string => naming.names.get(ours) ?? ours;

/** The place of a cell as a link inside the workbook has it. */
export const linkTo = (tab: string, cell: string): string => `'${tab.replace(/'/g, "''")}'!${cell}`;
