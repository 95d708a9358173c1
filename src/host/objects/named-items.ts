/** Excel.NamedItemCollection and Excel.NamedItem: the workbook's names, and each sheet's own. */
import type { DefinedName } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { CellError, type CellValue } from "../workbook/values";
import { absolute, addressOf, placeOfFormula, type Place } from "./address";
import { flagFrom, textFrom } from "./arguments";
import { standing } from "./cells";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { readFormula, shown } from "./entered";
import { rangeClass } from "./range";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "./refusal";
import type { Session } from "./session";
import { nameProblem } from "./table-names";
import { wordForType } from "./value-types";
import { worksheetClass } from "./worksheet";

interface NamesSelf extends Owned { readonly session: Session; readonly scope: Sheet | null }
interface NameSelf extends NamesSelf { readonly name: string }

const LONGEST_COMMENT = 255;

const isSame = ({ scope, name }: Pick<NameSelf, "scope" | "name">) => (other: DefinedName): boolean =>
  other.scope === (scope?.id ?? null) && other.name.toLowerCase() === name.toLowerCase();

function kept(self: NameSelf): DefinedName {
  const name = self.session.workbook.names.find(isSame(self));
  if (name === undefined) throw itemNotFound();
  return name;
}

function change(self: NameSelf, how: (name: DefinedName) => DefinedName): void {
  kept(self);
  const { workbook } = self.session;
  workbook.setNames(workbook.names.map((name) => (isSame(self)(name) ? how(name) : name)));
}

/** A formula without "=": as given after "=", or a constant's text in quotes. */
function formulaFrom(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value).toUpperCase();
  const text = textFrom(value);
  return text.startsWith("=") && text.length > 1 ? readFormula(text) : `"${text.replaceAll('"', '""')}"`;
}

function placeOf(self: NameSelf): Place | null { return placeOfFormula(self.session, kept(self).formula); }

type Kind = "String" | "Integer" | "Double" | "Boolean" | "Range" | "Error" | "Array";

function cells(self: NameSelf): readonly (readonly CellValue[])[] {
  self.session.settle();
  return self.session.evaluate(kept(self).formula, self.scope ?? self.session.activeSheet);
}
const worth = (self: NameSelf): CellValue => cells(self)[0]?.[0] ?? null;
const isArray = (rows: readonly (readonly CellValue[])[]): boolean => rows.length > 1 || (rows[0]?.length ?? 0) > 1;

/** @throws Refusal ItemNotFound for a name of one value, or of cells */
function arrayOf(self: NameSelf): readonly (readonly CellValue[])[] {
  const rows = cells(self);
  if (placeOf(self) !== null || !isArray(rows)) throw itemNotFound("The name is not of an array.");
  return rows;
}

const arrayClass: ObjectClass<NameSelf> = declareClass<Excel.NamedItemArrayValues, NameSelf>("NamedItemArrayValues", {}, {
  scalars: {
    types: scalar("1.7", (self): Excel.RangeValueType[][] => arrayOf(self).map((row) => row.map((value) => wordForType(value) as Excel.RangeValueType))),
    values: scalar("1.7", (self): unknown[][] => arrayOf(self).map((row) => row.map(shown))),
  },
});

function kindOf(self: NameSelf): Kind {
  if (placeOf(self) !== null) return "Range";
  if (isArray(cells(self))) return "Array";
  const value = worth(self);
  if (value instanceof CellError) return "Error";
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}

function valueOf(self: NameSelf): string | number | boolean {
  const place = placeOf(self);
  return place === null ? shown(worth(self)) : addressOf(place.sheet, place.area);
}

function range(self: NameSelf): HostObject | null {
  const place = placeOf(self);
  return place === null ? null : rangeClass.of(self.session.range(place.sheet, place.area));
}

function comment(value: unknown): string {
  const text = textFrom(value);
  if (text.length > LONGEST_COMMENT) throw invalidArgument();
  return text;
}

