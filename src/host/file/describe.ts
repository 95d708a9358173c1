/** What a file holds, in plain lines: for a note to the person who opened it, and for comparing files by eye. */
import { areaName } from "../workbook/area";
import type { Chart } from "../workbook/chart";
import type { Sheet } from "../workbook/sheet";
import type { OpenedFile } from "./opened-file";

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

function cellsOf(sheet: Sheet): string {
  const used = sheet.usedArea(true);
  if (used === null) return "empty";
  let filled = 0;
  let formulas = 0;
  let unknown = 0;
  for (const [, , cell] of sheet.entries()) {
    if (cell.value !== null || cell.formula !== null) filled++;
    if (cell.formula !== null) formulas++;
    if (cell.state === "cached") unknown++;
  }
  const open = unknown === 0 ? "" : `, ${counted(unknown, "of them kept with the file's own result", "of them kept with the file's own results")}`;
  return `${areaName(used)}, ${counted(filled, "cell")}${formulas === 0 ? "" : `, ${counted(formulas, "formula")}`}${open}`;
}

/** Series as far as a reader tells charts apart: the kind, what it says, and how many series it has. */
function chartLine({ name, type, title, series, altText }: Chart): string {
  const says = title.visible && title.text !== "" ? `: ${title.text.replace(/\s+/g, " ")}` : "";
  const kind = type === "Unknown" ? "a kind that is kept, not drawn" : type;
  return `chart ${name}, ${kind}, ${counted(series.length, "series", "series")}${says}${altText.description === "" && altText.title === "" ? " (no alternative text)" : ""}`;
}

function sheetLines(sheet: Sheet): readonly string[] {
  const visibility = sheet.get("visibility");
  const marks = [visibility === "Visible" ? "" : visibility === "Hidden" ? "hidden" : "very hidden", sheet.get("protection") === null ? "" : "protected"].filter((mark) => mark !== "");
  const features = [
    [sheet.get("validations").length, "entry rule"], [sheet.get("conditionalFormats").length, "highlight"], [sheet.get("hyperlinks").length, "link"], [sheet.get("merges").length, "merged area"],
  ].flatMap(([count, what]) => (typeof count === "number" && count > 0 ? [counted(count, String(what))] : []));
  return [
    `Sheet ${sheet.name}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}: ${cellsOf(sheet)}`,
    ...sheet.get("tables").map(({ name, area, columns }) => `  table ${name}, ${areaName(area)}: ${columns.map((column) => column.name.replace(/\s+/g, " ")).join(", ")}`),
    ...sheet.get("charts").map((chart) => `  ${chartLine(chart)}`),
    ...(features.length === 0 ? [] : [`  ${features.join(", ")}`]),
  ];
}

/**
 * The workbook of an opened file, sheet by sheet, then its names, then what the file holds that is kept and not shown.
 *
 * @example describeFile(openXlsx(bytes, "Staff.xlsx"))[0] // => "Sheet Staff list: A1:F40, 240 cells, 12 formulas"
 */
export function describeFile({ workbook, notes, origin }: Pick<OpenedFile, "workbook" | "notes" | "origin">): readonly string[] {
  const names = workbook.names.map(({ name, formula, scope, visible }) => {
    const sheet = scope === null ? null : workbook.sheetById(scope);
    return `Name ${name}${sheet === null ? "" : ` on ${sheet.name}`}${visible ? "" : " (hidden)"}: ${formula}`;
  });
  const others = origin.tabs.filter(({ sheet }) => sheet === null).length;
  return [...workbook.sheets.flatMap(sheetLines), ...(others === 0 ? [] : [`${counted(others, "more tab")} that ${others === 1 ? "is" : "are"} no worksheet`]), ...names, ...notes];
}
