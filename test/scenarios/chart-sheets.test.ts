/** Workbooks whose tabs are chart sheets: ours is added beside them, and they stay as they were. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { openXlsx } from "../../src/host/file/open-xlsx";
import { chartSheetBook } from "../support/chart-sheet-book";
import { allOk, outputFolder, runJob, setUp } from "../support/job";
import { needlessChanges } from "../support/part-by-part";

jest.setTimeout(180_000);

const ours = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];

it.each<{ what: string; file: () => Uint8Array; tabs: readonly string[]; changes: readonly string[] }>([
  { what: "has nothing but a chart sheet, which is no longer the tab in front", file: () => chartSheetBook("Staff over time"), tabs: ["Staff over time", ...ours], changes: ["xl/chartsheets/sheet1.xml: changed"] },
  { what: "has a chart sheet called Cover, so that our cover gets another name", file: () => chartSheetBook("Cover", ["Staff"]), tabs: ["Cover", "Staff", "Cover (2)", ...ours.slice(1)], changes: [] },
])("a workbook that $what", async ({ file, tabs, changes, what }) => {
  const folder = outputFolder(path.join("scenarios/chart-sheets", what.slice(0, 11).trim().replace(/ /g, "-")));
  const theirs = path.join(folder, "theirs.xlsx");
  writeFileSync(theirs, file());
  const run = await runJob(folder, [setUp, { do: "fill-example" }, { do: "check" }], { open: theirs });
  allOk(run);
  const saved = readFileSync(run.saved);
  const workbook = strFromU8(unzipSync(saved)["xl/workbook.xml"] ?? new Uint8Array());
  expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual(tabs);
  expect(needlessChanges(file(), saved)).toEqual(changes);
  expect(openXlsx(saved, "again.xlsx").notes).toContain(`${tabs[0]}: a chart sheet, kept and not shown.`);
});
