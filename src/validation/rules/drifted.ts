/** Says what is not as the template made it, beside what the rules for missing and moved parts and for columns say already (E02, E06, W07, W08). */
import { a1, areaName } from "../../blueprint/place";
import { returnHeader, thresholdEntries } from "../../blueprint/sheets/cover";
import type { Book } from "../book";
import type { Drift, FormulaDrift, NameDrift } from "../drift/drift";
import { findDrift } from "../drift/find-drift";
import { finding, type Finding, type Rule } from "../finding";
import { quoted } from "../words";

export const drifted: Rule = (book: Book) => findDrift(book).flatMap(inWords);

function inWords(drift: Drift): readonly Finding[] {
  const { sheet: identity, tab } = drift;
  const on = (cell: string): Finding["place"] => ({ identity, tab, cell });
  switch (drift.kind) {
    case "formula": return drift.column !== null || drift.follows ? [] : [line(drift, on)];
    case "label": return [finding("W08.words", on(a1(drift.at.row, drift.at.column)), { found: quoted(String(drift.held)), words: quoted(drift.words) })];
    case "number-format": {
      const [first = "", count] = [drift.cells.map(({ row, column }) => a1(row, column))[0], drift.cells.length];
      return [finding("W08.format", on(first), { column: drift.what, count: count === 1 ? "1 cell" : `${count} cells`, verb: count === 1 ? "is" : "are", shown: drift.shownAs, first })];
    }
    case "highlight": return [finding("W08.colours", on(areaName(drift.area)), { column: drift.header })];
    case "entry-rule": return drift.ofTable ? [] : [finding(drift.lost === "changed" ? "W07.cell-changed" : "W07.cell", on(areaName(drift.validation.area)), { label: drift.what })];
    case "name": return name(drift, on);
    case "chart": return drift.emptied ? [] : [finding("W08.chart", on(""), { sheet: tab, chart: drift.chart.shows.replace(/^./, (letter) => letter.toLowerCase()) })];
    case "visibility": return [finding(drift.was === "VeryHidden" ? "E02.sheet-deep-hidden" : "E02.sheet-hidden", on(""), { sheet: tab })];
    case "mark": return [finding("E02.mark-gone", on(""), { sheet: tab })];
    case "line": return [finding("E02.line-gone", on(a1(drift.above.row, drift.above.column)), { sheet: tab, what: drift.what })];
    // Said by the rules for missing parts.
    case "header": case "table": case "sheet": return [];
  }
}

type On = (cell: string) => Finding["place"];

function line({ at, what, held }: FormulaDrift, on: On): Finding {
  const cell = a1(at.row, at.column);
  if (String(held).startsWith("=")) return finding("E06.line-changed", on(cell), { what });
  return finding("E06.line-overwritten", on(cell), { what, found: held === "" ? "nothing" : `"${quoted(String(held))}"` });
}

/** Names of the Cover's entries that are gone are said by the rule for missing parts. */
const saidElsewhere: readonly string[] = [...[...returnHeader, ...thresholdEntries].map((entry) => entry.name), "nmTemplateVersion"];

function name({ name: ours, label, at, leads, tab }: NameDrift, on: On): readonly Finding[] {
  const cell = at === null ? "" : areaName(at);
  if (leads !== null) return [finding("E02.name-elsewhere", on(cell), { label, now: leads.replace(/^=/, "").replace(/\$/g, ""), cell })];
  return saidElsewhere.includes(ours) ? [] : [finding("E02.cell-name-gone", on(cell), { label, sheet: tab })];
}
