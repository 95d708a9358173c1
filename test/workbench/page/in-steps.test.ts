/** A large file opened and saved in steps: the same workbook and the same bytes, told of on the way, and stopped when asked. */
import { Calculator } from "../../../src/host/calc/calculator";
import { openXlsx, openXlsxInSteps } from "../../../src/host/file/open-xlsx";
import { saveXlsx, saveXlsxInSteps } from "../../../src/host/file/save-xlsx";
import { finish, type StagedSteps, type Step } from "../../../src/host/workbook/steps";
import { Workbook } from "../../../src/host/workbook/workbook";
import { inSteps } from "../../../src/workbench/page/in-steps";
import { saveInSteps } from "../../../src/workbench/page/save-in-steps";

const ROWS = 6_000;

/** Two sheets; on each a number, a text of its own and a formula in every row. */
function long(): Workbook {
  const workbook = new Workbook("Long.xlsx");
  for (const name of ["One", "Two"]) {
    const sheet = workbook.addSheet(name);
    for (let row = 0; row < ROWS; row++) {
      sheet.put(row, 0, { ...sheet.cell(row, 0), value: row });
      sheet.put(row, 1, { ...sheet.cell(row, 1), value: `${name} – ${(row * 7919) % 100_003}` });
      sheet.put(row, 2, { ...sheet.cell(row, 2), formula: `A${row + 1}*2` });
    }
  }
  return workbook;
}

function calculated(workbook: Workbook): Workbook {
  new Calculator(workbook, { now: () => new Date(0) }).recalculate();
  return workbook;
}

let bytes: Uint8Array;
beforeAll(() => { bytes = saveXlsx(calculated(long())); });

/** Every step, and what the work comes to. */
function walked<T>(work: StagedSteps<T>): { readonly steps: readonly Step[]; readonly result: T } {
  const steps: Step[] = [];
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return { steps, result: value };
    steps.push(value);
  }
}

/** The stages in the order in which they were met, each with the number of its steps. */
function stagesOf(steps: readonly Step[]): Readonly<Record<string, number>> {
  return steps.reduce<Record<string, number>>((counts, { stage }) => ({ ...counts, [stage]: (counts[stage] ?? 0) + 1 }), {});
}

const isRising = (steps: readonly Step[]): boolean => steps.every(({ share }, at) => share >= (steps[at - 1]?.share ?? 0) && share <= 1);

it("opening is many steps through the same stages, and comes to the same workbook as in one piece", () => {
  const { steps, result } = walked(openXlsxInSteps(bytes, "Long.xlsx"));
  expect(Object.keys(stagesOf(steps))).toEqual(["unpacking", "texts", "cells"]);
  expect(isRising(steps)).toBe(true);
  const whole = openXlsx(bytes, "Long.xlsx").workbook;
  expect(result.workbook.sheets.map((sheet) => [...sheet.entries()])).toEqual(whole.sheets.map((sheet) => [...sheet.entries()]));
  // No step takes in more than 100,000 characters of cells and the row that goes beyond them.
  const characters = result.workbook.sheets.reduce((sum, _, at) => sum + result.source.text(`xl/worksheets/sheet${at + 1}.xml`).length, 0);
  expect(stagesOf(steps)["cells"]).toBeGreaterThanOrEqual(Math.floor(characters / 101_000));
});

it("formulas are read and worked out in steps, to the same results", () => {
  const workbook = long();
  const reading = Calculator.inSteps(workbook, { now: () => new Date(0) });
  const shares: number[] = [];
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) shares.push(step.value);
  const working = step.value.recalculateInSteps();
  let turns = 0;
  let turn = working.next();
  for (; turn.done !== true; turn = working.next()) turns += 1;
  // A rest after every 197 formulas read and their neighbours looked at, after 5,000 put in order, and after 500 worked out.
  expect([shares.length, turns, turn.value]).toEqual([60, 2 + 23, { formulas: 2 * ROWS }]);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(workbook.sheets.map((sheet) => sheet.cell(ROWS - 1, 2).value)).toEqual([2 * (ROWS - 1), 2 * (ROWS - 1)]);
});

it.each([
  { what: "a workbook made here", from: () => calculated(long()) },
  { what: "an opened file that nobody changed", from: () => openXlsx(bytes, "Long.xlsx") },
  { what: "an opened file with a value changed and rows added below", from: () => {
    const opened = openXlsx(bytes, "Long.xlsx");
    const [sheet] = opened.workbook.sheets;
    sheet?.put(3, 0, { ...sheet.cell(3, 0), value: -1 });
    for (let row = ROWS; row < ROWS + 1_000; row++) sheet?.put(row, 1, { ...sheet.cell(row, 1), value: `added ${row}` });
    return opened;
  } },
])("$what is saved in steps as the same bytes as in one piece", ({ from }) => {
  const { steps, result } = walked(saveXlsxInSteps(from()));
  expect(isRising(steps)).toBe(true);
  expect(steps.length).toBeGreaterThan(10);
  expect(Buffer.compare(result, saveXlsx(from()))).toBe(0);
});

it("goes on to the end, and stops half way when asked, leaving nothing", async () => {
  const opened = await inSteps(openXlsxInSteps(bytes, "Long.xlsx"), () => undefined, () => false);
  expect(opened?.workbook.sheets.map(({ name }) => name)).toEqual(["One", "Two"]);
  let turns = 0;
  function* endless(): StagedSteps<string> { for (;;) yield { stage: "cells", share: 0.5 }; }
  expect(await inSteps(endless(), () => { turns += 1; }, () => turns === 2, 0)).toBe(null);
  expect(turns).toBe(2);
});

describe("a save while an add-in goes on", () => {
  it("is begun again when the workbook was changed on the way, and holds the change", async () => {
    const workbook = calculated(long());
    let isDone = false;
    const saved = await saveInSteps(workbook, () => {
      if (isDone) return;
      isDone = true;
      workbook.sheets[1]?.write({ top: 0, left: 5, bottom: 0, right: 5 }, "api", "content", (cell) => ({ ...cell, value: "late" }));
    }, () => false, 0);
    expect(isDone).toBe(true);
    expect(Buffer.compare(saved ?? new Uint8Array(), saveXlsx(workbook))).toBe(0);
  });

  it("comes to an end even where the changes do not", async () => {
    const workbook = calculated(long());
    let changes = 0;
    const saved = await saveInSteps(workbook, () => {
      changes += 1;
      workbook.sheets[0]?.write({ top: 0, left: 5, bottom: 0, right: 5 }, "api", "content", (cell) => ({ ...cell, value: changes }));
    }, () => false, 0);
    expect(changes).toBe(2);
    expect(Buffer.compare(saved ?? new Uint8Array(), saveXlsx(workbook))).toBe(0);
  });

  it("gives nothing when the person stops it", async () => {
    expect(await saveInSteps(calculated(long()), () => undefined, () => true, 0)).toBe(null);
  });
});

it("work in one piece is the work in steps without rests", () => {
  expect(finish(saveXlsxInSteps(long()))).toEqual(saveXlsx(long()));
});
