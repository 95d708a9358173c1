/** What a search finds, looked for between frames, so that a sheet of millions of cells holds nobody up. */
import * as React from "react";
import type { Sheet } from "../workbook/sheet";
import type { Steps } from "../workbook/steps";
import { findAllInSteps, type Wanted } from "./find";
import type { Place } from "./moves";

export interface Found {
  /** The cells; none while they are still looked for, or when the search was stopped. */
  readonly places: readonly Place[];
  readonly state: "found" | "looking" | "stopped";
  /** How much of the sheet is looked through, 0 to 1. */
  readonly share: number;
  stop(): void;
}

interface Search { readonly steps: Steps<readonly Place[]>; readonly first: IteratorResult<number, readonly Place[]> }
interface Later { readonly search: Search; readonly places: readonly Place[]; readonly state: Found["state"]; readonly share: number }

/** Milliseconds of looking before the page gets its turn. */
const SLICE = 25;

/** @param content - changes whenever the cells do */
export function useFound(sheet: Sheet, content: number, wanted: Wanted): Found {
  // Most sheets are looked through in the first step, and then there is nothing to wait for.
  const search = React.useMemo((): Search => {
    const steps = findAllInSteps(sheet, wanted);
    return { steps, first: steps.next() };
  }, [sheet, content, wanted.text, wanted.matchCase, wanted.wholeCell, wanted.inFormulas]);
  const [later, setLater] = React.useState<Later | null>(null);
  const isStopped = React.useRef(false);
  React.useEffect(() => {
    if (search.first.done === true) return;
    isStopped.current = false;
    let timer = setTimeout(goOn, 0);
    function goOn(): void {
      if (isStopped.current) return setLater({ search, places: [], state: "stopped", share: 0 });
      const until = performance.now() + SLICE;
      let step = search.steps.next();
      while (step.done !== true && performance.now() < until) step = search.steps.next();
      if (step.done === true) return setLater({ search, places: step.value, state: "found", share: 1 });
      setLater({ search, places: [], state: "looking", share: step.value });
      timer = setTimeout(goOn, 0);
    }
    return () => clearTimeout(timer);
  }, [search]);
  const stop = (): void => { isStopped.current = true; };
  if (search.first.done === true) return { places: search.first.value, state: "found", share: 1, stop };
  return later?.search === search ? { ...later, stop } : { places: NOWHERE, state: "looking", share: 0, stop };
}

const NOWHERE: readonly Place[] = [];
