/** The workbench's page by itself: ribbon, lists, pointing, what is not saved, and who can use it. */
import { readFileSync } from "node:fs";
import { openWorkbench, type Workbench } from "../support/workbench";
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

it("keeps to WCAG 2.1 AA where a machine can tell", async () => {
  await bench.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const violations: unknown = await bench.page.evaluate(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], iframes: false })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" | ")))`);
  expect(violations).toEqual([]);
});

it("nothing was asked for outside this machine or logged as an error", () => {
  expect(bench.complaints).toEqual([]);
});
