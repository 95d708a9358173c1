/** What a piece of work replaces in the workbook, noted one after the other so that it can be put in place again. */
import type { Area } from "./area";
import type { Change, Facet } from "./change";
import type { Cell, Sheet } from "./sheet";

type Direction = Extract<Change, { kind: "shift" }>["direction"];

/** One thing that was replaced. */
export type Undone =
  | { readonly kind: "cell"; readonly sheet: Sheet; readonly row: number; readonly column: number; readonly cell: Cell }
  | { readonly kind: "feature"; readonly sheet: Sheet; readonly facet: Facet; readonly restore: () => void }
  /** Cells moved. Each is noted as well; this is for those who follow cells by their place. */
  | { readonly kind: "shift"; readonly sheet: Sheet; readonly area: Area; readonly direction: Direction }
  | { readonly kind: "book"; readonly part: BookPart; readonly restore: () => void };

/** Parts of the workbook that belong to no sheet; `tabs` are the sheets themselves with their names and order. */
export type BookPart = "names" | "tabs" | "properties" | "calculation" | "styles";

/** The way back of a movement of cells. */
export const backFrom: { readonly [direction in Direction]: Direction } = { down: "up", up: "down", right: "left", left: "right" };

export class Recording {
  private noted: Undone[] = [];

  /** @param outer - the recording that this one is part of */
  constructor(readonly outer: Recording | null) {}

  get all(): readonly Undone[] { return this.noted; }
  note(one: Undone): void { this.noted.push(one); }
  /** From here on only: what was noted until now is not to be taken back. */
  restart(): void { this.noted = []; }
}
