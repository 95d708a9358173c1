/** What a repair would change, or changed, as lines that a person reads: the cell, what it holds, and what comes back. */
import { ledTo } from "../blueprint/formula";
import { a1, areaName } from "../blueprint/place";
import type { Book } from "../validation/book";
import { calledAgain } from "../validation/drift/called";
import type { Drift, FormulaDrift } from "../validation/drift/drift";

/** Letters of a formula that are shown; Excel shows the rest. */
const FORMULA_SHOWN = 90;
const HELD_SHOWN = 60;

/**
 * One line for each change, in the order of the sheets. A column whose cells all come back in the same way is one line.
 * @param telling - "whole" shows the formulas too, for somebody who decides; "short" is for afterwards
 */
export function repairLines(drift: readonly Drift[], book: Book, telling: Telling = "whole"): readonly string[] {
  const called = book.standing === undefined ? new Map<string, string>() : calledAgain(book, book.standing);
  const said = new Set<Drift>();
  return drift.flatMap((each): readonly string[] => {
    if (said.has(each)) return [];
    if (each.kind !== "formula") return [lineFor(each)];
    const alike = each.column === null ? [each] : drift.filter((other): other is FormulaDrift => other.kind === "formula" && isAlike(each, other));
    alike.forEach((other) => said.add(other));
    return [formulaLine(alike, called, telling)];
  });
}

/** Formulas of one column that were changed in the same way; each figure that was typed over one has a line of its own. */
const isAlike = (one: FormulaDrift, other: FormulaDrift): boolean =>
  one === other || (one.column?.table === other.column?.table && one.column?.header === other.column?.header && isFormula(one) && isFormula(other));

const isFormula = ({ held }: FormulaDrift): boolean => typeof held === "string" && held.startsWith("=");

type Telling = "whole" | "short";

function formulaLine(alike: readonly FormulaDrift[], called: ReadonlyMap<string, string>, telling: Telling): string {
  const [first] = alike;
  if (first === undefined) return "";
  const formula = telling === "short" ? "" : `: ${shown(ledTo(first.formula, called), FORMULA_SHOWN)}`;
  const cells = alike.map(({ at }) => a1(at.row, at.column));
  const where = cells.length === 1 ? `${first.tab}, cell ${cells[0] ?? ""} (${first.what})` : `${first.tab}, ${cells.length} cells from ${cells[0] ?? ""} (${first.column?.header ?? ""})`;
  if (isFormula(first)) return `${where}: the template's formula comes back in place of ${shown(String(first.held), FORMULA_SHOWN)}${formula}`;
  return first.held === "" ? `${where}: it is blank; its formula comes back${formula}` : `${where}: ${held(first.held)} goes and its formula comes back${formula}`;
}

const held = (value: string | number | boolean): string => (typeof value === "number" ? String(value) : `"${shown(String(value), HELD_SHOWN)}"`);
const shown = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

function lineFor(drift: Exclude<Drift, FormulaDrift>): string {
  const { tab } = drift;
  switch (drift.kind) {
    case "label": return `${tab}, cell ${a1(drift.at.row, drift.at.column)}: ${drift.held === "" ? "it is blank; its words come back" : `${held(drift.held)} goes and the template's words come back`}: "${shown(drift.words, HELD_SHOWN)}"`;
    case "header": return `${tab}, cell ${a1(drift.at.row, drift.at.column)}: the heading "${drift.held}" becomes "${drift.header}" again`;
    case "entry-rule": return `${tab}, ${areaName(drift.validation.area)} (${drift.what}): Excel's rule for what may be entered comes back; what is entered stays`;
    case "number-format": return `${tab}, ${cellsOf(drift.cells.map(({ row, column }) => a1(row, column)))} (${drift.what}): shown as ${drift.shownAs} until now; the number format comes back and what is entered stays`;
    case "highlight": return `${tab}, ${areaName(drift.area)} (${drift.header}): its colours come back`;
    case "name": return `${tab}${drift.at === null ? "" : `, ${areaName(drift.at)}`} (${drift.label}): the name ${drift.called} ${drift.leads === null ? "comes back" : `leads here again, not to ${drift.leads.replace(/^=/, "").replace(/\$/g, "")}`}`;
    case "chart": return `${tab}: the chart that shows ${drift.chart.shows.replace(/^./, (letter) => letter.toLowerCase())} is drawn again`;
    case "visibility": return `${tab}: the sheet can be seen again`;
    case "mark": return `${tab}: the sheet has its hidden mark again`;
    case "sheet": return `${tab}: the sheet is put back; what was entered on it does not come back, and then the repair cannot be undone here`;
    case "table": return `${tab}, cell ${a1(drift.at.row, drift.at.column)}: its cells are a table again, with the formulas of its columns; then the repair cannot be undone here`;
    case "line": return `${tab}: ${drift.what} stays deleted`;
  }
}

const cellsOf = ([first = "", ...more]: readonly string[]): string => (more.length === 0 ? `cell ${first}` : `${more.length + 1} cells from ${first}`);
