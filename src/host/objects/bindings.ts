/** Excel.BindingCollection and Excel.Binding. */
import { displayText } from "../calc/number-format";
import type { Sheet } from "../workbook/sheet";
import { placeNamed, type Place } from "./address";
import type { Arguments } from "./arguments";
import { BindingProblem, boundPlace, boundTable, type Binding, type BindingType } from "./binding-store";
import { standing, styleAt } from "./cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { rangeClass } from "./range";
import { invalidArgument, invalidBinding, invalidOperation, itemNotFound } from "./refusal";
import type { Session } from "./session";
import { tableClass } from "./table";

interface BindingsSelf extends Owned { readonly session: Session }
interface BindingSelf extends BindingsSelf { readonly id: string }

function kept({ session, id }: BindingSelf): Binding {
  const binding = session.bindings.get(id);
  if (binding === null) throw itemNotFound();
  return binding;
}

/** @throws Refusal InvalidBinding when what was bound is gone */
function placeOf(self: BindingSelf): Place {
  const place = boundPlace(kept(self));
  if (place === null) throw invalidBinding();
  return place;
}

const bindingClass: ObjectClass<BindingSelf> = declareClass<Excel.Binding, BindingSelf>("Binding", { identity: ({ id }) => ({ Id: id }) }, {
  scalars: { id: scalar("1.1", (self) => kept(self).id), type: scalar("1.1", (self) => kept(self).type) },
  methods: {
    delete: method("1.3", (self) => { kept(self); self.session.bindings.remove(self.id); }),
    getRange: method("1.1", (self) => {
      const { sheet, area } = placeOf(self);
      return rangeClass.of(self.session.range(sheet, area));
    }, "assumed"),
    getTable: method("1.1", (self) => {
      if (kept(self).type !== "Table") throw invalidOperation("The binding is not to a table.");
      const bound = boundTable(kept(self));
      if (bound === null) throw invalidBinding();
      return tableClass.of({ session: self.session, sheet: bound.sheet, id: bound.table.id });
    }),
    getText: method("1.1", (self) => {
      if (kept(self).type !== "Text") throw invalidOperation("The binding is not to text.");
      const { sheet, area } = placeOf(self);
      self.session.settle();
      return displayText(sheet.cell(area.top, area.left).value, styleAt(sheet, area.top, area.left).numberFormat, sheet.workbook.date1904).text;
    }),
  },
});

const TYPES: readonly BindingType[] = ["Range", "Table", "Text"];

function add({ session }: BindingsSelf, type: BindingType, id: string, place: Place | null): HostObject {
  if (place === null || id === "") throw invalidArgument();
  try {
    return bindingClass.of({ session, id: session.bindings.add(id, type, place).id });
  } catch (error) {
    if (error instanceof BindingProblem) throw invalidArgument(error.message);
    throw error;
  }
}

function placeGiven({ session }: BindingsSelf, args: Arguments): Place | null {
  const range = args.object(0, rangeClass);
  return range === null ? placeNamed(session, args.text(0), session.activeSheet) : standing(range);
}

/** A name, or a table's whole area. */
function placeByName({ session }: BindingsSelf, name: string): Place | null {
  const { workbook } = session;
  const table = workbook.tableByName(name);
  if (table !== null) return { sheet: table.sheet, area: table.table.area };
  const sheet: Sheet = session.activeSheet;
  return workbook.nameFor(name, sheet) === null ? null : placeNamed(session, name, sheet);
}

function found({ session }: BindingsSelf, id: string): HostObject | null {
  return session.bindings.get(id) === null ? null : bindingClass.of({ session, id });
}
function existing(self: BindingsSelf, id: string): HostObject {
  const binding = found(self, id);
  if (binding === null) throw itemNotFound();
  return binding;
}

export const bindingsClass: ObjectClass<BindingsSelf> = declareClass<Excel.BindingCollection, BindingsSelf>(
  "BindingCollection",
  { items: ({ session }) => session.bindings.all.map(({ id }) => bindingClass.of({ session, id })), item: (self, args) => existing(self, args.text(0)) },
  {
    scalars: { count: scalar("1.1", ({ session }) => session.bindings.all.length) },
    methods: {
      add: method("1.3", (self, args) => add(self, args.oneOf(1, TYPES), args.text(2), placeGiven(self, args))),
      addFromNamedItem: method("1.3", (self, args) => {
        const place = placeByName(self, args.text(0));
        if (place === null) throw itemNotFound();
        return add(self, args.oneOf(1, TYPES), args.text(2), place);
      }),
      addFromSelection: method("1.3", (self, args) => {
        const { active: sheet, selection: area } = self.session.workbook;
        return add(self, args.oneOf(0, TYPES), args.text(1), { sheet, area });
      }),
      getCount: method("1.4", ({ session }) => session.bindings.all.length),
      getItem: method("1.1", (self, args) => existing(self, args.text(0))),
      getItemAt: method("1.1", (self, args) => {
        const binding = self.session.bindings.all[args.whole(0)];
        if (binding === undefined) throw itemNotFound();
        return bindingClass.of({ session: self.session, id: binding.id });
      }),
      getItemOrNullObject: method("1.4", (self, args) => found(self, args.text(0))),
    },
  },
);
