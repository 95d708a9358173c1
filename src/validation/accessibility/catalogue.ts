/** What each rule says and what to do about it. A case is a point and what breaks it; it is permanent like the point. The words are filled with `{facts}`. */
import type { PointId } from "./points";

export interface CaseWords { readonly says: string; readonly fix: string }

export const cases = {
  "A01.unmarked": { says: "{area} looks like a table of figures but is not marked as one.", fix: "Make it an Excel table with its header row (Insert, Table)." },
  "A02.usual-name": { says: "The table {table} has the name that Excel gave it.", fix: "Name it after what it holds (Table Design, Table Name)." },
  "A03.merged": { says: "{count} merged, beginning with {area}. Only their first cells hold anything.", fix: "Unmerge them." },
  "A03.merged-across-data": { says: "{count} merged among figures or over several rows, beginning with {area}.", fix: "Unmerge them and write in each row or column what it belongs to." },
  "A04.blank-row": { says: "The table {table} has {count} without anything in it, beginning with row {row}.", fix: "Delete the blank row of the table." },
  "A04.blank-column": { says: "The table {table} has {count} without anything below the header, beginning with column {column}.", fix: "Delete the blank column of the table, or fill it in." },
  "A05.no-header": { says: "The table {table} has no header row.", fix: "Switch the header row on (Table Design, Header Row) and name each column." },
  "A05.usual-headers": { says: "The table {table} has headers that say nothing, such as {header}.", fix: "Name each column after what it holds, with its unit." },
  "A06.cut-off": { says: "{count} with text that does not fit and is cut off, beginning with {cell}.", fix: "Wrap the text and let the rows grow." },
  "A07.filters": { says: "There are buttons for filters, which stand in the way of a screen reader.", fix: "Take the filter buttons away; nothing is filtered now." },
  "A07.filtered": { says: "A filter is hiding rows.", fix: "Clear the filter, then take its buttons away." },
  "A07.frozen": { says: "Rows or columns are frozen, which covers the sheet when it is enlarged.", fix: "Unfreeze them." },
  "A08.blank-cells": { says: "The table {table} has {count}, beginning with {cell}, and nothing says why.", fix: "Fill them in, or say above the table what an empty cell means." },
  "A09.rows": { says: "{count} hidden, beginning with row {row}.", fix: "Show them, or delete what nobody is to see." },
  "A09.columns": { says: "{count} hidden, beginning with column {column}.", fix: "Show them, or delete what nobody is to see." },
  "A09.sheets": { says: "{count} hidden: {tabs}.", fix: "Show them, or delete what nobody is to see." },
  "A10.too-narrow": { says: "{count} too narrow for their figures, beginning with {column}.", fix: "Make the columns as wide as what they hold." },
  "A11.symbol": { says: "{count} end with a symbol or a raised number that seems to lead to a note, beginning with {cell}.", fix: "Write [note 1] in its place, and the note on a sheet of notes." },
  "A12.no-word": { says: "{count} call for a note by a bare number, beginning with {cell}.", fix: "Write the word too: [note 1]." },
  "A13.marked-figure": { says: "{count} hold a figure and a marker together, beginning with {cell}.", fix: "Leave the figure alone in its cell and put the marker into the header or a column of notes." },
  "A14.no-notes-sheet": { says: "Notes are called for, beginning with {cell}, and no sheet is called Notes.", fix: "Add a sheet called Notes with a table of the notes, one a row." },
  "A16.bare-address": { says: "The text is a bare address, which a screen reader spells out.", fix: "Write where it leads, and put the address behind those words." },
  "A16.unclear": { says: "The words of the link, \"{text}\", do not say where it leads.", fix: "Write where it leads." },
  "A17.small": { says: "{count} with letters smaller than 10 points, beginning with {cell}.", fix: "Make them 10 points or more." },
  "A18.no-title": { says: "The first cell is empty, so nothing says what the sheet shows.", fix: "Write a title into A1 that says what, where and when." },
  "A18.says-little": { says: "The title \"{title}\" says little.", fix: "Write into A1 what the sheet shows, where and when." },
  "A18.same-title": { says: "The title is the same as that of {tab}.", fix: "Write into A1 how this sheet differs." },
  "A19.symbol": { says: "{count} hold only a symbol, beginning with {cell}.", fix: "Write a word in its place, such as Yes, No, Up or Down." },
  "A20.header": { says: "The header or footer says \"{text}\", which no cell says.", fix: "Say it in a cell under the title." },
  "A21.coloured-blank": { says: "{count} without anything are coloured, beginning with row {row}, to divide the sheet.", fix: "Clear their colour, and use a heading in words." },
  "A22.fill": { says: "Most cells with words or figures stand on a coloured ground.", fix: "Clear the fill of ordinary cells, and keep it to headers." },
  "A24.low": { says: "{count} with letters that are hard to tell from their ground ({ratio} to 1), beginning with {cell}.", fix: "Make the letters {colour}." },
  "A24.unseen": { says: "{count} with letters in the colour of their ground, beginning with {cell}.", fix: "Give the letters a colour that can be seen, or delete what nobody is to see." },
  "A26.macros": { says: "The file {file} is of a kind that holds macros.", fix: "Save a copy as an ordinary workbook (.xlsx) to give to others." },
  "A27.usual-name": { says: "The sheet has the name that Excel gave it.", fix: "Name it after what it shows." },
  "A28.blank": { says: "The sheet is blank.", fix: "Delete the sheet if nothing needs it." },
  "A29.not-used": { says: "Column A is empty, and a screen reader begins there.", fix: "Move the title, notes and table so that they start in column A." },
  "A30.off-edge": { says: "The table {table} starts in column {column}.", fix: "Move it so that it starts in column A." },
  "A31.below": { says: "{count} below the last table, beginning with {cell}.", fix: "Move what stands there above the table." },
  "A32.several": { says: "The sheet has {count}.", fix: "Give each table a sheet of its own, or say above the first how many there are." },
  "A35.no-title": { says: "The file has no title in its properties.", fix: "Give it one (File, Info, Title)." },
  "A36.elsewhere": { says: "The workbook would open at {cell} of {tab}.", fix: "Go to A1 of the first sheet before the last save." },
} as const satisfies Readonly<Record<string, CaseWords>>;

export type AccessCase = keyof typeof cases;

export const pointOf = (id: AccessCase): PointId => id.slice(0, 3) as PointId;
