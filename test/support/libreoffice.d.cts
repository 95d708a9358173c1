/** Types of libreoffice.cjs, which is plain JavaScript so that the fixtures' maker can use it without a build. */
import type { CellsBySheet } from "./plain-cells.cjs";

export function convert(files: readonly string[], to: string, folder: string): Promise<string[]>;
export function recalculated(file: string): Promise<CellsBySheet>;
export function pagePictures(file: string, folder: string, dpi?: number): Promise<string[]>;
export function runBasic(source: string): Promise<void>;
