/** A drawing: its anchors and shapes, and the charts that it leads to. */
import { checkChart } from "./chart";
import { all, childOf, childrenOf, duplicates, relationIdOf, type Parts } from "./parts";
import type { Book } from "./workbook";

const OBJECTS = new Set(["sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart", "AlternateContent"]);

/** A corner of an anchor: column and row from 0, and how far into them. */
function corner(anchor: Element, local: string): { readonly column: number; readonly row: number; readonly into: number; readonly down: number } {
  const number = (name: string): number => Number(childOf(childOf(anchor, local), name)?.textContent ?? Number.NaN);
  return { column: number("col"), row: number("row"), into: number("colOff"), down: number("rowOff") };
}

function checkAnchor(parts: Parts, part: string, anchor: Element): void {
  const locals = childrenOf(anchor).map(({ localName }) => localName);
  if (locals.length !== 4 || locals[0] !== "from" || locals[1] !== "to" || !OBJECTS.has(locals[2] ?? "") || locals[3] !== "clientData") parts.report("DRW-1", part, `an anchor holds ${locals.join(", ")}`);
  const [from, to] = [corner(anchor, "from"), corner(anchor, "to")];
  const isOnSheet = [from, to].every(({ column, row, into, down }) => column >= 0 && column < 16_384 && row >= 0 && row < 1_048_576 && Number.isInteger(into) && Number.isInteger(down));
  const isForward = (to.column > from.column || (to.column === from.column && to.into >= from.into)) && (to.row > from.row || (to.row === from.row && to.down >= from.down));
  if (!isOnSheet || !isForward) parts.report("DRW-3", part, `an anchor goes from column ${from.column}, row ${from.row} to column ${to.column}, row ${to.row}`);
}

export function checkDrawing(parts: Parts, part: string, book: Book): void {
  const root = parts.root(part);
  if (root === null) return;
  const shapes = all(root, "cNvPr");
  for (const id of duplicates(shapes.map((element) => element.getAttribute("id") ?? ""))) parts.report("DRW-2", part, `two shapes have the number ${id}`);
  for (const shape of shapes) if ((shape.getAttribute("name") ?? "") === "") parts.report("DRW-2", part, `the shape ${shape.getAttribute("id") ?? ""} has no name`);
  for (const anchor of all(root, "twoCellAnchor")) checkAnchor(parts, part, anchor);
  const known = parts.relationsOf(part).map(({ id }) => id);
  for (const element of [...all(root, "chart"), ...all(root, "blip")]) {
    const id = relationIdOf(element) ?? relationIdOf(element, "embed") ?? relationIdOf(element, "link");
    if (id !== null && !known.includes(id)) parts.report("PKG-8", part, `the relationship ${id} of <${element.localName}> is not there`);
  }
  for (const { kind, target } of parts.relationsOf(part)) if (kind === "chart" && parts.has(target)) checkChart(parts, target, book);
}
