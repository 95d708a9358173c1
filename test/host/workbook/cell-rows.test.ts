/** Cells kept by row, held against one plain map that does the same: whatever is done, in whatever order. */
import { CellRows } from "../../../src/host/workbook/cell-rows";
import { Chance } from "../../support/chance";

const inOrder = (entries: Iterable<readonly [number, number, number]>): readonly (readonly number[])[] =>
  [...entries].map(([row, column, cell]) => [row, column, cell] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** The columns that are written to: near each other, with gaps, and at the far end of a sheet. */
const COLUMNS = [0, 1, 2, 3, 5, 8, 60, 700, 16_382, 16_383];

it.each([1, 2, 3, 4])("what is written, replaced and taken out is what one map of all cells holds (seed %i)", (seed) => {
  const chance = new Chance(seed);
  const next = (below: number): number => chance.below(below);
  const rows = new CellRows<number>();
  const model = new Map<string, readonly [number, number, number]>();
  for (let turn = 0; turn < 4_000; turn++) {
    const row = [0, 1, 2, 1_048_575][next(4)] ?? 0;
    const column = COLUMNS[next(COLUMNS.length)] ?? 0;
    if (next(3) === 0) {
      rows.delete(row, column);
      model.delete(`${row},${column}`);
    } else {
      rows.set(row, column, turn);
      model.set(`${row},${column}`, [row, column, turn]);
    }
    if (rows.size !== model.size || rows.get(row, column) !== model.get(`${row},${column}`)?.[2]) throw new Error(`Turn ${turn} differs.`);
  }
  expect(inOrder(rows.entries())).toEqual(inOrder(model.values()));
  expect([0, 1, 2].map((row) => rows.columnsOf(row))).toEqual([0, 1, 2].map((row) => inOrder(model.values()).filter(([there]) => there === row).map(([, column]) => column)));
});

it("cells taken out during a walk are not met any more, and the others are met once", () => {
  const rows = new CellRows<string>();
  for (const [row, column] of [[0, 0], [0, 1], [0, 2], [0, 3], [1, 0], [1, 1]] as const) rows.set(row, column, `${row},${column}`);
  const met: string[] = [];
  for (const [row, column, cell] of rows.entries()) {
    met.push(cell);
    if (column === 1) { rows.delete(row, 0); rows.delete(row, 1); rows.delete(row, 2); }
  }
  expect(met).toEqual(["0,0", "0,1", "0,3", "1,0", "1,1"]);
  expect([...rows.rowNumbers]).toEqual([0]);
});
