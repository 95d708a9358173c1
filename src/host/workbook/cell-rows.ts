/**
 * The cells of a sheet by row. Files are read and pictures painted row by row, so a row's cells stand together in the order of their columns;
 * one map over all cells has keys too large for a machine's small numbers from row 65,536 on, and each would be an object.
 */

class Row<T> {
  /** Ascending; `cells` has their cells at the same places. Both are replaced, not changed, where a place in them moves, so that a walk goes on undisturbed. */
  columns: number[] = [];
  cells: T[] = [];

  /** The place of a column, or where it would stand, as a negative number less one. */
  find(column: number): number {
    const { columns } = this;
    // In a row without gaps a column stands as far from the first as its number says.
    const guess = column - (columns[0] ?? 0);
    if (columns[guess] === column) return guess;
    let [low, high] = [0, columns.length - 1];
    if (high < 0 || column > (columns[high] ?? 0)) return -columns.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = columns[middle] ?? 0;
      if (there === column) return middle;
      if (there < column) low = middle + 1;
      else high = middle - 1;
    }
    return -low - 1;
  }
}

export class CellRows<T> {
  private readonly rows = new Map<number, Row<T>>();
  private count = 0;
  /** The row that was asked for last: the next cell is mostly in it too. */
  private lastRow = -1;
  private last: Row<T> | undefined;

  get size(): number { return this.count; }
  /** The numbers of rows with cells, in the order in which they were first written to. */
  get rowNumbers(): Iterable<number> { return this.rows.keys(); }

  get(row: number, column: number): T | undefined {
    const found = this.rowAt(row);
    if (found === undefined) return undefined;
    const place = found.find(column);
    return place < 0 ? undefined : found.cells[place];
  }

  /** The columns of a row's cells, ascending. */
  columnsOf(row: number): readonly number[] { return this.rowAt(row)?.columns ?? []; }

  set(row: number, column: number, cell: T): void {
    let found = this.rowAt(row);
    if (found === undefined) {
      this.rows.set(row, (found = new Row()));
      this.last = found;
    }
    const place = found.find(column);
    if (place >= 0) {
      found.cells[place] = cell;
      return;
    }
    this.count += 1;
    const before = -place - 1;
    if (before === found.columns.length) {
      found.columns.push(column);
      found.cells.push(cell);
      return;
    }
    found.columns = [...found.columns.slice(0, before), column, ...found.columns.slice(before)];
    found.cells = [...found.cells.slice(0, before), cell, ...found.cells.slice(before)];
  }

  delete(row: number, column: number): void {
    const found = this.rowAt(row);
    const place = found?.find(column) ?? -1;
    if (found === undefined || place < 0) return;
    this.count -= 1;
    found.columns = found.columns.filter((_, index) => index !== place);
    found.cells = found.cells.filter((_, index) => index !== place);
    if (found.columns.length > 0) return;
    this.rows.delete(row);
    this.lastRow = -1;
  }

  /** Every cell with its place; cells may be written and taken out on the way, and those taken out are not met any more. */
  *entries(): IterableIterator<readonly [row: number, column: number, cell: T]> {
    for (const [number, row] of this.rows) {
      const { columns, cells } = row;
      for (let place = 0; place < columns.length; place++) {
        const column = columns[place] ?? 0;
        if (row.columns !== columns && row.find(column) < 0) continue;
        const cell = row.columns === columns ? cells[place] : row.cells[row.find(column)];
        if (cell !== undefined) yield [number, column, cell] as const;
      }
    }
  }

  private rowAt(row: number): Row<T> | undefined {
    if (row !== this.lastRow) {
      this.lastRow = row;
      this.last = this.rows.get(row);
    }
    return this.last;
  }
}
