/** Catches percentages of comparators that are out of range, parts of 1, or no numbers (E10, E13, E16, E17). */
import { isComparator } from "../../domain/taxonomy";
import type { CaseId } from "../catalogue";
import { finding, type Facts, type Finding, type Rule } from "../finding";
import { plainNumber, spelt, type Reading } from "../reading";
import { profileKey, profileRows, type Row } from "../rows";
import { quoted } from "../words";

const COLUMN = "Comparator %";
const WANTED = "a percentage from 0 to 100, such as 24.2";
/** Fewer percentages than this may well all be low. */
const ENOUGH = 2;

export const percentages: Rule = (book) => {
  const rows = profileRows(book);
  return [...rows.flatMap(judged), ...partsOfOne(rows)];
};

function judged(row: Row): readonly Finding[] {
  const entry = row.at(COLUMN);
  if (entry === null) return [];
  const common = { column: COLUMN, key: quoted(profileKey(row)), found: quoted(spelt(entry.reading)), wanted: WANTED };
  const found = caseOf(entry.reading, isComparator(row.text("Population")));
  return found === null ? [] : [finding(found.rule, entry.place, { ...common, ...found.facts })];
}

function caseOf(reading: Reading, isUsed: boolean): { readonly rule: CaseId; readonly facts?: Facts } | null {
  switch (reading.kind) {
    case "blank": return null;
    case "number": return !isUsed ? { rule: "E13.unused" } : reading.value < 0 || reading.value > 100 ? { rule: "E13.range" } : null;
    case "percentage": return { rule: "E13.formatted", facts: { value: plainNumber(reading.value), meant: plainNumber(reading.value * 100) } };
    case "not-applicable": return reading.asMeant ? null : { rule: "E16.spelling", facts: { wanted: "n/a" } };
    case "number-as-text": return { rule: "E16.number-as-text", facts: { value: plainNumber(reading.value) } };
    case "withheld": return { rule: "E16.withheld" };
    case "dash": return { rule: "E16.dash" };
    case "word-for-none": return { rule: "E16.none" };
    case "word-for-unknown": return { rule: "E16.unknown" };
    case "error": return { rule: "E17" };
    case "logical": return { rule: "E10.logical" };
    case "date": return { rule: "E10.date" };
    case "text": return { rule: "E10.text" };
  }
}

/** 0.24 for 24% can only be told from a low percentage where every one is so. */
function partsOfOne(rows: readonly Row[]): readonly Finding[] {
  const used = rows.flatMap((row) => { const entry = row.at(COLUMN); return entry?.reading.kind === "number" && isComparator(row.text("Population")) ? [{ entry, value: entry.reading.value }] : []; });
  const positive = used.filter(({ value }) => value > 0);
  const [first] = positive;
  return first !== undefined && positive.length >= ENOUGH && positive.every(({ value }) => value <= 1) ? [finding("E13.parts", first.entry.place, { column: COLUMN })] : [];
}
