/** Reads ranges that may be too large for one request: in blocks of whole rows, as many to a request as an answer has room for. */

import { isTooBig } from "./problem";

/** Cells of one request. An answer has room for 5 MB; a cell with a long formula takes 100 bytes in each facet that is asked for. */
const CELLS_A_REQUEST = 40_000;
/** Where cells hold long texts, fewer are asked for at a time, down to about these. */
const FEWEST = 100;
/** More cells than anybody fills in; Excel would give nothing for them. */
export const CELLS_AT_MOST = 5_000_000;

export type Facet = "values" | "valueTypes" | "numberFormat" | "formulas" | "text";
type Rows = readonly (readonly unknown[])[];
/** What was read, row by row. */
export type Read = Readonly<Record<Facet, Rows>>;

/** A range whose size is known. */
export interface Large { readonly range: Excel.Range; readonly rows: number; readonly columns: number }

/** Some of a range's rows. */
export interface Block { readonly of: number; readonly from: number; readonly rows: number; readonly range: Excel.Range }

/**
 * One sync for every request that the cells need; none for no cells.
 * @param before - called before each request with how many there were and will be; what it throws stops the reading
 * @returns what was read of each range, in the order in which they were given
 */
export async function readInBlocks(context: Excel.RequestContext, ranges: readonly Large[], facets: readonly Facet[], before: Before = () => undefined, cells = CELLS_A_REQUEST): Promise<readonly Read[]> {
  try {
    return await readAll(context, ranges, facets, before, cells);
  } catch (error) {
    if (!isTooBig(error) || cells <= FEWEST) throw error;
    return readInBlocks(context, ranges, facets, before, Math.floor(cells / 4));
  }
}

export type Before = (done: number, of: number) => void;

async function readAll(context: Excel.RequestContext, ranges: readonly Large[], facets: readonly Facet[], before: Before, cells: number): Promise<readonly Read[]> {
  const requests = requestsFor(ranges, Math.max(1, Math.floor(cells / facets.length)));
  const blocks = await readRequests(context, requests, facets, before);
  return ranges.map((_, of) => joined(blocks.filter((block) => block.of === of), facets));
}

async function readRequests(context: Excel.RequestContext, [first, ...others]: readonly (readonly Block[])[], facets: readonly Facet[], before: Before, done = 0): Promise<readonly Block[]> {
  if (first === undefined) return [];
  before(done, done + 1 + others.length);
  for (const { range } of first) range.load(facets.join(","));
  await context.sync();
  return [...first, ...(await readRequests(context, others, facets, before, done + 1))];
}

function joined(blocks: readonly Block[], facets: readonly Facet[]): Read {
  const rowsOf = (facet: Facet): Rows => (facets.includes(facet) ? blocks.flatMap(({ range }) => range[facet] as Rows) : []);
  return { values: rowsOf("values"), valueTypes: rowsOf("valueTypes"), numberFormat: rowsOf("numberFormat"), formulas: rowsOf("formulas"), text: rowsOf("text") };
}

/** Small ranges share a request; a large one is cut between its rows. @param cells - of one request */
export function requestsFor(ranges: readonly Large[], cells: number): readonly (readonly Block[])[] {
  const requests: Block[][] = [];
  let room = 0;
  for (const [of, { range, rows, columns }] of ranges.entries()) {
    const rowsABlock = Math.max(1, Math.floor(cells / columns));
    for (let from = 0; from < rows; from += rowsABlock) {
      const count = Math.min(rowsABlock, rows - from);
      if (count * columns > room) {
        requests.push([]);
        room = cells;
      }
      room -= count * columns;
      requests[requests.length - 1]?.push({ of, from, rows: count, range: range.getCell(from, 0).getResizedRange(count - 1, columns - 1) });
    }
  }
  return requests;
}
