/** What the host writes, held against the Open XML SDK's validator for every Excel that the product promises: a judge that shares nothing with us. */
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { packageProblems } from "../../support/package-lint";
import { officeVersions, openXmlProblems } from "../../support/open-xml";
import { fillWorkbook } from "./full-workbook";
import { opened, trustFile } from "./opened";

/** Milliseconds: the validator starts a runtime, which takes long on a busy machine. */
const PATIENCE = 180_000;

const onNew = saveXlsx(fillWorkbook(new Workbook()));
const onOpened = ((): Uint8Array => {
  const { file } = opened(trustFile);
  fillWorkbook(file.workbook);
  return saveXlsx(file);
})();
const again = ((): Uint8Array => {
  const file = openXlsx(onNew, "again.xlsx");
  file.workbook.sheets.forEach((sheet) => sheet.put(70, 0, { value: "changed", formula: null, array: null, style: 1, state: "live" }));
  return saveXlsx(file);
})();

function broken(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(onNew);
  const text = strFromU8(parts[part] ?? new Uint8Array());
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`The fault did not get into ${part}.`);
  return zipSync({ ...parts, [part]: strToU8(changed) });
}

const faults = new Map([
  ["an attribute that the schema does not have", broken("xl/workbook.xml", "<sheet ", '<sheet bogus="1" ')],
  ["elements out of order", broken("xl/workbook.xml", "<sheets>", "<calcPr/><sheets>")],
  ["a value that no list has", broken("xl/charts/chart1.xml", '<c:legendPos val="t"/>', '<c:legendPos val="up"/>')],
  ["a relationship that leads nowhere", broken("xl/worksheets/_rels/sheet1.xml.rels".replace("sheet1", "sheet2"), /Target="[^"]*"/, 'Target="../drawings/gone.xml"')],
]);

describe("the judge is awake: it finds", () => {
  let found: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => { found = await openXmlProblems(faults, ["Microsoft365"]); }, PATIENCE);
  it.each([...faults.keys()])("%s", (fault) => { expect(found.get(fault)?.length).toBeGreaterThan(0); });
});

describe("it finds nothing", () => {
  const saves = new Map([["a new workbook with everything", onNew], ["the analyst's workbook with everything added", onOpened], ["everything opened and changed", again], ["the analyst's workbook as it came", new Uint8Array(readFileSync(trustFile))]]);
  let found: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => { found = await openXmlProblems(saves); }, PATIENCE);
  it.each([...saves.keys()])(`in %s, for ${officeVersions.join(", ")}`, (name) => { expect(found.get(name)).toEqual([]); });
  it.each([...saves])("in %s, nor does the list of Excel's own rules", (_name, bytes) => { expect(packageProblems(bytes)).toEqual([]); });
});
