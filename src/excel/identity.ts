/**
 * Which sheets of the workbook are ours. A sheet that we made carries a hidden name of its own; tabs may have been renamed, moved
 * or copied since, so nothing is ever found by its tab.
 */
import { sheetDefinitions } from "../blueprint/definitions";
import type { SheetId } from "../blueprint/types";
import { isSpellingOf, type Naming, type Taken } from "./naming";

export const IDENTITY_NAME = "_TalentPlan.Sheet";

export interface FoundSheet { readonly id: SheetId; readonly tab: string; readonly worksheet: Excel.Worksheet; readonly protected: boolean }

/** What is in the workbook, as far as it concerns us. */
export interface Found {
  /** Ours, in tab order; the first of two that claim to be the same. */
  readonly sheets: readonly FoundSheet[];
  /** Sheets that are copies of ours: theirs to keep, and of no account to us. */
  readonly copies: readonly string[];
  /** Every other tab. */
  readonly others: readonly string[];
  readonly taken: Taken;
  readonly naming: Naming;
  /** Names of ours that lead nowhere since their sheet was deleted. */
  readonly orphans: readonly string[];
}

export const sheetOf = (found: Found, id: SheetId): FoundSheet | undefined => found.sheets.find((sheet) => sheet.id === id);

/** What the identity of a sheet says. @example identityIn('="gap"') // => "gap" */
export function identityIn(formula: string): SheetId | null {
  const said = /^="(.*)"$/.exec(formula.trim())?.[1];
  return sheetDefinitions.find((sheet) => sheet.id === said)?.id ?? null;
}

export const identityFormula = (id: SheetId): string => `="${id}"`;

/** Finds our sheets, tables and names, and what else is taken. Two syncs. */
export async function findOurs(context: Excel.RequestContext): Promise<Found> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/id,items/name");
  tables.load("items/name,items/worksheet/id");
  names.load("items/name,items/formula");
  await context.sync();
  const identities = worksheets.items.map((sheet) => sheet.names.getItemOrNullObject(IDENTITY_NAME).load("formula"));
  for (const sheet of worksheets.items) sheet.protection.load("protected");
  await context.sync();
  const claims = worksheets.items.map((worksheet, index) => ({ worksheet, id: claimOf(identities[index]) }));
  const sheets = claims.flatMap(({ worksheet, id }, index): readonly FoundSheet[] =>
    id === null || claims.findIndex((other) => other.id === id) !== index ? [] : [{ id, tab: worksheet.name, worksheet, protected: worksheet.protection.protected }]);
  const copies = claims.filter(({ worksheet, id }) => id !== null && !sheets.some((ours) => ours.worksheet === worksheet)).map(({ worksheet }) => worksheet.name);
  const orphans = names.items.filter((name) => String(name.formula).includes("#REF!") && ourSpellings.some((ours) => isSpellingOf(ours, name.name))).map((name) => name.name);
  return {
    sheets, copies, orphans,
    others: claims.filter(({ id }) => id === null).map(({ worksheet }) => worksheet.name),
    taken: { tabs: worksheets.items.map((sheet) => sheet.name), names: [...tables.items, ...names.items].map((item) => item.name).filter((name) => !orphans.includes(name)) },
    naming: { tabs: new Map(sheets.map((sheet) => [sheet.id, sheet.tab])), names: ourNames(sheets, tables.items, names.items) },
  };
}

const ourSpellings = sheetDefinitions.flatMap((sheet) => sheet.names);

function claimOf(identity: Excel.NamedItem | undefined): SheetId | null {
  return identity === undefined || identity.isNullObject ? null : identityIn(String(identity.formula));
}

/** Our tables by the sheet they are on, our names by the sheet they lead to. */
function ourNames(sheets: readonly FoundSheet[], tables: readonly Excel.Table[], names: readonly Excel.NamedItem[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, tab, worksheet } of sheets) {
    const definition = sheetDefinitions.find((sheet) => sheet.id === id);
    if (definition === undefined) continue;
    pair(definition.tables, tables.filter((table) => table.worksheet.id === worksheet.id).map((table) => table.name), found);
    const leadingHere = names.filter((name) => sheetNamedIn(String(name.formula)) === tab.toLowerCase()).map((name) => name.name);
    for (const ours of definition.names) {
      const actual = leadingHere.find((name) => isSpellingOf(ours, name));
      if (actual !== undefined) found.set(ours, actual);
    }
  }
  return found;
}

/** By spelling; a single table left over on either side is the one that was renamed. */
function pair(ours: readonly string[], actual: readonly string[], found: Map<string, string>): void {
  const unmatched = ours.filter((name) => {
    const match = actual.find((candidate) => isSpellingOf(name, candidate));
    if (match !== undefined) found.set(name, match);
    return match === undefined;
  });
  const left = actual.filter((name) => ![...found.values()].includes(name));
  const [lost, renamed] = [unmatched[0], left[0]];
  if (unmatched.length === 1 && left.length === 1 && lost !== undefined && renamed !== undefined) found.set(lost, renamed);
}

/** The sheet that a name's reference leads to, in lower case. @example sheetNamedIn("='My plan'!$A$1") // => "my plan" */
export function sheetNamedIn(formula: string): string | null {
  const quoted = /^='((?:[^']|'')+)'!/.exec(formula)?.[1];
  const plain = /^=([^'!(]+)!/.exec(formula)?.[1];
  return (quoted?.replace(/''/g, "'") ?? plain)?.toLowerCase() ?? null;
}
