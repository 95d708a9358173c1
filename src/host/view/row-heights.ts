/** Heights of rows that have none of their own and hold larger or wrapped text: worked out once for each sheet, then only where it changed. */
import { displayText } from "../calc/number-format";
import type { Area } from "../workbook/area";
import type { Change } from "../workbook/change";
import { columnPoints } from "../workbook/measure";
import type { Cell, Sheet } from "../workbook/sheet";
import type { FontStyle } from "../workbook/style";
import type { Workbook } from "../workbook/workbook";
import { cssFont, linePoints, wrapText, type Measure } from "./fonts";
import { PIXELS_PER_POINT } from "./layout";
import { mergeAt } from "./merge-index";

/** Pixels between a cell's edge and its text at 100%. */
export const TEXT_MARGIN = 3;
const STANDARD_SIZE = 11;

interface Known {
  /** Points by row; a new map whenever one differs. */
  heights: ReadonlyMap<number, number>;
  /** Rows with a cell that may be higher than one line of the standard font. */
  readonly candidates: Set<number>;
  /** What changed since: areas of cells, every candidate, or everything. */
  stale: readonly Area[] | "candidates" | "all";
}

export class RowHeights {
  private readonly known = new Map<string, Known>();
  private readonly mayGrow: boolean[] = [];
  private readonly stop: () => void;

  constructor(private readonly workbook: Workbook, private readonly measure: Measure) {
    this.stop = workbook.listen((change) => this.onChange(change));
  }

  /** Points for the rows of a sheet that grew. The same map as before while nothing of it changed. */
  of(sheet: Sheet): ReadonlyMap<number, number> {
    const known = this.known.get(sheet.id);
    if (known === undefined || known.stale === "all") return this.fromTheStart(sheet).heights;
    const rows = known.stale === "candidates" ? known.candidates : this.staleRows(sheet, known, known.stale);
    known.stale = [];
    let heights: Map<number, number> | null = null;
    for (const row of rows) {
      const now = this.heightOf(sheet, row, known);
      if (now === (known.heights.get(row) ?? null)) continue;
      heights ??= new Map(known.heights);
      if (now === null) heights.delete(row);
      else heights.set(row, now);
    }
    if (heights !== null) known.heights = heights;
    return known.heights;
  }

  /** Listens to the workbook no more. */
  close(): void { this.stop(); }

  private fromTheStart(sheet: Sheet): Known {
    const candidates = new Set<number>();
    const known: Known = { heights: new Map(), candidates, stale: [] };
    const heights = new Map<number, number>();
    for (const row of sheet.rowNumbers) {
      const height = this.heightOf(sheet, row, known);
      if (height !== null) heights.set(row, height);
    }
    known.heights = heights;
    this.known.set(sheet.id, known);
    return known;
  }

  private *staleRows(sheet: Sheet, known: Known, areas: readonly Area[]): IterableIterator<number> {
    const last = sheet.extent?.bottom ?? -1;
    for (const { top, bottom } of areas) {
      for (let row = top; row <= Math.min(bottom, last); row++) yield row;
      if (bottom > last) for (const row of known.heights.keys()) if (row > last) yield row;
    }
  }

  /** Points that the row needs, or null where one standard line does. Keeps note of whether it is a candidate. */
  private heightOf(sheet: Sheet, row: number, known: Known): number | null {
    let [most, isCandidate] = [sheet.get("standardHeight"), false];
    const standard = most;
    const hasOwn = typeof sheet.get("rows").get(row)?.height === "number";
    for (const column of sheet.columnsOf(row)) {
      const cell = sheet.stored(row, column);
      if (cell === null || !this.growsBy(cell)) continue;
      isCandidate = true;
      if (hasOwn || cell.value === null || mergeAt(sheet, row, column) !== null) continue;
      most = Math.max(most, this.points(sheet, column, cell));
    }
    if (isCandidate) known.candidates.add(row);
    else known.candidates.delete(row);
    return most > standard ? most : null;
  }

  private points(sheet: Sheet, column: number, cell: Cell): number {
    const style = this.workbook.styles.at(cell.style);
    const text = style.wrap ? displayText(cell.value, style.numberFormat, this.workbook.date1904).text : "";
    return (style.wrap ? this.linesIn(sheet, column, style.font, text) : 1) * linePoints(style.font.size);
  }

  private linesIn(sheet: Sheet, column: number, font: FontStyle, text: string): number {
    const width = columnPoints(sheet, column) * PIXELS_PER_POINT - 2 * TEXT_MARGIN;
    return wrapText(text, width, cssFont(font, 1, this.measure), this.measure).length;
  }

  private growsBy({ style }: Cell): boolean {
    let grows = this.mayGrow[style];
    if (grows === undefined) {
      const { font, wrap } = this.workbook.styles.at(style);
      this.mayGrow[style] = grows = font.size > STANDARD_SIZE || wrap;
    }
    return grows;
  }

  private onChange(change: Change): void {
    if (!("sheet" in change)) return;
    const known = this.known.get(change.sheet);
    if (known === undefined || known.stale === "all") return;
    if (change.kind === "shift" || (change.kind === "facet" && change.facet === "merges")) known.stale = "all";
    else if (change.kind === "facet" && (change.facet === "columns" || change.facet === "rows")) known.stale = "candidates";
    else if (change.kind === "cells" && known.stale !== "candidates") known.stale = change.cause === "calculated" ? this.withCalculated(known, known.stale, change.area) : [...known.stale, change.area];
    else if (change.kind === "cells" && change.cause !== "calculated") known.stale = "all";
  }

  /** New results change no format, so that only rows that may grow are of interest. */
  private withCalculated(known: Known, stale: readonly Area[], { top, bottom, left, right }: Area): readonly Area[] {
    const rows = [...known.candidates].filter((row) => row >= top && row <= bottom);
    return [...stale, ...rows.map((row) => ({ top: row, bottom: row, left, right }))];
  }
}
