/** The workbench's page by itself: ribbon, lists, pointing, what is not saved, and who can use it. */
import { readFileSync } from "node:fs";
import { openWorkbench, type Workbench } from "../support/workbench";
import { notExcel } from "../../src/workbench/page/not-excel";
import { Gestures } from "./gestures";

jest.setTimeout(120_000);

let bench: Workbench;
let person: Gestures;
beforeAll(async () => {
  bench = await openWorkbench();
  person = new Gestures(bench.page);
  await bench.page.getByLabel("Cells of Sheet1", { exact: true }).first().waitFor();
}, 420_000);
afterAll(() => bench?.close());

it("the ribbon says in the add-in's own dialog why a button could do nothing, and goes on when it is closed", async () => {
  const check = bench.page.getByRole("toolbar", { name: "Talent Plan" }).getByRole("button", { name: "Check" });
  await check.click();
  const dialog = bench.page.frameLocator(".dialogs iframe");
  await dialog.getByText("There is no template in this workbook yet.").waitFor();
  await person.picture("page-1-dialog");
  await dialog.getByRole("button", { name: "Close" }).click();
  await bench.page.locator(".dialogs iframe").waitFor({ state: "detached" });
  await bench.page.getByRole("status", { name: "Status" }).getByText("Ready").waitFor();
  expect(await check.isEnabled()).toBe(true);
});

it("an add-in that saves the workbook has it downloaded", async () => {
  await bench.page.getByRole("toolbar", { name: "Talent Plan" }).getByRole("button").first().waitFor();
  const pane = bench.page.frames().find((frame) => frame.url().includes("/taskpane.html"));
  if (pane === undefined) throw new Error("The pane is not open.");
  await pane.waitForFunction("typeof Excel !== 'undefined'");
  const [download] = await Promise.all([bench.page.waitForEvent("download"), pane.evaluate("Excel.run(async (context) => { context.workbook.save('Save'); await context.sync(); })")]);
  expect(download.suggestedFilename()).toBe("Book1.xlsx");
});

it("cells clicked while a formula is typed are named in it", async () => {
  await person.typeRows("B2", [["12"], ["30"]]);
  await person.goTo("D2");
  await bench.page.keyboard.type("=SUM(");
  const cells = await bench.page.getByLabel("Cells of Sheet1", { exact: true }).first().boundingBox();
  const at = (column: number, row: number): readonly [number, number] => [(cells?.x ?? 0) + 32 + 64 * column + 32, (cells?.y ?? 0) + 22 + 20 * row + 10];
  await bench.page.mouse.move(...at(1, 1));
  await bench.page.mouse.down();
  await bench.page.mouse.move(...at(1, 2));
  await bench.page.mouse.up();
  expect(await person.formulaBar.inputValue()).toBe("=SUM(B2:B3");
  await bench.page.keyboard.type(")");
  await bench.page.keyboard.press("Enter");
  await person.sees("D2", "42");
});

it("a selection's sum is in the status bar, and what is copied is pasted where one goes", async () => {
  await person.goTo("B2:B3");
  await bench.page.getByRole("status", { name: "Status" }).getByText("Sum: 42").waitFor();
  await bench.page.keyboard.press("Control+c");
  await person.goTo("F2");
  await bench.page.keyboard.press("Control+v");
  await person.sees("F3", "30");
});

it("a line of numbers is filled on by its handle, and cells that are dragged take what refers to them along", async () => {
  await person.typeRows("H2", [["1"], ["2"], ["=H2+H3"]]);
  await person.goTo("H2:H3");
  const [x, y] = await person.middleOf("H3");
  await person.drag([x + 31, y + 9], await person.middleOf("H6"));
  await person.sees("H6", "5");
  await bench.page.keyboard.press("Control+z");
  await person.sees("H4", "3");
  await person.goTo("H2");
  const [left, top] = await person.middleOf("H2");
  await person.drag([left - 31, top], await person.middleOf("K9"));
  expect(await person.nameBox.inputValue()).toBe("K9");
  await person.goTo("H4");
  expect(await person.formulaBar.inputValue()).toBe("=K9+H3");
});

it("a table copied from another program keeps its cells apart, and one copied here goes out with its looks", async () => {
  await person.goTo("M2");
  await pasteAs({ "text/plain": "North West 12", "text/html": "<table><tr><td>North<br>West</td><td>12</td></tr><tr><td>5%</td></tr></table>" });
  await person.goTo("M2");
  expect(await person.formulaBar.inputValue()).toBe("North\nWest");
  await person.sees("M3", "5%");
  await person.goTo("M2:N2");
  await bench.page.keyboard.press("Control+b");
  expect(await copied()).toEqual({ text: '"North\nWest"\t12', html: expect.stringContaining("font:bold 11pt 'Calibri'") });
});

it("rows are put in from the menu, by keyboard alone, and taken back", async () => {
  await person.goTo("B2");
  await bench.page.keyboard.press("Shift+F10");
  const menu = bench.page.getByRole("menu", { name: "Cells" });
  await menu.waitFor();
  await bench.page.keyboard.press("i");
  await bench.page.keyboard.press("ArrowDown");
  await person.picture("page-3-menu");
  await bench.page.keyboard.press("Enter");
  await menu.waitFor({ state: "detached" });
  await person.sees("B3", "12");
  await bench.page.keyboard.press("Control+z");
  await person.sees("B2", "12");
});

