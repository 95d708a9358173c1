/** Every formula of a saved workbook, calculated afresh by LibreOffice, gives what the host gave: nobody sees other figures in another program. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, variant, type Step } from "../support/job";
import { pagePictures, recalculated } from "../support/libreoffice.cjs";
import { differences, readCells } from "../support/plain-cells.cjs";

jest.setTimeout(300_000);

const folder = outputFolder("scenarios/libreoffice");
const example: readonly Step[] = [setUp, { do: "fill-example" }, { do: "check" }, { do: "summarise" }];

/** Figures as people really leave them: not known, none, not applicable, withheld, text, fractions. */
const awkward: Step = {
  paste: {
    sheet: "Demand and supply", at: "B8", values: [
      [42, "", 9, 18, 16, 6, 9, 21, 14], [42, 0, 0, 0, 0, 0, 0, 0, 0], [42, "n/a", "n/a", "n/a", "n/a", 4, 7, 19, 13], [41, "<5", 9, 13, 12, 3, "<5", 11, 9],
      [37, "5 ", 8, 13, 11, "'16", 13, 27, 18], [40, 2.5, 6, 12, 11, 9, 11, 17, 13], [24, "=1/0", 6, 9, 8, 2, 4, 13, 11], ["", "", "", "", "", "", "", "", ""],
    ],
  },
};

describe("a saved workbook in LibreOffice", () => {
  it.each([
    { name: "example", open: existingWorkbook, steps: example, least: 1500, because: "the usual case: an analyst's workbook with the filled example" },
    { name: "empty", open: existingWorkbook, steps: [setUp, { do: "summarise" }] as const, least: 1500, because: "nothing entered, and no formula may show an error for it" },
    { name: "awkward", open: existingWorkbook, steps: [setUp, { do: "fill-example" }, awkward, { do: "check" }, { do: "summarise" }] as const, least: 1500, because: "blank, zero, n/a, withheld and unreadable are told apart" },
    { name: "clashes", open: variant("name-clashes.xlsx"), steps: example, least: 1500, because: "formulas follow names that had to give way" },
    { name: "today", open: undefined, steps: [{ do: "insert-template", with: { structure: "today", demandUnit: "wte" } }, { do: "fill-example" }, { do: "summarise" }] as const, least: 800, because: "a new workbook, today's structure, demand in WTE" },
  ])("$name: every formula cell is equal ($because)", async ({ name, open, steps, least }) => {
    const run = await runJob(path.join(folder, name), steps, open === undefined ? {} : { open });
    allOk(run);
    const { compared, unlike } = differences(readCells(readFileSync(run.saved)), await recalculated(run.saved));
    expect(unlike).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(least);
  });

  it("of an empty template shows no error value in any of our sheets", async () => {
    const run = await runJob(path.join(folder, "no-errors"), [setUp, { do: "summarise" }]);
    allOk(run);
    const errors = [...readCells(readFileSync(run.saved))].flatMap(([sheet, cells]) => [...cells].filter(([, cell]) => cell.kind === "error").map(([at, cell]) => `${sheet}!${at} ${String(cell.value)}`));
    expect(errors).toEqual([]);
  });

  it("prints: each of our sheets is one page wide, and the pages are kept as pictures", async () => {
    const run = await runJob(path.join(folder, "printed"), example);
    allOk(run);
    const pages = await pagePictures(run.saved, path.join(folder, "printed", "pages"), 90);
    // Eight of our sheets; Cover, Profile and Checks may run to a few pages downwards, none sideways.
    expect(pages.length).toBeGreaterThanOrEqual(8);
    expect(pages.length).toBeLessThanOrEqual(18);
    expect(pages.filter((page) => statSync(page).size < 3_000)).toEqual([]);
  });
});
