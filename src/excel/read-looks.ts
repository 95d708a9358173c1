/** Reads how cells look, in portions that an answer has room for. */
import type { CellLook } from "../validation/accessibility/looked";
import { requestsFor, type Before, type Block, type Large } from "./read-blocks";

/** Each cell takes some 170 bytes of an answer that has room for 5 MB. */
const CELLS_A_REQUEST = 12_000;
/** Looks repeat down a sheet: what is wrong with the first thousands of cells is what is wrong with the rest. */
const CELLS_OF_A_RANGE = 36_000;

export type Looks = readonly (readonly CellLook[])[];

/** One sync for each portion. @returns looks of each range row by row, of its first rows where there are more cells than anybody looks at */
export async function readLooks(context: Excel.RequestContext, ranges: readonly Large[], before: Before): Promise<readonly Looks[]> {
  const some = ranges.map(({ range, rows, columns }) => ({ range, columns, rows: Math.min(rows, Math.max(1, Math.floor(CELLS_OF_A_RANGE / columns))) }));
  const read = await readRequests(context, requestsFor(some, CELLS_A_REQUEST), before);
  return ranges.map((_, of) => read.filter((block) => block.of === of).flatMap(({ looks }) => looks));
}

interface ReadBlock { readonly of: number; readonly looks: Looks }

async function readRequests(context: Excel.RequestContext, [first, ...others]: readonly (readonly Block[])[], before: Before, done = 0): Promise<readonly ReadBlock[]> {
  if (first === undefined) return [];
  before(done, done + 1 + others.length);
  const asked = first.map(({ of, range }) => ({ of, cells: range.getCellProperties({ format: { fill: { color: true }, font: { color: true, size: true, bold: true }, wrapText: true, shrinkToFit: true } }) }));
  await context.sync();
  return [...asked.map(({ of, cells }) => ({ of, looks: cells.value.map((line) => line.map(lookIn)) })), ...(await readRequests(context, others, before, done + 1))];
}

function lookIn({ format }: Excel.CellProperties): CellLook {
  const { fill, font } = format ?? {};
  // What Excel leaves out is taken for the usual: nobody is told of what was not seen.
  return { fill: fill?.color ?? "", colour: font?.color ?? "", size: font?.size ?? 0, bold: font?.bold ?? false, fits: (format?.wrapText ?? true) || (format?.shrinkToFit ?? false) };
}
