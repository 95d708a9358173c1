import { Calculator } from "../../../src/host/calc/calculator";
import { Highlights, type Highlight } from "../../../src/host/calc/highlight";
import type { ConditionalFormat, HighlightRule, PresetCriterion, StylePatch } from "../../../src/host/workbook/features";
import { blankCell, type Sheet } from "../../../src/host/workbook/sheet";
import { cellError } from "../../../src/host/workbook/values";
import { fill, place, sheetOf, workbookOf, type Content } from "./sheet-builder";

const red: StylePatch = { fill: "#FFC7CE" };
const bold: StylePatch = { bold: true };

interface Shown { readonly sheet: Sheet; readonly highlights: Highlights; at(address: string): Highlight | null }

function shown(content: Content, formats: readonly (Partial<ConditionalFormat> & { readonly over: string; readonly rule: HighlightRule })[]): Shown {
  const workbook = workbookOf({ Plan: content });
  const sheet = sheetOf(workbook, "Plan");
  sheet.load({ conditionalFormats: formats.map(({ over, ...format }, index) => ({ id: String(index), areas: over.split(",").map(place), priority: index, stopIfTrue: false, ...format })) });
  const calculator = new Calculator(workbook, { now: () => new Date(2026, 0, 1) });
  calculator.recalculateAll();
  const highlights = new Highlights(workbook, calculator);
  return { sheet, highlights, at: (address) => highlights.of(sheet, place(address).top, place(address).left) };
}

/** The cells of A1:A6 that a rule colours. */
function coloured(rule: HighlightRule, content: Content): readonly string[] {
  const picture = shown(content, [{ over: "A1:A6", rule }]);
  return ["A1", "A2", "A3", "A4", "A5", "A6"].filter((address) => picture.at(address)?.patch.fill === red.fill);
}

describe("a rule on A1:A6 holding 5, 10, \"Nurse\", nothing, TRUE and 7.5 colours", () => {
  const content: Content = { A1: 5, A2: 10, A3: "Nurse", A5: true, A6: 7.5, C1: 1, C2: 0, C3: 1, D1: 6 };
  const format = red;
  it.each<{ rule: HighlightRule; cells: readonly string[]; because: string }>([
    { rule: { kind: "cellValue", operator: "GreaterThan", formula1: "6", formula2: null, format }, cells: ["A2", "A3", "A5", "A6"], because: "text and logical values are more than any number" },
    { rule: { kind: "cellValue", operator: "LessThan", formula1: "6", formula2: null, format }, cells: ["A1", "A4"], because: "a blank counts as 0" },
    { rule: { kind: "cellValue", operator: "EqualTo", formula1: '"nurse"', formula2: null, format }, cells: ["A3"], because: "case does not matter" },
    { rule: { kind: "cellValue", operator: "Between", formula1: "8", formula2: "5", format }, cells: ["A1", "A6"], because: "the bounds may come in either order" },
    { rule: { kind: "cellValue", operator: "NotBetween", formula1: "5", formula2: "8", format }, cells: ["A2", "A3", "A4", "A5"], because: "all that is not between them" },
    { rule: { kind: "cellValue", operator: "GreaterThanOrEqualTo", formula1: "$D$1+1.5", formula2: null, format }, cells: ["A2", "A3", "A5", "A6"], because: "the bound is worked out" },
    { rule: { kind: "custom", formula: "C1=1", format }, cells: ["A1", "A3"], because: "the formula is read from each cell" },
    { rule: { kind: "custom", formula: "$C$2=0", format }, cells: ["A1", "A2", "A3", "A4", "A5", "A6"], because: "what is fixed does not move" },
    { rule: { kind: "custom", formula: "1/C1=1", format }, cells: ["A1", "A3"], because: "an error is not true" },
    { rule: { kind: "containsText", operator: "Contains", text: "UR", format }, cells: ["A3"], because: "case does not matter" },
    { rule: { kind: "containsText", operator: "NotContains", text: "UR", format }, cells: ["A1", "A2", "A4", "A5", "A6"], because: "a blank does not contain it" },
    { rule: { kind: "containsText", operator: "BeginsWith", text: "nu", format }, cells: ["A3"], because: "it starts so" },
    { rule: { kind: "containsText", operator: "EndsWith", text: "5", format }, cells: ["A1", "A6"], because: "a number is read as its digits" },
    { rule: { kind: "topBottom", bottom: false, percent: false, rank: 2, format }, cells: ["A2", "A6"], because: "the two largest figures" },
    { rule: { kind: "topBottom", bottom: true, percent: true, rank: 34, format }, cells: ["A1"], because: "a third of three figures" },
    { rule: { kind: "preset", criterion: "AboveAverage", format }, cells: ["A2"], because: "the average is 7.5" },
    { rule: { kind: "preset", criterion: "EqualOrBelowAverage", format }, cells: ["A1", "A6"], because: "7.5 is the average" },
    { rule: { kind: "preset", criterion: "OneStdDevBelowAverage", format }, cells: [], because: "5 is just one deviation below" },
    { rule: { kind: "preset", criterion: "Blanks", format }, cells: ["A4"], because: "it is empty" },
    { rule: { kind: "preset", criterion: "NonErrors", format }, cells: ["A1", "A2", "A3", "A4", "A5", "A6"], because: "none is an error" },
    { rule: { kind: "preset", criterion: "UniqueValues", format }, cells: ["A1", "A2", "A3", "A5", "A6"], because: "a blank is no value" },
    { rule: { kind: "preset", criterion: "DuplicateValues", format }, cells: [], because: "none is there twice" },
    { rule: { kind: "carried", type: "newerKind" }, cells: [], because: "a kind that is only carried is not drawn" },
  ])("$cells by $rule: $because", ({ rule, cells }) => {
    expect(coloured(rule, content)).toEqual(cells);
  });

  it("no cell with an error", () => {
    const picture = shown({}, [{ over: "A1", rule: { kind: "cellValue", operator: "NotEqualTo", formula1: "6", formula2: null, format } }]);
    fill(picture.sheet, { B1: 1 });
    picture.sheet.write(place("A1"), "api", "content", () => ({ ...blankCell, value: cellError("#N/A") }));
    expect(picture.at("A1")).toBeNull();
  });
});

