/**
 * A person's hand on the open workbook: which sheet and cells it is at, what is being typed, what was copied, and what can be taken back.
 * It knows no screen; the grid shows it and tells it what was pressed.
 */
import { typeInto, type EntryAlert, type EntryOutcome, type Hand as HowEntered, type Entries } from "../entry";
import { Refusal } from "../objects/refusal";
import type { Session } from "../objects/session";
import { areaName, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import type { Change } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import { clearContents } from "./clear-contents";
import { copyBlock, pasteBlock, type CopiedBlock } from "./copied-block";
import { fromClipboard } from "./clipboard-text";
import { editText } from "./edit-text";
import { repeat } from "./fill";
import type { Layout } from "./layout";
import { areasOf, moved, selectPlace, type Move, type Place, type Selection } from "./moves";
import { nextWithin, type Direction } from "./within-selection";

/** A cell being edited. In "enter" mode arrow keys leave the cell, in "edit" mode they move in the text, as Excel has it. */
export interface Editing { readonly sheet: Sheet; readonly row: number; readonly column: number; readonly text: string; readonly mode: "enter" | "edit" }

/** A line for the person: what was refused, an entry that stands but was warned about, or a question before something goes for good. */
export interface Notice {
  readonly kind: "refused" | "warning" | "question";
  readonly title: string;
  readonly says: string;
  /** What a question offers. */
  readonly choices?: readonly { readonly label: string; readonly choose: () => void }[];
}

export class Hand {
  private readonly selections = new Map<string, Selection>();
  private readonly listeners = new Set<() => void>();
  private readonly stops: readonly (() => void)[];
  private isSelecting = false;
  private edit: Editing | null = null;
  private said: Notice | null = null;
  private copied: CopiedBlock | null = null;
  private contentChanges = 0;
  private isTelling = false;
  private tabbedFrom: number | null = null;

  /** @param onEditing - told when a cell's edit begins (true) and ends (false), so that the host can refuse add-ins meanwhile, as Excel does */
  constructor(readonly session: Session, private readonly onEditing: (isEditing: boolean) => void) {
    this.stops = [session.workbook.listen((change) => this.onChange(change)), session.history.listen(() => this.tellSoon())];
    if (session.workbook.front !== null) this.take(session.workbook.front, session.workbook.selection);
  }

  /** The sheet in front. @throws Error in a workbook of chart sheets, which has no cells for a hand */
  get sheet(): Sheet { return this.session.workbook.active; }
  get editing(): Editing | null { return this.edit; }
  get notice(): Notice | null { return this.said; }
  get canUndo(): boolean { return this.session.history.canUndo; }
  get canRedo(): boolean { return this.session.history.canRedo; }
  /** Goes up whenever something may look different on a sheet. */
  get content(): number { return this.contentChanges; }
  /** The block that was copied, for its dashed frame; null when there is none. */
  get copiedFrom(): { readonly sheet: Sheet; readonly area: Area } | null { return this.copied; }

  get selection(): Selection {
    return this.selections.get(this.sheet.id) ?? selectPlace(this.sheet, { row: 0, column: 0 });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  /** Listens to the workbook no more. */
  close(): void {
    for (const stop of this.stops) stop();
    this.listeners.clear();
  }

  select(selection: Selection): void {
    this.tabbedFrom = null;
    this.put(this.sheet, selection);
  }
  /** Goes to cells on any sheet. */
  go(sheet: Sheet, area: Area): void {
    const first = selectPlace(sheet, { row: area.top, column: area.left });
    const isOne = area.top === area.bottom && area.left === area.right;
    this.put(sheet, isOne ? first : { area, active: first.active, moving: { row: area.bottom, column: area.right } });
  }
  move(layout: Layout, move: Move, extend: boolean): void {
    const { others } = this.selection;
    const next = moved(this.sheet, layout, this.selection, move, extend);
    this.select(extend && others !== undefined ? { ...next, others } : next);
  }
  /** Enter and Tab: within a selection of many cells they walk through it; Enter after Tabs returns to the column where tabbing began. */
  advance(layout: Layout, direction: Direction): void {
    const inside = nextWithin(this.sheet, this.selection, direction);
    if (inside !== null) return this.put(this.sheet, inside);
    const { active } = this.selection;
    const isAcross = direction === "right" || direction === "left";
    const from = isAcross ? this.tabbedFrom ?? active.column : null;
    const back = direction === "down" && this.tabbedFrom !== null ? this.tabbedFrom : active.column;
    const start = isAcross ? this.selection : selectPlace(this.sheet, { row: active.row, column: back });
    const step = { right: [0, 1], left: [0, -1], down: [1, 0], up: [-1, 0] }[direction] as [number, number];
    this.put(this.sheet, moved(this.sheet, layout, start, { kind: "step", rows: step[0], columns: step[1] }, false));
    this.tabbedFrom = from;
  }

  /** Shows another sheet, where it was left. */
  activate(sheet: Sheet): void { this.put(sheet, this.selections.get(sheet.id) ?? selectPlace(sheet, { row: 0, column: 0 })); }
  /** The next or previous sheet that shows; stays at either end. */
  turn(step: 1 | -1): void {
    const shown = this.session.workbook.sheets.filter((sheet) => sheet.get("visibility") === "Visible");
    const next = shown[shown.indexOf(this.sheet) + step];
    if (next !== undefined) this.activate(next);
  }

  /** Starts to edit the active cell: with what it holds (F2) or with a text that takes its place (typing). */
  begin(mode: Editing["mode"], text?: string): void {
    const { row, column } = this.selection.active;
    this.said = null;
    this.edit = { sheet: this.sheet, row, column, mode, text: text ?? editText(this.sheet, row, column) };
    this.onEditing(true);
    this.tell();
  }
  retype(text: string, mode?: Editing["mode"]): void {
    if (this.edit === null) return;
    this.edit = { ...this.edit, text, mode: mode ?? this.edit.mode };
    this.tell();
  }
  /** Leaves the cell as it was. */
  cancel(): void {
    this.said = null;
    this.endEdit();
    this.tell();
  }
  /** Enters what was typed. @returns false when it was refused: the notice says why, and the edit goes on */
  commit(): boolean {
    const { edit } = this;
    if (edit === null) return true;
    // Leaving a text as it was is no entry: a stored text that looks like a number would turn into one.
    if (edit.text === editText(edit.sheet, edit.row, edit.column)) {
      this.cancel();
      return true;
    }
    // Add-ins hear of the entry after the edit is over, as in Excel, and may then write.
    this.endEdit();
    if (this.enter(edit.sheet, edit, [[edit.text]], "typed")) return true;
    this.edit = edit;
    this.onEditing(true);
    this.tell();
    return false;
  }

  /** Puts a value into the active cell, as picking from a list does. */
  choose(value: string): boolean {
    const { active } = this.selection;
    return this.enter(this.sheet, active, [[value]], "typed");
  }
  /** Enters what is being typed into every selected cell, as Ctrl+Enter does. Formulas count from each cell. */
  commitToAll(): boolean {
    const { edit, selection } = this;
    if (edit === null || edit.sheet !== this.sheet || isOneCell(selection)) return this.commit();
    const { row, column } = edit;
    return this.commit() && this.perform(() => { for (const area of areasOf(selection)) repeat(this.session, this.sheet, { row, column }, area); }) !== null;
  }
  clear(): void {
    this.perform(() => { for (const area of areasOf(this.selection)) clearContents(this.session, this.sheet, area); });
  }

  /** The selected cells for the clipboard; remembered with their formulas for pasting within the workbook. Null when they cannot be copied as one. */
  copy(isCut = false): CopiedBlock | null {
    if (this.selection.others !== undefined) {
      this.say("Several areas cannot be copied at once. Select one, and copy it.");
      return null;
    }
    this.copied = copyBlock(this.sheet, this.selection.area, isCut);
    this.tell();
    return this.copied;
  }
  /** Pastes what the clipboard holds: our own block with formulas and formats, or text from elsewhere. @param table - the same as a table, where the clipboard has one */
  paste(text: string, { valuesOnly = false, table = null }: { readonly valuesOnly?: boolean; readonly table?: Entries | null } = {}): void {
    const { area } = this.selection;
    const { copied } = this;
    if (copied !== null && sameText(copied.text, text)) {
      const target = this.perform(() => pasteBlock(this.session, copied, this.sheet, area, valuesOnly));
      if (target !== null) this.select({ ...selectPlace(this.sheet, { row: target.top, column: target.left }), area: target, moving: { row: target.bottom, column: target.right } });
      if (copied.isCut) this.copied = null;
      return this.tell();
    }
    const rows: Entries = table ?? fromClipboard(text);
    const isOne = rows.length === 1 && rows[0]?.length === 1;
    const fill: Entries = isOne ? Array.from({ length: Math.min(area.bottom - area.top + 1, 10_000) }, () => Array.from({ length: Math.min(area.right - area.left + 1, 100) }, () => rows[0]?.[0] ?? "")) : rows;
    if (rows.length > 0 && this.enter(this.sheet, { row: area.top, column: area.left }, fill, "pasted")) this.go(this.sheet, { ...area, bottom: area.top + fill.length - 1, right: area.left + widthOf(fill) - 1 });
  }
  /** Pastes what was copied here last, as Enter does while its frame shows. */
  pasteCopied(): void {
    if (this.copied === null) return;
    this.paste(this.copied.text);
    this.forgetCopy();
  }
  /** Forgets what was copied; the clipboard's text stays. */
  forgetCopy(): void {
    this.copied = null;
    this.tell();
  }

  undo(): void { this.takeBack(() => this.session.history.undo()); }
  redo(): void { this.takeBack(() => this.session.history.redo()); }

  /** A line for the person about what could not be done. */
  say(says: string): void {
    this.said = { kind: "refused", title: "", says };
    this.tell();
  }
  /** Asks before something is done that cannot be taken back. */
  ask(says: string, choices: NonNullable<Notice["choices"]>): void {
    this.said = { kind: "question", title: "", says, choices };
    this.tell();
  }
  dismiss(): void {
    this.said = null;
    this.tell();
  }
  /**
   * Does a step by hand that can be taken back as one; what the workbook refuses becomes a line for the person.
   * @param wasDone - whether what came of it is worth a step back
   * @returns what the work gave, or null when it was refused
   */
  perform<T>(work: () => T, wasDone: (result: T) => boolean = () => true): T | null {
    try {
      this.said = null;
      const result = this.session.history.perform(work, wasDone);
      this.session.settle();
      return result;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      this.said = { kind: "refused", title: "", says: wordsFor(problem) };
      return null;
    } finally {
      this.tell();
    }
  }
  /** Shows the sheet larger or smaller. @param percent - 10 to 400, as in Excel */
  zoomTo(percent: number): void {
    this.session.history.aside(() => this.sheet.set("zoom", Math.max(10, Math.min(400, Math.round(percent))), "typed"));
    this.tell();
  }

  private enter(sheet: Sheet, at: Place, values: Entries, how: HowEntered): boolean {
    if (reachesPastEdge(at, values)) {
      this.say("The values reach past the edge of the sheet.");
      return false;
    }
    const outcome = this.perform(() => typeInto(this.session, sheet, at.row, at.column, values, how), (done) => done.kind === "entered");
    if (outcome === null) return false;
    this.said = noticeOf(outcome);
    this.copied = outcome.kind === "entered" ? null : this.copied;
    this.tell();
    return outcome.kind === "entered";
  }

  private takeBack(step: () => void): void {
    step();
    this.session.settle();
    this.said = null;
    this.tell();
  }

  private endEdit(): void {
    if (this.edit === null) return;
    this.edit = null;
    this.onEditing(false);
  }

  private put(sheet: Sheet, selection: Selection): void {
    this.selections.set(sheet.id, selection);
    this.tabbedFrom = null;
    this.isSelecting = true;
    try {
      this.session.workbook.select(sheet, selection.area, "typed");
    } finally {
      this.isSelecting = false;
    }
    this.tell();
  }

  /** The workbook was told to select: by an add-in or a file. */
  private take(sheet: Sheet, area: Area): void {
    const first = selectPlace(sheet, { row: area.top, column: area.left });
    const isOne = areaName(first.area) === areaName(area);
    this.selections.set(sheet.id, isOne ? first : { area, active: first.active, moving: { row: area.bottom, column: area.right } });
  }

  private onChange(change: Change): void {
    if (change.kind === "selection") {
      const sheet = this.session.workbook.sheetById(change.sheet);
      if (!this.isSelecting && sheet !== null) this.take(sheet, change.area);
    } else if (change.kind !== "settings" && change.kind !== "properties" && change.kind !== "clicked") {
      this.contentChanges += 1;
    }
    this.tellSoon();
  }

  private tell(): void { for (const listener of [...this.listeners]) listener(); }
  /** Many changes in one go are told once. */
  private tellSoon(): void {
    if (this.isTelling) return;
    this.isTelling = true;
    queueMicrotask(() => {
      this.isTelling = false;
      this.tell();
    });
  }
}

/** Clipboards change line ends and may add one at the end. */
const sameText = (a: string, b: string): boolean => a.replace(/\r\n/g, "\n").replace(/\n$/, "") === b.replace(/\r\n/g, "\n").replace(/\n$/, "");

function noticeOf(outcome: EntryOutcome): Notice | null {
  const words = (alert: EntryAlert, kind: Notice["kind"]): Notice => ({ kind, title: alert.title, says: alert.says });
  if (outcome.kind === "refused") return words(outcome.alert, "refused");
  const [first] = outcome.warnings;
  return first === undefined ? null : words(first, "warning");
}

const isOneCell = ({ area, others }: Selection): boolean => others === undefined && area.top === area.bottom && area.left === area.right;
const widthOf = (values: Entries): number => values.reduce((widest, row) => Math.max(widest, row.length), 1);
const reachesPastEdge = (at: Place, values: Entries): boolean => at.row + values.length > MAX_ROWS || at.column + widthOf(values) > MAX_COLUMNS;

function wordsFor(problem: Refusal): string {
  return problem.code === "AccessDenied" ? "These cells are protected. Unprotect the sheet to change them." : problem.message;
}
