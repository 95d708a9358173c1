/** What sheets were before a change: events tell the state before and after, and the workbook only says that something changed. */
import type { Area } from "../workbook/area";
import { MAX_COLUMNS } from "../workbook/area";
import type { Comment } from "../workbook/comments";
import type { RowFormat, Sheet } from "../workbook/sheet";
import type { Visibility } from "../workbook/features";
import type { Workbook } from "../workbook/workbook";

interface Kept {
  name: string;
  position: number;
  visibility: Visibility;
  rows: ReadonlyMap<number, RowFormat>;
  tables: ReadonlyMap<number, string>;
  charts: readonly string[];
  comments: readonly Comment[];
}

export interface Difference<T> { readonly before: T; readonly after: T }
export interface ComeAndGone<K, V> { readonly come: readonly (readonly [K, V])[]; readonly gone: readonly (readonly [K, V])[] }

function kept(sheet: Sheet, position: number): Kept {
  return {
    name: sheet.name, position, visibility: sheet.get("visibility"), rows: sheet.get("rows"), tables: new Map(sheet.get("tables").map(({ id, name }) => [id, name])),
    charts: sheet.get("charts").map(({ id }) => id), comments: sheet.get("comments"),
  };
}

export class EventMemory {
  private readonly sheets = new Map<string, Kept>();

  constructor(private readonly workbook: Workbook) { this.positions(); }

  /** Sheets came or went: places are counted anew. */
  positions(): void {
    this.workbook.sheets.forEach((sheet, position) => {
      const known = this.sheets.get(sheet.id);
      if (known === undefined) this.sheets.set(sheet.id, kept(sheet, position));
      else known.position = position;
    });
  }

  name(sheet: Sheet): Difference<string> { return this.replace(sheet, "name", sheet.name); }
  position(sheet: Sheet): Difference<number> {
    const difference = this.replace(sheet, "position", this.workbook.sheets.indexOf(sheet));
    this.positions();
    return difference;
  }
  visibility(sheet: Sheet): Difference<Visibility> { return this.replace(sheet, "visibility", sheet.get("visibility")); }

  /** Tables that came or went, by id and name. */
  tables(sheet: Sheet): ComeAndGone<number, string> {
    const { before, after } = this.replace(sheet, "tables", new Map(sheet.get("tables").map(({ id, name }) => [id, name])));
    return { come: [...after].filter(([id]) => !before.has(id)), gone: [...before].filter(([id]) => !after.has(id)) };
  }

  charts(sheet: Sheet): { readonly come: readonly string[]; readonly gone: readonly string[] } {
    const { before, after } = this.replace(sheet, "charts", sheet.get("charts").map(({ id }) => id));
    return { come: after.filter((id) => !before.includes(id)), gone: before.filter((id) => !after.includes(id)) };
  }

  comments(sheet: Sheet): Difference<readonly Comment[]> { return this.replace(sheet, "comments", sheet.get("comments")); }

  /** Rows that were hidden or shown, as whole rows from first to last of each block. */
  hiddenRows(sheet: Sheet): { readonly hidden: readonly Area[]; readonly shown: readonly Area[] } {
    const { before, after } = this.replace(sheet, "rows", sheet.get("rows"));
    const isHidden = (rows: ReadonlyMap<number, RowFormat>, row: number): boolean => rows.get(row)?.hidden === true;
    const all = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b);
    return {
      hidden: blocks(all.filter((row) => !isHidden(before, row) && isHidden(after, row))),
      shown: blocks(all.filter((row) => isHidden(before, row) && !isHidden(after, row))),
    };
  }

  private replace<K extends keyof Kept>(sheet: Sheet, what: K, after: Kept[K]): Difference<Kept[K]> {
    const known = this.sheets.get(sheet.id) ?? kept(sheet, this.workbook.sheets.indexOf(sheet));
    this.sheets.set(sheet.id, known);
    const before = known[what];
    known[what] = after;
    return { before, after };
  }
}

function blocks(rows: readonly number[]): readonly Area[] {
  const found: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last !== undefined && last.bottom === row - 1) last.bottom = row;
    else found.push({ top: row, bottom: row, left: 0, right: MAX_COLUMNS - 1 });
  }
  return found;
}
