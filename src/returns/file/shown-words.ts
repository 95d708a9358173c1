/** How what a document says is shown on the sheets of a return: figures, days, texts. What stands in the document itself is never made prettier. */
import { dateOfSerial, isoDate, longDate, serialOfDate } from "../../domain/period";
import type { FigureJson } from "../format/return-document";

/** The four kinds of "no number" stay four: nothing, 0, n/a, and what stands for a withheld count. */
export function shownFigure(figure: FigureJson | undefined): string | number | null {
  if (figure === undefined || figure === null || typeof figure === "number" || figure === "n/a") return figure ?? null;
  return shownText("withheld" in figure ? figure.withheld : figure.unreadable);
}

/** Control characters and what else XML cannot hold, or lets a writer leave out. */
const NOT_SHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffd-\uffff]|\p{Surrogate}|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/gu;
const LONGEST_IN_A_CELL = 32_767;

/** A text as a cell shows it: line ends as cells have them, without what no cell can hold. */
export function shownText(text: string): string {
  const shown = text.replace(/\r\n?/g, "\n").replace(NOT_SHOWN, "");
  return shown.length <= LONGEST_IN_A_CELL ? shown : `${shown.slice(0, LONGEST_IN_A_CELL - 1)}…`;
}

/** @example shownDay("2009-03-31") // => "31 March 2009" */
export function shownDay(text: string): string {
  const day = isoDate(text);
  return day === null || dateOfSerial(serialOfDate(day)) !== day ? shownText(text) : longDate(day);
}

/** @example shownMoment("2009-04-20T14:05") // => "20 April 2009, 14:05" */
export function shownMoment(text: string): string {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(text) ?? [];
  return day === "" ? shownText(text) : `${shownDay(day)}, ${time}`;
}

/** The first digits of a digest: enough for people to compare by. */
export const shortDigest = (digest: string): string => digest.slice(0, 16);
