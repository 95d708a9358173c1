/** A person's own sheets in the pane: looked through when asked, listed by sheet with the way to each cell, before there is a template and afterwards. */
import { commandLine } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(180_000);

let pane: OpenPane;
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => { pane = await openPane(); });
afterEach(() => {
  pane.close();
  expect(pane.problems).toEqual([]);
});

/** Posts by team; the total leaves out the last. */
function enterTeams(): void {
  const rows: readonly (readonly [string, string | number])[] = [["Team", "Posts"], ["Wards", 40], ["Clinics", 12], ["Pharmacy", 9], ["Estates", 6], ["Total", "=SUM(B2:B4)"]];
  rows.forEach((row, down) => row.forEach((value, along) => pane.enter("Sheet1", down, along, value)));
}

describe("a person's own sheets", () => {
  it("are looked through before there is a template, and a click selects the cell", async () => {
    enterTeams();
    await pane.click("Check");
    await pane.says("This workbook has no talent plan in it yet.");
    await pane.click("Look through your own sheets");
    await pane.says("Looked through 1 sheet of your own. Found 1 to explain. Nothing was changed.");
    await pane.says("Sheet1, 1 finding");
    await pane.click(/B6 This total covers B2:B4 and leaves out B5/);
    await pane.opens("Sheet1");
    expect(pane.workbook.sheetByName("Sheet1")?.cell(5, 1).formula).toBe("SUM(B2:B4)");
  });

  it("with nothing that stands out say so, and can be looked through again after a change", async () => {
    enterTeams();
    pane.enter("Sheet1", 5, 1, "=SUM(B2:B5)");
    await pane.click("Insert the template");
    await pane.says("Added 7 sheets");
    await pane.click("Check");
    await pane.click("Look through your own sheets");
    await pane.says("Nothing stands out on your own sheets.");
    pane.enter("Sheet1", 5, 1, "=SUM(B2:B6)");
    await pane.click("Look again");
    await pane.says("This formula depends on its own result.");
    expect(pane.words()).not.toContain("Nothing stands out on your own sheets.");
  });

  it("that are hidden cannot be gone to, and the words say how to show them", async () => {
    const hidden = pane.workbook.addSheet("Lists");
    hidden.set("visibility", "Hidden");
    pane.enter("Lists", 0, 0, "Band 5");
    await pane.click("Check");
    await pane.click("Look through your own sheets");
    await pane.click(/Sheet The sheet Lists is hidden/);
    await pane.says("The sheet Lists is hidden. Show it first: right-click any tab, then Unhide. Nothing was changed.");
  });

  it("of many cells show how far it is and can be stopped, and nothing is changed", async () => {
    pane.workbook.sheetByName("Sheet1")?.write({ top: 0, left: 0, bottom: 39_999, right: 9 }, "typed", "content", (cell, row, column) => ({ ...cell, value: row * column }));
    await pane.click("Check");
    pane.hurry();
    await pane.click("Look through your own sheets");
    await pane.says(/Reading the sheets…? ?\d+ of \d+|Looking through your own sheets|Looking through them/);
    await pane.click("Stop");
    await pane.says("Stopped");
    expect(pane.words()).toContain("Look through your own sheets");
  });
});
