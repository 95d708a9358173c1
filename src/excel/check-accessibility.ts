/** Looks at sheets for barriers, takes away those that were chosen, and looks again. */
import type { Barrier, Mending } from "../validation/accessibility/barrier";
import { mend } from "./mend-accessibility";
import { readAccessibility, type AccessReading, type Telling } from "./read-accessibility";
import { inExcel } from "./session";

/** What is to be done once it is known what is found. */
export type Choosing = (reading: AccessReading) => { readonly found: readonly Barrier[]; readonly mendings: readonly Mending[] };

export interface Judged { readonly reading: AccessReading; readonly found: readonly Barrier[] }

/**
 * @param tabs - which sheets; null for all that can be seen
 * @param choose - judges what was read, and says what is to be done; what it throws stops everything before anything is written
 * @returns what stands afterwards
 */
export function checkSheets(tabs: readonly string[] | null, choose: Choosing, telling: Telling): Promise<Judged> {
  return inExcel("looking at the sheets", async (context): Promise<Judged> => {
    const reading = await readAccessibility(context, tabs, telling);
    const { found, mendings } = choose(reading);
    if (mendings.length === 0) return { reading, found };
    telling.signal.throwIfAborted();
    await mend(context, mendings);
    return { reading, found };
  });
}
