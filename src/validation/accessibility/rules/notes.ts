/** Points A11 to A14, A16 and A19: notes, links and symbols in words. */
import { a1 } from "../../../blueprint/place";
import { barrier, some, type Barrier, type Offer } from "../barrier";
import type { AccessCase } from "../catalogue";
import { bodyOf, filledCells, isInside, type LookedBook, type LookedSheet, type Placed } from "../looked";

export function noteBarriers(book: LookedBook): readonly Barrier[] {
  const all = book.sheets.flatMap((sheet) => filledCells(sheet).map((placed) => ({ sheet, placed })));
  const called = all.find(({ placed }) => /\[note\s*\d+\]/i.test(placed.cell.text));
  const hasNotes = book.sheets.some(({ tab }) => /\bnotes?\b/i.test(tab));
  return [
    ...book.sheets.flatMap(wordsOn),
    ...(called === undefined || hasNotes ? [] : [barrier("A14.no-notes-sheet", { tab: called.sheet.tab, cell: placeOf(called.placed) }, { cell: placeOf(called.placed) })]),
  ];
}

const placeOf = ({ row, column }: Placed): string => a1(row, column);

/** A raised digit, a star or a dagger at the end of words. A star alone stands for a withheld figure, and m² is a unit. */
const SYMBOL = /\p{L}[\p{L}\s)%.,]*(?:[*†‡§¶]+|(?<!\b[ck]?m)[¹²³⁰⁴-⁹]+)$/u;
const BARE_NUMBER = /\[\d{1,2}\]/;
const MARKED_FIGURE = /^[-+£$€]?\d[\d,.]*\s*%?\s*(?:[*†‡§¶¹²³⁰⁴-⁹]+|\[(?:note\s*)?\d+\]|\([a-z]\))$/iu;
/** Anything but letters, digits, dashes and shorthand such as [c]; "<5", "*" and ".." stand for figures that cannot be given. */
const SYMBOL_ONLY = /^[^\p{L}\p{N}\s"'<>*.\-–—−[\]()#/:;,&+=_%£$€?]+$/u;

function wordsOn(sheet: LookedSheet): readonly Barrier[] {
  const texts = filledCells(sheet).filter(({ cell }) => cell.kind === "text");
  const having = (fits: (text: string, placed: Placed) => boolean): readonly Placed[] => texts.filter((placed) => fits(placed.cell.text.trim(), placed));
  const counted = (id: AccessCase, found: readonly Placed[]): readonly Barrier[] => {
    const [first] = found;
    return first === undefined ? [] : [barrier(id, { tab: sheet.tab, cell: placeOf(first) }, { count: some(found.length, "cell", "cells"), cell: placeOf(first) })];
  };
  return [
    ...counted("A11.symbol", having((text) => text.length < LONG && SYMBOL.test(text))),
    ...counted("A12.no-word", having((text) => BARE_NUMBER.test(text) && !isMarkedFigure(text))),
    ...counted("A13.marked-figure", having((text, placed) => isMarkedFigure(text) && isFigure(sheet, placed))),
    ...counted("A19.symbol", having((text) => SYMBOL_ONLY.test(text))),
    ...texts.flatMap((placed) => linkBarriers(sheet, placed)),
  ];
}

/** A star at the end of a paragraph is no marker of a note, and a paragraph is no figure. */
const LONG = 120;

const isMarkedFigure = (text: string): boolean => text.length < LONG && MARKED_FIGURE.test(text);

const isFigure = (sheet: LookedSheet, { row, column }: Placed): boolean => sheet.tables.length === 0 || sheet.tables.some((table) => isInside(bodyOf(table), row, column));

const BARE_ADDRESS = /^(https?:\/\/|www\.|mailto:)\S+$/i;
const UNCLEAR = /^(click( here)?|here|link|more|read more|this (page|link)|see here)\.?$/i;

function linkBarriers(sheet: LookedSheet, placed: Placed): readonly Barrier[] {
  const text = placed.cell.text.trim();
  const id = BARE_ADDRESS.test(text) ? "A16.bare-address" : UNCLEAR.test(text) ? "A16.unclear" : null;
  if (id === null) return [];
  const cell = placeOf(placed);
  // Without an address there is nothing to put behind the words; a formula makes its own.
  const offer: Offer | null = sheet.isProtected || placed.cell.isFormula || id === "A16.unclear" ? null : {
    asks: "Where the link leads, in words", changes: `${cell} on ${sheet.tab} shows the words that you typed, with the address behind them.`,
    mend: (words) => ({ kind: "link-words", tab: sheet.tab, cell, words }),
  };
  return [barrier(id, { tab: sheet.tab, cell }, { text }, offer)];
}
