/**
 * Which sheets of the workbook are ours. A sheet that we made carries a hidden name of its own; tabs may have been renamed, moved
 * or copied since, so nothing is ever found by its tab.
 */
import { sheetDefinitions, type SheetDefinition } from "../blueprint/definitions";
import { regionDefinitions, regionTables } from "../blueprint/region/region-sheets";
import type { SheetId } from "../blueprint/types";
import { renamedHeadings, tableDefinitions } from "../validation/drift/made";
import type { Visibility } from "../validation/standing";
import { headTextIn } from "./kept-head";
import { packTextIn } from "./kept-pack";
import { isSpellingOf, type Naming, type Taken } from "./naming";

export const IDENTITY_NAME = "_TalentPlan.Sheet";

export interface FoundSheet {
  readonly id: SheetId;
  readonly tab: string;
  readonly worksheet: Excel.Worksheet;
  readonly protected: boolean;
  readonly visibility: Visibility;
  /** It has its hidden name; otherwise it was known by its tables. */
  readonly marked: boolean;
}

/** What is in the workbook, as far as it concerns us. */
export interface Found {
  /** The template's, in tab order; of two that claim to be the same, the original. */
  readonly sheets: readonly FoundSheet[];
  /** A region's, likewise. They are kept apart, since they may hold thousands of rows and follow from returns, not from what is entered here. */
  readonly region: readonly FoundSheet[];
  /** Sheets that are copies of ours: theirs to keep, and of no account to us. */
  readonly copies: readonly { readonly id: SheetId; readonly tab: string }[];
  /** Every other tab. */
  readonly others: readonly string[];
  readonly taken: Taken;
  /** Of the template's sheets. */
  readonly naming: Naming;
  /** Of the region's sheets. */
  readonly regionNaming: Naming;
  /** No sheet may be added, removed or renamed. */
  readonly structureLocked: boolean;
  /** What the Cover keeps of a rule pack, or a region's register where the Cover keeps none, as it is kept; null where there is none. */
  readonly keptPack: string | null;
  /** What the Cover keeps of the record of the return, likewise. */
  readonly logHead: string | null;
  /** Every name of the workbook and where it leads. */
  readonly names: ReadonlyMap<string, string>;
  /** Headings of our tables that another has taken the place of, by our own spelling of the table and the heading. */
  readonly headings: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Names of ours that lead nowhere since their sheet was deleted. */
  readonly orphans: readonly string[];
}

export const sheetOf = (found: Found, id: SheetId): FoundSheet | undefined => [...found.sheets, ...found.region].find((sheet) => sheet.id === id);

const every: readonly SheetDefinition[] = [...sheetDefinitions, ...regionDefinitions];
const isRegion = (id: SheetId): boolean => regionDefinitions.some((sheet) => sheet.id === id);

/** What the identity of a sheet says. @example identityIn('="gap"') // => "gap" */
export const identityIn = (formula: string): SheetId | null => identityFrom(/^="(.*)"$/.exec(formula.trim())?.[1] ?? "");

/** A word as the identity of a sheet, or null when it is none of ours. */
export const identityFrom = (word: string): SheetId | null => every.find((sheet) => sheet.id === word)?.id ?? null;

export const identityFormula = (id: SheetId): string => `="${id}"`;

/** Finds our sheets, tables and names, and what else is taken. One sync. */
export async function findOurs(context: Excel.RequestContext): Promise<Found> {
  const found = queueFinding(context);
  await context.sync();
  return found();
}

/**
 * Queues what tells our sheets from others, so that other reading can go in the same request.
 * @returns what was found, to be asked for after the sync
 */
export function queueFinding(context: Excel.RequestContext): () => Found {
  const { worksheets, tables, names, protection } = context.workbook;
  protection.load("protected");
  worksheets.load("items/id,items/name,items/position,items/visibility,items/protection/protected,items/names/items/name,items/names/items/formula");
  tables.load("items/name,items/showTotals,items/worksheet/id,items/columns/items/name");
  names.load("items/name,items/formula");
  return () => ({ structureLocked: protection.protected, ...foundIn(worksheets.items, tables.items, names.items) });
}

function foundIn(worksheets: readonly Excel.Worksheet[], tables: readonly Excel.Table[], names: readonly Excel.NamedItem[]): Omit<Found, "structureLocked"> {
  const claims = claimsOf(worksheets, tables);
  const ours = claims.flatMap((claim): readonly FoundSheet[] =>
    claim.id === null || claims.some((other) => goesBefore(other, claim)) ? [] : [{ id: claim.id, tab: claim.worksheet.name, worksheet: claim.worksheet, protected: claim.worksheet.protection.protected, visibility: claim.worksheet.visibility as Visibility, marked: claim.marked }]);
  const [sheets, region] = [ours.filter(({ id }) => !isRegion(id)), ours.filter(({ id }) => isRegion(id))];
  const copies = claims.flatMap(({ worksheet, id }) => (id === null || isRegion(id) || ours.some((each) => each.worksheet === worksheet) ? [] : [{ id, tab: worksheet.name }]));
  const orphans = names.filter((name) => String(name.formula).includes("#REF!") && ourSpellings.some((spelling) => isSpellingOf(spelling, name.name))).map((name) => name.name);
  const [spelt, speltInRegion] = [ourNames(sheets, tables, names), ourNames(region, tables, names)];
  const cover = sheets.find(({ id }) => id === "cover");
  return {
    sheets, region, copies, orphans, headings: headingsIn(spelt, tables), names: new Map(names.map((name) => [name.name, String(name.formula)])), keptPack: packIn(cover) ?? packIn(region.find(({ id }) => id === "returns-register")),
    logHead: cover === undefined ? null : headTextIn(cover.worksheet.names.items),
    others: claims.filter(({ id }) => id === null).map(({ worksheet }) => worksheet.name),
    taken: { tabs: worksheets.map((sheet) => sheet.name), names: [...tables, ...names].map((item) => item.name).filter((name) => !orphans.includes(name)) },
    naming: namingOf(sheets, spelt, names), regionNaming: namingOf(region, speltInRegion, names),
  };
}

