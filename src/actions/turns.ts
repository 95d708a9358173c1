/** Long work on the thread that Excel and the pane share: it stands back now and then, and stops when it is asked to. */

/** Nobody notices a pause of this length. */
const TURN_MS = 30;

export class Turns {
  private began = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  /** Goes on at once within a turn; otherwise lets others have theirs. @throws the signal's reason when it was stopped */
  readonly rest = async (): Promise<void> => {
    if (performance.now() - this.began < TURN_MS) return;
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    this.signal.throwIfAborted();
    this.began = performance.now();
  };
}