describe("a rule on the days around Thursday 1 January 2026 colours", () => {
  // 46023 is that day; 46019 the Sunday before.
  const content: Content = { A1: 46_023, A2: 46_022, A3: 46_024.5, A4: 46_019, A5: 46_018, A6: 46_054 };
  it.each<{ criterion: PresetCriterion; cells: readonly string[] }>([
    { criterion: "Today", cells: ["A1"] }, { criterion: "Yesterday", cells: ["A2"] }, { criterion: "Tomorrow", cells: ["A3"] }, { criterion: "LastSevenDays", cells: ["A1", "A2", "A4", "A5"] },
    { criterion: "ThisWeek", cells: ["A1", "A2", "A3", "A4"] }, { criterion: "LastWeek", cells: ["A5"] }, { criterion: "ThisMonth", cells: ["A1", "A3"] }, { criterion: "NextMonth", cells: ["A6"] },
  ])("$cells by $criterion", ({ criterion, cells }) => { expect(coloured({ kind: "preset", criterion, format: red }, content)).toEqual(cells); });
});

describe("of several rules over a cell", () => {
  const always = (format: StylePatch): HighlightRule => ({ kind: "custom", formula: "TRUE", format });

  it("the first wins where both set the same, and the rest is laid together", () => {
    const picture = shown({}, [{ over: "A1", rule: always({ ...bold, fill: "#00FF00" }), priority: 2 }, { over: "A1", rule: always(red), priority: 1 }]);
    expect(picture.at("A1")).toEqual({ patch: { bold: true, fill: "#FFC7CE" }, bar: null, sign: null, hidesValue: false });
  });

  it("one that stops keeps those after it away, if it applies", () => {
    const never: HighlightRule = { kind: "custom", formula: "FALSE", format: { italic: true } };
    const picture = shown({}, [{ over: "A1", rule: never, stopIfTrue: true }, { over: "A1:A2", rule: always(red), stopIfTrue: true }, { over: "A1", rule: always(bold) }]);
    expect([picture.at("A1")?.patch, picture.at("A2")?.patch, picture.at("A3")]).toEqual([red, red, null]);
  });
});

