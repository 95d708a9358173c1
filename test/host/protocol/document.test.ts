/** The Common API on the document: selected cells, bindings, going to places, the file in slices, dialogs. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import type { Area } from "../../../src/host/workbook/area";
import { area } from "../../../src/host/workbook/area";
import { typeInto } from "../../../src/host/entry";
import { openOfficePage, type OfficePage } from "../objects/office-page";

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage({ files: { "dialog.html": DIALOG } });
  await page.run(`
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B3").values = [["Post", "Share"], ["Nurse", 0.25], ["Doctor", 0.5]];
    sheet.getRange("B2:B3").numberFormat = [["0%"], ["0%"]];
    sheet.tables.add("A1:B3", true).name = "Posts";
    sheet.getRange("D1:E2").values = [[1, 2], [3, 4]];
    context.workbook.names.add("Block", sheet.getRange("D1:E2"));
    await context.sync();
  `);
});
afterEach(() => page.close());

const DIALOG = `<!doctype html><html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head><body><script>Office.onReady(function () { Office.context.ui.messageParent("up"); });</script></body></html>`;

/** A call of the Common API: its value, "done" where there is none, or the number of its error. */
const call = (code: string): Promise<unknown> => page.script(`
  const { status, value, error } = await new Promise((resolve) => { const done = resolve; ${code}; });
  if (status !== "succeeded") return error.code;
  if (value === undefined || (typeof value === "object" && Object.keys(value).length === 0)) return "done";
  return typeof value === "object" && value.document !== undefined ? { ...value, document: undefined } : value;
`);
const select = (where: Area): void => page.workbook.select(page.workbook.active, where);
const doc = "Office.context.document";

describe("the selected cells", () => {
  it.each([
    { where: area(1, 1, 2, 1), asked: '"text"', read: "25%\n50%" },
    { where: area(1, 1, 2, 1), asked: '"matrix"', read: [[0.25], [0.5]] },
    { where: area(1, 1, 2, 1), asked: '"matrix", { valueFormat: "formatted" }', read: [["25%"], ["50%"]] },
    { where: area(1, 0, 2, 2), asked: '"table"', read: { headers: [["Post", "Share"]], rows: [["Nurse", 0.25], ["Doctor", 0.5]] } },
    { where: area(0, 3, 1, 1), asked: '"table"', read: 1004 },
    { where: area(0, 3, 1, 1), asked: '"html"', read: 5007 },
  ])("are read as $asked: $read", async ({ where, asked, read }) => {
    select(where);
    expect(await call(`${doc}.getSelectedDataAsync(${asked}, done)`)).toEqual(read);
  });

  it.each([
    { where: area(6, 0), data: '"text"', answer: "done", then: { A7: "text" }, because: "text goes to the one cell" },
    { where: area(6, 0), data: '[[1, "=A7+1"], ["x", true]]', answer: "done", then: { A7: 1, B7: 2, A8: "x", B8: true }, because: "one cell takes a block from there on" },
    { where: area(6, 0, 2, 2), data: "[[1, 2], [3, 4]]", answer: "done", then: { B8: 4 }, because: "the block is of the selection's size" },
    { where: area(6, 0, 2, 2), data: "[[1, 2, 3]]", answer: 2002, then: { A7: null }, because: "the block is of another size" },
  ])("take $data: $answer ($because)", async ({ where, data, answer, then }) => {
    select(where);
    expect(await call(`${doc}.setSelectedDataAsync(${data}, done)`)).toBe(answer);
    const cells = Object.fromEntries(Object.keys(then).map((name) => [name, page.workbook.active.cell(Number(name.slice(1)) - 1, name.charCodeAt(0) - 65).value]));
    expect(cells).toEqual(then);
  });

  it("are told of when they change", async () => {
    await page.script(`window.moved = new Promise((resolve) => ${doc}.addHandlerAsync(Office.EventType.DocumentSelectionChanged, (event) => resolve(event.type)));`);
    await page.run("await context.sync();");
    select(area(4, 4));
    expect(await page.script("return window.moved;")).toBe("documentSelectionChanged");
  });
});

