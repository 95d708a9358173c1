/** The library starts against the host, and the parts of Office.js beside Excel.* work. An upgrade of the library that changes the protocol fails here. */
import { openInJsdom } from "../../../src/host/protocol/jsdom-page";
import { openOfficePage, type OfficePage } from "../objects/office-page";

const DIALOG = `<!doctype html><html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head><body><script>
Office.onReady(function () {
  Office.context.ui.addHandlerAsync(Office.EventType.DialogParentMessageReceived, function (got) { Office.context.ui.messageParent("heard " + got.message); }, function () { Office.context.ui.messageParent("ready"); });
});</script></body></html>`;

const PAGE = `
window.ready = [];
Office.onReady(function (info) { window.ready.push(info.host, info.platform); });
Office.actions.associate("make-sheet", function (event) {
  Excel.run(function (context) { context.workbook.worksheets.add(JSON.parse(event.options).name); return context.sync(); })
    .then(function () { event.completed({ outcome: JSON.stringify({ ok: true, from: event.source.id }) }); });
});
Office.actions.associate("never-ends", function () {});
`;

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage({ pageScript: PAGE, files: { "dialog.html": DIALOG }, settings: { greeting: '"hello"' } }); });
afterAll(() => page.close());

const promised = (call: string): string => `await new Promise((resolve, reject) => ${call}((result) => result.status === "succeeded" ? resolve(result.value) : reject(result.error)))`;

describe("Office.js on this host", () => {
  it("says it is in Excel on the web, and which sets there are", async () => {
    expect(await page.script(`
      const has = (set, version) => Office.context.requirements.isSetSupported(set, version);
      return [window.ready, Office.context.diagnostics.host, has("ExcelApi", "1.14"), has("ExcelApi", "1.15"), has("DialogApi", "1.1"), has("SharedRuntime", "1.1"), has("Nothing")];
    `)).toEqual([["Excel", "OfficeOnline"], "Excel", true, false, true, true, false]);
  });

  it("keeps document settings in the workbook", async () => {
    expect(await page.script(`
      const { settings } = Office.context.document;
      const before = settings.get("greeting");
      settings.set("period", { year: 2026 });
      ${promised("settings.saveAsync")};
      ${promised("settings.refreshAsync")};
      return [before, settings.get("period")];
    `)).toEqual(["hello", { year: 2026 }]);
    expect([...page.workbook.settings]).toEqual([["greeting", '"hello"'], ["period", '{"year":2026}']]);
  });

  it("tells the document's address and the selected cells", async () => {
    page.workbook.active.write({ top: 0, left: 0, bottom: 0, right: 1 }, "typed", "content", (cell, _row, column) => ({ ...cell, value: column === 0 ? "Posts" : 0.25 }));
    page.workbook.select(page.workbook.active, { top: 0, left: 0, bottom: 0, right: 1 });
    expect(await page.script(`
      const file = ${promised("Office.context.document.getFilePropertiesAsync")};
      const text = await new Promise((resolve) => Office.context.document.getSelectedDataAsync("text", (result) => resolve(result.value)));
      const matrix = await new Promise((resolve) => Office.context.document.getSelectedDataAsync("matrix", (result) => resolve(result.value)));
      const html = await new Promise((resolve) => Office.context.document.getSelectedDataAsync("html", (result) => resolve(result.status)));
      return [file.url, text, matrix, html];
    `)).toEqual(["https://localhost/Test.xlsx", "Posts\t0.25", [["Posts", 0.25]], "failed"]);
  });

  it("runs a ribbon function with options and gives back what it completed with", async () => {
    const completed: unknown = JSON.parse(await page.host.invokeCommand(page.frame, "make-sheet", "Test.Button", { options: '{"name":"Made"}' }));
    expect(completed).toEqual({
      options: '{"name":"Made"}', source: { id: "Test.Button" }, completedContext: { outcome: '{"ok":true,"from":"Test.Button"}' },
    });
    expect(page.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1", "Made"]);
  });

  it("says so when the page has no function of that name", async () => {
    await expect(page.host.invokeCommand(page.frame, "no-such", "Test.Button")).rejects.toThrow("The page has no function called no-such.");
  });

  it("opens a dialog, carries messages both ways and closes it", async () => {
    expect(await page.script(`
      const dialog = await new Promise((resolve, reject) => Office.context.ui.displayDialogAsync("https://localhost/dialog.html", { displayInIframe: true, height: 40, width: 30 },
        (result) => result.status === "succeeded" ? resolve(result.value) : reject(result.error)));
      const heard = [];
      await new Promise((resolve) => dialog.addEventHandler(Office.EventType.DialogMessageReceived, (got) => {
        heard.push(got.message);
        if (got.message === "ready") dialog.messageChild("hello"); else { dialog.close(); resolve(); }
      }));
      return heard;
    `)).toEqual(["ready", "heard hello"]);
    await page.run("await context.sync();");
    expect(page.host.pages.open.map((frame) => frame.options.kind)).toEqual(["taskpane"]);
  });

  it("had nothing to complain of", () => {
    expect(page.problems).toEqual([]);
  });
});

describe("a page that fails", () => {
  const office = `${__dirname}/../../../node_modules/@microsoft/office-js/dist`;

  it("tells of an error that no script caught, and of a script that is not there", async () => {
    const failing = await openOfficePage({ pageScript: "Office.onReady(function () {}); throw new Error('the page broke');", files: { "missing.html": "<script src='gone.js'></script>" } });
    expect(failing.problems).toEqual(["Uncaught [Error: the page broke]"]);
    failing.close();
  });

  it("is refused by name when the folder has it not", () => {
    expect(() => openInJsdom(page.host.pages, { folder: __dirname, page: "none.html", kind: "commands", officeFolder: office, onProblem: () => undefined })).toThrow("There is no page none.html");
  });

  it("breaks off a ribbon function that is still running when it closes", async () => {
    const closing = await openOfficePage({ pageScript: PAGE });
    const running = closing.host.invokeCommand(closing.frame, "never-ends", "Test.Button");
    const refused = expect(running).rejects.toThrow("The page was closed before never-ends completed.");
    await closing.script("return 1;");
    closing.close();
    await refused;
  });
});
