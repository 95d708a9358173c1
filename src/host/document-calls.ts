/** The Common API's calls on the document, by the wire's numbers: selected cells, bindings, places to go to, and the file in slices. */
import { placeNamed, type Place } from "./objects/address";
import { BindingProblem, bindingTypeOf, boundData, boundTable, toldBinding, type Binding } from "./objects/binding-store";
import { cellsAs, enterAt, matrixFrom, selectedPlace, type Wish } from "./objects/document-data";
import { Refusal } from "./objects/refusal";
import type { Session } from "./objects/session";
import { Arguments } from "./objects/arguments";
import { tableRowsClass } from "./objects/table-rows";
import { call, errorNumber, asRecord, asText, notBuilt, ProtocolRefusal } from "./protocol/messages";
import type { CallHandler } from "./protocol/wac-host";
import { area as areaOf, columnCount, rowCount } from "./workbook/area";

type Fields = Readonly<Record<string, unknown>>;

/** @returns a handler for each call; one that is refused throws ProtocolRefusal with the number of the library's own error */
export function documentCalls(session: Session): ReadonlyMap<number, CallHandler> {
  const on = (handle: (fields: Fields) => unknown, part: string): CallHandler => (_frame, data) => {
    const answer = refusedByNumber(() => handle(asRecord(data[part])));
    session.settle();
    return answer;
  };
  const bound = (handle: (binding: Binding, fields: Fields) => unknown, part: string): CallHandler => on((fields) => handle(bindingNamed(session, asText(fields["BindingId"])), fields), part);
  return new Map<number, CallHandler>([
    [call.getSelectedData, on((fields) => ({ Data: selectedAs(session, wishFrom(fields)) }), "DdaGetBindingData")],
    [call.setSelectedData, on((fields) => setSelected(session, fields), "DdaSetBindingData")],
    [call.addBindingFromSelection, on((fields) => addBinding(session, fields, { sheet: session.activeSheet, area: session.workbook.selection }), "DdaBindingsMethod")],
    [call.addBindingFromNamedItem, on((fields) => {
      const place = wholeNamed(session, asText(fields["ItemName"]));
      if (place === null) throw new ProtocolRefusal(errorNumber.namedItemNotFound, "");
      return addBinding(session, fields, place);
    }, "DdaBindingsMethod")],
    [call.getBinding, bound((binding) => ({ Bindings: [toldBinding(binding)] }), "DdaBindingsMethod")],
    [call.releaseBinding, bound((binding) => session.bindings.remove(binding.id), "DdaBindingsMethod")],
    [call.getAllBindings, () => ({ Bindings: session.bindings.all.map(toldBinding) })],
    [call.getBindingData, bound((binding, fields) => ({ Data: cellsAs(session, partOf(binding, fields), wishFrom(fields)) }), "DdaGetBindingData")],
    [call.setBindingData, bound((binding, fields) => setBound(session, binding, fields), "DdaSetBindingData")],
    [call.addRows, bound((binding, fields) => addRows(session, binding, fields), "DdaAddRowsColumns")],
    [call.navigateTo, on((fields) => goTo(session, fields), "DdaGoToByIdMethod")],
  ]);
}

/** What the object model refuses, the Common API tells by a number. */
function refusedByNumber(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof BindingProblem) throw new ProtocolRefusal(error.reason === "wrong-selection" ? errorNumber.wrongSelectionForBinding : errorNumber.noSuchBinding, error.message);
    if (!(error instanceof Refusal)) throw error;
    throw new ProtocolRefusal(error.code === "AccessDenied" ? errorNumber.cannotWriteToSelection : errorNumber.invalidDataFormat, error.message);
  }
}

function wishFrom(fields: Fields): Wish {
  const coercion = asText(fields["CoerceType"]).toLowerCase();
  if (coercion !== "text" && coercion !== "matrix" && coercion !== "table") throw notBuilt(errorNumber.coercionNotSupported, `Cells as ${coercion}`);
  for (const name of ["Rows", "Columns"]) if (fields[name] !== undefined && fields[name] !== null) throw notBuilt(errorNumber.notSupported, `Choosing ${name} of a table binding`);
  if (asText(fields["FilterType"]).toLowerCase() === "onlyvisible") throw notBuilt(errorNumber.notSupported, "Reading only visible cells");
  return { coercion, formatted: asText(fields["ValueFormat"]).toLowerCase() === "formatted" };
}

function selectedAs(session: Session, wish: Wish): unknown {
  const place = selectedPlace(session);
  if (wish.coercion === "table" && place.sheet.tableAt(place.area.top, place.area.left) === null) throw new ProtocolRefusal(errorNumber.selectionNotOfCoercion, "");
  return cellsAs(session, place, wish);
}

