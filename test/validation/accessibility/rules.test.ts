/** The 36 points: each rule fails where it should, lets the nearest neighbour pass, and is cleared by its remedy. */
import { areasOf } from "../../../src/validation/accessibility/areas";
import { cases, pointOf, type AccessCase } from "../../../src/validation/accessibility/catalogue";
import { checkAccessibility } from "../../../src/validation/accessibility/check-accessibility";
import { contrast, readableOn } from "../../../src/validation/accessibility/contrast";
import { freeTableName } from "../../../src/validation/accessibility/free-name";
import { pointIds, points } from "../../../src/validation/accessibility/points";
import { answeredNo, questions, verdictFrom } from "../../../src/validation/accessibility/questions";
import { phrasesOf } from "../../../src/validation/accessibility/rules/sheets";
import type { LookedBook } from "../../../src/validation/accessibility/looked";
import { bookInWords } from "./book-in-words";
import { accessExamples } from "./cases";

const foundIn = (book: LookedBook, id: AccessCase): readonly string[] => checkAccessibility(book).filter((each) => each.case === id).map(({ tab, cell }) => `${tab}!${cell}`);
const told = accessExamples.map((example) => [example.case, example.because, example] as const);

describe("the list of points", () => {
  it("has 36, of which 19 are essential, each judged by a rule, by a person or by both", () => {
    expect([pointIds.length, pointIds.filter((id) => points[id].essential).length]).toEqual([36, 19]);
    const byRule = new Set((Object.keys(cases) as AccessCase[]).map(pointOf));
    const byPerson = new Set(questions.map(({ point }) => point));
    const wrong = pointIds.filter((id) => (points[id].judged === "person" ? byRule.has(id) || !byPerson.has(id) : !byRule.has(id)));
    expect(wrong).toEqual([]);
    expect([...byPerson].filter((id) => points[id].judged === "machine")).toEqual([]);
  });

  it("has a remedy that says what to do for each case and each question", () => {
    const first = [...Object.values(cases), ...questions].map(({ fix }) => fix.split(" ")[0] ?? "").filter((word) => !/^(Make|Name|Unmerge|Delete|Switch|Wrap|Take|Clear|Unfreeze|Fill|Show|Write|Leave|Add|Say|Save|Move|Give|Go|Choose|Check|Run|Set)$/.test(word));
    expect(first).toEqual([]);
  });
});

describe("an honest workbook", () => {
  it("gives no finding at all", () => {
    expect(checkAccessibility(bookInWords())).toEqual([]);
  });
});

describe("every case", () => {
  it("has an example", () => {
    const without = (Object.keys(cases) as AccessCase[]).filter((id) => !accessExamples.some((example) => example.case === id));
    expect(without).toEqual([]);
  });

  it.each(told)("%s: %s", (id, _, { fails, at, neighbour, remedy, offered }) => {
    const [barrier] = checkAccessibility(fails).filter((each) => each.case === id);
    expect(foundIn(fails, id)).toEqual([at]);
    expect(foundIn(neighbour, id)).toEqual([]);
    expect(foundIn(remedy, id)).toEqual([]);
    expect(`${barrier?.says ?? ""}${barrier?.fix ?? ""}`).not.toMatch(/[{}]/);
    expect(barrier?.offer === null ? "no" : barrier?.offer.asks === "" ? "yes" : "with words").toBe(offered);
  });

  it("is told once and can be told apart by its id", () => {
    const ids = accessExamples.flatMap(({ fails }) => checkAccessibility(fails).map(({ id }) => id).filter((id, index, all) => all.indexOf(id) < index));
    expect(ids).toEqual([]);
  });
});

describe("on a protected sheet", () => {
  it("nothing that changes cells is offered", () => {
    const offered = accessExamples.flatMap(({ fails }) => checkAccessibility({ ...fails, sheets: fails.sheets.map((sheet) => ({ ...sheet, isProtected: true })) }).filter(({ offer }) => offer !== null).map((each) => each.case));
    expect([...new Set(offered)].sort()).toEqual(["A07.frozen", "A35.no-title", "A36.elsewhere"]);
  });
});

