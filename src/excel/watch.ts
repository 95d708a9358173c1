/** Tells when something in the workbook changed that may change our figures: cells of any sheet, since entries may be formulas, and sheets that come and go. */
import { inExcel } from "./session";

/** Typing goes on for a while; one telling is enough. */
const QUIET_MS = 150;

/** Ends the watching. */
export type StopWatching = () => Promise<void>;

/**
 * One sync. What changed is for `changed` to find out: the Checks sheet's fingerprint says whether figures did.
 * @param changed - called once after a burst of changes has been over for a moment
 */
export function watchWorkbook(changed: () => void): Promise<StopWatching> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): Promise<void> => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, QUIET_MS);
    return Promise.resolve();
  };
  return inExcel("watching the workbook", async (context) => {
    const { worksheets } = context.workbook;
    const registered = [worksheets.onChanged.add(soon), worksheets.onAdded.add(soon), worksheets.onDeleted.add(soon)];
    await context.sync();
    return async () => {
      clearTimeout(waiting);
      await Excel.run(registered[0]?.context ?? context, async (same) => {
        for (const each of registered) each.remove();
        await same.sync();
      });
    };
  });
}
