/** People rename, move and copy sheets, and put rows above our tables. Everything is still found and read rightly, and what moved is said. */
import { readFileSync } from "node:fs";
import { deleteCells, insertCells } from "../../src/host/calc/structure";
import { renameSheet } from "../../src/host/calc/shift-formula";
import { openXlsx } from "../../src/host/file/open-xlsx";
import { copySheet } from "../../src/host/objects/sheet-copy";
import { typeInto } from "../../src/host/entry";
import type { Sheet } from "../../src/host/workbook/sheet";
import type { Workbook } from "../../src/host/workbook/workbook";
import { BuiltAddin } from "../../src/workbench/runner/built-addin";
import { allOk, existingWorkbook, outputFolder, repository, runJob, setUp } from "../support/job";

jest.setTimeout(180_000);

const WHOLE_ROW = { left: 0, right: 16_383 };
let filled: Buffer;

beforeAll(async () => {
  const run = await runJob(outputFolder("scenarios/moved"), [setUp, { do: "fill-example" }], { open: existingWorkbook });
  allOk(run);
  filled = readFileSync(run.saved);
});

const sheetOf = (workbook: Workbook, name: string): Sheet => {
  const sheet = workbook.sheetByName(name);
  if (sheet === null) throw new RangeError(`No sheet ${name}.`);
  return sheet;
};

/** What the check finds after `change`, as "code sheet!cell", and what it cost. */
async function checkedAfter(change: (workbook: Workbook, addin: BuiltAddin) => void): Promise<{ readonly finds: readonly string[]; readonly syncs: number; readonly workbook: Workbook }> {
  const { workbook } = openXlsx(filled, "filled.xlsx");
  const addin = await BuiltAddin.open(repository, workbook, { profile: { platform: "web", api: "1.14" } });
  try {
    change(workbook, addin);
    addin.takeCounts();
    const outcome = await addin.perform("check", {});
    expect(addin.takeProblems()).toEqual([]);
    if (!outcome.ok) throw new Error(outcome.problem.says);
    return { finds: outcome.report.findings.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`), syncs: addin.takeCounts().syncs, workbook };
  } finally {
    addin.close();
  }
}

const spoil = (workbook: Workbook, addin: BuiltAddin, sheet: string, row: number, column: number): void => {
  expect(typeInto(addin.session, sheetOf(workbook, sheet), row, column, [["many"]], "pasted")).toMatchObject({ kind: "entered" });
};

describe("the check", () => {
  it("of a filled workbook that was saved and opened again finds nothing", async () => {
    expect((await checkedAfter(() => undefined)).finds).toEqual([]);
  });

  it("finds a renamed sheet, and its cells by the new name, in two round trips", async () => {
    const { finds, syncs } = await checkedAfter((workbook, addin) => {
      workbook.renameSheet(sheetOf(workbook, "Demand and supply"), "Our leaders' posts");
      renameSheet(workbook, "Demand and supply", "Our leaders' posts");
      spoil(workbook, addin, "Our leaders' posts", 8, 1);
    });
    expect(finds).toEqual(["E10 Our leaders' posts!B9", "E02 Our leaders' posts!", "W07 Our leaders' posts!B8:B19"]);
    expect(syncs).toBeLessThanOrEqual(2);
  });

  it("finds sheets that were moved to the front, and says so", async () => {
    const { finds } = await checkedAfter((workbook, addin) => {
      workbook.moveSheet(sheetOf(workbook, "Profile"), 0);
      spoil(workbook, addin, "Profile", 8, 2);
    });
    expect(finds).toEqual(["E10 Profile!C9", "E02 Profile!", "W07 Profile!C9:C43"]);
  });

  it("reads a table that went down by two rows where it stands now, and says so", async () => {
    const { finds } = await checkedAfter((workbook, addin) => {
      insertCells(workbook, sheetOf(workbook, "Demand and supply"), { top: 2, bottom: 3, ...WHOLE_ROW }, "down");
      spoil(workbook, addin, "Demand and supply", 10, 1);
    });
    expect(finds).toEqual(["E10 Demand and supply!B11", "E02 Demand and supply!A9", "W07 Demand and supply!B10:B21"]);
  });

  it("goes by the original of a copied sheet, also where the copy stands before it", async () => {
    const { finds } = await checkedAfter((workbook, addin) => {
      copySheet(sheetOf(workbook, "Demand and supply"), "Beginning", null);
      spoil(workbook, addin, "Demand and supply", 8, 1);
      spoil(workbook, addin, "Demand and supply (2)", 9, 1);
    });
    expect(finds).toEqual(["E10 Demand and supply!B9", "E02 Demand and supply (2)!", "W07 Demand and supply!B8:B19"]);
  });

  it("says which column is gone, and goes on with the rest", async () => {
    const { finds } = await checkedAfter((workbook, addin) => {
      deleteCells(workbook, sheetOf(workbook, "Demand and supply"), { left: 11, right: 11, top: 0, bottom: 1_048_575 }, "left");
      spoil(workbook, addin, "Demand and supply", 8, 1);
    });
    expect(finds).toEqual(["E02 Demand and supply!A7", "E10 Demand and supply!B9", "W07 Demand and supply!B8:B19"]);
  });

  it("writes its findings where Checks stands now, and leaves what an analyst wrote under them", async () => {
    const { finds, workbook } = await checkedAfter((book, addin) => {
      const checks = sheetOf(book, "Checks");
      insertCells(book, checks, { top: 0, bottom: 0, ...WHOLE_ROW }, "down");
      typeInto(addin.session, checks, 21, 0, [["My own note"]], "typed");
      typeInto(addin.session, sheetOf(book, "Demand and supply"), 8, 1, [["many", "few", "some", "-", "tbc", "nil"]], "pasted");
    });
    const column = Array.from({ length: 24 }, (_, index) => sheetOf(workbook, "Checks").cell(18 + index, 0).value);
    expect(column.slice(0, finds.length)).toEqual(finds.map((line) => line.split(" ")[0]));
    expect(column.filter((value) => value === "My own note")).toEqual(["My own note"]);
  });
});
