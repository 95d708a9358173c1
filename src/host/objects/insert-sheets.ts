/** Workbook.insertWorksheetsFromBase64: sheets of another file put into this workbook, with their styles, tables and names. */
import { formulaForRenamedSheet, loseSheet, renameSheet, renameTable } from "../calc/shift-formula";
import type { OpenedFile } from "../file/opened-file";
import { relationships } from "../file/package/package";
import type { DefinedName } from "../workbook/features";
import { namedStyle, replaceStyle } from "../workbook/named-styles";
import type { ColumnFormat, RowFormat, Sheet, SheetFeatures } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { fieldsFrom, oneOf, textFrom } from "./arguments";
import type { Arguments } from "./arguments";
import { isHostObject } from "./arguments";
import { bytesFromBase64 } from "./base64";
import { otherFile } from "./other-workbook";
import { platformRules } from "./profile";
import { invalidArgument, itemNotFound, unsupportedFeature } from "./refusal";
import type { Session } from "./session";
import { copiedFeatures, freeCopyName, tellWhole } from "./sheet-copy";
import { freeTableName, isNameTaken } from "./table-names";
import { assertStructureFree, worksheetClass } from "./worksheet";

interface Wishes { readonly names: readonly string[] | null; readonly position: number }

/** @returns the ids of the sheets put in, in order @throws Refusal InvalidArgument for what is no .xlsx, UnsupportedFeature for sheets with what cannot come along */
export function insertSheets(session: Session, args: Arguments): readonly string[] {
  assertStructureFree(session);
  const wishes = wishesFrom(session, args.raw(1));
  const file = otherFile(bytesFromBase64(args.text(0)));
  const source = file.workbook;
  const chosen = chosenFrom(source, wishes.names);
  for (const sheet of chosen) assertCanCome(session, file, sheet);
  if (source.date1904 !== session.workbook.date1904) throw unsupportedFeature("The workbooks count their dates from different years.");
  for (const sheet of source.sheets.filter((candidate) => !chosen.includes(candidate))) loseSheet(source, sheet);
  freeNames(source, chosen, session.workbook);
  const made = chosen.map((sheet, index) => transplant(sheet, session.workbook, wishes.position + index));
  bringNames(source, chosen, made, session.workbook);
  return made.map(({ id }) => id);
}

function wishesFrom(session: Session, value: unknown): Wishes {
  const { workbook } = session;
  const fields = value === undefined || value === null ? {} : fieldsFrom(value);
  const asked = fields["sheetNamesToInsert"] ?? null;
  const names = asked === null ? null : Array.isArray(asked) ? asked.map(textFrom) : invalid();
  const where = oneOf(fields["positionType"] ?? "None", ["None", "Before", "After", "Beginning", "End"] as const);
  if (where === "Beginning") return { names, position: 0 };
  if (where === "None" || where === "End") return { names, position: workbook.sheets.length };
  const beside = sheetFrom(session, fields["relativeTo"]);
  return { names, position: workbook.sheets.indexOf(beside) + (where === "After" ? 1 : 0) };
}

function invalid(): never { throw invalidArgument(); }

/** A sheet by name or id, or the object itself. */
function sheetFrom({ workbook }: Session, value: unknown): Sheet {
  const sheet = isHostObject(value) ? worksheetClass.behind(value)?.sheet : typeof value === "string" ? workbook.sheetById(value) ?? workbook.sheetByName(value) : null;
  if (sheet === null || sheet === undefined) throw invalidArgument("There is no such sheet to put others beside.");
  return sheet;
}

/** An empty list means all sheets, as none does. */
function chosenFrom(source: Workbook, names: readonly string[] | null): readonly Sheet[] {
  if (names === null || names.length === 0) return source.sheets;
  const wanted = names.map((name) => {
    const sheet = source.sheetByName(name);
    if (sheet === null) throw itemNotFound(`The file has no sheet ${name}.`);
    return sheet;
  });
  return source.sheets.filter((sheet) => wanted.includes(sheet));
}

/** Kinds of parts that come along with a sheet, since the model holds all that is in them. */
const comeAlong: ReadonlySet<string> = new Set(["table", "hyperlink", "customProperty", "printerSettings", "drawing"]);
const words: ReadonlyMap<string, string> = new Map([["pivotTable", "pivot table"], ["threadedComment", "comment"], ["comments", "comment"], ["vmlDrawing", "comment"], ["slicer", "slicer"], ["chart", "chart"]]);