const nameClass: ObjectClass<NameSelf> = declareClass<Excel.NamedItem, NameSelf>("NamedItem", { identity: (self) => ({ _Id: self.name }) }, {
  scalars: {
    name: scalar("1.1", (self) => kept(self).name),
    comment: scalar("1.4", (self) => kept(self).comment, (self, value) => { const text = comment(value); change(self, (name) => ({ ...name, comment: text })); }),
    formula: scalar("1.7", (self) => `=${kept(self).formula}`, (self, value) => { const formula = formulaFrom(value); change(self, (name) => ({ ...name, formula })); }),
    scope: scalar("1.4", (self) => (self.scope === null ? "Workbook" : "Worksheet")),
    type: scalar("1.1", kindOf),
    value: scalar("1.1", valueOf),
    visible: scalar("1.1", (self) => kept(self).visible, (self, value) => { const visible = flagFrom(value); change(self, (name) => ({ ...name, visible })); }),
  },
  navigations: {
    arrayValues: navigation("1.7", (self) => arrayClass.of(self)),
    worksheet: navigation("1.4", ({ session, scope }) => {
      if (scope === null) throw itemNotFound();
      return worksheetClass.of({ session, sheet: scope });
    }),
    worksheetOrNullObject: navigation("1.4", ({ session, scope }) => (scope === null ? null : worksheetClass.of({ session, sheet: scope }))),
  },
  methods: {
    delete: method("1.4", (self) => {
      kept(self);
      self.session.workbook.setNames(self.session.workbook.names.filter((name) => !isSame(self)(name)));
    }),
    getRange: method("1.1", (self) => {
      const found = range(self);
      if (found === null) throw itemNotFound("The name is not of a range.");
      return found;
    }, "assumed"),
    getRangeOrNullObject: method("1.4", range),
  },
});

const names = ({ session, scope }: NamesSelf): readonly DefinedName[] => session.workbook.names.filter((name) => name.scope === (scope?.id ?? null));

function found(self: NamesSelf, name: string): HostObject | null {
  const known = names(self).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return known === undefined ? null : nameClass.of({ ...self, name: known.name });
}
function existing(self: NamesSelf, name: string): HostObject {
  const item = found(self, name);
  if (item === null) throw itemNotFound();
  return item;
}

/** @throws Refusal InvalidArgument for a name that Excel does not take, ItemAlreadyExists for one in use */
function add(self: NamesSelf, name: string, formula: string, words: string): HostObject {
  const { workbook } = self.session;
  const problem = nameProblem(name);
  if (problem !== null) throw invalidArgument(problem);
  if (found(self, name) !== null || (self.scope === null && workbook.tableByName(name) !== null)) throw itemAlreadyExists();
  workbook.setNames([...workbook.names, { name, formula, scope: self.scope?.id ?? null, visible: true, comment: words }]);
  return existing(self, name);
}

export const namesClass: ObjectClass<NamesSelf> = declareClass<Excel.NamedItemCollection, NamesSelf>(
  "NamedItemCollection",
  { items: (self) => names(self).map((name) => nameClass.of({ ...self, name: name.name })), item: (self, args) => existing(self, args.text(0)) },
  {
    methods: {
      add: method("1.4", (self, args) => {
        const target = args.object(1, rangeClass);
        const formula = target === null ? formulaFrom(args.raw(1)) : absolute(standing(target).sheet, target.area);
        return add(self, args.text(0), formula, comment(args.textOr(2, "")));
      }),
      addFormulaLocal: method("1.4", (self, args) => add(self, args.text(0), formulaFrom(args.raw(1)), comment(args.textOr(2, "")))),
      getCount: method("1.4", (self) => names(self).length),
      getItem: method("1.1", (self, args) => existing(self, args.text(0))),
      getItemOrNullObject: method("1.4", (self, args) => found(self, args.text(0))),
    },
  },
);
