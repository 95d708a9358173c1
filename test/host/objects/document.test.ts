/** Custom XML and the document's properties through the real library, and in the saved file. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { packageProblems } from "../../support/package-lint";
import { partChanges, partText } from "../file/opened";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage(); });
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});

describe("custom XML", () => {
  it("is added, found by id and by namespace, changed and deleted", async () => {
    expect(await page.run(`
      const { customXmlParts } = context.workbook;
      const first = customXmlParts.add("<r xmlns='urn:a'><x>1</x></r>").load("id,namespaceUri");
      const second = customXmlParts.add("<p:r xmlns:p='urn:b'/>").load("namespaceUri");
      const plain = customXmlParts.add("<r/>").load("namespaceUri");
      await context.sync();
      const only = customXmlParts.getByNamespace("urn:a").getOnlyItem();
      only.setXml("<r xmlns='urn:a'><x>2</x></r>");
      const xml = customXmlParts.getItem(first.id).getXml();
      const none = customXmlParts.getByNamespace("urn:none");
      const noneCount = none.getCount(), nobody = none.getOnlyItemOrNullObject(), unknown = customXmlParts.getItemOrNullObject("{0}");
      second.delete();
      const count = customXmlParts.getCount();
      await context.sync();
      return [/^\\{[0-9A-F-]{36}\\}$/.test(first.id), first.namespaceUri, second.namespaceUri, plain.namespaceUri, xml.value, noneCount.value, nobody.isNullObject, unknown.isNullObject, count.value];
    `)).toEqual([true, "urn:a", "urn:b", "", "<r xmlns='urn:a'><x>2</x></r>", 0, true, true, 2]);
  });

  it.each([
    { code: 'customXmlParts.add("no xml")', refused: "InvalidArgument", because: "it is no XML" },
    { code: 'customXmlParts.add("<a><b></a>")', refused: "InvalidArgument", because: "it is not well formed" },
    { code: 'customXmlParts.add("<a/>"); customXmlParts.add("<a/>"); customXmlParts.getByNamespace("").getOnlyItem().load("id")', refused: "GeneralException", because: "there are two" },
    { code: 'customXmlParts.getItem("{0}").load("id")', refused: "ItemNotFound", because: "there is none" },
  ])("$code is refused as $refused ($because)", async ({ code, refused }) => {
    expect(await page.run(`const { customXmlParts } = context.workbook; ${code}; await context.sync();`)).toMatchObject({ refused });
  });

  it("is saved as parts of the file, which come back with their ids", async () => {
    await page.run(`context.workbook.customXmlParts.add("<?xml version='1.0' encoding='utf-16'?><r xmlns='urn:a'>caf\\u00e9</r>"); context.workbook.settings.add("key", 1); await context.sync();`);
    const [part] = page.workbook.customXml;
    const saved = saveXlsx(page.workbook);
    expect(packageProblems(saved)).toEqual([]);
    expect(partText(saved, "customXml/itemProps2.xml")).toContain(`ds:itemID="${part?.id ?? ""}"`);
    const opened = openXlsx(saved, "a.xlsx");
    expect(opened.workbook.customXml).toEqual([{ id: part?.id, xml: '<?xml version=\'1.0\' encoding="UTF-8"?><r xmlns=\'urn:a\'>café</r>' }]);
    expect(partChanges(saved, saveXlsx(opened))).toEqual({ changed: [], gone: [], added: [] });
    opened.workbook.setCustomXml([]);
    expect(partChanges(saved, saveXlsx(opened))).toMatchObject({ gone: ["customXml/_rels/item2.xml.rels", "customXml/item2.xml", "customXml/itemProps2.xml"], added: [] });
  });
});

describe("the document's properties", () => {
  it("hold custom ones of every kind, which the file keeps as it spelt them", async () => {
    expect(await page.run(`
      const { custom } = context.workbook.properties;
      custom.add("Period", "2008/09"); custom.add("Posts", 12); custom.add("Share", 0.25); custom.add("Final", false); custom.add("POSTS", 13); custom.add("Gone", "x");
      custom.getItem("gone").delete();
      custom.getItem("Period").value = "2009/10";
      custom.load("items/key,items/type,items/value");
      const count = custom.getCount(), none = custom.getItemOrNullObject("None");
      await context.sync();
      return [custom.items.map((item) => [item.key, item.type, item.value]), count.value, none.isNullObject];
    `)).toEqual([[["Period", "String", "2009/10"], ["Posts", "Number", 13], ["Share", "Float", 0.25], ["Final", "Boolean", false]], 4, true]);
    const saved = saveXlsx(page.workbook);
    expect(packageProblems(saved)).toEqual([]);
    const opened = openXlsx(saved, "a.xlsx");
    expect([...opened.workbook.customProperties]).toEqual([...page.workbook.customProperties]);
    opened.workbook.setCustomProperties(new Map([...opened.workbook.customProperties, ["New & old", { type: "Date", value: "2009-03-31T00:00:00Z" }]]));
    const again = saveXlsx(opened);
    expect([...openXlsx(again, "a.xlsx").workbook.customProperties.keys()]).toEqual(["Period", "Posts", "Share", "Final", "New & old"]);
    expect(partText(again, "docProps/custom.xml").match(/pid="\d+"/g)).toEqual(['pid="2"', 'pid="3"', 'pid="4"', 'pid="5"', 'pid="6"']);
    expect(await page.run('const { custom } = context.workbook.properties; custom.deleteAll(); const count = custom.getCount(); await context.sync(); return count.value;')).toBe(0);
  });

  it("tell when the document was made, and take a revision", async () => {
    page.workbook.properties.created = "2009-03-31T09:30:00Z";
    expect(await page.run(`
      const { properties } = context.workbook;
      properties.revisionNumber = 7; properties.title = "Talent plan";
      properties.load("creationDate,revisionNumber,title");
      await context.sync();
      return [properties.creationDate.toISOString(), properties.revisionNumber, properties.title];
    `)).toEqual(["2009-03-31T09:30:00.000Z", 7, "Talent plan"]);
  });

  it.each([{ code: 'custom.add("", 1)' }, { code: 'custom.add("x".repeat(256), 1)' }, { code: 'custom.add("key", "x".repeat(256))' }, { code: 'custom.add("key", { a: 1 })' }])("$code is refused", async ({ code }) => {
    expect(await page.run(`const { custom } = context.workbook.properties; ${code}; await context.sync();`)).toMatchObject({ refused: "InvalidArgument" });
  });
});
