/** Takes barriers away, all of them in one request, so that Excel's own undo takes them back as one step. No figure changes. */
import { areaName } from "../blueprint/place";
import type { Mending } from "../validation/accessibility/barrier";

const SMALLEST_LETTERS = 10;

/** One sync; one more where links get words. @param mendings - in the order in which they are to be done */
export async function mend(context: Excel.RequestContext, mendings: readonly Mending[]): Promise<void> {
  if (mendings.length === 0) return;
  const links = new Map(mendings.flatMap((mending) => (mending.kind === "link-words" ? [[mending, context.workbook.worksheets.getItem(mending.tab).getRange(mending.cell).load("hyperlink,text")] as const] : [])));
  if (links.size > 0) await context.sync();
  for (const mending of mendings) queue(context, mending, links);
  await context.sync();
}

function queue(context: Excel.RequestContext, mending: Mending, links: ReadonlyMap<Mending, Excel.Range>): void {
  const { workbook } = context;
  if (mending.kind === "document-title") {
    workbook.properties.title = mending.words;
    return;
  }
  const sheet = workbook.worksheets.getItem(mending.tab);
  switch (mending.kind) {
    case "open-at-first-cell": sheet.activate(); sheet.getRange("A1").select(); return;
    case "unfreeze": sheet.freezePanes.unfreeze(); return;
    case "no-filters":
      for (const table of mending.tables) sheet.tables.getItem(table).showFilterButton = false;
      if (mending.ofSheet) sheet.autoFilter.remove();
      return;
    case "unmerge": for (const area of mending.areas) sheet.getRange(areaName(area)).unmerge(); return;
    case "widen": for (const ranges of rangesOf(sheet, mending.areas.map(areaName))) ranges.format.autofitColumns(); return;
    case "name-table": sheet.tables.getItem(mending.table).name = mending.name; return;
    case "mark-up": queueMarkUp(sheet, mending); return;
    case "wrap": case "larger": case "colour": queueLook(sheet, mending); return;
    case "sheet-title": queueText(sheet.getRange("A1"), mending.words); return;
    case "link-words": queueLinkWords(sheet, mending, links.get(mending)); return;
  }
}

/** Plain, so that the cells keep the looks that they have. */
function queueMarkUp(sheet: Excel.Worksheet, { area, name }: Extract<Mending, { readonly kind: "mark-up" }>): void {
  const table = sheet.tables.add(areaName(area), true);
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  table.showFilterButton = false;
}

function queueLook(sheet: Excel.Worksheet, mending: Extract<Mending, { readonly kind: "wrap" | "larger" | "colour" }>): void {
  for (const { format } of rangesOf(sheet, mending.areas.map(areaName))) {
    if (mending.kind === "colour") format.font.color = mending.colour;
    else if (mending.kind === "wrap") format.wrapText = true;
    else format.font.size = SMALLEST_LETTERS;
  }
  if (mending.kind === "colour") return;
  for (const rows of rangesOf(sheet, mending.areas.map(({ top, rows: count }) => `${top + 1}:${top + count}`))) rows.format.autofitRows();
}

/** Characters of one list of places; Excel takes a few thousand. */
const LONGEST_LIST = 2_000;

/** Places put together, so that thousands of them make a request of a few actions. */
function rangesOf(sheet: Excel.Worksheet, places: readonly string[]): readonly Excel.RangeAreas[] {
  const lists: string[] = [];
  for (const place of new Set(places)) {
    const last = lists[lists.length - 1];
    if (last === undefined || last.length + place.length >= LONGEST_LIST) lists.push(place);
    else lists[lists.length - 1] = `${last},${place}`;
  }
  return lists.map((list) => sheet.getRanges(list));
}

/** A title that begins like a formula or a number is kept as it was typed. */
function queueText(range: Excel.Range, words: string): void {
  range.values = [[/^[\s=+\-@'\d]/.test(words) ? `'${words}` : words]];
}

function queueLinkWords(sheet: Excel.Worksheet, { cell, words }: Extract<Mending, { readonly kind: "link-words" }>, before: Excel.Range | undefined): void {
  const shown = String(before?.text[0]?.[0] ?? "").trim();
  const there = before?.hyperlink;
  const target = there?.address === undefined && there?.documentReference === undefined ? { address: /^www\./i.test(shown) ? `https://${shown}` : shown } : there;
  sheet.getRange(cell).hyperlink = { ...target, textToDisplay: words };
}
