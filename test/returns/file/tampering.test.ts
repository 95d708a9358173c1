/** No change to a return's file goes unseen, and what was changed is named with its place. */
import { addressOf, type ReturnSheet } from "../../../src/returns/file/return-sheet-model";
import { sheetsOf } from "../../../src/returns/file/sheets-of-return";
import { OTHER_SHEETS } from "../../../src/returns/file/table-sheets";
import { writeReturn } from "../../../src/returns/file/write-return";
import { writtenWorkbook } from "../../../src/returns/file/written-workbook";
import type { ReturnDocument } from "../../../src/returns/format/return-document";
import { Chance } from "../../support/chance";
import { madeReturn } from "../../support/made-returns";
import { readBytes, repacked } from "../../support/return-files";

/** A row of each table, or nil: as easily changed as a large one, and quick to write and read a thousand times. */
const small = (index: number): ReturnDocument =>
  madeReturn(11, index, index % 2 === 1 ? { header: { nil: { reason: "None" } } } : { tables: (tables) => { for (const id of Object.keys(tables)) tables[id] = (tables[id] ?? []).slice(0, 1); } });

describe("a bit that is flipped on the way", () => {
  it("is found in each of 1,000 returns", async () => {
    const accepted: string[] = [];
    for (let index = 0; index < 1000; index += 1) {
      const chance = new Chance(index);
      const bytes = await writeReturn(small(index));
      const [at, bit] = [chance.below(bytes.length), chance.below(8)];
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const arrival = await readBytes(bytes);
      if (arrival.kind === "read") accepted.push(`return ${index}: bit ${bit} of byte ${at}, read as ${arrival.wholeness}`);
    }
    expect(accepted).toEqual([]);
  }, 120_000);
});

describe("a file that is cut off", () => {
  it("is called truncated at each of 200 lengths", async () => {
    const bytes = await writeReturn(madeReturn(12, 0));
    const lengths = [0, 1, 2, 3, 4, bytes.length - 1, ...Array.from({ length: 194 }, (_, step) => Math.floor(((step + 1) * bytes.length) / 196))];
    const found = await Promise.all(lengths.map(async (length) => { const arrival = await readBytes(bytes.slice(0, length)); return arrival.kind === "read" ? "read" : arrival.code; }));
    expect(found).toEqual(lengths.map(() => "truncated"));
  });
});

/** The sheets with one character of one cell changed, or one digit. */
function changedAt(sheets: readonly ReturnSheet[], sheetAt: number, rowAt: number, columnAt: number, chance: Chance): readonly ReturnSheet[] {
  return sheets.map((sheet, s) => (s !== sheetAt ? sheet : {
    ...sheet, rows: sheet.rows.map((row, r) => (r !== rowAt ? row : row.map((cell, c) => {
      if (c !== columnAt || cell === null || cell.holds === null) return cell;
      if (typeof cell.holds === "number") return { ...cell, holds: cell.holds + 1 };
      const at = chance.below(cell.holds.length);
      return { ...cell, holds: `${cell.holds.slice(0, at)}${cell.holds[at] === "7" ? "8" : "7"}${cell.holds.slice(at + 1)}` };
    }))),
  }));
}

interface Spot { readonly sheet: number; readonly row: number; readonly column: number; readonly name: string }

function spotsOf(sheets: readonly ReturnSheet[]): readonly Spot[] {
  return sheets.flatMap(({ name, rows }, sheet) => rows.flatMap((row, r) => row.flatMap((cell, column): readonly Spot[] => (cell === null || cell.holds === null ? [] : [{ sheet, row: r, column, name: `${name}!${addressOf(r, column)}` }]))));
}

describe("one character changed", () => {
  const document = small(4);
  const sheets = sheetsOf(document);
  const spots = spotsOf(sheets);

  it("in any cell is found and the cell is named, whether the file was made anew just as we would or saved by Excel", async () => {
    const unnamed: string[] = [];
    for (const [index, { sheet, row, column, name }] of spots.entries()) {
      const bytes = await writtenWorkbook(changedAt(sheets, sheet, row, column, new Chance(index)), "A return");
      const arrival = await readBytes(index % 2 === 0 ? bytes : repacked(bytes));
      // A number of a piece and its check are named with the piece.
      const [place, beside] = name.startsWith(OTHER_SHEETS.machine) && row > 4 ? [`${OTHER_SHEETS.machine}!${addressOf(row, 1)}`, addressOf(row, column)] : [name, ""];
      if (arrival.kind === "read" || !arrival.says.includes(place) || !arrival.says.includes(beside)) unnamed.push(`${name}: ${JSON.stringify(arrival).slice(0, 200)}`);
    }
    expect(unnamed).toEqual([]);
  }, 60_000);

  it("in a figure is told with what both say", async () => {
    const demand = sheets.findIndex(({ name }) => name === "Demand and supply");
    const wanted = sheets[demand]?.rows[5]?.[2]?.holds;
    expect(await readBytes(await writtenWorkbook(changedAt(sheets, demand, 5, 2, new Chance(1)), "A return"))).toEqual({
      kind: "quarantined", file: "a.xlsx", code: "cells-altered", organisation: "R04", fix: expect.stringMatching(/^Ask the organisation/),
      says: `Demand and supply!C6 shows ${Number(wanted) + 1}; the machine-readable part says ${wanted}.`,
    });
  });
});
