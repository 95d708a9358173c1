/**
 * Names that a pack's rules use and the template does not have. The check passes such a rule over without a word, which is right for a column that
 * somebody removed; in a rule that is just being written it is a slip, so those who publish are told.
 */
import { HEADER_TABLE } from "../language/figures";
import { measuresOf, type RuleData } from "../language/rule-data";
import { headerNames, regionTables, vocabulary, waitingTables } from "../vocabulary";
import type { RulePack } from "./pack";

export interface StrangeNames { readonly rule: string; readonly names: readonly string[] }

/** Every name of the template and of modules to come: measures, columns and families of all tables and of the Cover, and "it". */
const known: ReadonlySet<string> = new Set(["it", ...headerNames.keys(), ...[...vocabulary.values(), ...regionTables.values()].flatMap(({ headings, families }) => [...headings.keys(), ...families.keys()]), ...[...waitingTables.values()].flatMap(({ measures }) => measures)]);
const tables: ReadonlySet<string> = new Set([HEADER_TABLE, ...vocabulary.keys(), ...regionTables.keys(), ...waitingTables.keys()]);

/** @returns each rule with names that nothing answers to; none for a sound pack */
export function strangeNamesIn({ rules }: Pick<RulePack, "rules">): readonly StrangeNames[] {
  return rules.flatMap((rule) => {
    const names = [...(tables.has(rule.table) ? [] : [rule.table]), ...namesOf(rule).filter((name) => !known.has(name))];
    return names.length === 0 ? [] : [{ rule: rule.id, names: [...new Set(names)] }];
  });
}

function namesOf(rule: RuleData): readonly string[] {
  const words = "words" in rule.test ? [rule.test.words].flat() : [];
  return [...measuresOf(rule), ...rule.each, ...rule.where.keys(), ...rule.by, ...words];
}