const packIn = (sheet: FoundSheet | undefined): string | null => (sheet === undefined ? null : packTextIn(sheet.worksheet.names.items));

const namingOf = (sheets: readonly FoundSheet[], spelt: ReadonlyMap<string, string>, names: readonly Excel.NamedItem[]): Naming =>
  ({ tabs: new Map(sheets.map((sheet) => [sheet.id, sheet.tab])), names: spelt, places: placesOf(spelt, names) });

interface Claim { readonly worksheet: Excel.Worksheet; readonly id: SheetId | null; readonly own: number; readonly marked: boolean }

/** By the hidden name; where every sheet of one kind has lost it (Excel's Document Inspector takes hidden names away), by a table that nobody else would make. */
function claimsOf(worksheets: readonly Excel.Worksheet[], tables: readonly Excel.Table[]): readonly Claim[] {
  const marked = worksheets.map((worksheet): Claim => ({ worksheet, id: claimOf(worksheet), own: ownTables(worksheet, tables), marked: true }));
  return marked.map((claim) => {
    if (claim.id !== null) return claim;
    const id = knownByTables(claim.worksheet, tables);
    return id === null || marked.some((other) => other.id === id) ? claim : { ...claim, id, marked: false };
  });
}

/** All tables of one of our sheets are on it, with our names and nearly all our columns: a heading may have been typed over. */
function knownByTables(worksheet: Excel.Worksheet, tables: readonly Excel.Table[]): SheetId | null {
  const here = tables.filter((table) => table.worksheet.id === worksheet.id);
  const isHere = (ours: string): boolean => here.some((table) => isSpellingOf(ours, table.name) && hasOurColumns(ours, table));
  return every.find((sheet) => sheet.tables.length > 0 && sheet.tables.every(isHere))?.id ?? null;
}

function hasOurColumns(ours: string, table: Excel.Table): boolean {
  const there = new Set(table.columns.items.map(({ name }) => name));
  const columns = (tableDefinitions.get(ours) ?? regionTables.get(ours))?.columns ?? [];
  return columns.filter(({ header }) => there.has(header)).length >= columns.length * NEARLY_ALL && columns.length > 0;
}

const NEARLY_ALL = 0.75;

function headingsIn(spelt: ReadonlyMap<string, string>, tables: readonly Excel.Table[]): Found["headings"] {
  return new Map([...tableDefinitions.keys()].flatMap((ours): readonly (readonly [string, ReadonlyMap<string, string>])[] => {
    const table = tables.find(({ name }) => name === spelt.get(ours));
    const renamed = table === undefined ? new Map<string, string>() : renamedHeadings(ours, table.columns.items.map(({ name }) => name));
    return renamed.size === 0 ? [] : [[ours, renamed]];
  }));
}

/** Of two sheets with one identity the original is the one that has kept our tables' names, whichever comes first. */
function goesBefore(other: Claim, claim: Claim): boolean {
  if (other === claim || other.id !== claim.id) return false;
  return other.own === claim.own ? other.worksheet.position < claim.worksheet.position : other.own > claim.own;
}

/** How many of the sheet's tables have just the name that we give; a copy's get another. */
function ownTables(worksheet: Excel.Worksheet, tables: readonly Excel.Table[]): number {
  const spelt = every.flatMap((sheet) => sheet.tables).map((name) => name.toLowerCase());
  return tables.filter((table) => table.worksheet.id === worksheet.id && spelt.includes(table.name.toLowerCase())).length;
}

const ourSpellings = every.flatMap((sheet) => sheet.names);

function claimOf(worksheet: Excel.Worksheet): SheetId | null {
  const identity = worksheet.names.items.find((name) => name.name === IDENTITY_NAME);
  return identity === undefined ? null : identityIn(String(identity.formula));
}

/** Our tables by the sheet they are on, our names by the sheet they lead to. */
function ourNames(sheets: readonly FoundSheet[], tables: readonly Excel.Table[], names: readonly Excel.NamedItem[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, tab, worksheet } of sheets) {
    const definition = every.find((sheet) => sheet.id === id);
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

const placesOf = (spelt: ReadonlyMap<string, string>, names: readonly Excel.NamedItem[]): ReadonlyMap<string, string> =>
  new Map([...spelt].flatMap(([ours, actual]) => { const item = names.find(({ name }) => name === actual); return item === undefined || String(item.formula).includes("#REF!") ? [] : [[ours, String(item.formula)] as const]; }));

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