it("text is found with Ctrl+F, and a tab is renamed by a double click with the formulas that name it", async () => {
  await bench.page.keyboard.press("Control+f");
  await bench.page.getByRole("textbox", { name: "Find what" }).fill("west");
  await bench.page.keyboard.press("Enter");
  await bench.page.getByRole("search").getByText("1 of 1: M2").waitFor();
  await bench.page.keyboard.press("Escape");
  expect(await person.nameBox.inputValue()).toBe("M2");
  await person.typeRows("P2", [["=Sheet1!B2"]]);
  await bench.page.getByRole("tab", { name: "Sheet1" }).dblclick();
  await bench.page.keyboard.type("My figures");
  await bench.page.keyboard.press("Enter");
  expect(await person.tabs()).toEqual(["My figures"]);
  await person.goTo("P2");
  expect(await person.formulaBar.inputValue()).toBe("='My figures'!B2");
});

it("the page says that it is not Excel, and what it does not do", async () => {
  await bench.page.getByRole("button", { name: "A workbench, not Excel" }).click();
  const about = bench.page.getByRole("dialog", { name: "This is a workbench, not Excel" });
  expect(await about.getByRole("listitem").allTextContents()).toEqual([...notExcel.list]);
  // The next workbook is opened in an Excel that has no newer members than the add-in asks for at least.
  await about.getByLabel("It answers the add-in as").selectOption({ label: "Excel 2021" });
  await person.picture("page-4-not-excel");
  await bench.page.keyboard.press("Escape");
  await about.waitFor({ state: "detached" });
});

it("another Excel is stood for from the next workbook on, and the add-in works in it", async () => {
  await bench.page.getByRole("button", { name: "New", exact: true }).click();
  await bench.page.getByRole("button", { name: "Go on without saving" }).click();
  await bench.page.getByLabel("Cells of Sheet1", { exact: true }).first().waitFor();
  // The new workbook's pane has started when it shows its form.
  const pane = person.pane.getByRole("button", { name: "Insert the template" });
  await pane.waitFor();
  const versions = await pane.evaluate(() => ["1.14", "1.15"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)));
  expect(versions).toEqual([true, false]);
});

it("a list is opened and chosen from with the keyboard, and the pane hears of it", async () => {
  await person.pane.getByRole("button", { name: "Insert the template" }).click();
  await person.pane.getByText("Added 7 sheets").waitFor();
  await person.turnTo("Cover");
  await person.goTo("B11");
  await bench.page.keyboard.press("Alt+ArrowDown");
  const list = bench.page.getByRole("listbox", { name: "B11" });
  expect(await list.getByRole("option").allTextContents()).toEqual(["Headcount", "WTE"]);
  await bench.page.keyboard.press("ArrowDown");
  await bench.page.keyboard.press("Enter");
  await list.waitFor({ state: "detached" });
  await person.sees("B11", "WTE");
  await person.pane.getByText("Whole-time equivalents (WTE)").waitFor();
});

it("changes that are not saved are asked about before another workbook is opened", async () => {
  await bench.page.getByRole("button", { name: "Open the example" }).click();
  await bench.page.getByText("Book1.xlsx has changes that are not saved.").waitFor();
  await person.picture("page-2-not-saved");
  await bench.page.getByRole("button", { name: "Stay here" }).click();
  expect(await person.currentTab()).toBe("Cover");
  await bench.page.getByRole("button", { name: "Open the example" }).click();
  await bench.page.getByRole("button", { name: "Go on without saving" }).click();
  await bench.page.getByLabel("Cells of Read me", { exact: true }).first().waitFor();
  expect(await person.tabs()).toEqual(["Read me", "Staff in post", "Vacancies", "Summary", "Leavers"]);
});

it("a table is filtered from its header by keyboard, and says so to a screen reader", async () => {
  await person.turnTo("Staff in post");
  await person.goTo("B4");
  await bench.page.getByRole("status", { name: "Active cell" }).getByText("B4, Directorate. Has a filter: Alt and Down opens it.").waitFor({ state: "attached" });
  await bench.page.keyboard.press("Alt+ArrowDown");
  const filter = bench.page.getByRole("dialog", { name: "Filter Directorate" });
  await filter.getByRole("textbox").fill("surg");
  await bench.page.keyboard.press("Enter");
  await filter.waitFor({ state: "detached" });
  await person.picture("page-5-filtered");
  await bench.page.keyboard.press("ArrowDown");
  expect([await person.nameBox.inputValue(), await person.formulaBar.inputValue()]).toEqual(["B12", "Surgery"]);
  await bench.page.keyboard.press("Control+z");
  await bench.page.keyboard.press("Control+Home");
  expect(await person.nameBox.inputValue()).toBe("B5");
});

it("the pane is made wider with the keyboard, closed, and opened again from the ribbon", async () => {
  await person.pane.getByRole("button", { name: "Insert the template" }).waitFor();
  const handle = bench.page.getByRole("separator", { name: "Width of the pane" });
  await handle.press("Home");
  expect(await handle.getAttribute("aria-valuenow")).toBe("600");
  await bench.page.getByRole("button", { name: "Close the pane" }).click();
  await handle.waitFor({ state: "detached" });
  await bench.page.getByRole("button", { name: "Set up" }).click();
  await person.pane.getByRole("button", { name: "Insert the template" }).waitFor();
});

/** Pastes as another program's clipboard would be pasted. */
async function pasteAs(parts: Readonly<Record<string, string>>): Promise<void> {
  await bench.page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, parts);
}

/** What other programs are handed when the selection is copied. */
async function copied(): Promise<{ readonly text: string; readonly html: string }> {
  return bench.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return { text: clipboardData.getData("text/plain").replaceAll("\r\n", "\n"), html: clipboardData.getData("text/html") };
  });
}

it("keeps to WCAG 2.1 AA where a machine can tell", async () => {
  await bench.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const violations: unknown = await bench.page.evaluate(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], iframes: false })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" | ")))`);
  expect(violations).toEqual([]);
});

it("nothing was asked for outside this machine or logged as an error", () => {
  expect(bench.complaints).toEqual([]);
});
