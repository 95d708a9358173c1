/** How large a file may be before it is refused: far above real workbooks, far below what stops a browser. */

const MB = 1_000_000;

export interface FileLimits {
  /** Bytes of the file as it lies on disk. */
  readonly compressedBytes: number;
  /** Bytes of one part, unpacked. */
  readonly partBytes: number;
  /** Bytes of all parts, unpacked. */
  readonly totalBytes: number;
  readonly parts: number;
  /** Unpacked to packed; held only for parts above `ratioFromBytes`, since small parts may well repeat themselves. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Cells over all sheets, shared strings, and elements inside elements. */
  readonly cells: number;
  readonly strings: number;
  readonly depth: number;
  /** Elements and attributes of one part, without a sheet's cells and the shared strings, which have readers of their own. */
  readonly elements: number;
  /** Characters of one formula as the file spells it. Excel takes 8,192, with prefixes and table names written out it may be some more. */
  readonly formula: number;
  /** The work of writing formulas that are stated once for many cells out for each cell of a sheet, in characters of plain text; a formula of 40 characters with three references takes 110. */
  readonly sharedFormulas: number;
}

export const fileLimits: FileLimits = {
  compressedBytes: 100 * MB,
  partBytes: 400 * MB,
  totalBytes: 600 * MB,
  parts: 10_000,
  ratio: 300,
  ratioFromBytes: 20 * MB,
  cells: 5_000_000,
  strings: 2_000_000,
  depth: 200,
  elements: 1_000_000,
  formula: 32_768,
  sharedFormulas: 100_000_000,
};
