/**
 * The 36 points that a sheet is held against, in our own words. They are those of the UK government Analysis Function's "Making spreadsheets accessible:
 * checklist of the basics". An id is permanent: retire one, never use it again.
 */
import type { Severity } from "../severity";

/** Who can say whether a point holds: this program wholly, this program for the part that Excel tells it, or a person only. */
export type JudgedBy = "machine" | "part" | "person";

export interface Point {
  readonly group: "Tables" | "Footnotes" | "Formatting" | "Structure" | "Before publishing";
  readonly says: string;
  /** Essential in the source: a sheet that breaks it cannot be read by everybody. */
  readonly essential: boolean;
  readonly judged: JudgedBy;
}

export const SOURCE = "Analysis Function, Making spreadsheets accessible: checklist of the basics";

const E = { essential: true } as const;
const usual = { essential: false } as const;
const tables = { group: "Tables" } as const;
const footnotes = { group: "Footnotes" } as const;
const formatting = { group: "Formatting" } as const;
const structure = { group: "Structure" } as const;
const publishing = { group: "Before publishing" } as const;

export const points = {
  A01: { ...tables, ...E, judged: "part", says: "Figures stand in an Excel table, so that a screen reader knows rows and columns." },
  A02: { ...tables, ...usual, judged: "part", says: "Each table has a name that says what it holds." },
  A03: { ...tables, ...E, judged: "machine", says: "No cells are merged, and no table stands inside another." },
  A04: { ...tables, ...E, judged: "machine", says: "A table has no blank row or column inside it." },
  A05: { ...tables, ...E, judged: "machine", says: "A table has one header row, marked as such, with a header for each column." },
  A06: { ...tables, ...E, judged: "machine", says: "Text wraps in its cell and is not cut off." },
  A07: { ...tables, ...usual, judged: "machine", says: "There are no filters and no frozen rows or columns." },
  A08: { ...tables, ...E, judged: "part", says: "Cells are empty only where the workbook says why." },
  A09: { ...tables, ...usual, judged: "machine", says: "No rows, columns or sheets are hidden." },
  A10: { ...tables, ...usual, judged: "part", says: "Columns are as wide as what they hold." },
  A11: { ...footnotes, ...E, judged: "part", says: "No symbol and no raised letter or number leads to a note." },
  A12: { ...footnotes, ...usual, judged: "machine", says: "A note is called for by the word, such as [note 1]." },
  A13: { ...footnotes, ...usual, judged: "machine", says: "Cells with figures hold no markers of notes." },
  A14: { ...footnotes, ...usual, judged: "machine", says: "The words of notes stand on a sheet of their own." },
  A15: { ...formatting, ...usual, judged: "person", says: "What is written is in plain words, with short forms spelt out once." },
  A16: { ...formatting, ...E, judged: "part", says: "The words of a link say where it leads." },
  A17: { ...formatting, ...usual, judged: "part", says: "Letters are plain and large enough to read." },
  A18: { ...formatting, ...E, judged: "part", says: "Each sheet has a title in its first cell that says what it shows." },
  A19: { ...formatting, ...usual, judged: "part", says: "Words are used and not symbols." },
  A20: { ...formatting, ...E, judged: "part", says: "Nothing is said only in a header, a footer or a text box." },
  A21: { ...formatting, ...usual, judged: "part", says: "Parts of a sheet are not divided by coloured or decorated blanks." },
  A22: { ...formatting, ...usual, judged: "machine", says: "Cells stand on a plain ground." },
  A23: { ...formatting, ...E, judged: "person", says: "Nothing is said by colour alone." },
  A24: { ...formatting, ...E, judged: "part", says: "Letters stand out from their ground by 4.5 to 1, large ones by 3 to 1." },
  A25: { ...formatting, ...usual, judged: "person", says: "There are no pictures, and what a chart shows is said in words too." },
  A26: { ...formatting, ...usual, judged: "machine", says: "The file holds no macros." },
  A27: { ...structure, ...E, judged: "part", says: "Each sheet has a name of its own that says what it is." },
  A28: { ...structure, ...E, judged: "machine", says: "No sheet is blank." },
  A29: { ...structure, ...E, judged: "machine", says: "Column A is used: for the title, the notes and the source." },
  A30: { ...structure, ...E, judged: "machine", says: "Tables start at the left edge of their sheet." },
  A31: { ...structure, ...usual, judged: "machine", says: "Nothing stands below a table." },
  A32: { ...structure, ...usual, judged: "machine", says: "A sheet has one table." },
  A33: { ...publishing, ...E, judged: "person", says: "Spelling and grammar were checked." },
  A34: { ...publishing, ...usual, judged: "person", says: "Excel's own accessibility checker was run." },
  A35: { ...publishing, ...E, judged: "part", says: "The file says its title and its language." },
  A36: { ...publishing, ...E, judged: "machine", says: "The workbook opens at the first cell of its first sheet." },
} as const satisfies Readonly<Record<string, Point>>;

export type PointId = keyof typeof points;
export const pointIds = Object.keys(points) as readonly PointId[];
export const isPointId = (word: string): word is PointId => Object.hasOwn(points, word);

/** What is essential must be put right; the rest is worth knowing. */
export const severityOf = (id: PointId): Severity => (points[id].essential ? "must-fix" : "note");
