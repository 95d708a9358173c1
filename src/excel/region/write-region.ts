/** What it takes to bring a region's table to the rows that it is to have, in pieces that can be shared out among requests. Nothing here syncs. */
import { areaName } from "../../blueprint/place";
import { regionDefinitions, regionSheet } from "../../blueprint/region/region-sheets";
import type { TableBlueprint } from "../../blueprint/types";
import type { Naming } from "../naming";
import { asSent } from "../write-cells";
import { isTextCell, queueFormulas, queueNumberFormats, queueTableLook } from "../write-table";
import type { TableChange } from "./change-region";
import type { RegionTable } from "./read-region";

/** A piece of work for a request, and about how many bytes it takes. */
export interface Writing { readonly bytes: number; readonly queue: () => void }

const ROWS_A_GROWTH = 5000;
const BYTES_A_PIECE = 250_000;
const FORMAT_BYTES = 500;
const LOOK_BYTES = 45_000;
/** Of what goes round each piece. */
const ENVELOPE = 600;
const ROW_HEIGHT = 18;

/** Rows first, then what they hold, then formulas and looks over all of them. */
export function writingsFor(context: Excel.RequestContext, { table, rows, standing }: TableChange & { readonly standing: RegionTable }, naming: Naming): readonly Writing[] {
  const blueprint = blueprintOf(table, standing, Math.max(1, rows.length));
  const sheet = (): Excel.Worksheet => context.workbook.worksheets.getItem(standing.tab);
  const formats: Writing = { bytes: ENVELOPE + blueprint.columns.length * FORMAT_BYTES, queue: () => queueNumberFormats(sheet(), blueprint) };
  return [...rowCountWritings(context, standing, blueprint), formats, ...pieces(rows, blueprint, naming).map((piece): Writing => ({
    bytes: piece.bytes,
    queue: () => { sheet().getRange(areaName({ top: blueprint.top + 1 + piece.first, left: blueprint.left + piece.from, rows: piece.values.length, columns: piece.values[0]?.length ?? 0 })).formulas = piece.values; },
  })), { bytes: LOOK_BYTES, queue: () => queueLook(sheet(), blueprint, naming) }];
}

/** Our table where it stands, with as many rows as it is to have. */
function blueprintOf(ours: string, { top, left }: RegionTable, rows: number): TableBlueprint {
  const definition = regionDefinitions.find(({ tables }) => tables.includes(ours));
  const blueprint = definition === undefined ? undefined : regionSheet(definition.id).tables[0];
  if (blueprint === undefined) throw new RangeError(`No sheet of a region has a table ${ours}.`);
  return { ...blueprint, top, left, rows: Array.from({ length: rows }, () => []) };
}

function rowCountWritings(context: Excel.RequestContext, { name, tab, headers, rowCount }: RegionTable, { top, left, rows }: TableBlueprint): readonly Writing[] {
  const surplus = rowCount - rows.length;
  if (surplus > 0) return [{ bytes: ENVELOPE, queue: () => { context.workbook.worksheets.getItem(tab).getRange(areaName({ top: top + 1 + rows.length, left, rows: surplus, columns: headers.length })).delete("Up"); } }];
  const blanks = headers.map(() => "");
  return Array.from({ length: Math.ceil(-surplus / ROWS_A_GROWTH) }, (_, index): Writing => {
    const more = Math.min(ROWS_A_GROWTH, -surplus - index * ROWS_A_GROWTH);
    return { bytes: ENVELOPE + more * (headers.length * 3 + 2), queue: () => { context.workbook.tables.getItem(name).rows.add(undefined, Array.from({ length: more }, () => blanks)); } };
  });
}

interface Piece { readonly first: number; readonly from: number; readonly values: (string | number)[][]; readonly bytes: number }

/** Rows under each other that are written from the same column on, cut where they grow too long. Columns that are worked out come last or are left out. */
function pieces(rows: TableChange["rows"], { columns }: TableBlueprint, naming: Naming): readonly Piece[] {
  return writtenRuns(columns).flatMap(({ start, end }) => {
    const made: { first: number; from: number; values: (string | number)[][]; bytes: number }[] = [];
    for (const [index, { holds, from }] of rows.entries()) {
      const begin = Math.max(start, from);
      if (begin >= end) continue;
      const values = holds.slice(begin, end).map((each, at) => asSent(each, naming, isTextCell(columns[begin + at])));
      const bytes = values.reduce<number>((sum, value) => sum + 6 + (typeof value === "number" ? 6 : byteLength(value)), 2);
      const last = made[made.length - 1];
      if (last !== undefined && last.from === begin && last.first + last.values.length === index && last.bytes + bytes <= BYTES_A_PIECE) { last.values.push(values); last.bytes += bytes; }
      else made.push({ first: index, from: begin, values: [values], bytes: ENVELOPE + bytes });
    }
    return made;
  });
}

/** At most: a character that JSON escapes takes six bytes, one beyond ASCII three. */
const byteLength = (text: string): number => { let bytes = text.length; for (const character of text) if (character > "~" || character === '"' || character < " ") bytes += 5; return bytes; };

/** Neighbouring columns that hold what is written. */
function writtenRuns(columns: TableBlueprint["columns"]): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, { holds }] of columns.entries()) {
    if (holds.kind === "formula") continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.end === index) last.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  }
  return runs;
}

function queueLook(sheet: Excel.Worksheet, table: TableBlueprint, naming: Naming): void {
  queueFormulas(sheet, table, naming);
  queueTableLook(sheet, table);
  const { format } = sheet.getRange(`${table.top + 2}:${table.top + 1 + table.rows.length}`);
  // Long words are shown whole where somebody reads them; letters and returns are not.
  if (table.columns.some(({ style }) => style === "firstLine" || style === "oneCell") || table.rows.length > FITTED_AT_MOST) format.rowHeight = ROW_HEIGHT;
  else format.autofitRows();
}

/** Excel measures each row by itself. */
const FITTED_AT_MOST = 1000;
