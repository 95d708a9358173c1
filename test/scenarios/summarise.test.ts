/** Summaries follow the figures of today, and making them again changes nothing. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, type Step } from "../support/job";
import { factsOf } from "../support/package-facts";
import { readCells, readParts, type CellsBySheet } from "../support/plain-cells.cjs";

jest.setTimeout(180_000);

const folder = outputFolder("scenarios/summarise");

const textIn = (cells: CellsBySheet, sheet: string): readonly string[] => [...(cells.get(sheet)?.values() ?? [])].flatMap((cell) => (cell.kind === "text" && cell.value !== "" ? [String(cell.value)] : []));
const held = (cells: CellsBySheet): unknown => [...cells].map(([sheet, own]) => [sheet, [...own].filter(([, cell]) => cell.kind !== "blank").map(([at, { formula, value }]) => [at, formula, value])]);
const charts = (bytes: Uint8Array): readonly string[] => Object.keys(readParts(bytes)).filter((part) => part.startsWith("xl/charts/chart"));

async function saved(name: string, steps: readonly Step[], open = existingWorkbook): Promise<Buffer> {
  const run = await runJob(path.join(folder, name), steps, { open });
  allOk(run);
  return readFileSync(run.saved);
}

describe("summarising", () => {
  it("adds the board summary as sentences that hold the figures of the sheets", async () => {
    const bytes = await saved("once", [setUp, { do: "fill-example" }, { do: "summarise" }]);
    expect(factsOf(bytes).sheets.at(-1)).toBe("Board summary");
    const cells = readCells(bytes);
    const sentences = textIn(cells, "Board summary");
    expect(sentences.filter((text) => /\.$/.test(text)).length).toBeGreaterThanOrEqual(8);
    expect(sentences.filter((text) => /#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!)|undefined|NaN/.test(text))).toEqual([]);
    expect([...(cells.get("Board summary")?.values() ?? [])].filter((cell) => cell.formula !== null).length).toBeGreaterThanOrEqual(8);
  });

  it("gives each chart the sentence of its page for a title, which follows the figures", async () => {
    const bytes = await saved("titles", [setUp, { do: "fill-example" }, { do: "summarise" }, { type: { sheet: "Demand and supply", at: "G8", values: [[30]] } }]);
    const [one, two] = ["Dashboard 1", "Dashboard 2"].map((sheet) => readCells(bytes).get(sheet));
    const titles = Object.entries(readParts(bytes)).flatMap(([part, text]) => {
      const title = /^xl\/charts\/chart\d+\.xml$/.test(part) ? /<c:title>.*?<c:f>(.*?)<\/c:f>.*?<c:v>(.*?)<\/c:v>.*?<\/c:title>/s.exec(Buffer.from(text).toString("utf8")) : null;
      return title === null ? [] : [[title[1], title[2]]];
    });
    expect(titles).toEqual(expect.arrayContaining([["'Dashboard 1'!$A$3", one?.get("A3")?.value], ["'Dashboard 1'!$A$5", one?.get("A5")?.value], ["'Dashboard 2'!$A$3", two?.get("A3")?.value]]));
  });

  it("twice gives the same sheets, cells and charts as once", async () => {
    const once = await saved("one", [setUp, { do: "fill-example" }, { do: "summarise" }]);
    const twice = await saved("two", [setUp, { do: "fill-example" }, { do: "summarise" }, { do: "summarise" }]);
    expect(factsOf(twice).sheets).toEqual(factsOf(once).sheets);
    expect(held(readCells(twice))).toEqual(held(readCells(once)));
    expect(charts(twice).length).toBe(charts(once).length);
  });

  it("again on a saved and reopened workbook gives the same", async () => {
    const once = await saved("first", [setUp, { do: "fill-example" }, { do: "summarise" }]);
    const again = await saved("reopened", [{ do: "summarise" }], path.join(folder, "first", "saved.xlsx"));
    expect(held(readCells(again))).toEqual(held(readCells(once)));
    expect(factsOf(again).names).toEqual(factsOf(once).names);
    expect(charts(again).length).toBe(charts(once).length);
  });

  it("follows a role group that was typed under the table", async () => {
    const bytes = await saved("added", [setUp, { do: "fill-example" }, { type: { sheet: "Demand and supply", at: "A20", values: [["Digital director", 12, 3, 2, 4, 3, 1, 2, 5, 4]] } }, { do: "summarise" }]);
    const cells = readCells(bytes);
    expect(textIn(cells, "Gap analysis")).toContain("Digital director");
    expect(textIn(cells, "Dashboard 1")).toContain("Digital director");
  });

  it("follows a figure without being asked, since derived figures are formulas", async () => {
    const before: Step = { expect: { sheet: "Gap analysis", at: "L15", values: [["Gap now"], [2]] } };
    const after: Step = { expect: { sheet: "Gap analysis", at: "L15", values: [["Gap now"], [26]] } };
    await saved("live", [setUp, { do: "fill-example" }, before, { type: { sheet: "Demand and supply", at: "G8", values: [[30]] } }, after]);
  });
});
