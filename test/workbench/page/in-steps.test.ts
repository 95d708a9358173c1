/** A large file opened in steps: the same workbook, with its share on the way, and stopped when asked. */
import { openXlsxInSteps } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { inSteps } from "../../../src/workbench/page/in-steps";

function bytes(): Uint8Array {
  const workbook = new Workbook("Long.xlsx");
  for (const name of ["One", "Two"]) {
    const sheet = workbook.addSheet(name);
    for (let row = 0; row < 1_000; row++) sheet.put(row, 0, { ...sheet.cell(row, 0), value: row });
  }
  return saveXlsx(workbook);
}

it("gives its share as it goes, over all sheets", () => {
  const shares: number[] = [];
  const steps = openXlsxInSteps(bytes(), "Long.xlsx");
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(step.value.workbook.sheets.map((sheet) => sheet.storedCount)).toEqual([1_000, 1_000]);
  expect(shares).toHaveLength(10);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect([shares[0] ?? 1, shares[5] ?? 1, shares[9] ?? 0].map((share) => Math.round(share * 10))).toEqual([1, 6, 10]);
});

it("goes on to the end, and stops half way when asked, leaving nothing", async () => {
  const opened = await inSteps(openXlsxInSteps(bytes(), "Long.xlsx"), () => undefined, () => false);
  expect(opened?.workbook.sheets.map(({ name }) => name)).toEqual(["One", "Two"]);
  let turns = 0;
  function* endless(): Generator<number, string> { for (;;) yield 0.5; }
  expect(await inSteps(endless(), () => { turns += 1; }, () => turns === 2)).toBe(null);
  expect(turns).toBe(2);
});
