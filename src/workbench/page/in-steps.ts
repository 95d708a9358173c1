/** Long work done between frames, so that the page goes on; it can be stopped on the way. */
import type { StagedSteps, Step } from "../../host/workbook/steps";

/** Half of what a person feels as a wait; a step that goes beyond it still ends well below. */
const SLICE = 25;

/**
 * What the work comes to; null when it was stopped.
 * @param onStep - told how far it is, at every turn
 * @param slice - milliseconds of work before the page gets its turn; at 0 it gets one after every step
 */
export async function inSteps<T>(work: StagedSteps<T>, onStep: (step: Step) => void, isStopped: () => boolean, slice = SLICE): Promise<T | null> {
  const turns = new Turns();
  try {
    for (;;) {
      const until = performance.now() + slice;
      let step: Step | null = null;
      do {
        const { done, value } = work.next();
        if (done === true) return value;
        step = value;
      } while (performance.now() < until);
      onStep(step);
      await turns.next();
      if (isStopped()) return null;
    }
  } finally {
    turns.close();
  }
}

/** Turns of the page. By messages, since timers wait 4 ms each, and a second each in a tab that is not in front. */
class Turns {
  private readonly channel = new MessageChannel();
  private resume: () => void = () => undefined;

  constructor() { this.channel.port1.onmessage = () => this.resume(); }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.resume = resolve;
      this.channel.port2.postMessage(null);
    });
  }
  close(): void { this.channel.port1.close(); }
}
