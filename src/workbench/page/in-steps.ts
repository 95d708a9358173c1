/** Long work done between frames, so that the page goes on; it can be stopped on the way. */

/** Milliseconds of work before the page gets its turn. */
const SLICE = 30;

/**
 * What the work comes to; null when it was stopped.
 * @param onShare - told how much is done, 0 to 1, at every turn
 */
export async function inSteps<T>(work: Generator<number, T>, onShare: (share: number) => void, isStopped: () => boolean): Promise<T | null> {
  for (;;) {
    const until = performance.now() + SLICE;
    let share = 0;
    do {
      const { done, value } = work.next();
      if (done === true) return value;
      share = value;
    } while (performance.now() < until);
    onShare(share);
    await nextTurn();
    if (!isStopped()) continue;
    return null;
  }
}

/** After the page has drawn what it was told. */
export const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
