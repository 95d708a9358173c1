/** A record read back from cells: the same lines, and whatever was done to them shows. */
import { logTable } from "../../../src/blueprint/sheets/sign-off";
import type { Holding } from "../../../src/blueprint/types";
import { signatories } from "../../../src/domain/signatories";
import { appended, headOf, type LogEntry, type LogLine } from "../../../src/returns/sign-off/log";
import { cellsOf, headAsText, headIn, inLog, recordIn } from "../../../src/returns/sign-off/record";
import { recordFindings, recordProblem } from "../../../src/returns/sign-off/record-findings";
import { blankCell, type Book, type Cell } from "../../../src/validation/book";
import { wordsOf } from "../../../src/validation/finding";
import { Chance } from "../../support/chance";

const entry: LogEntry = { event: "signed", as: "preparer", by: "P Shaw", role: "Workforce analyst", on: "2009-04-20T14:05", note: "", sequence: null, figures: "a".repeat(64) };
const entries: readonly LogEntry[] = [entry, { ...entry, as: "board", note: "Seen on 20 April." }, { ...entry, event: "sent", as: null, sequence: 1 }];
const threeLines = entries.reduce<readonly LogLine[]>(appended, []);

const cellOf = (holds: Holding): Cell => (holds !== null && "text" in holds ? { kind: "text", value: holds.text, numberFormat: "@", formula: null } : blankCell);
const bookWith = (rows: readonly (readonly Holding[])[] | null, logHead: string | null): Book => ({
  sheets: [{ id: "cover", tab: "Cover" }, ...(rows === null ? [] : [{ id: "sign-off" as const, tab: "Sign-off" }])], copies: [], keptPack: null, logHead, named: new Map(),
  tables: new Map(rows === null ? [] : [[logTable.name, { sheet: "sign-off" as const, tab: "Sign-off", name: "tblLog", top: 11, left: 0, headers: logTable.columns.map(({ header }) => header), rows: rows.map((row) => row.map(cellOf)), ruleLost: new Map() }]]),
});
const written = (lines: readonly LogLine[]): (readonly Holding[])[] => lines.map((line) => cellsOf(line, line.event === "sent" ? "b".repeat(64) : ""));
const headText = (lines: readonly LogLine[]): string => headAsText({ ...headOf(lines), sent: { sequence: 1, digest: "b".repeat(64) } });
const foundIn = (book: Book): readonly string[] => recordFindings(book).map((each) => `${each.rule.id} ${each.place.cell}: ${wordsOf(each).says}`);

describe("a record", () => {
  it("reads back as it was written, blank rows at its foot or not", () => {
    const read = recordIn(bookWith([...written(threeLines), logTable.columns.map(() => null)], headText(threeLines)));
    expect(read).toEqual({ lines: threeLines, digests: new Map([[3, "b".repeat(64)]]), head: { number: 3, hash: threeLines[2]?.hash, sent: { sequence: 1, digest: "b".repeat(64) } }, verdict: { kind: "whole" } });
  });

  it("reads back whatever names and reasons people have, in 200 seeded tries", () => {
    const chance = new Chance(20090420);
    const letters = ["A", "é", " ", "=", "'", "\"", "-", "12", "n/a", "\n", "1/2", "😀", "+", "TRUE"];
    for (let times = 0; times < 200; times += 1) {
      const words = (): string => Array.from({ length: 1 + chance.below(9) }, () => letters[chance.below(letters.length)] ?? "").join("");
      const lines = appended([], { ...entry, as: signatories[chance.below(3)]?.id ?? null, by: inLog(words(), "name"), role: inLog(words(), "role"), note: inLog(words(), "note") });
      expect(recordIn(bookWith(written(lines), headText(lines))).lines).toEqual(lines);
    }
  });

  it("shows every single cell of every line that is changed by one letter", () => {
    const proofs = new Set(["Return sent", "Seal", "As written"]);
    for (const [row] of threeLines.entries()) {
      for (const [column, { header }] of logTable.columns.entries()) {
        if (proofs.has(header)) continue;
        const cells = written(threeLines).map((line) => [...line]);
        const holds = cells[row]?.[column] ?? null;
        const before = holds !== null && "text" in holds ? holds.text : "";
        (cells[row] ?? [])[column] = { text: before === "" ? "1" : `${before.slice(0, -1)}${before.endsWith("1") ? "2" : "1"}` };
        expect([header, recordProblem(bookWith(cells, headText(threeLines)))]).toEqual([header, expect.stringMatching(/^Line \d of the record/)]);
      }
    }
  });

  it.each<readonly [id: string, because: string, book: Book, found: readonly string[]]>([
    ["E70.changed", "a name was typed over", bookWith(written([...threeLines.slice(0, 1), { ...(threeLines[1] as LogLine), by: "P Other" }, ...threeLines.slice(2)]), headText(threeLines)), ["E70.changed A14: Line 2 of the record is not as it was written."]],
    ["E70.order", "a line was taken out", bookWith(written([threeLines[0] as LogLine, threeLines[2] as LogLine]), headText(threeLines)), ["E70.order A14: Line 2 of the record does not follow the line before it: lines were sorted, taken out or put in."]],
    ["E70.cut-off", "two lines are gone at the end", bookWith(written(threeLines.slice(0, 1)), headText(threeLines)), ["E70.cut-off A13: The last 2 lines of the record are missing."]],
    ["E70.gone", "the sheet was deleted", bookWith(null, headText(threeLines)), ["E70.gone : The Cover tells of a record of 3 lines, and the Sign-off sheet is not in this workbook any more."]],
    ["E70.changed", "another record of the same length was put in its place", bookWith(written(entries.reduce<readonly LogLine[]>((log, each) => appended(log, { ...each, by: "P Other" }), [])), headText(threeLines)), ["E70.changed A15: Line 3 of the record is not as it was written."]],
    ["W70", "the Cover was made again", bookWith(written(threeLines), null), ["W70 A15: The Cover does not keep the number of the record's last line any more, so nobody can tell whether lines are missing at its end."]],
    ["none", "Excel refused before the Cover knew of the last line", bookWith(written(threeLines), headText(threeLines.slice(0, 2))), []],
    ["none", "nothing was ever signed", bookWith(null, null), []],
  ])("is found by %s where %s", (_, __, book, found) => expect(foundIn(book)).toEqual(found));

  it("keeps its head as text that reads back, and takes nothing else for one", () => {
    const head = { ...headOf(threeLines), sent: null };
    expect([headIn(headAsText(head)), headIn(headText(threeLines))?.sent, headIn("3:abc"), headIn(""), headIn(null)]).toEqual([head, { sequence: 1, digest: "b".repeat(64) }, null, null, null]);
  });
});
