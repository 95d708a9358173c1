/**
 * The machine-readable part: the whole document as JSON, in pieces down one column of the last sheet. Plain ASCII without anything that a program may trim,
 * join or take for an escape, since it must outlive any spreadsheet program and e-mail gateway.
 */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalJson } from "../../domain/canonical-json";
import { FORMAT } from "../format/return-document";
import { addressOf, cell, type ReturnSheet } from "./return-sheet-model";
import { OTHER_SHEETS } from "./table-sheets";

/** A cell holds 32,767 characters at most; some programs stop at 8,192 when they print or export. */
const LONGEST_PIECE = 8000;
const FIRST_PIECE_ROW = 6;

/** @param json - as it is written: a return's document, of this format's version or of an earlier one */
export function machineSheet(json: unknown, formatVersion: string): ReturnSheet {
  const pieces = piecesOf(asciiJson(json));
  return {
    name: OTHER_SHEETS.machine, frozenRows: FIRST_PIECE_ROW - 1, widths: [12, 100, 20],
    rows: [
      [cell("Machine-readable part of this return", "title")],
      [cell("Do not change anything on this sheet. It holds the same return for programs; any change is seen when the file arrives.", "subtitle")],
      [cell("Format", "label"), cell(`${FORMAT} ${formatVersion}`, "text")],
      [cell("Pieces", "label"), cell(pieces.length, "text")],
      [cell("Piece", "headerRight"), cell("Text", "header"), cell("Check", "header")],
      ...pieces.map((piece, index) => [cell(index + 1, "figure"), cell(piece, "code"), cell(checkOf(piece), "code")]),
    ],
  };
}

/** Canonical JSON in ASCII. Spaces beside spaces and "_x", by which workbooks mark escapes, are written as escapes of JSON. */
export function asciiJson(json: unknown): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return canonicalJson(json).replace(/[\u007f-\uffff]/g, escaped).replace(/ (?= )|(?<= ) /g, escaped).replace(/_(?=x)/gi, escaped);
}

/** No piece starts or ends with a space. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + LONGEST_PIECE, text.length);
    while (to < text.length && (text[to] === " " || text[to - 1] === " ")) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** Tells in which piece something was changed. */
const checkOf = (piece: string): string => bytesToHex(sha256(utf8ToBytes(piece))).slice(0, 16);

/** What comes of reading the part: its JSON, that there is none, or why it is not whole. */
export type MachinePart = { readonly kind: "json"; readonly json: unknown } | { readonly kind: "none" } | { readonly kind: "broken"; readonly says: string };

/** @param textAt - what a cell of the sheet of that name shows; null where there is no such sheet */
export function readMachinePart(textAt: ((row: number, column: number) => string) | null): MachinePart {
  if (textAt === null) return { kind: "none" };
  const place = (row: number, column: number): string => `${OTHER_SHEETS.machine}!${addressOf(row, column)}`;
  if (!textAt(2, 1).startsWith(FORMAT)) return { kind: "broken", says: `${place(2, 1)} should name the format.` };
  const wanted = Number(textAt(3, 1));
  if (!Number.isInteger(wanted) || wanted < 1) return { kind: "broken", says: `${place(3, 1)} should say how many pieces there are.` };
  const pieces: string[] = [];
  for (let index = 0; index < wanted; index += 1) {
    const at = FIRST_PIECE_ROW - 1 + index;
    const [number, text, check] = [textAt(at, 0), textAt(at, 1), textAt(at, 2)];
    if (number !== String(index + 1) || text === "") return { kind: "broken", says: `Piece ${index + 1} is not at ${place(at, 1)} with its number at ${addressOf(at, 0)}, though ${place(3, 1)} says that there are ${wanted}.` };
    if (checkOf(text) !== check) return { kind: "broken", says: `The text at ${place(at, 1)} and its check at ${addressOf(at, 2)} do not fit: one of them was changed.` };
    pieces.push(text);
  }
  try {
    return { kind: "json", json: JSON.parse(pieces.join("")) };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: "broken", says: `The pieces from ${place(FIRST_PIECE_ROW - 1, 1)} do not make a whole when put together.` };
    throw error;
  }
}
