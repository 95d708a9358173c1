/** Work that is one step to the person who asked: it can be stopped before it starts, and what Excel refuses comes out in words. */
import type { Progress } from "./action";
import { withExcelWords } from "./excel-words";

/**
 * @param says - what goes on meanwhile: "Checking the figures"
 * @param standing - what stands after a refusal, as a sentence
 * @throws ActionProblem with the code of the refusal; the signal's reason when it was stopped before
 */
export async function inOneStep<T>(progress: Progress, says: string, work: () => Promise<T>, standing?: string): Promise<T> {
  progress.step(says, 0, 1);
  progress.signal.throwIfAborted();
  const done = await withExcelWords(work, standing);
  progress.step("Done", 1, 1);
  return done;
}
