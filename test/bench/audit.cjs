// The audit of a workbook of twenty sheets, made-up staff lists and tables of teams and months with some hundred thousand cells. Copying the same cells through JSON is the yardstick.
require("./read-typescript.cjs");
const { auditInTurns } = require("../../src/validation/audit/audit-in-turns.ts");
const { bookFrom, madeUp } = require("../validation/audit/hr-workbooks.ts");
const { sheetDrawn } = require("../validation/audit/sheet-drawn.ts");
const { staffRows } = require("./staff-list.cjs");

/** Sixteen sheets of two made-up workbooks, under tabs of their own, and four long staff lists. */
function book() {
  const made = [1, 2].flatMap((number) => bookFrom(madeUp(number)).sheets.map((sheet) => ({ ...sheet, tab: `${sheet.tab} ${number}` })));
  const long = staffRows(3_000).map((row, at) => `| ${row.join(" | ")} | ${at === 0 ? "Cost" : `=D${at + 1}*E${at + 1}`} |`).join("\n");
  return { sheets: [...made, ...[1, 2, 3, 4].map((number) => sheetDrawn(`Staff ${number}`, long))], goesRound: false };
}

/** @returns the longest that a caller waits before it may turn to something else */
function longestTurn(workbook) {
  let longest = 0;
  const turns = auditInTurns(workbook);
  for (;;) {
    const started = performance.now();
    const { done } = turns.next();
    longest = Math.max(longest, performance.now() - started);
    if (done) return longest;
  }
}

exports.groups = () => [() => {
  const workbook = book();
  const cells = workbook.sheets.flatMap(({ rows }) => rows.flat());
  longestTurn(workbook);
  const longest = Math.min(...[1, 2, 3].map(() => longestTurn(workbook)));
  return [{
    what: `audit of ${workbook.sheets.length} sheets (${cells.length.toLocaleString("en-GB")} cells)`, budget: "2 s, no turn over 50 ms", counts: `longest turn ${Math.round(longest)} ms`, ours: () => { longestTurn(workbook); },
    against: [["copying the cells through JSON", () => JSON.parse(JSON.stringify(cells))]], runs: 5,
  }];
}];
