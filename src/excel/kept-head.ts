/** Number and hash of the record's last line, in a hidden name of the Cover: apart from the record, so that a cut-off end shows. What the text is, is none of this file's business. */
import type { Named } from "./kept-pack";

const HEAD_NAME = "_TalentPlan.LogHead";

const headName = <N extends Named>(names: readonly N[]): N | undefined => names.find(({ name }) => name.toLowerCase() === HEAD_NAME.toLowerCase());

/** @returns null where the Cover keeps none */
export function headTextIn(names: readonly Named[]): string | null {
  const found = headName(names);
  return found === undefined ? null : /^="(.*)"$/.exec(String(found.formula))?.[1] ?? "";
}

/** Queues the new text in place of what was kept. @param text - without quotation marks */
export function queueHead(cover: Excel.Worksheet, text: string): void {
  const formula = `="${text}"`;
  const standing = headName(cover.names.items);
  if (standing === undefined) cover.names.add(HEAD_NAME, formula).visible = false;
  else standing.formula = formula;
}
