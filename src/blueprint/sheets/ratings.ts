/** Colours for ratings and choice ratios. The word or figure is always in the cell as well. */
import { a1 } from "../place";
import type { HighlightBlueprint, Rectangle } from "../types";

/** Green, Amber, Red by the cell's own word; anything else that is said in words is grey. */
export function ragHighlights(area: Rectangle): readonly HighlightBlueprint[] {
  const cell = a1(area.top, area.left);
  return [
    { area, when: `=${cell}="Green"`, look: "ragGreen" },
    { area, when: `=${cell}="Amber"`, look: "ragAmber" },
    { area, when: `=${cell}="Red"`, look: "ragRed" },
    { area, when: `=ISTEXT(${cell})`, look: "ragNone" },
  ];
}

/** The heat map of choice ratios, by the Cover's thresholds. */
export function ratioHeat(area: Rectangle): readonly HighlightBlueprint[] {
  const cell = a1(area.top, area.left);
  return [
    { area, when: `=AND(ISNUMBER(${cell}),${cell}>=nmRatioGreen)`, look: "heatHigh" },
    { area, when: `=AND(ISNUMBER(${cell}),${cell}>=nmRatioAmber)`, look: "heatMiddle" },
    { area, when: `=ISNUMBER(${cell})`, look: "heatLow" },
  ];
}