/** Excel on the web refuses some parts of sheets; what this host would lose on the way is refused too, and not left behind quietly. */
function assertCanCome(session: Session, file: OpenedFile, sheet: Sheet): void {
  const part = file.origin.sheets.get(sheet)?.part ?? "";
  const kinds = new Set(relationships(file.source, part).map(({ kind }) => kind));
  const refused = platformRules[session.profile.platform].refusedFromBase64;
  const found = [...kinds].map((kind) => words.get(kind) ?? kind);
  if (sheet.get("charts").length > 0) found.push("chart");
  const byExcel = found.find((what) => refused.includes(what));
  if (byExcel !== undefined) throw unsupportedFeature(`The sheet ${sheet.name} has a ${byExcel}.`);
  const lost = [...kinds].find((kind) => !comeAlong.has(kind));
  const carried = file.notes.find((note) => note.startsWith(`${sheet.name}: `) && !note.includes("newer kinds of highlight"));
  if (lost !== undefined || carried !== undefined) throw unsupportedFeature(`This host cannot bring along all of the sheet ${carried ?? `${sheet.name} (${lost ?? ""})`}`);
}

/** Sheets and tables get names that are free in both workbooks; formulas inside the file follow. */
function freeNames(source: Workbook, chosen: readonly Sheet[], into: Workbook): void {
  for (const sheet of chosen) {
    const before = sheet.name;
    const name = into.sheetByName(before) === null ? before : freeCopyName(before, (candidate) => into.sheetByName(candidate) !== null || source.sheetByName(candidate) !== null);
    if (name !== before) {
      source.renameSheet(sheet, name);
      renameSheet(source, before, name);
    }
    for (const table of sheet.get("tables")) {
      if (!isNameTaken(into, table.name)) continue;
      const taken = source.sheets.flatMap((other) => other.get("tables").map((one) => one.name.toLowerCase()));
      const free = freeTableName(into, table.name, taken);
      sheet.set("tables", sheet.get("tables").map((other) => (other.id === table.id ? { ...other, name: free } : other)));
      renameTable(source, table.name, free);
    }
  }
}

function transplant(sheet: Sheet, into: Workbook, position: number): Sheet {
  const from = sheet.workbook.styles;
  const styles = new Map<number, number>();
  const styleOf = (index: number): number => {
    let to = styles.get(index);
    if (to === undefined) {
      styles.set(index, (to = into.styles.intern(from.at(index))));
      bringStyle(sheet.workbook, from.at(index).named, into);
    }
    return to;
  };
  const copy = into.addSheet(sheet.name, "api", position);
  for (const [row, column, cell] of sheet.entries()) copy.put(row, column, { ...cell, style: styleOf(cell.style) });
  const features: SheetFeatures = copiedFeatures(sheet, copy, (table) => table.name);
  copy.load({
    ...features,
    columns: new Map([...features.columns].map(([column, format]): [number, ColumnFormat] => [column, { ...format, style: styleOf(format.style) }])),
    rows: new Map([...features.rows].map(([row, format]): [number, RowFormat] => [row, { ...format, style: styleOf(format.style) }])),
  });
  tellWhole(copy);
  return copy;
}

/** A cell style that the workbook has not comes along; one of the same name stays as it is, and the cells keep their look. */
function bringStyle(source: Workbook, name: string, into: Workbook): void {
  const style = namedStyle(source, name);
  if (style !== null && namedStyle(into, name) === null) replaceStyle(into, null, style);
}

/** The sheets' own names, and names of the file that lead to them; a name that is taken becomes the sheet's own (assumed). */
function bringNames(source: Workbook, chosen: readonly Sheet[], made: readonly Sheet[], into: Workbook): void {
  const brought = source.names.flatMap((name): readonly DefinedName[] => {
    const own = chosen.findIndex((sheet) => sheet.id === name.scope);
    if (own >= 0) return [{ ...name, scope: made[own]?.id ?? null }];
    const target = chosen.findIndex((sheet) => formulaForRenamedSheet(name.formula, sheet.name, "\u0001") !== name.formula);
    if (name.scope !== null || target < 0) return [];
    return [isNameTaken(into, name.name) ? { ...name, scope: made[target]?.id ?? null } : name];
  });
  if (brought.length > 0) into.setNames([...into.names, ...brought]);
}