describe("a scale over 0, 5 and 10", () => {
  const content: Content = { A1: 0, A2: 5, A3: 10, A4: "none" };
  const cells = ["A1", "A2", "A3", "A4"];

  it("mixes two colours, and gives text none", () => {
    const points = [{ kind: "LowestValue", value: null, colour: "#FFFFFF" }, { kind: "HighestValue", value: null, colour: "#FF0000" }] as const;
    const picture = shown(content, [{ over: "A1:A4", rule: { kind: "colourScale", points } }]);
    expect(cells.map((cell) => picture.at(cell)?.patch.fill)).toEqual(["#FFFFFF", "#FF8080", "#FF0000", undefined]);
  });

  it("has a middle colour where it is asked for, and holds its ends beyond them", () => {
    const points = [{ kind: "Number", value: "4", colour: "#000000" }, { kind: "Percentile", value: "50", colour: "#00FF00" }, { kind: "Formula", value: "A2+1", colour: "#FFFFFF" }] as const;
    const picture = shown(content, [{ over: "A1:A4", rule: { kind: "colourScale", points } }]);
    expect(cells.map((cell) => picture.at(cell)?.patch.fill)).toEqual(["#000000", "#00FF00", "#FFFFFF", undefined]);
  });

  it("draws bars from nothing to the largest", () => {
    const picture = shown(content, [{ over: "A1:A4", rule: { kind: "dataBar", colour: "#638EC6", showValue: false } }]);
    expect(cells.map((cell) => picture.at(cell)?.bar?.share)).toEqual([0, 0.5, 1, undefined]);
    expect(picture.at("A2")).toEqual({ patch: {}, bar: { share: 0.5, colour: "#638EC6" }, sign: null, hidesValue: true });
  });

  it.each([{ reverse: false, glyphs: ["▼", "▶", "▲"] }, { reverse: true, glyphs: ["▲", "▶", "▼"] }])("puts up the signs $glyphs (reversed: $reverse)", ({ reverse, glyphs }) => {
    const points = [{ kind: "Percent", value: "0", orEqual: true }, { kind: "Percent", value: "50", orEqual: true }, { kind: "Number", value: "5", orEqual: false }] as const;
    const picture = shown(content, [{ over: "A1:A4", rule: { kind: "iconSet", set: "ThreeArrows", showValue: true, reverse, points } }]);
    expect(cells.map((cell) => picture.at(cell)?.sign?.glyph)).toEqual([...glyphs, undefined]);
  });

  it("follows its figures when one changes", () => {
    const picture = shown(content, [{ over: "A1:A4", rule: { kind: "dataBar", colour: "#638EC6", showValue: true } }]);
    const before = picture.at("A2")?.bar?.share;
    picture.sheet.write(place("A3"), "typed", "content", (cell) => ({ ...cell, value: 20 }));
    expect([before, picture.at("A2")?.bar?.share]).toEqual([0.5, 0.25]);
  });
});

it("a screenful of cells under five formulas takes a moment", () => {
  const content: Record<string, number> = {};
  for (let row = 1; row <= 60; row++) for (const column of "ABCDEFGHIJKLMNOPQRST") content[`${column}${row}`] = row;
  const rules = Array.from({ length: 5 }, (_rule, index): { over: string; rule: HighlightRule } => ({ over: "A1:T60", rule: { kind: "custom", formula: `AND($B1>${index * 10},A1<>"")`, format: bold } }));
  const picture = shown(content, rules);
  const look = (): number => {
    const start = performance.now();
    for (let row = 0; row < 60; row++) for (let column = 0; column < 20; column++) picture.highlights.of(picture.sheet, row, column);
    return performance.now() - start;
  };
  const [first, again] = [look(), look()];
  // Generous, for busy machines: an idle one needs a tenth of it.
  expect(first).toBeLessThan(3000);
  expect(again).toBeLessThan(1500);
});
