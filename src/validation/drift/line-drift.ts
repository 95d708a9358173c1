/** Single cells: titles, labels, sentences and totals that stand above and beside the tables. */
import { templateVersion } from "../../blueprint/setup";
import { styles } from "../../blueprint/theme";
import type { CellBlueprint } from "../../blueprint/types";
import { textNamed } from "../book";
import type { Drift } from "./drift";
import { contentOf, type Wanted } from "./locate";
import { heldAt, type Places } from "./places";
import { needsWhatIsGone } from "./needs";

export function lineDrift(places: Places): readonly Drift[] {
  return places.stands.block === null ? [] : places.wanted.flatMap((wanted) => inCell(places, wanted));
}

function inCell(places: Places, { cell, contents }: Wanted): readonly Drift[] {
  const { holds } = cell;
  if (contents.length === 0 || holds === null || isRightVersion(places, cell)) return [];
  const on = { sheet: places.sheet.id, tab: places.sheet.tab };
  const at = places.locate(cell);
  if (at === "unknown") return [];
  if (at === "gone") return "formula" in holds ? [{ ...on, kind: "line", what: whatOf(places, cell), above: { row: Math.max(0, cell.row - 1), column: cell.column } }] : [];
  const held = heldAt(places.stands, at);
  if (held === undefined || contents.includes(contentOf(held))) return [];
  if ("formula" in holds) return [{ ...on, kind: "formula", at, what: whatOf(places, cell), formula: holds.formula, format: styles[cell.style].numberFormat, held, column: null, follows: needsWhatIsGone(holds.formula, held, places.book) }];
  return [{ ...on, kind: "label", at, holds, words: wordsIn(holds), held, cell: { ...cell, ...at } }];
}

const wordsIn = (holds: NonNullable<CellBlueprint["holds"]>): string => ("text" in holds ? holds.text : "number" in holds ? String(holds.number) : "date" in holds ? holds.date : holds.formula);

/** "1" is what Excel makes of "1.0" when it is typed. */
function isRightVersion({ made, book }: Places, { row, column }: CellBlueprint): boolean {
  const version = made.now.names.find(({ name }) => name === "nmTemplateVersion");
  return version !== undefined && version.row === row && version.column === column && textNamed(book, version.name) !== "" && Number(textNamed(book, version.name)) === Number(templateVersion);
}

/** What a line is, for a person: by the label beside it, by what its name says, or by its place. */
function whatOf({ made }: Places, { row, column }: CellBlueprint): string {
  const label = made.now.cells.find((cell) => cell.row === row && cell.column < column)?.holds ?? null;
  if (label !== null && "text" in label) return `"${label.text}"`;
  const named = made.now.names.find((name) => name.row === row && name.column === column);
  if (named !== undefined) return `the line that says: ${named.says.replace(/\.$/, "").replace(/^./, (letter) => letter.toLowerCase())}`;
  return row === 1 ? "the line under the title" : "a sentence";
}
