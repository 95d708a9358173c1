/**
 * Long work in steps. Each step is some milliseconds and gives the share that is done, 0 to 1; between two steps whoever waits can do something
 * else, or stop asking. The headless runner goes from step to step without a rest, a page rests: the work is the same.
 */

/** Work that ends in a `T`. */
export type Steps<T> = Generator<number, T>;

/** What is being done: opening goes through the first five, saving through the last three. */
export type Stage = "unpacking" | "texts" | "cells" | "formulas" | "results" | "comparing" | "writing" | "packing";

/** How far a whole is, and at what. */
export interface Step { readonly stage: Stage; readonly share: number }
export type StagedSteps<T> = Generator<Step, T>;

/** All of the work at once. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** A part of some work: its shares lie between two shares of the whole. */
export function* between<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield from + value * (to - from);
  }
}

/** The same under the name of what is done. */
export function* staged<T>(stage: Stage, from: number, to: number, steps: Steps<T>): StagedSteps<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield { stage, share: from + value * (to - from) };
  }
}

/** Work that has stages of its own, as a part of a longer one. */
export function* stagedBetween<T>(from: number, to: number, steps: StagedSteps<T>): StagedSteps<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield { stage: value.stage, share: from + value.share * (to - from) };
  }
}
