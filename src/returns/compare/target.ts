/** Target with actual: ready people per opening held against what the organisation aims at, role group by role group and horizon by horizon. */
import { blank, type Missing } from "../../domain/figures";
import { choiceRatio, peopleToDevelop, type Worked } from "../../domain/gap";
import { horizons } from "../../domain/taxonomy";
import { plainNumber } from "../../validation/reading";
import type { Side } from "./side";

export interface TargetLine {
  readonly roleGroup: string;
  readonly horizon: string;
  readonly actual: Worked<Missing | "no-demand">;
  readonly target: number;
  /** People who would have to be ready as well; 0 where the target is met; null where it is not known or there is nothing to fill. */
  readonly toDevelop: number | null;
  /** "" where the target is met or nothing can be said. */
  readonly says: string;
}

/** In the order of the side's role groups. */
export function againstTarget({ demand, thresholds: { targetRatio } }: Side): readonly TargetLine[] {
  return [...demand.values()].flatMap(({ key, figures }) => horizons.map(({ id, name }): TargetLine => {
    const both = { demand: figures[`demand.${id}`] ?? blank, supply: figures[`supply.${id}`] ?? blank };
    const actual = choiceRatio(both);
    const needed = actual.kind === "number" ? peopleToDevelop(both, targetRatio) : null;
    const toDevelop = needed?.kind === "number" ? needed.value : null;
    const roleGroup = key["role-group"] ?? "";
    const says = toDevelop === null || toDevelop === 0 || actual.kind !== "number" ? ""
      : `${roleGroup} (${name.toLowerCase()}) is short of the target: ${plainNumber(actual.value)} ready for each opening where ${plainNumber(targetRatio)} are aimed at, so ${toDevelop === 1 ? "1 more person has" : `${toDevelop} more people have`} to be ready.`;
    return { roleGroup, horizon: id, actual, target: targetRatio, toDevelop, says };
  }));
}
