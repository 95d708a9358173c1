/** What a formula stands on, noted while it is compiled: cells, names, tables and sheets; and what it uses that is not worked with. */
import type { Sheet } from "../workbook/sheet";
import type { Reference } from "./operand";

export const nameWord = (name: string): string => `name ${name.toLowerCase()}`;
export const tableWord = (name: string): string => `table ${name.toLowerCase()}`;
export const sheetWord = (name: string): string => `sheet ${name.toLowerCase()}`;
/** For `[@Col]`: whichever table the cell stands in. */
export const ownTableWord = (sheet: Sheet): string => `tables on ${sheet.id}`;

/** For references across sheets: which there are, and in which order. */
export const sheetOrderWord = "the order of sheets";

export class Reads {
  readonly references: Reference[] = [];
  readonly words = new Set<string>();
  private always = false;
  private hiddenRows = false;
  private missing: string | null = null;

  /** True when the formula is worked out at every calculation. */
  get isVolatile(): boolean { return this.always; }
  /** True when hiding rows can change the result. */
  get seesHiddenRows(): boolean { return this.hiddenRows; }
  /** What the formula uses that is not worked with, or null. */
  get unsupported(): string | null { return this.missing; }

  cells(reference: Reference): void { this.references.push(reference); }
  word(word: string): void { this.words.add(word); }
  volatile(): void { this.always = true; }
  rowsHidden(): void { this.hiddenRows = true; }
  cannot(what: string): void { this.missing ??= what; }
}
