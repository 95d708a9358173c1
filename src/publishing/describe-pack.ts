/** What is said of a pack to the person who makes, signs or looks into one. */
import { catalogue } from "../validation/catalogue";
import { differences } from "../validation/rule-pack/compare-packs";
import { parsePack, type RulePack } from "../validation/rule-pack/pack";
import { strangeNamesIn } from "../validation/rule-pack/strange-names";
import type { Refused } from "../validation/rule-pack/refusals";
import type { SignedPack } from "../validation/rule-pack/signed-pack";

const ownRules = Object.entries(catalogue).map(([id, { code }]) => ({ id, code }));

/**
 * @param opened - what came of looking at its signature
 * @param json - the pack as it is written; null where there is none
 * @param shipped - the pack that comes with the add-in, as it is written
 * @returns lines, the last one without an end
 */
export function describePack(opened: SignedPack | Refused, json: unknown, shipped: unknown): string {
  const signed = opened.kind === "signed"
    ? [`Signed with the key ${opened.key.id} of ${opened.key.owner}. The signature holds.`, "An add-in built from this copy takes it."]
    : [`An add-in built from this copy does not take it (${opened.code}). ${opened.says}`, opened.fix];
  const written = readable(json);
  return [...(written === null ? [] : about(written)), ...signed, ...(written === null ? [] : ["", ...changes(written, json, shipped)])].join("\n");
}

/** A pack that is not taken can still be looked into, where it can be read. */
function readable(json: unknown): RulePack | null {
  try {
    return parsePack(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function about({ name, version, issued, publisher, effective: { from, to } }: RulePack): readonly string[] {
  const span = from === null ? (to === null ? "all periods" : `periods up to ${to}`) : to === null ? `periods from ${from} on` : `periods from ${from} to ${to}`;
  return [`${name} ${version}, issued on ${issued} by ${publisher}, for returns of ${span}.`];
}

/** Rules that would never find anything, as lines; none for a sound pack. */
export const slipsIn = (pack: RulePack): readonly string[] => strangeNamesIn(pack).map(({ rule, names }) => `${rule}: ${names.join(", ")}`);

function changes(pack: RulePack, json: unknown, shipped: unknown): readonly string[] {
  const { name, version } = parsePack(shipped);
  const { added, removed, changed, off, offInVain } = differences(json, shipped, ownRules);
  const slips = slipsIn(pack);
  const list = (title: string, lines: readonly string[]): readonly string[] => [`  ${title}: ${lines.length === 0 ? "none" : lines.length}`, ...lines.map((line) => `    ${line}`)];
  return [
    `Against ${name} ${version}, which comes with the add-in:`,
    ...list("Added", added), ...list("Removed", removed), ...list("Changed", changed.map(({ rule, parts }) => `${rule} (${parts.join(", ")})`)),
    ...list("Switched off", off.map(({ rule, why }) => `${rule}: ${why}`)),
    ...(offInVain.length === 0 ? [] : list("Switched off, but there is no such rule", offInVain)),
    ...(slips.length === 0 ? [] : list("Never judged, since the template has no such table, column or measure", slips)),
    ...list("Notices", pack.notices.map(({ rule, says }) => (rule === "" ? says : `${rule}: ${says}`))),
  ];
}