describe("bindings", () => {
  const bind = (code: string): Promise<unknown> => call(`${doc}.bindings.${code}`);

  it("to named items, the selection and tables are made, found, read, written and let go", async () => {
    expect(await bind('addFromNamedItemAsync("Block", "matrix", { id: "block" }, done)')).toMatchObject({ id: "block", type: "matrix", rowCount: 2, columnCount: 2 });
    expect(await bind('addFromNamedItemAsync("Posts", "table", { id: "posts" }, done)')).toMatchObject({ id: "posts", type: "table", rowCount: 2, columnCount: 2, hasHeaders: true });
    select(area(0, 3));
    expect(await bind('addFromSelectionAsync("text", { id: "one" }, done)')).toMatchObject({ id: "one", type: "text" });
    expect(await bind('addFromNamedItemAsync("Nowhere", "matrix", done)')).toBe(3006);
    expect(await bind('addFromNamedItemAsync("Block", "table", done)')).toBe(3004);
    expect(await bind('getByIdAsync("other", done)')).toBe(3002);
    const on = (id: string, code: string): Promise<unknown> => call(`Office.select("bindings#${id}").${code}`);
    expect(await on("block", "getDataAsync({ startRow: 1, rowCount: 1 }, done)")).toEqual([[3, 4]]);
    expect(await on("block", "getDataAsync({ startRow: 2, rowCount: 1 }, done)")).toBe(1005);
    expect(await on("one", "getDataAsync(done)")).toBe("1");
    expect(await on("posts", "getDataAsync(done)")).toEqual({ headers: [["Post", "Share"]], rows: [["Nurse", 0.25], ["Doctor", 0.5]] });
    expect(await bind('getByIdAsync("posts", (got) => got.value.addRowsAsync([["Porter", 0.75]], done))')).toBe("done");
    expect(await on("block", "setDataAsync([[9]], { startRow: 1, startColumn: 1 }, done)")).toBe("done");
    expect(await on("block", "setDataAsync([[1, 2, 3]], done)")).toBe(2004);
    expect(page.workbook.active.cell(1, 4).value).toBe(9);
    expect(page.workbook.tableByName("Posts")?.table.area).toEqual(area(0, 0, 4, 2));
    expect(await bind('releaseByIdAsync("block", done)')).toBe("done");
    expect(await page.script(`return new Promise((resolve) => ${doc}.bindings.getAllAsync((got) => resolve(got.value.map((binding) => binding.id))));`)).toEqual(["posts", "one"]);
  });

  it("follow their cells, tell what happens there, and are the same in the object model", async () => {
    await bind('addFromNamedItemAsync("Block", "matrix", { id: "block" }, done)');
    await page.script(`
      window.told = [];
      let finish = null;
      window.all = new Promise((resolve) => { finish = resolve; });
      const take = (event) => { window.told.push([event.type, event.binding.id, event.startRow, event.rowCount]); if (window.told.length === 2) finish(window.told); };
      for (const type of [Office.EventType.BindingDataChanged, Office.EventType.BindingSelectionChanged]) await new Promise((resolve) => Office.select("bindings#block").addHandlerAsync(type, take, resolve));
    `);
    expect(await page.run(`
      const { bindings } = context.workbook;
      context.workbook.worksheets.getItem("Sheet1").getRange("1:2").insert("Down");
      const range = bindings.getItem("block").getRange().load("address");
      bindings.add("Sheet1!A1", "Text", "word");
      bindings.load("items/id,items/type");
      await context.sync();
      return [range.address, bindings.items.map((binding) => [binding.id, binding.type])];
    `)).toEqual(["Sheet1!D3:E4", [["block", "Range"], ["word", "Text"]]]);
    typeInto(page.host.session, page.workbook.active, 3, 3, [[5]], "typed");
    select(area(3, 3, 5, 1));
    expect(await page.script("return window.all;")).toEqual([["bindingDataChanged", "block", null, null], ["bindingSelectionChanged", "block", 1, 1]]);
  });

  it("are places to go to", async () => {
    await bind('addFromNamedItemAsync("Block", "matrix", { id: "block" }, done)');
    expect(await call(`${doc}.goToByIdAsync("block", Office.GoToType.Binding, done)`)).toBe("done");
    expect(page.workbook.selection).toEqual(area(0, 3, 2, 2));
    expect(await call(`${doc}.goToByIdAsync("Sheet1!A7", Office.GoToType.NamedItem, done)`)).toBe("done");
    expect(page.workbook.selection).toEqual(area(6, 0));
    expect(await call(`${doc}.goToByIdAsync("nowhere", Office.GoToType.NamedItem, done)`)).toBe(7002);
  });
});

