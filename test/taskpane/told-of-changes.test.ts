/** The pane in an Excel that tells little: of several cells no values, of formulas' results nothing, of co-authors that it was somebody else, and now and then nothing at all. */
import { typeInto, type Entries, type Hand } from "../../src/host/entry";
import { commandLine } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(180_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

let pane: OpenPane;
afterEach(() => {
  pane.close();
  expect(pane.problems).toEqual([]);
});

const DEMAND = "Demand and supply";
function entered(sheet: string, row: number, column: number, values: Entries, hand: Hand): void {
  const found = pane.workbook.sheetByName(sheet);
  if (found === null || typeInto(pane.host.session, found, row, column, values, hand).kind !== "entered") throw new Error(`${sheet} refused it.`);
}
async function checked(): Promise<void> {
  await pane.click("Check");
  await pane.click(/^Check (the figures|again)$/);
  await pane.says(/^(?!.*Figures changed since the check).*Last checked .* at /);
}

describe("figures that were checked and then changed", () => {
  it("are called changed whoever did it and however: a co-author, a paste of several cells, a cell that a formula of ours reads", async () => {
    pane = await openPane({ fill: (workbook) => { workbook.active.put(0, 0, { ...workbook.active.cell(0, 0), value: 5 }); } });
    await pane.click("Insert the template");
    await pane.says("Added 7 sheets");
    entered(DEMAND, 10, 1, [["=Sheet1!A1"]], "pasted");
    for (const change of [
      () => entered(DEMAND, 8, 1, [[43]], "remote"),
      () => entered(DEMAND, 8, 1, [[44, 3], [45, 2]], "pasted"),
      () => entered("Sheet1", 0, 0, [[6]], "typed"),
    ]) {
      await checked();
      change();
      await pane.says("Figures changed since the check");
    }
    // Nothing opens by itself for what somebody else did.
    expect(pane.host.pages.open.length).toBe(1);
  });

  it("are called changed when the person comes back to the pane, where Excel told nothing of it", async () => {
    pane = await openPane({ faults: { "changes-untold": true } });
    await pane.click("Insert the template");
    await pane.says("Added 7 sheets");
    await checked();
    entered(DEMAND, 8, 1, [[43]], "typed");
    pane.window.dispatchEvent(new pane.window.Event("focus"));
    await pane.says("Figures changed since the check");
  });
});

describe("the pane on a Mac, where no file can be saved and Office tells no theme", () => {
  it("opens, offers nothing that needs a download, and where even copying is refused says how to do it by hand", async () => {
    pane = await openPane({ platform: "mac", faults: { "cell-being-edited": true } });
    await pane.says("A cell is being edited.");
    pane.host.cellEditing = false;
    await pane.click("Try again");
    await pane.button("Insert the template");
    pane.host.cellEditing = true;
    await pane.click("Insert the template");
    await pane.click("Copy the details");
    await pane.says("Could not copy: select the text and copy it by hand.");
    expect(pane.window.document.querySelectorAll("a[download], a[href^='blob:'], a[href^='data:']").length).toBe(0);
    expect(pane.window.eval("typeof Office.context.officeTheme")).toBe("undefined");
  });
});
