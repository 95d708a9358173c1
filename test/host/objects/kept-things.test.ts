/** What a file keeps on a sheet and the model does not hold is never left behind or mixed up quietly. */
import { copySheet } from "../../../src/host/objects/sheet-copy";
import { sortBlock, type BlockKey } from "../../../src/host/objects/sort-rows";
import { opened, sheetNamed, trustFile } from "../file/opened";

const refusal = (work: () => unknown): unknown => {
  try { return work(); } catch (problem) { return problem instanceof Error && "code" in problem ? [problem.code, problem.message] : problem; }
};
const key: BlockKey = { column: 0, ascending: false, on: "Value", colour: null, textAsNumbers: false };

it.each([
  { sheet: "Summary", what: "sparklines" },
  { sheet: "Staff in post", what: "notes" },
])("$sheet is not copied without its $what", ({ sheet, what }) => {
  const { file } = opened(trustFile);
  const before = file.workbook.sheets.length;
  expect(refusal(() => copySheet(sheetNamed(file, sheet), "End", null))).toEqual(["ApiNotFound", expect.stringContaining(what)]);
  expect(file.workbook.sheets).toHaveLength(before);
});

it("a sheet of which all is known is copied", () => {
  const { file } = opened(trustFile);
  expect(copySheet(sheetNamed(file, "Vacancies"), "End", null).name).toBe("Vacancies (2)");
});

it("rows are not sorted away from their notes", () => {
  const { file } = opened(trustFile);
  const sheet = sheetNamed(file, "Staff in post");
  const [tied] = sheet.anchored;
  if (tied === undefined) throw new Error("The example has no note.");
  const cells = [...sheet.entries()];
  const area = { top: tied.area.top, left: 0, bottom: tied.area.bottom + 3, right: 8 };
  expect(refusal(() => sortBlock(sheet, area, { keys: [key], matchCase: false, of: "rows" }, () => null))).toEqual(["ApiNotFound", expect.stringContaining("notes")]);
  expect([...sheet.entries()]).toEqual(cells);
});
