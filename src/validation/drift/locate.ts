/** Where the lines of a sheet stand today, when rows and columns may have been put in or taken out: found by what is in them. */
import type { CellBlueprint } from "../../blueprint/types";
import type { StandingSheet } from "../standing";
import { normalFormula } from "./normal-formula";

export interface Spot { readonly row: number; readonly column: number }
/** Where a cell was made and where it is known to be. */
export interface Anchor { readonly made: Spot; readonly now: Spot }
/** A cell of the blueprint with every content that counts as its own. */
export interface Wanted { readonly cell: CellBlueprint; readonly contents: readonly string[] }

/** What a cell holds in one form. */
export const contentOf = (held: string | number | boolean): string => (typeof held === "string" && held.startsWith("=") ? normalFormula(held) : String(held));

/** From places as made to places today: "gone" where its row was taken out, "unknown" where rows were put in just there. */
export type Locator = (made: Spot) => Spot | "gone" | "unknown";

/**
 * @param wanted - the sheet's cells as they were made
 * @param heads - where heads of tables were made and are
 * @param named - columns, as made and today, of cells with names
 */
export function locator(wanted: readonly Wanted[], block: NonNullable<StandingSheet["block"]>, heads: readonly Anchor[], named: readonly (readonly [number, number])[]): Locator {
  const seen = [...found(wanted, block), ...heads];
  const rows = increasing(settled(seen.map(({ made, now }) => [made.row, now.row])));
  const columns = settled([...seen.map(({ made, now }) => [made.column, now.column] as const), ...named]);
  return ({ row, column }) => {
    const along = column + (columns.get(column) ?? nearest(column, columns));
    const downs = shiftsOf(row, rows);
    if (downs.length === 0) return "gone";
    // Where rows were put in just there, the line is the one of the two places that holds anything.
    const filled = downs.filter((down) => (block[row + down]?.[along] ?? "") !== "");
    const [down, another] = downs.length === 1 ? downs : filled;
    return down === undefined || another !== undefined ? "unknown" : { row: row + down, column: along };
  };
}

/** Cells that hold just what they were made with, where nothing else on the sheet does. */
function found(wanted: readonly Wanted[], block: NonNullable<StandingSheet["block"]>): readonly Anchor[] {
  const spots = new Map<string, Spot[]>();
  block.forEach((cells, row) => cells.forEach((held, column) => {
    if (held === "") return;
    const content = contentOf(held);
    spots.set(content, [...(spots.get(content) ?? []), { row, column }]);
  }));
  return wanted.flatMap(({ cell, contents }): readonly Anchor[] => {
    const there = [...new Set(contents)].flatMap((content) => spots.get(content) ?? []);
    const alike = wanted.filter((other) => other.contents.some((content) => contents.includes(content)));
    const [only] = there;
    return only === undefined || there.length > 1 || alike.length > 1 ? [] : [{ made: { row: cell.row, column: cell.column }, now: only }];
  });
}

type Shifts = ReadonlyMap<number, number>;

/** By row or column as made: how far most of what was made there has moved. */
function settled(pairs: readonly (readonly [number, number])[]): Shifts {
  const made = [...new Set(pairs.map(([from]) => from))].sort((one, other) => one - other);
  return new Map(made.map((from) => [from, mostFrequent(pairs.filter(([each]) => each === from).map(([, to]) => to - from))]));
}

function mostFrequent(numbers: readonly number[]): number {
  const times = (number: number): number => numbers.filter((each) => each === number).length;
  return [...numbers].sort((one, other) => times(other) - times(one))[0] ?? 0;
}

/** Lines keep their order; a line that was cut and put elsewhere says nothing about the others. */
function increasing(shifts: Shifts): Shifts {
  const lines = [...shifts];
  const best: (readonly (readonly [number, number])[])[] = [];
  for (const line of lines) {
    const before = best.filter((chain) => { const last = chain[chain.length - 1]; return last === undefined || last[0] + last[1] < line[0] + line[1]; });
    const longest = [...before].sort((one, other) => other.length - one.length)[0] ?? [];
    best.push([...longest, line]);
  }
  return new Map([...best].sort((one, other) => other.length - one.length)[0] ?? []);
}

/** A line that was typed over stands where its neighbours say: as far down as the one above or the one below. None where rows between them were taken out. */
function shiftsOf(row: number, shifts: Shifts): readonly number[] {
  const known = shifts.get(row);
  if (known !== undefined) return [known];
  const above = [...shifts].filter(([each]) => each < row).pop()?.[1];
  const below = [...shifts].find(([each]) => each > row)?.[1];
  if (above === undefined || below === undefined || above === below) return [above ?? below ?? 0];
  return below < above ? [] : [above, below];
}

function nearest(column: number, shifts: Shifts): number {
  const left = [...shifts].filter(([each]) => each < column).pop();
  return left?.[1] ?? [...shifts][0]?.[1] ?? 0;
}
