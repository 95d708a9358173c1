/** Chance for tests: the same for the same seed (mulberry32), so that what fails can be run again. */

export class Chance {
  private state: number;
  constructor(seed: number) { this.state = seed >>> 0; }

  /** From 0 up to 1. */
  part(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0, below the limit. */
  below(limit: number): number { return Math.floor(this.part() * limit); }

  /** @throws RangeError for nothing to choose from */
  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new RangeError("There is nothing to choose from.");
    return chosen;
  }
}
