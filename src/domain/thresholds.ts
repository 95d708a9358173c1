/** The lines between green, amber and red. Proposals of ours: the guidance sets none, so every one can be changed on the Cover. */

export interface Thresholds {
  /** Ready people per opening that an organisation aims at: being spoilt for choice. */
  readonly targetRatio: number;
  /** A choice ratio at or above this is green. */
  readonly ratioGreen: number;
  /** At or above this, and below green, is amber; below it is red. */
  readonly ratioAmber: number;
  /** A representation index from `indexLow` to `indexHigh` is green; below `indexRed` is red; all else is amber. */
  readonly indexRed: number;
  readonly indexLow: number;
  readonly indexHigh: number;
  /** Shares of fewer people than this are marked "small base" and not coloured: one person would be ten points. */
  readonly smallBase: number;
}

export const defaultThresholds: Thresholds = {
  targetRatio: 3, ratioGreen: 3, ratioAmber: 1, indexRed: 0.6, indexLow: 0.8, indexHigh: 1.25, smallBase: 10,
};
