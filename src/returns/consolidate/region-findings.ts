/** What only a region finds: shared figures that do not agree, openings in two units, returns that are late, names that only one organisation has. */
import { longDate } from "../../domain/period";
import { nameKey } from "../../domain/taxonomy";
import { demandUnitWords } from "../../blueprint/setup";
import { plainNumber } from "../../validation/reading";
import { finding, type Facts } from "../../validation/finding";
import type { CaseId } from "../../validation/catalogue";
import { HEADER_TABLE } from "../../validation/language/figures";
import { travelling } from "../../validation/vocabulary";
import { groupBy, inSentence } from "../../validation/words";
import { keyInWords } from "../collect/changes";
import { codeOf } from "../collect/choose";
import type { Collection } from "../collect/collection";
import { firstSent } from "../collect/register";
import type { ReadReturn } from "../file/arrival";
import type { RegionFinding } from "./consolidation";
import { SHARED_TABLE, type Declaration } from "./declarations";
import { isUsual, totalled, type GatheredRow } from "./gather";
import { explainedIn, regionFinding, type Beside } from "./judge-return";
import type { Mirror } from "./mirrors";
import { NOWHERE, placeOf } from "./places";

/** Where in a return something is said, and what it is about. */
interface Spot { readonly table: string; readonly row: number; readonly key: string; readonly measure: string }

const WHOLE: Spot = { table: "", row: 0, key: "", measure: "" };

/** Makes findings about returns, each with what was explained. */
export class Finder {
  private readonly returns: ReadonlyMap<string, ReadReturn>;

  constructor(collection: Collection, private readonly beside: Beside) {
    this.returns = new Map(collection.included.map((each) => [codeOf(each), each]));
  }

  /** "Ashby NHS Trust (R01)", or the code of an organisation of which nothing is known here. */
  name(code: string): string {
    const known = this.returns.get(code)?.document.header.organisation.name;
    return known === undefined ? code : `${known} (${code})`;
  }

  /** The first row of an organisation's Demand and supply about a role group. */
  rowOf(code: string, roleGroup: string): number {
    return (this.returns.get(code)?.document.tables["demand"] ?? []).findIndex(({ key }) => nameKey(key["role-group"] ?? "") === nameKey(roleGroup));
  }

  find(id: CaseId, code: string, { table, row, key, measure }: Spot, facts: Facts): RegionFinding {
    const from = this.returns.get(code);
    const place = from === undefined || table === "" || row < 0 ? NOWHERE : placeOf(from.document, table, row, measure);
    const found = { ...finding(id, place, facts), about: table === "" ? "" : `${table}|${key}|${measure}` };
    return regionFinding(found, { organisation: code, table, key, measure, explained: from === undefined ? "" : explainedIn(from, found, { table, key, measure }, this.beside) });
  }
}

const headingOf = (measure: string): string => travelling.get("demand")?.headings.get(measure) ?? measure;
const inWords = (number: number | null): string => (number === null ? "no number that can be read" : plainNumber(number));

/** Every organisation that a mirror figure concerns is told, in its own row where it has one. */
export function mirrorFindings(mirrors: readonly Mirror[], finder: Finder): readonly RegionFinding[] {
  return mirrors.flatMap((mirror) => {
    const id = caseOf(mirror);
    if (id === null) return [];
    const facts = {
      column: headingOf(mirror.measure), key: mirror.roleGroup, one: finder.name(mirror.one), other: finder.name(mirror.other), found: inWords(mirror.sides.get(mirror.one)?.number ?? null),
      otherFound: inWords(mirror.sides.get(mirror.other)?.number ?? null), fewer: inSentence(mirror.tooMany.map((code) => finder.name(code))),
    };
    const told = mirror.state === "other-not-returned" ? [mirror.one] : [mirror.one, mirror.other];
    return told.map((code) => finder.find(id, code, spotOf(mirror, code, finder), facts));
  });
}

