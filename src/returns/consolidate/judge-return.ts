/** The region's rules on one return: what they find, where in its file, and what was said of it. */
import { isoDate, longDate } from "../../domain/period";
import { finding, wordsOf, type Finding } from "../../validation/finding";
import { isEnough, referenceOf } from "../../validation/explanations";
import type { FigureTable, Figures } from "../../validation/language/figures";
import { judge } from "../../validation/language/judge";
import { isOff, type RulePack } from "../../validation/rule-pack/pack";
import { orDefect } from "../../validation/defect";
import { regionTables } from "../../validation/vocabulary";
import { keyInWords } from "../collect/changes";
import { codeOf } from "../collect/choose";
import type { ReadReturn } from "../file/arrival";
import { figuresOfReturn } from "../figures-of-return";
import type { ReturnDocument } from "../format/return-document";
import type { Query, QueryFile } from "../queries/query-file";
import type { RegionFinding } from "./consolidation";
import { NOWHERE, placeInWords, placeOf } from "./places";

/** What else a region may have at hand. */
export interface Beside {
  /** The return of the period before, by organisation; rules against it are passed over where there is none. */
  readonly lastOf: (code: string) => ReturnDocument | null;
  /** What the region asked before; an answer that came with the return explains what it was asked about. */
  readonly asked: readonly QueryFile[];
}

/** Where a finding of rules over a region's tables belongs: an organisation, and a row and cell of its return. */
export interface Source { readonly organisation: string; readonly table: string; readonly key: string; readonly measureOf: (measure: string) => string }

export function findingsOfReturn(from: ReadReturn, pack: RulePack, beside: Beside): readonly RegionFinding[] {
  const { document } = from;
  if (document.header.nil !== null) return [];
  const last = beside.lastOf(codeOf(from));
  const figures = figuresOfReturn(document, (table, row, measure) => placeOf(document, table, row, measure), last === null ? null : figuresOfReturn(last));
  const rules = pack.rules.filter((rule) => !regionTables.has(rule.table));
  const organisation = codeOf(from);
  return judged(rules, pack, figures).map((found) => {
    const { table, key, measure } = aboutOf(found);
    return regionFinding(found, { organisation, table, key, measure, explained: explainedIn(from, found, { table, key, measure }, beside) });
  });
}

/** Every break of the rules. A rule that fails is said to have failed, and hides no other. */
export function judged(rules: RulePack["rules"], pack: RulePack, figures: Figures): readonly Finding[] {
  return rules.filter((rule) => !isOff(pack, rule)).flatMap((rule) =>
    [...orDefect(() => judge([rule], figures), (why) => [finding("X01", firstPlace(figures.tables.get(rule.table)), { rule: rule.id, why })])].flat());
}

const firstPlace = (table: FigureTable | undefined): Finding["place"] => table?.rows[0]?.place(table.keys[0] ?? "") ?? NOWHERE;

export function regionFinding(found: Finding, about: Pick<RegionFinding, "organisation" | "table" | "key" | "measure" | "explained">): RegionFinding {
  return { ...wordsOf(found), ...about, place: placeInWords(found.place) };
}

/** @returns "" in all three where a finding is about no table */
export function aboutOf({ about }: Finding): { readonly table: string; readonly key: string; readonly measure: string } {
  const [start, end] = [about.indexOf("|"), about.lastIndexOf("|")];
  return start < 0 || end <= start ? { table: "", key: "", measure: "" } : { table: about.slice(0, start), key: about.slice(start + 1, end), measure: about.slice(end + 1) };
}

/** An explanation holds while the figures are those that it was given for; an answer came with the figures. What must be put right is not explained away. */
export function explainedIn(from: ReadReturn, found: Finding, about: Pick<RegionFinding, "table" | "key" | "measure">, { asked }: Pick<Beside, "asked">): string {
  if (found.rule.severity !== "explain") return "";
  const { explanations, answers } = from.document;
  const reference = referenceOf(found);
  const explained = explanations.find((each) => each.reference === reference && isEnough(each));
  if (explained !== undefined) return said(explained);
  const ids = new Set(asked.filter(({ organisation }) => organisation.code === codeOf(from)).flatMap(({ queries }) => queries).filter((query) => query.code === found.rule.code && isAbout(query, about)).map(({ id }) => id));
  const answer = answers.filter((each) => ids.has(each.query) && isEnough(each)).at(-1);
  return answer === undefined ? "" : said(answer);
}

const isAbout = ({ about }: Query, { table, key, measure }: Pick<RegionFinding, "table" | "key" | "measure">): boolean =>
  (about === null ? table === "" : about.table === table && about.measure === measure && keyInWords(about) === key);

function said({ text, by, on }: { readonly text: string; readonly by: string; readonly on: string | null }): string {
  const day = on === null ? null : isoDate(on);
  return `${text} (${[by, day === null ? "" : longDate(day)].filter((part) => part !== "").join(", ")})`;
}
