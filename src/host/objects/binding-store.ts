/** Bindings: names that an add-in gives to cells or to a table. They follow what they name, and last as long as the workbook is open. */
import { columnCount, contains, rowCount, type Area } from "../workbook/area";
import type { Table } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { bodyOf, type Place } from "./address";
import type { RangeHold, Session } from "./session";

export type BindingType = "Range" | "Table" | "Text";

export interface Binding {
  readonly id: string;
  readonly type: BindingType;
  /** The cells that are bound; for a table the sheet it is on and its number. */
  readonly target: { readonly range: RangeHold } | { readonly sheet: Sheet; readonly table: number };
}

/** Why cells cannot be bound as asked. */
export class BindingProblem extends Error {
  constructor(readonly reason: "wrong-selection" | "no-such-binding") {
    super(reason === "wrong-selection" ? "The cells are not of the binding's type." : "There is no such binding.");
    this.name = "BindingProblem";
  }
}

export class BindingStore {
  private readonly bindings = new Map<string, Binding>();
  private nextName = 1;

  constructor(private readonly session: Session) {}

  get all(): readonly Binding[] { return [...this.bindings.values()]; }
  get(id: string): Binding | null { return this.bindings.get(id) ?? null; }

  /**
   * Binds cells; a binding of the same name is replaced.
   * @param id - "" for a name of its own
   * @throws BindingProblem wrong-selection: text is one cell, a table a table's cells
   */
  add(id: string, type: BindingType, { sheet, area }: Place): Binding {
    const name = id === "" ? `binding${this.nextName++}` : id;
    if (type === "Text" && (rowCount(area) !== 1 || columnCount(area) !== 1)) throw new BindingProblem("wrong-selection");
    const table = type === "Table" ? sheet.tableAt(area.top, area.left) : null;
    if (type === "Table" && (table === null || !contains(table.area, area.bottom, area.right))) throw new BindingProblem("wrong-selection");
    this.remove(name);
    const target = table === null ? { range: this.kept({ sheet, area }) } : { sheet, table: table.id };
    const binding: Binding = { id: name, type, target };
    this.bindings.set(name, binding);
    return binding;
  }

  remove(id: string): void {
    const binding = this.bindings.get(id);
    if (binding === undefined) return;
    this.bindings.delete(id);
    if ("range" in binding.target) this.session.release(this.session.keep(binding.target.range));
  }

  private kept({ sheet, area }: Place): RangeHold {
    const range = this.session.range(sheet, area);
    this.session.keep(range);
    return range;
  }
}

/** The bound table; null for another type, and for a table that is gone. */
export function boundTable({ target }: Binding): { readonly sheet: Sheet; readonly table: Table } | null {
  if ("range" in target) return null;
  const { sheet } = target;
  const table = sheet.workbook.sheetById(sheet.id) === sheet ? sheet.get("tables").find(({ id }) => id === target.table) : undefined;
  return table === undefined ? null : { sheet, table };
}

/** The bound cells, a table's with its header and totals; null when they are gone. */
export function boundPlace(binding: Binding): Place | null {
  const { target } = binding;
  if (!("range" in target)) {
    const found = boundTable(binding);
    return found === null ? null : { sheet: found.sheet, area: found.table.area };
  }
  const { sheet, area, lost } = target.range;
  return lost || sheet.workbook.sheetById(sheet.id) !== sheet ? null : { sheet, area };
}

/** The cells that hold a binding's data: a table's rows without header and totals. */
export function boundData(binding: Binding): Place | null {
  const table = boundTable(binding);
  return table === null ? boundPlace(binding) : { sheet: table.sheet, area: bodyOf(table.table) };
}

const typeNumbers: Readonly<Record<BindingType, number>> = { Table: 1, Text: 2, Range: 3 };
/** The type behind the wire's number, which is the Common API's; null for none. */
export function bindingTypeOf(number: unknown): BindingType | null {
  return (Object.keys(typeNumbers) as BindingType[]).find((type) => typeNumbers[type] === number) ?? null;
}

/** A binding as the Common API's wire tells it. */
export function toldBinding(binding: Binding): Readonly<Record<string, unknown>> {
  const area: Area | undefined = boundData(binding)?.area;
  return {
    Name: binding.id, BindingType: typeNumbers[binding.type], RowCount: area === undefined ? 0 : rowCount(area), ColCount: area === undefined ? 0 : columnCount(area),
    HasHeaders: boundTable(binding)?.table.headerRow ?? false,
  };
}
