/** By which rules a region's returns were judged, where they are not the add-in's own. */
import { finding, wordsOf } from "../../validation/finding";
import { judgedBy, namedPack, type RulesInUse } from "../rules-in-use";

/** @returns "" where the workbook brings no rule pack along */
export function rulesInWords({ pack, loaded, passedOver }: RulesInUse): string {
  if (passedOver !== null) return wordsOf(finding("X02", { identity: "returns-register", tab: "", cell: "" }, { why: passedOver.says, remedy: passedOver.fix, used: namedPack(pack) })).says;
  return loaded === null ? "" : judgedBy(pack);
}
