/** Names of single cells: gone while their cells are still there, or led to another cell. */
import { a1, areaName } from "../../blueprint/place";
import type { NameBlueprint, Rectangle } from "../../blueprint/types";
import type { Drift } from "./drift";
import type { Spot } from "./locate";
import { heldAt, spotOf, type Places } from "./places";

export const nameDrift = (places: Places): readonly Drift[] => places.made.now.names.flatMap((name) => inName(places, name));

function inName(places: Places, blueprint: NameBlueprint): readonly Drift[] {
  const { standing, sheet } = places;
  const { name, says } = blueprint;
  const at = areaOf(places, blueprint);
  const leads = standing.leads.get(name) ?? null;
  const on = { kind: "name", sheet: sheet.id, tab: sheet.tab, name, called: standing.called.get(name) ?? name, says, label: labelOf(places, blueprint) } as const;
  if (leads === null) return [{ ...on, at, leads: leadOf(places, on.called) }];
  const now = spotOf(leads, sheet.tab);
  if (at === null || now === null || leadsTo(leads, at, now) || wasMoved(places, at, now)) return [];
  return [{ ...on, at, leads }];
}

/** Where a name leads that leads to no cell of its sheet; null where it is gone or leads nowhere. */
function leadOf({ standing }: Places, called: string): string | null {
  const formula = [...standing.names].find(([name]) => name.toLowerCase() === called.toLowerCase())?.[1];
  return formula === undefined || formula.includes("#REF!") ? null : formula;
}

const leadsTo = (leads: string, at: Rectangle, now: Spot): boolean =>
  now.row === at.top && now.column === at.left && (at.rows === 1 || leads.slice(leads.lastIndexOf("!") + 1).replace(/\$/g, "") === areaName(at));

/** A cell that was cut and put elsewhere takes its name along; its old place is empty then. */
const wasMoved = ({ stands }: Places, at: Rectangle, now: Spot): boolean =>
  (at.rows === 1 && heldAt(stands, { row: at.top, column: at.left }) === "" && heldAt(stands, now) !== "") || heldAt(stands, { row: at.top, column: at.left }) === undefined;

function areaOf({ locate, stands }: Places, { row, column, rows = 1 }: NameBlueprint): Rectangle | null {
  if (stands.block === null) return null;
  const [first, last] = [locate({ row, column }), locate({ row: row + rows - 1, column })];
  return typeof first === "string" || typeof last === "string" ? null : { top: first.row, left: first.column, rows: last.row - first.row + 1, columns: 1 };
}

/** The label beside the cell, or its place. */
function labelOf({ made }: Places, { row, column, rows = 1 }: NameBlueprint): string {
  const label = made.now.cells.find((cell) => cell.row === row && cell.column < column)?.holds ?? null;
  return rows === 1 && label !== null && "text" in label ? label.text : areaName({ top: row, left: column, rows, columns: 1 }) || a1(row, column);
}