/** One cell takes a block from there on; several take a block of their own size. */
function setSelected(session: Session, fields: Fields): unknown {
  const coercion = asText(fields["CoerceType"]).toLowerCase();
  if (coercion !== "" && coercion !== "text" && coercion !== "matrix") throw notBuilt(errorNumber.coercionNotSupported, `Writing a ${coercion} to the selection`);
  const values = matrixFrom(fields["Data"]);
  if (values === null) throw new ProtocolRefusal(errorNumber.invalidDataFormat, "");
  const { active: sheet, selection: area } = session.workbook;
  const isOne = rowCount(area) === 1 && columnCount(area) === 1;
  if (!isOne && (rowCount(area) !== values.length || columnCount(area) !== values[0]?.length)) throw new ProtocolRefusal(errorNumber.dataNotOfSelection, "");
  enterAt(session, sheet, area.top, area.left, values);
  return {};
}

function addBinding(session: Session, fields: Fields, place: Place): unknown {
  const type = bindingTypeOf(fields["BindingType"]);
  if (type === null) throw new ProtocolRefusal(errorNumber.unknownBindingType, "");
  return { Bindings: [toldBinding(session.bindings.add(asText(fields["BindingId"]), type, place))] };
}

function bindingNamed(session: Session, id: string): Binding {
  const binding = session.bindings.get(id);
  if (binding === null) throw new BindingProblem("no-such-binding");
  return binding;
}

/** A name, a table's whole area, or an address. */
function wholeNamed(session: Session, name: string): Place | null {
  const table = session.workbook.tableByName(name);
  return table === null ? placeNamed(session, name, session.activeSheet) : { sheet: table.sheet, area: table.table.area };
}

function dataOf(binding: Binding): Place {
  const place = boundData(binding);
  if (place === null) throw new BindingProblem("no-such-binding");
  return place;
}

/** The rows and columns of a binding's data that a call speaks of; all of them where it names none. */
function partOf(binding: Binding, fields: Fields): Place {
  const { sheet, area } = dataOf(binding);
  const number = (name: string): number | null => (typeof fields[name] === "number" ? fields[name] : null);
  const [row, column] = [number("StartRow") ?? 0, number("StartCol") ?? 0];
  const rows = number("RowCount") ?? 0;
  const columns = number("ColCount") ?? 0;
  const part = areaOf(area.top + row, area.left + column, rows > 0 ? rows : rowCount(area) - row, columns > 0 ? columns : columnCount(area) - column);
  if (row < 0 || column < 0 || part.bottom > area.bottom || part.right > area.right || part.bottom < part.top || part.right < part.left) throw new ProtocolRefusal(errorNumber.startOutsideBinding, "");
  return { sheet, area: part };
}

/** Data that goes beyond what is bound is refused, as Excel does; text goes to the one cell. */
function setBound(session: Session, binding: Binding, fields: Fields): unknown {
  const data = fields["Data"];
  const values = matrixFrom(Array.isArray(data) ? data : asRecord(data)["Rows"]);
  if (values === null) throw new ProtocolRefusal(errorNumber.invalidDataFormat, "");
  const { sheet, area } = partOf(binding, { StartRow: fields["StartRow"], StartCol: fields["StartCol"] });
  if (values.length > rowCount(area) || (values[0]?.length ?? 0) > columnCount(area)) throw new ProtocolRefusal(errorNumber.dataNotOfBinding, "");
  enterAt(session, sheet, area.top, area.left, values);
  return {};
}

function addRows(session: Session, binding: Binding, fields: Fields): unknown {
  const table = boundTable(binding);
  if (table === null) throw new ProtocolRefusal(errorNumber.notOnThisBinding, "");
  const data = fields["Data"];
  const values = matrixFrom(Array.isArray(data) ? data : asRecord(data)["Rows"]);
  if (values === null || values[0]?.length !== table.table.columns.length) throw new ProtocolRefusal(errorNumber.dataNotOfBinding, "");
  tableRowsClass.of({ session, sheet: table.sheet, id: table.table.id }).call("Add", new Arguments([null, values]));
  return {};
}

const GO_TO_BINDING = 0;
const GO_TO_NAMED_ITEM = 1;

function goTo(session: Session, fields: Fields): unknown {
  const type = fields["GoToType"];
  const id = asText(fields["Id"]);
  const binding = type === GO_TO_BINDING ? session.bindings.get(id) : null;
  const place = type === GO_TO_NAMED_ITEM ? wholeNamed(session, id) : binding === null ? null : dataOf(binding);
  if (place === null || place.sheet.get("visibility") !== "Visible") throw new ProtocolRefusal(errorNumber.noSuchPlace, "");
  session.workbook.select(place.sheet, place.area);
  return {};
}
