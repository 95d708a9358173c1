/** The cells that a range's formulas read, and the formulas that read it: Excel.WorkbookRangeAreas. */
import { Reference } from "../calc/operand";
import { tokensOf } from "../calc/parse-formula";
import { resolveRange, resolveTable } from "../calc/resolve";
import { isCells, isName, isTableReference } from "../calc/rewrite-formula";
import { area as areaOf, intersect, type Area } from "../workbook/area";
import { withoutAreas } from "../workbook/areas";
import type { Sheet } from "../workbook/sheet";
import { addressOf, placeNamed, type Place } from "./address";
import { pick } from "./cell-sets";
import { standing } from "./cells";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass } from "./definition";
import { rangeAreasClass, rangeCollectionClass } from "./range-areas";
import { itemNotFound } from "./refusal";
import type { AreasHold, PlacesHold, RangeHold, Session } from "./session";
import { worksheetClass } from "./worksheet";


/** The places that a formula names. */
function read(session: Session, formula: string, sheet: Sheet, row: number, column: number): readonly Place[] {
  return tokensOf(formula).flatMap((token): readonly Place[] => {
    const home = { sheet, row, column, down: 0, right: 0 };
    const resolved = isCells(token) ? resolveRange(token.value, home) : isTableReference(token) ? resolveTable(token.value, home) : null;
    if (resolved instanceof Reference) return [{ sheet: resolved.sheet, area: resolved.area }];
    const named = isName(token) ? placeNamed(session, token.value, sheet) : null;
    return named === null ? [] : [named];
  });
}

/** What the formulas of places read, each cell once. */
function precedents(session: Session, of: readonly Place[]): readonly Place[] {
  return of.flatMap(({ sheet, area }) => [...sheet.entries()].flatMap(([row, column, cell]) =>
    (cell.formula === null || intersect(area, areaOf(row, column)) === null ? [] : read(session, cell.formula, sheet, row, column))));
}

/** The cells whose formulas read any of the places. */
function dependents(session: Session, of: readonly Place[]): readonly Place[] {
  return session.workbook.sheets.flatMap((sheet) => [...sheet.entries()].flatMap(([row, column, cell]) => {
    if (cell.formula === null) return [];
    const reads = read(session, cell.formula, sheet, row, column);
    return reads.some((place) => of.some((one) => one.sheet === place.sheet && intersect(one.area, place.area) !== null)) ? [{ sheet, area: areaOf(row, column) }] : [];
  }));
}

type Step = (session: Session, of: readonly Place[]) => readonly Place[];

/** Step by step until nothing new is found. */
function everyStep(step: Step): Step {
  return (session, of) => {
    const all: Place[] = [];
    for (let next = step(session, of); next.length > 0; ) {
      const fresh = next.flatMap(({ sheet, area }) => withoutAreas([area], all.filter((one) => one.sheet === sheet).map((one) => one.area)).map((part) => ({ sheet, area: part })));
      all.push(...fresh);
      next = fresh.length === 0 ? [] : step(session, fresh);
    }
    return all;
  };
}

/** The places by sheet in tab order; neighbouring cells become one area. @throws Refusal ItemNotFound for none */
function linked(range: RangeHold, step: Step): HostObject {
  const { session, sheet, area } = standing(range);
  const places = step(session, [{ sheet, area }]);
  const found = session.workbook.sheets.flatMap((one): readonly AreasHold[] => {
    const areas = places.filter((place) => place.sheet === one).map((place) => place.area);
    return areas.length === 0 ? [] : [session.areas(one, tidied(areas))];
  });
  if (found.length === 0) throw itemNotFound();
  return workbookAreasClass.of({ session, places: found });
}

const MOST_CELLS_TIDIED = 1_000_000;

function tidied(areas: readonly Area[]): readonly Area[] {
  const around = areas.reduce((a, b) => ({ top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom), left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) }));
  if ((around.bottom - around.top + 1) * (around.right - around.left + 1) > MOST_CELLS_TIDIED) return areas;
  return pick(around, (row, column) => areas.some((area) => intersect(area, areaOf(row, column)) !== null));
}

function onSheet(self: PlacesHold, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = self.places.find(({ sheet }) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted);
  return found === undefined ? null : rangeAreasClass.of(found);
}

const areasListClass: ObjectClass<PlacesHold> = declareClass<Excel.RangeAreasCollection, PlacesHold>(
  "RangeAreasCollection",
  { items: (self) => self.places.map((one) => rangeAreasClass.of(one)), item: (self, args) => areasAt(self, args.whole(0)) },
  { methods: { getCount: method("1.12", (self) => self.places.length), getItemAt: method("1.12", (self, args) => areasAt(self, args.whole(0))) } },
);

function areasAt(self: PlacesHold, index: number): HostObject {
  const found = self.places[index];
  if (found === undefined) throw itemNotFound();
  return rangeAreasClass.of(found);
}

const everyRange = (self: PlacesHold): readonly RangeHold[] => self.places.flatMap(({ ranges }) => ranges);

export const workbookAreasClass: ObjectClass<PlacesHold> = declareClass<Excel.WorkbookRangeAreas, PlacesHold>("WorkbookRangeAreas", {
  identity: (self) => {
    const reference = self.session.referenceOf(self);
    return reference === null ? {} : { _ReferenceId: reference };
  },
}, {
  scalars: { addresses: scalar("1.12", (self) => self.places.map(({ sheet, ranges }) => ranges.map(({ area }) => addressOf(sheet, area)).join(", "))) },
  navigations: { areas: navigation("1.12", (self) => areasListClass.of(self)), ranges: navigation("1.12", (self) => rangeCollectionClass.of({ session: self.session, ranges: everyRange(self) })) },
  methods: {
    getRangeAreasBySheet: method("1.12", (self, args) => {
      const areas = onSheet(self, sheetKey(args.raw(0)));
      if (areas === null) throw itemNotFound();
      return areas;
    }),
    getRangeAreasOrNullObjectBySheet: method("1.12", (self, args) => onSheet(self, sheetKey(args.raw(0)))),
  },
  wire: { _KeepReference: method("1.12", (self) => { self.session.keep(self); }, "assumed") },
});

/** A sheet's id or name, or the sheet itself. */
function sheetKey(value: unknown): unknown {
  return typeof value === "object" && value !== null && "className" in value ? worksheetClass.behind(value as HostObject)?.sheet.id : value;
}

export const formulaLinks: ClassPart<Excel.Range, RangeHold> = {
  methods: {
    getDirectPrecedents: method("1.12", (range) => linked(range, precedents)),
    getPrecedents: method("1.14", (range) => linked(range, everyStep(precedents))),
    getDirectDependents: method("1.13", (range) => linked(range, dependents)),
    getDependents: method("1.15", (range) => linked(range, everyStep(dependents))),
  },
};
