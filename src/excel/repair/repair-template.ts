/** Puts back what is not as the template made it: reads, says or writes, and keeps what stood before so that it can be taken back. */
import { sheetDefinitions } from "../../blueprint/definitions";
import { spellingsIn } from "../../blueprint/formula";
import { areaName } from "../../blueprint/place";
import type { Setup } from "../../blueprint/setup";
import { sheetBlueprint, type Extent } from "../../blueprint/workbook-blueprint";
import { demandTable } from "../../blueprint/sheets/demand-and-supply";
import { profileTable } from "../../blueprint/sheets/profile";
import { distinctNames, groups } from "../../domain/taxonomy";
import { columnTexts, type Book } from "../../validation/book";
import { calledAgain } from "../../validation/drift/called";
import type { Drift } from "../../validation/drift/drift";
import { isOtherVersion } from "../../validation/drift/find-drift";
import { setupOf } from "../../validation/drift/made";
import { repairable } from "../../validation/drift/repairable";
import { IDENTITY_NAME, type Found } from "../identity";
import { nameNewSheets, nameOf, tabOf, type Naming } from "../naming";
import { ExcelProblem, isOnlyUnseen } from "../problem";
import { assertFree } from "../protection";
import { readBook } from "../read-book";
import { inExcel } from "../session";
import { takenBack, type Adding } from "../take-back";
import { queueNewSheets } from "../write-sheet";
import { queueBefore, sheetFor, type Before, type Grid } from "./before";
import { queueRepair } from "./queue-repair";
import { putBack, type RepairNote } from "./take-back-repair";

export type Repaired =
  | { readonly kind: "missing" }
  /** The sheets were made by another version of the template. */
  | { readonly kind: "other-version" }
  | { readonly kind: "sound" }
  /** Nothing was changed: this is what would be. */
  | { readonly kind: "asked"; readonly drift: readonly Drift[]; readonly book: Book }
  /** `note` takes it back; null where sheets were put back, which only a person can take out again. */
  | { readonly kind: "done"; readonly drift: readonly Drift[]; readonly book: Book; readonly note: RepairNote | null };

const DOING = "repairing the template";

/** Excel refused half way, and what had been done was put back; or Excel would not put it back either. */
export class RepairRefused extends Error {
  constructor(readonly refusal: ExcelProblem, readonly putBack: boolean) {
    super(refusal.message, { cause: refusal });
    this.name = "RepairRefused";
  }
}

/**
 * Three syncs; four where a sheet, table or name of ours is called otherwise than it was made.
 * @param otherwise - set-up where there is no Cover to say it
 * @throws TakenBack where Excel refuses and sheets were being put back; RepairRefused where it refuses otherwise
 */
export async function repairTemplate(confirmed: boolean, otherwise: Setup): Promise<Repaired> {
  const begun: { adding?: Adding; note?: RepairNote } = {};
  try {
    return await inExcel(DOING, (context) => repairing(context, confirmed, otherwise, begun));
  } catch (error) {
    if (!(error instanceof ExcelProblem) || begun.note === undefined) throw error;
    if (isOnlyUnseen(error)) throw error;
    if (begun.adding !== undefined && begun.adding.tabs.length > 0) throw await takenBack(error, begun.adding);
    throw new RepairRefused(error, await wasPutBack(begun.note));
  }
}

async function repairing(context: Excel.RequestContext, confirmed: boolean, otherwise: Setup, begun: { adding?: Adding; note?: RepairNote }): Promise<Repaired> {
  const { found, book } = await readBook(context);
  if (book.sheets.length === 0) return { kind: "missing" };
  if (isOtherVersion(book)) return { kind: "other-version" };
  const drift = repairable(book);
  if (drift.length === 0) return { kind: "sound" };
  if (!confirmed) return { kind: "asked", drift, book };
  const gone = drift.filter(({ kind }) => kind === "sheet").map(({ sheet }) => sheet);
  const standing = drift.filter(({ kind }) => kind !== "sheet");
  assertFree(found, { structure: gone.length > 0 || standing.some(({ kind }) => kind === "visibility"), sheets: [...new Set(standing.map(({ sheet }) => sheet))] }, DOING);
  const before = queueBefore(found, standing);
  const highlights = standing.flatMap((each) => (each.kind === "highlight" ? [{ each, formats: formatsOn(found, each).load("items/id") }] : []));
  await context.sync();
  const stood = before();
  const able = standing.filter((each) => !needsTable(each, stood.tables.filter(({ rows }) => rows === null).map((table) => table.drift)));
  const note = noteOf(found, able, stood, highlights.map(({ each, formats }) => ({ each, ids: formats.items.map(({ id }) => id) })));
  const naming = namingFor(found, book, gone, otherwise);
  begun.adding = { tabs: gone.map((id) => tabOf(naming, id)), names: addedNames(gone, naming), touched: standing.length > 0 };
  begun.note = note;
  queueAll(context, { found, book, drift: able, gone, naming, stood, otherwise });
  const after = queueAfter(found, note, highlights.map(({ each }) => each));
  await context.sync();
  return { kind: "done", drift: [...drift.filter(({ kind }) => kind === "sheet"), ...able], book, note: gone.length > 0 || stood.tables.length > 0 ? null : after() };
}

