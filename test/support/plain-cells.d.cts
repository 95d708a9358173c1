/** Types of plain-cells.cjs. */
export interface PlainCell {
  readonly formula: string | null;
  readonly kind: "number" | "text" | "boolean" | "error" | "blank";
  readonly value: number | string | boolean;
  /** The number of the cell's format in the file's own list. */
  readonly style: string;
}
export type CellsBySheet = Map<string, Map<string, PlainCell>>;

export function readParts(bytes: Uint8Array): Record<string, Uint8Array>;
export function readCells(bytes: Uint8Array): CellsBySheet;
export function differences(ours: CellsBySheet, theirs: CellsBySheet): { readonly compared: number; readonly unlike: readonly string[] };
