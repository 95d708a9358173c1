/** A rule pack: rules that can be newer than the product, as one file. What the file holds is looked at here; who signed it, in `signed-pack.ts`. */
import { Reader } from "../json-reader";
import { parseRule } from "../language/parse-rule";
import type { RuleData } from "../language/rule-data";

/** A rule that is not to be judged, and why. By code ("W48") or by case ("W42.high"). */
export interface Deactivation { readonly rule: string; readonly why: string }

/** Something known about a rule or the template that a person should see. `rule` is "" where it is about all. */
export interface Notice { readonly rule: string; readonly says: string }

export interface RulePack {
  readonly name: string;
  /** Three numbers: a new first one needs a new template. */
  readonly version: string;
  readonly publisher: string;
  /** The day it was made, as 2026-11-25. */
  readonly issued: string;
  /** First and last period that it is for; null where there is no end. */
  readonly effective: RuleData["periods"];
  readonly rules: readonly RuleData[];
  readonly off: readonly Deactivation[];
  readonly notices: readonly Notice[];
}

export const PACK_FORMAT = "talent-plan-rule-pack";
export const PACK_FORMAT_VERSION = 1;

/**
 * @param json - a pack, as the README beside this file describes it, without its signature
 * @throws SyntaxError that names the part of it that is not understood and what should stand there
 */
export function parsePack(json: unknown): RulePack {
  const pack = new Reader(json, "the rule pack");
  pack.oneOf("format", [PACK_FORMAT]);
  const version = pack.number("formatVersion", NaN);
  if (version !== PACK_FORMAT_VERSION) throw new SyntaxError(`The rule pack is in version ${version} of the format; this add-in reads version ${PACK_FORMAT_VERSION}. Update the add-in, or ask for a pack for it.`);
  pack.onlyHas(["format", "formatVersion", "name", "version", "issued", "publisher", "effective", "rules", "off", "notices"]);
  const rules = pack.items("rules").map((rule) => rule.understood(() => parseRule(rule.whole())));
  const twice = rules.find(({ id }, index) => rules.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new SyntaxError(`The rule pack has two rules called ${twice.id}.`);
  return {
    name: pack.words("name"), version: pack.matching("version", /^\d+\.\d+\.\d+$/, 'three numbers such as "1.4.0"'), publisher: pack.words("publisher"),
    issued: pack.matching("issued", /^\d{4}-\d{2}-\d{2}$/, 'a day such as "2026-11-25"'), effective: pack.periods("effective"), rules,
    off: pack.items("off").map((each) => ({ rule: each.words("rule"), why: each.words("why") })),
    notices: pack.items("notices").map((each) => ({ rule: each.has("rule") ? each.words("rule") : "", says: each.words("says") })),
  };
}

/** Whether a pack has switched a rule off, by its code or its case. */
export const isOff = ({ off }: Pick<RulePack, "off">, { id, code }: { readonly id: string; readonly code: string }): boolean => off.some(({ rule }) => rule === id || rule === code);
