/** A save while the page goes on. An add-in may change the workbook between two steps, and half of one state with half of another is no workbook. */
import { saveXlsxInSteps } from "../../host/file/save-xlsx";
import type { OpenedFile } from "../../host/file/opened-file";
import { finish, type Step } from "../../host/workbook/steps";
import { Workbook } from "../../host/workbook/workbook";
import { inSteps } from "./in-steps";

/** How often a save is begun before the page waits for it. */
const TRIES = 3;

/**
 * The bytes of the workbook as it is at one moment: begun again when it was changed on the way, in one piece when that goes on.
 * @param slice - see `inSteps`
 * @returns null when it was stopped
 * @throws FileProblem for what cannot be saved
 */
export async function saveInSteps(from: OpenedFile | Workbook, onStep: (step: Step) => void, isStopped: () => boolean, slice?: number): Promise<Uint8Array | null> {
  const workbook = from instanceof Workbook ? from : from.workbook;
  for (let tries = 1; tries < TRIES; tries++) {
    let isChanged = false;
    const stop = workbook.listen(() => { isChanged = true; });
    try {
      const bytes = await inSteps(saveXlsxInSteps(from), onStep, () => isStopped() || isChanged, slice);
      if (bytes !== null || isStopped()) return bytes;
    } finally {
      stop();
    }
  }
  return finish(saveXlsxInSteps(from));
}
