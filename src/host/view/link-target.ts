/** Where a cell's link leads: the sheet's own link, or the first argument of its HYPERLINK formula. */
import { placeNamed, type Place } from "../objects/address";
import type { Session } from "../objects/session";
import { contains } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";

export type LinkTarget =
  | { readonly kind: "inside"; readonly place: Place }
  | { readonly kind: "outside"; readonly address: string }
  /** It names cells that are not there, or an address of a kind that is not opened. */
  | { readonly kind: "nowhere"; readonly says: string };

const OPENED = /^(https?:|mailto:)/i;

/** The link of a cell, or null when it has none. */
export function linkTarget(session: Session, sheet: Sheet, row: number, column: number): LinkTarget | null {
  const link = sheet.get("hyperlinks").find((candidate) => contains(candidate.area, row, column));
  if (link !== undefined) return link.address === null || link.address === "" ? inside(session, sheet, link.place ?? "") : outside(link.address + (link.place === null ? "" : `#${link.place}`));
  const { formula } = sheet.cell(row, column);
  const first = formula === null ? null : firstArgument(formula);
  if (first === null) return null;
  const address = session.evaluate(first, sheet, row, column)[0]?.[0];
  if (typeof address !== "string" || address === "") return null;
  return address.startsWith("#") ? inside(session, sheet, address.slice(1)) : outside(address);
}

function inside(session: Session, sheet: Sheet, text: string): LinkTarget {
  const place = placeNamed(session, text, sheet);
  return place === null ? { kind: "nowhere", says: `The link leads to ${text}, which is not in this workbook.` } : { kind: "inside", place };
}

function outside(address: string): LinkTarget {
  return OPENED.test(address) ? { kind: "outside", address } : { kind: "nowhere", says: `The link leads to ${address}. Only web and mail addresses are opened from here.` };
}

/** The text of HYPERLINK's first argument, or null for any other formula. Commas in quotes and in brackets belong to it. */
function firstArgument(formula: string): string | null {
  const call = /^HYPERLINK\(/i.exec(formula);
  if (call === null) return null;
  let depth = 0;
  let quote: string | null = null;
  for (let at = call[0].length; at < formula.length; at++) {
    const letter = formula[at] ?? "";
    if (quote !== null) quote = letter === quote ? null : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(" || letter === "{") depth += 1;
    else if (depth === 0 && (letter === "," || letter === ")")) return formula.slice(call[0].length, at);
    else if (letter === ")" || letter === "}") depth -= 1;
  }
  return null;
}
