// The rules of the shipped pack and of the product over a full regional workbook: 60 role groups and 40 groups by 7 populations, each figure filled in. A copy of the same figures through JSON is the yardstick.
require("./read-typescript.cjs");
const { checkBook } = require("../../src/validation/check-book.ts");
const { exampleBook } = require("../validation/example-book.ts");
const staffChecks = require("./staff-checks.cjs");

const POPULATIONS = ["Post-holders", "Ready now", "Ready to 1 year", "Ready 1 to 3 years", "Ready 3 to 5 years", "Wider workforce", "Local community"];
const numbers = (count) => Array.from({ length: count }, (_, index) => index);

function region() {
  const demand = numbers(48).map((n) => `| Role group ${n} | ${30 + n} | 3 | 6 | 12 | 11 | 9 | 11 | 17 | 13 | | Made-up example |`);
  const profile = numbers(35).flatMap((n) => POPULATIONS.map((population) => `| Group ${n} | ${population} | ${20 + n} | ${200 - n} | 10 | n/a | 2009-03-31 | Made-up example | |`));
  return exampleBook({
    demand: ["| Role group | Posts | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years | Comment | Source |", ...demand].join("\n"),
    profile: ["| Group | Population | In group | Not in group | Unknown | Comparator % | As-at date | Source | Comment |", ...profile].join("\n"),
  });
}

exports.groups = () => [() => {
  const book = region();
  const cells = [...book.tables.values()].flatMap((table) => table.rows).flat();
  return [{
    what: `rules over a regional workbook (${cells.length.toLocaleString("en-GB")} cells)`, budget: "300 ms", ours: () => checkBook(book),
    against: [["copying the figures through JSON", () => JSON.parse(JSON.stringify(cells))]], runs: 15,
  }];
}, () => staffChecks.rows()];
