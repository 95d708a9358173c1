/** Takes a repair back: cells, rules, names, tabs and charts as they stood before, while nothing else has changed the cells. */
import { areaName } from "../../blueprint/place";
import { inExcel } from "../session";
import { asText } from "../write-cells";
import type { CellsBefore, Grid, RuleBefore, RuleState } from "./before";

/** What a repair did, with all that it takes to take it back. */
export interface RepairNote {
  readonly cells: readonly (CellsBefore & { readonly tab: string; readonly after: { readonly formulas: Grid; readonly formats: Grid } })[];
  readonly rules: readonly RuleBefore[];
  /** `before` is null for a name that was made. */
  readonly names: readonly { readonly called: string; readonly before: string | null }[];
  readonly hidden: readonly { readonly sheet: string; readonly was: "Hidden" | "VeryHidden" }[];
  readonly marks: readonly string[];
  readonly charts: readonly { readonly sheet: string; readonly name: string }[];
  /** Which colour rules lay on the cells before and after; null where the repair was not finished. */
  readonly highlights: readonly { readonly sheet: string; readonly area: string; readonly before: readonly string[]; readonly after: readonly string[] | null }[];
}

export type Undone =
  | { readonly kind: "done"; readonly cells: number }
  /** Cells that hold something else by now, or a sheet that is gone: nothing was changed. */
  | { readonly kind: "changed"; readonly places: readonly string[] };

/** Three syncs. */
export function takeBackRepair(note: RepairNote, identityName: string): Promise<Undone> {
  return inExcel("taking the repair back", async (context): Promise<Undone> => {
    const changed = await changedSince(context, note);
    if (changed.length > 0) return { kind: "changed", places: changed };
    await putBack(context, note, identityName);
    return { kind: "done", cells: note.cells.reduce((sum, { area }) => sum + area.rows * area.columns, 0) };
  });
}

/** Places that are not as the repair left them. One sync. */
async function changedSince(context: Excel.RequestContext, note: RepairNote): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  const asked = note.cells.map((cells) => {
    const sheet = worksheets.getItemOrNullObject(cells.sheet);
    return { cells, sheet: sheet.load("name"), range: sheet.getRange(areaName(cells.area)).load("formulas,numberFormat") };
  });
  await context.sync();
  return asked.flatMap(({ cells, sheet, range }) => {
    if (sheet.isNullObject) return [`${cells.tab} (the sheet is gone)`];
    return same(range.formulas as Grid, cells.after.formulas) && same(range.numberFormat as Grid, cells.after.formats) ? [] : [`${sheet.name} ${areaName(cells.area)}`];
  });
}

const same = (one: Grid, other: Grid): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Puts everything back as it stood, whether or not the repair had come so far. Two syncs. */
export async function putBack(context: Excel.RequestContext, note: RepairNote, identityName: string): Promise<void> {
  const { names, worksheets } = context.workbook;
  names.load("items/name");
  const charts = note.charts.map(({ sheet, name }) => worksheets.getItem(sheet).charts.getItemOrNullObject(name).load("name"));
  const marks = note.marks.map((sheet) => worksheets.getItem(sheet).names.getItemOrNullObject(identityName).load("name"));
  const formats = note.highlights.map(({ sheet, area, before, after }) => ({ isOurs: (id: string) => !before.includes(id) && (after === null || after.includes(id)), all: worksheets.getItem(sheet).getRange(area).conditionalFormats.load("items/id") }));
  await context.sync();
  for (const chart of charts) if (!chart.isNullObject) chart.delete();
  for (const mark of marks) if (!mark.isNullObject) mark.delete();
  for (const { isOurs, all } of formats) for (const format of all.items) if (isOurs(format.id)) format.delete();
  for (const { called, before } of note.names) {
    const item = names.items.find(({ name }) => name.toLowerCase() === called.toLowerCase());
    if (item !== undefined && before === null) item.delete();
    else if (item !== undefined && before !== null) item.formula = before;
  }
  for (const { sheet, area, rule } of note.rules) queueRule(worksheets.getItem(sheet).getRange(areaName(area)), rule);
  for (const { sheet, area, formulas, formats: shown } of note.cells) {
    const range = worksheets.getItem(sheet).getRange(areaName(area));
    range.numberFormat = shown as string[][];
    range.formulas = formulas.map((row, down) => row.map((held, along) => asHeld(held, shown[down]?.[along] === "@")));
  }
  for (const { sheet, was } of note.hidden) worksheets.getItem(sheet).visibility = was;
  await context.sync();
}

/** A formula or a figure as it is; words so that they stay words. */
const asHeld = (held: unknown, inTextCell: boolean): unknown => (typeof held === "string" && held !== "" && !held.startsWith("=") ? asText(held, inTextCell) : held);

function queueRule(range: Excel.Range, state: RuleState): void {
  const { dataValidation } = range;
  dataValidation.clear();
  if (state.kind === "none") return;
  dataValidation.rule = state.rule;
  dataValidation.ignoreBlanks = state.ignoreBlanks;
  dataValidation.errorAlert = state.alert;
  dataValidation.prompt = state.prompt;
}