describe("the file", () => {
  it("comes in slices that make a workbook", async () => {
    const bytes = await page.script(`
      const call = (of, name, ...args) => new Promise((resolve, reject) => of[name](...args, (got) => got.status === "succeeded" ? resolve(got.value) : reject(got.error)));
      const file = await call(${doc}, "getFileAsync", "compressed", { sliceSize: 1000 });
      const all = [];
      for (let index = 0; index < file.sliceCount; index++) all.push(...(await call(file, "getSliceAsync", index)).data);
      await call(file, "closeAsync");
      if (all.length !== file.size) throw new Error("another size");
      return all;
    `) as readonly number[];
    expect(openXlsx(Uint8Array.from(bytes), "copy.xlsx").workbook.active.cell(1, 0).value).toBe("Nurse");
  });

  it.each([{ type: "text", refused: 1009 }, { type: "pdf", refused: 1009 }])("is refused as $type, as Excel on the web does", async ({ type, refused }) => {
    expect(await call(`${doc}.getFileAsync("${type}", done)`)).toBe(refused);
  });

  it("is kept twice and not three times", async () => {
    await call(`${doc}.getFileAsync("compressed", done)`);
    await call(`${doc}.getFileAsync("compressed", done)`);
    expect(await call(`${doc}.getFileAsync("compressed", done)`)).toBe(11000);
  });
});

describe("a dialog", () => {
  const opened = (url: string): Promise<unknown> => page.script(`
    const dialog = await new Promise((resolve, reject) => Office.context.ui.displayDialogAsync("${url}", { displayInIframe: true }, (got) => got.status === "succeeded" ? resolve(got.value) : reject(got.error)));
    window.said = new Promise((resolve) => { dialog.addEventHandler(Office.EventType.DialogMessageReceived, (got) => resolve(got.message)); });
    window.ended = new Promise((resolve) => { dialog.addEventHandler(Office.EventType.DialogEventReceived, (got) => resolve(got.error)); });`);

  it("that the person closes says so to the page that opened it", async () => {
    await opened("https://localhost/dialog.html");
    expect(await page.script("return window.said;")).toBe("up");
    const [, dialog] = page.host.pages.open;
    if (dialog === undefined) throw new Error("There is no dialog.");
    page.host.pages.dismiss(dialog);
    expect(await page.script("return window.ended;")).toBe(12006);
    expect(page.host.pages.open).toHaveLength(1);
  });

  it("whose page is not there says so", async () => {
    await opened("https://localhost/none.html");
    expect(await page.script("return window.ended;")).toBe(12002);
    expect(page.problems).toEqual([expect.stringContaining("There is no page none.html")]);
  });
});

describe("what is not built", () => {
  it("is told aloud: who is signed in, and events that are never raised", async () => {
    expect(await call("Office.context.auth ? Office.context.auth.getAccessTokenAsync(done) : OfficeRuntime.auth.getAccessToken().then(() => done({ status: 'succeeded' }), (error) => done({ status: 'failed', error }))")).toBe(13000);
    expect(page.problems.join()).toContain("Single sign-on is not implemented by this host.");
  });
});