function caseOf({ state, tooMany, closesRing }: Mirror): CaseId | null {
  switch (state) {
    case "matched": return closesRing ? "W91.ring" : null;
    case "differs": return tooMany.length > 0 ? "E90.too-many" : "E90.differs";
    case "not-declared-by-other": return "W91.one-sided";
    case "other-not-returned": return "W91.not-returned";
  }
}

/** The row in which an organisation declares it. One that declares nothing has no such row: it is about the figure itself then. */
function spotOf({ sides, measure, roleGroup }: Mirror, code: string, finder: Finder): Spot {
  const [declared] = sides.get(code)?.declarations ?? [];
  return declared === undefined ? { table: "demand", row: finder.rowOf(code, roleGroup), key: roleGroup, measure } : spotIn(declared, "shared-number");
}

const spotIn = ({ from, row }: Declaration, measure: string): Spot => ({ table: SHARED_TABLE, row, key: keyInWords(from.document.tables[SHARED_TABLE]?.[row] ?? { key: {} }), measure });

/** Declarations that cannot be held against another's. */
export function declarationFindings(declarations: readonly Declaration[], finder: Finder): readonly RegionFinding[] {
  const headings = inSentence(totalled.demand.map(headingOf), "or");
  return declarations.flatMap((each) => {
    if (each.measure === null) return [finder.find("E90.figure", each.by, spotIn(each, "shared-figure"), { other: finder.name(each.with), found: each.figure, headings })];
    return each.with === each.by ? [finder.find("E90.itself", each.by, spotIn(each, "shared-with"), { column: headingOf(each.measure), key: each.roleGroup, other: finder.name(each.with) })] : [];
  });
}

/** Openings in the unit that fewer organisations use; headcount is usual where as many use either. A nil return has none in any unit. */
export function unitFindings({ included }: Collection, finder: Finder): readonly RegionFinding[] {
  const counting = included.filter(({ document }) => document.header.nil === null);
  const units = groupBy(counting, ({ document }) => document.header.demandUnit);
  const [wte, headcount] = [units.get("wte") ?? [], units.get("headcount") ?? []];
  if (wte.length === 0 || headcount.length === 0) return [];
  const isUsualWte = wte.length > headcount.length;
  const [rare, many] = isUsualWte ? [headcount, wte] : [wte, headcount];
  const usual = demandUnitWords[isUsualWte ? "wte" : "headcount"];
  return rare.map((each) => finder.find("E92", codeOf(each), { table: HEADER_TABLE, row: 0, key: "", measure: "demand-unit" }, {
    organisation: finder.name(codeOf(each)), unit: demandUnitWords[each.document.header.demandUnit], usual, count: String(many.length), of: String(counting.length),
  }));
}

export function lateFindings({ register, included }: Collection, finder: Finder): readonly RegionFinding[] {
  const counting = new Map(included.map((each) => [codeOf(each), each]));
  return register.flatMap(({ code, daysLate }) => {
    const from = counting.get(code);
    const day = from === undefined ? null : firstSent(from);
    if (daysLate === null || daysLate === 0 || day === null) return [];
    return [finder.find("W93", code, WHOLE, { organisation: finder.name(code), day: longDate(day), late: daysLate === 1 ? "1 day" : `${daysLate} days` })];
  });
}

/** Role groups that are none of the usual ones and that only one organisation has, once there are others to compare with. */
export function loneRoleGroups({ included }: Collection, demand: readonly GatheredRow[], finder: Finder): readonly RegionFinding[] {
  if (included.filter(({ document }) => document.header.nil === null).length < 2) return [];
  return demand.flatMap(({ key, cells }) => {
    const name = key["role-group"] ?? "";
    const [first, ...others] = [...cells.values()].flat();
    if (first === undefined || isUsual("role-group", name) || others.some(({ code }) => code !== first.code)) return [];
    return [finder.find("W94", first.code, { table: "demand", row: first.row, key: name, measure: "role-group" }, { key: name, organisation: finder.name(first.code) })];
  });
}
