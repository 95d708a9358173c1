/** What differs between two rule packs, rule by rule. */
import { canonicalJson } from "../../domain/canonical-json";
import { isOff, parsePack, type Deactivation, type RulePack } from "./pack";

/** Rules by id. `changed` names the parts of each that differ. */
export interface PackDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly rule: string; readonly parts: readonly string[] }[];
  readonly off: readonly Deactivation[];
  /** Switched off, though neither the pack nor the product has such a rule. */
  readonly offInVain: readonly string[];
}

type Written = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * @param json - a pack as it is written, which must be one that can be read
 * @param before - the pack to compare with, as it is written
 * @param ownRules - codes and cases of the rules that the product itself has
 * @throws SyntaxError where either is no pack
 */
export function differences(json: unknown, before: unknown, ownRules: readonly { readonly id: string; readonly code: string }[]): PackDifferences {
  const pack = parsePack(json);
  const [now, then] = [rulesIn(json), rulesIn(before)];
  parsePack(before);
  return {
    added: [...now.keys()].filter((id) => !then.has(id)), removed: [...then.keys()].filter((id) => !now.has(id)),
    changed: [...now].flatMap(([rule, written]) => { const parts = partsThatDiffer(written, then.get(rule)); return parts.length === 0 ? [] : [{ rule, parts }]; }),
    off: pack.off, offInVain: offInVain(pack, ownRules),
  };
}

const rulesIn = (json: unknown): Written => new Map((json as { readonly rules: readonly Readonly<Record<string, unknown>>[] }).rules.map((rule) => [String(rule["id"]), rule]));

function partsThatDiffer(now: Readonly<Record<string, unknown>>, then: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  if (then === undefined) return [];
  const same = (part: string): boolean => Object.hasOwn(now, part) && Object.hasOwn(then, part) && canonicalJson(now[part]) === canonicalJson(then[part]);
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((part) => !same(part));
}

function offInVain({ off, rules }: RulePack, ownRules: readonly { readonly id: string; readonly code: string }[]): readonly string[] {
  return off.filter((each) => ![...rules, ...ownRules].some((rule) => isOff({ off: [each] }, rule))).map(({ rule }) => rule);
}
