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
}

export const fileLimits: FileLimits = {
  compressedBytes: 100 * MB,
  partBytes: 400 * MB,
  totalBytes: 1_000 * MB,
  parts: 10_000,
  ratio: 300,
  ratioFromBytes: 20 * MB,
  cells: 5_000_000,
  strings: 2_000_000,
  depth: 200,
};