describe("a list that goes on below the rows that were read", () => {
  const read = bookInWords([{ rows: [["Staff by grade at 31 March 2009", "", ""], ["Grade", "Headcount", "Vacancies"], ["Band 8", 12, 1], ["Band 9", 3, 0]], tables: [] }]);
  const offeredFor = (rows: number): readonly boolean[] => checkAccessibility({ ...read, sheets: read.sheets.map((sheet) => ({ ...sheet, used: { top: 0, left: 0, rows, columns: 3 } })) })
    .filter((each) => each.case === "A01.unmarked").map(({ offer }) => offer !== null);

  it("is told of, and not made a table of a part of its rows", () => {
    expect([offeredFor(4), offeredFor(90_000)]).toEqual([[true], [false]]);
  });
});

describe("contrast", () => {
  it.each([["#000000", "#FFFFFF", 21], ["#FFFFFF", "#FFFFFF", 1], ["#767676", "#FFFFFF", 4.54], ["#949494", "#FFFFFF", 3.03]])("of %s on %s is %d to 1, as WCAG reckons it", (one, other, ratio) => {
    expect(Math.round(contrast(one, other) * 100) / 100).toBeCloseTo(ratio, 1);
  });

  it("is always enough with black or white, whatever the ground", () => {
    const grounds = Array.from({ length: 4096 }, (_, at) => `#${[at >> 8, (at >> 4) & 15, at & 15].map((part) => part.toString(16).repeat(2)).join("")}`);
    expect(grounds.filter((ground) => contrast(readableOn(ground), ground) < 4.5)).toEqual([]);
  });
});

describe("names for tables", () => {
  it.each([
    ["Staff by grade, 2009", [], "Staff_by_grade_2009"], ["Staff", ["STAFF"], "Staff_2"], ["2009 return", [], "Table_2009_return"], ["AB12", [], "Table_AB12"], ["R1C1", [], "Table_R1C1"], ["–", [], "Table__2"],
  ] as const)("%s, with %j taken, is called %s", (words, taken, name) => {
    expect(freeTableName(words, taken)).toBe(name);
  });
});

describe("headers and footers", () => {
  it("are read without their codes", () => {
    expect(phrasesOf('&L&"Arial,Bold"&12North West, 2009/10&CR&&D plan&RPage &P of &N')).toEqual(["North West", "2009/10", "R&D plan"]);
  });
});

describe("cells put together", () => {
  it("make as few rectangles as it takes, and hold just these cells", () => {
    expect(areasOf([{ row: 0, column: 0 }, { row: 0, column: 1 }, { row: 1, column: 0 }, { row: 1, column: 1 }, { row: 1, column: 3 }, { row: 3, column: 0 }])).toEqual([
      { top: 0, left: 0, rows: 2, columns: 2 }, { top: 1, left: 3, rows: 1, columns: 1 }, { top: 3, left: 0, rows: 1, columns: 1 },
    ]);
  });
});

describe("answers", () => {
  it("are yes, no or not applicable, however they are typed", () => {
    expect(["Yes", " no ", "Not applicable", "n/a", "perhaps"].map(verdictFrom)).toEqual(["yes", "no", "not-applicable", "not-applicable", null]);
  });

  it("of No are findings with the name of who said so, and others are none", () => {
    const found = answeredNo([{ point: "A33", verdict: "no", by: "A Khan", on: 39903 }, { point: "A34", verdict: "yes", by: "A Khan", on: 39903 }, { point: "A23", verdict: "not-applicable", by: "", on: null }]);
    expect(found.map(({ point, severity, says }) => [point, severity, says])).toEqual([["A33", "must-fix", "A Khan answered No: Were spelling and grammar checked?"]]);
  });
});
