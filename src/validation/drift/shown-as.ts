/** Whether a cell is shown as something that it is not: a count as a date, text in a cell for numbers. Other decimals or colours are a matter of taste. */
import type { Cell } from "../book";

type Shown = "number" | "date" | "percentage" | "text" | "anything";

function shownBy(numberFormat: string): Shown {
  if (numberFormat === "@") return "text";
  // Quoted words and bracketed conditions of a format are not part of its shape.
  const shape = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").toLowerCase();
  if (shape.includes("%")) return "percentage";
  if (shape === "general" || shape === "") return "anything";
  return /[dmyhs]/.test(shape) ? "date" : "number";
}

/** A day number before this one, in 1954, was hardly typed as a date. */
const FIRST_LIKELY_DAY = 20_000;
const said: Readonly<Record<Shown, string>> = { date: "a date", percentage: "a percentage", text: "text", number: "a number", anything: "no format of its own" };

/**
 * What a cell is shown as in place of what it should be, in words; null where that does no harm, or where the entry itself may be a date or a
 * percentage that somebody typed: that is for the person to put right, and is found by the rules for figures.
 * @param where - a single cell is for one thing only, so that it has lost its format without one
 */
export function lostFormat(cell: Cell, format: string, where: "column" | "cell"): string | null {
  const [should, shown] = [shownBy(format), shownBy(cell.numberFormat)];
  if (should === "anything" || should === shown || cell.numberFormat === "" || mayBeMeant(cell, shown)) return null;
  if (shown === "anything") return should === "date" || (should === "text" && where === "cell") ? said.anything : null;
  // Text is text whatever number format is on its cell, until a date or a percentage is made of it.
  return should === "text" && shown === "number" && where === "column" ? null : said[shown];
}

function mayBeMeant({ kind, value, formula }: Cell, shown: Shown): boolean {
  if (kind !== "number" || formula !== null) return false;
  return (shown === "date" && Number(value) >= FIRST_LIKELY_DAY) || (shown === "percentage" && !Number.isInteger(value));
}
