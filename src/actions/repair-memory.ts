/** The last repair, as long as the pane is open: what it takes to take it back. */
import type { RepairNote } from "../excel/repair/take-back-repair";

let last: RepairNote | null = null;

/** @param note - null where the last repair cannot be taken back */
export function rememberRepair(note: RepairNote | null): void { last = note; }

export const rememberedRepair = (): RepairNote | null => last;
