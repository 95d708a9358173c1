/** Draws a component again whenever the hand or the workbook under it changes. */
import { useEffect, useState } from "react";
import type { Hand } from "./hand";

export function useHand(hand: Hand): void {
  const [, again] = useState(0);
  useEffect(() => {
    const stop = hand.subscribe(() => again((count) => count + 1));
    again((count) => count + 1);
    return () => { stop(); };
  }, [hand]);
}