/** Cells that cannot be a table again, since their headings were changed too, and what would point at that table. */
const needsTable = (drift: Drift, lost: readonly Drift[]): boolean =>
  lost.includes(drift) || (drift.kind === "formula" && lost.some((table) => table.kind === "table" && spellingsIn(drift.formula).includes(table.definition.name)));

interface Repairing { readonly found: Found; readonly book: Book; readonly drift: readonly Drift[]; readonly gone: readonly Drift["sheet"][]; readonly naming: Naming; readonly stood: Before; readonly otherwise: Setup }

function queueAll(context: Excel.RequestContext, { found, book, drift, gone, naming, stood, otherwise }: Repairing): void {
  const setup = setupFor(book, otherwise);
  context.workbook.application.suspendApiCalculationUntilNextSync();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  const lost = gone.flatMap((id) => sheetDefinitions.find((sheet) => sheet.id === id)?.names ?? []);
  for (const name of found.orphans) if (lost.some((ours) => name.toLowerCase().startsWith(ours.toLowerCase()))) context.workbook.names.getItem(name).delete();
  queueNewSheets(context, { sheets: gone.map((id) => sheetBlueprint(id, setup, extentOf(book, setup))) }, naming, { organisation: setup.organisationName, period: setup.period });
  queueRepair(context, found, drift, stood.tables, naming);
}

/** As the Cover has it, or as usual where there is none. */
const setupFor = (book: Book, otherwise: Setup): Setup => (book.sheets.some(({ id }) => id === "cover") ? setupOf(book) : { ...otherwise, roleGroups: setupOf(book).roleGroups });

function extentOf(book: Book, { roleGroups }: Setup): Extent {
  const groupNames = distinctNames(columnTexts(book, profileTable.name, "Group"));
  return { roleGroups: book.tables.get(demandTable.name)?.rows.length ?? roleGroups.length, groupNames: groupNames.length > 0 ? groupNames : groups.map(({ name }) => name) };
}

/** Sheets, tables and names that come back are called as they were where that is free. */
function namingFor(found: Found, book: Book, gone: readonly Drift["sheet"][], otherwise: Setup): Naming {
  const called = book.standing === undefined ? found.naming.names : calledAgain(book, book.standing);
  const setup = setupFor(book, otherwise);
  return nameNewSheets(gone.map((id) => sheetBlueprint(id, setup)), { ...found.naming, names: called }, found.taken);
}

const addedNames = (gone: readonly Drift["sheet"][], naming: Naming): readonly string[] =>
  gone.flatMap((id) => (sheetDefinitions.find((sheet) => sheet.id === id)?.names ?? []).map((ours) => nameOf(naming, ours)));

const formatsOn = (found: Found, drift: Extract<Drift, { readonly kind: "highlight" }>): Excel.ConditionalFormatCollection =>
  sheetFor(found, drift).worksheet.getRange(areaName(drift.area)).conditionalFormats;

function noteOf(found: Found, drift: readonly Drift[], { cells, rules }: Before, highlights: readonly { readonly each: Extract<Drift, { readonly kind: "highlight" }>; readonly ids: readonly string[] }[]): RepairNote {
  const idOf = (each: Drift): string => sheetFor(found, each).worksheet.id;
  const tabs = new Map(found.sheets.map(({ worksheet, tab }) => [worksheet.id, tab]));
  return {
    cells: cells.map((each) => ({ ...each, tab: tabs.get(each.sheet) ?? "", after: { formulas: each.formulas, formats: each.formats } })), rules,
    names: drift.flatMap((each) => (each.kind === "name" ? [{ called: each.called, before: [...found.names].find(([name]) => name.toLowerCase() === each.called.toLowerCase())?.[1] ?? null }] : [])),
    hidden: drift.flatMap((each) => (each.kind === "visibility" ? [{ sheet: idOf(each), was: each.was }] : [])),
    marks: drift.filter(({ kind }) => kind === "mark").map(idOf),
    charts: drift.flatMap((each) => (each.kind === "chart" && !each.emptied ? [{ sheet: idOf(each), name: each.chart.name }] : [])),
    highlights: highlights.map(({ each, ids }) => ({ sheet: idOf(each), area: areaName(each.area), before: ids, after: null })),
  };
}

/** What stands once all is written, in the same request. */
function queueAfter(found: Found, note: RepairNote, highlights: readonly Extract<Drift, { readonly kind: "highlight" }>[]): () => RepairNote {
  const sheetById = (id: string): Excel.Worksheet | undefined => found.sheets.find(({ worksheet }) => worksheet.id === id)?.worksheet;
  const cells = note.cells.map((each) => ({ each, range: sheetById(each.sheet)?.getRange(areaName(each.area)).load("formulas,numberFormat") }));
  const formats = highlights.map((each) => formatsOn(found, each).load("items/id"));
  return () => ({
    ...note,
    cells: cells.map(({ each, range }) => (range === undefined ? each : { ...each, after: { formulas: range.formulas as Grid, formats: range.numberFormat as Grid } })),
    highlights: note.highlights.map((each, index) => ({ ...each, after: formats[index]?.items.map(({ id }) => id) ?? null })),
  });
}

/** After a refusal. @returns whether all of it stands as before */
async function wasPutBack(note: RepairNote): Promise<boolean> {
  try {
    await inExcel("putting back what was being repaired", (context) => putBack(context, note, IDENTITY_NAME));
    return true;
  } catch (error) {
    if (!(error instanceof ExcelProblem)) throw error;
    return false;
  }
}
