/** What the selection comes to, worked out between frames, so that selecting a whole sheet holds nobody up. */
import { useEffect, useState } from "react";
import type { Hand } from "./hand";
import { areasOf } from "./moves";
import { sumsInSlices, type Sums } from "./selection-sums";

const NONE: Sums = { filled: 0, numbers: 0, sum: 0 };

/** Null while a large selection is still being counted. */
export function useSums({ sheet, selection, content }: Hand): Sums | null {
  const [sums, setSums] = useState<Sums | null>(NONE);
  useEffect(() => {
    const walk = sumsInSlices(sheet, areasOf(selection));
    let timer: ReturnType<typeof setTimeout> | null = null;
    const goOn = (): void => {
      const { done, value } = walk.next();
      if (done === true) return setSums(value);
      setSums(null);
      timer = setTimeout(goOn, 0);
    };
    goOn();
    return () => { if (timer !== null) clearTimeout(timer); };
  }, [sheet, selection, content]);
  return sums;
}
