/** Consolidating: a region's totals from the returns that count, what is shared counted once, what is withheld kept, and what the region's rules find. */
import type { RulePack } from "../../validation/rule-pack/pack";
import { severities } from "../../validation/severity";
import { regionTables } from "../../validation/vocabulary";
import { codeOf } from "../collect/choose";
import { expectedOn } from "../collect/belongs";
import type { Collection } from "../collect/collection";
import { byText, byTexts } from "../order";
import type { Consolidation, ConsolidatedFigure, ConsolidatedRow, Coverage, RegionFinding } from "./consolidation";
import { declarationsIn } from "./declarations";
import { gathered, totalled, type GatheredRow } from "./gather";
import { aboutOf, explainedIn, findingsOfReturn, judged, regionFinding, type Beside } from "./judge-return";
import { mirrorsIn, type Mirrors } from "./mirrors";
import { declarationFindings, Finder, lateFindings, loneRoleGroups, mirrorFindings, unitFindings } from "./region-findings";
import { regionFigures } from "./region-figures";
import { totalOf } from "./total";
import { withholding, type Withholding } from "./withholding";

/**
 * @param pack - the region's rules, by which every return is judged again
 * @param beside - what else is at hand; nothing by default
 * @returns the same for any order in which the returns came
 */
export function consolidate(collection: Collection, pack: RulePack, beside: Partial<Beside> = {}): Consolidation {
  const turns = consolidateInTurns(collection, pack, beside);
  let turn = turns.next();
  while (turn.done !== true) turn = turns.next();
  return turn.value;
}

/** The same in turns, one for each return that is judged, so that a caller can show how far it is and stop. */
export function* consolidateInTurns(collection: Collection, pack: RulePack, beside: Partial<Beside> = {}): Generator<void, Consolidation> {
  const known: Beside = { lastOf: () => null, asked: [], ...beside };
  const { included } = collection;
  const [demand, profile] = [gathered(included, "demand"), gathered(included, "profile")];
  const held = withholding(demand, profile);
  const declarations = included.flatMap(declarationsIn);
  const mirrors = mirrorsIn(declarations, new Set(included.map(codeOf)), demand);
  const totals = { demand: demand.map((row) => demandTotals(row, included.length, held, mirrors)), profile: profile.map((row) => profileTotals(row, included.length, held)) };
  const finder = new Finder(collection, known);
  const ofReturns: RegionFinding[] = [];
  for (const each of included) {
    ofReturns.push(...findingsOfReturn(each, pack, known));
    yield;
  }
  const findings = [
    ...ofReturns, ...findingsOfRegion(collection, totals, pack, known), ...declarationFindings(declarations, finder),
    ...mirrorFindings(mirrors.mirrors, finder), ...unitFindings(collection, finder), ...lateFindings(collection, finder), ...loneRoleGroups(collection, demand, finder),
  ];
  return {
    coverage: coverageOf(collection), ...totals, allRoleGroups: allTogether(demand, included.length, held, mirrors),
    shared: mirrors.mirrors.map(({ roleGroup, measure, one, other, number, state }) => ({ roleGroup, measure, one, other, number, state })), findings: inOrder(findings),
  };
}

const openings = (measure: string): boolean => measure.startsWith("demand.");

function demandTotals(row: GatheredRow, of: number, held: Withholding, { sharedIn }: Mirrors): ConsolidatedRow {
  return { key: row.key, figures: Object.fromEntries(totalled.demand.map((measure) => [measure, totalOf(row.cells.get(measure) ?? [], { isWithheld: held.demand(row, measure), of, shared: sharedIn(row, measure), isInUnits: openings(measure) })])) };
}

function profileTotals(row: GatheredRow, of: number, held: Withholding): ConsolidatedRow {
  return { key: row.key, figures: Object.fromEntries(totalled.profile.map((measure) => [measure, totalOf(row.cells.get(measure) ?? [], { isWithheld: held.profile(row), of, shared: 0, isInUnits: false })])) };
}

function allTogether(rows: readonly GatheredRow[], of: number, held: Withholding, { sharedIn }: Mirrors): Readonly<Record<string, ConsolidatedFigure>> {
  return Object.fromEntries(totalled.demand.map((measure) => {
    const shared = rows.reduce((sum, row) => sum + sharedIn(row, measure), 0);
    return [measure, totalOf(rows.flatMap((row) => row.cells.get(measure) ?? []), { isWithheld: held.allRoleGroups(measure), of, shared, isInUnits: openings(measure) })];
  }));
}

function coverageOf({ collecting, included }: Collection): Coverage {
  const codes = new Set(included.map(codeOf));
  const expected = [...expectedOn(collecting).keys()].sort(byText);
  if (expected.length === 0) return { expected: codes.size, included: codes.size, missing: [], says: codes.size === 1 ? "1 organisation" : `${codes.size} organisations` };
  return { expected: expected.length, included: codes.size, missing: expected.filter((code) => !codes.has(code)), says: `${codes.size} of ${expected.length} ${expected.length === 1 ? "organisation" : "organisations"}` };
}

/** Rules over the organisations side by side; each finding goes back to the organisation that it is about. */
function findingsOfRegion(collection: Collection, totals: Pick<Consolidation, "demand">, pack: RulePack, beside: Beside): readonly RegionFinding[] {
  const rules = pack.rules.filter(({ table }) => regionTables.has(table));
  if (rules.length === 0) return [];
  const { figures, sources } = regionFigures(collection, totals);
  const returns = new Map(collection.included.map((each) => [codeOf(each), each]));
  return judged(rules, pack, figures).map((found) => {
    const at = aboutOf(found);
    const source = sources.get(`${at.table}|${at.key}`);
    const about = source === undefined ? { table: "", key: "", measure: "" } : { table: source.table, key: source.key, measure: source.measureOf(at.measure) };
    const from = returns.get(source?.organisation ?? "");
    return regionFinding(found, { organisation: source?.organisation ?? "", ...about, explained: from === undefined ? "" : explainedIn(from, found, about, beside) });
  });
}

/** Worst first, then by organisation. */
const inOrder = (findings: readonly RegionFinding[]): readonly RegionFinding[] =>
  [...findings].sort(byTexts((each) => [String(severities.indexOf(each.severity)), each.organisation, each.code, each.table, each.key, each.measure, each.says]));
