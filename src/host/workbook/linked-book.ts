/** Another workbook that formulas lead to: `[1]Staff!B2` is a cell of the first. Nobody opens it; what the file keeps of it stands. */
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";

export interface LinkedBook {
  /** Where it is, as the file has it. */
  readonly address: string;
  /** Its sheets, with the cells that are kept. */
  readonly workbook: Workbook;
  /** The rows of each sheet that something is kept of, from 0. */
  readonly rows: ReadonlyMap<Sheet, ReadonlySet<number>>;
}
