/** Ctrl+Z and Ctrl+Y in the grid after the pane's add-in has written: with a person's own keys, in a browser. */
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

jest.setTimeout(180_000);

let bench: Workbench;
let person: Gestures;
beforeAll(async () => {
  bench = await openWorkbench();
  person = new Gestures(bench.page);
  await bench.page.getByLabel("Cells of Sheet1", { exact: true }).first().waitFor();
}, 420_000);
afterAll(() => bench?.close());

const command = (name: "Undo" | "Redo") => bench.page.getByRole("toolbar", { name: "File" }).getByRole("button", { name, exact: true });
const offered = async (): Promise<readonly boolean[]> => [await command("Undo").isEnabled(), await command("Redo").isEnabled()];
const ADDED = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];

it("a figure and the check that followed are taken back in turn, and come again", async () => {
  await person.typeRows("A1", [["mine"]]);
  await person.pane.getByLabel("Organisation code").fill("RX1");
  await person.pane.getByLabel("Organisation name").fill("Northmoor");
  await person.pane.getByRole("button", { name: "Insert the template" }).click();
  await person.pane.getByText("Added 7 sheets").waitFor();
  await person.turnTo("Demand and supply");
  await person.typeRows("B8", [["41"]]);
  await bench.page.getByRole("toolbar", { name: "Talent Plan" }).getByRole("button", { name: "Check" }).click();
  await bench.page.getByRole("tab", { name: "Checks", exact: true, selected: true }).waitFor();
  await bench.page.getByRole("status", { name: "Status" }).getByText("Ready").waitFor();
  await person.picture("taking-back-1-checked");
  await person.turnTo("Checks");
  await person.goTo("B4");
  const when = await person.formulaBar.inputValue();
  expect([when === "", await offered()]).toEqual([false, [true, false]]);
  await bench.page.keyboard.press("Control+z");
  await person.sees("B4", "");
  await person.turnTo("Demand and supply");
  await person.sees("B8", "41");
  await bench.page.keyboard.press("Control+z");
  await person.sees("B8", "");
  await person.picture("taking-back-2-back");
  expect(await offered()).toEqual([true, true]);
  await bench.page.keyboard.press("Control+y");
  await person.sees("B8", "41");
  await bench.page.keyboard.press("Control+y");
  await person.turnTo("Checks");
  await person.goTo("B4");
  expect(await person.formulaBar.inputValue()).toBe(when);
});

it("the template goes with Ctrl+Z as it came, and the person's own entry after it", async () => {
  for (let more = true; more; ) {
    await bench.page.keyboard.press("Control+z");
    more = (await person.tabs()).length > 1;
  }
  await person.sees("A1", "mine");
  await person.picture("taking-back-3-template");
  await bench.page.keyboard.press("Control+z");
  await person.sees("A1", "");
  expect([await person.tabs(), await offered()]).toEqual([["Sheet1"], [false, true]]);
  for (let more = true; more; ) {
    await bench.page.keyboard.press("Control+y");
    more = await command("Redo").isEnabled();
  }
  expect(await person.tabs()).toEqual(["Sheet1", ...ADDED]);
  await person.turnTo("Demand and supply");
  await person.sees("B8", "41");
});

it("nothing was logged as an error on the way", () => expect(bench.complaints).toEqual([]));
