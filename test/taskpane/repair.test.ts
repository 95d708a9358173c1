/** The pane and a template that came to harm: what can be repaired is said, shown before it is done, done when asked, and taken back. */
import { commandLine } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(240_000);

let pane: OpenPane;
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => {
  pane = await openPane();
  await pane.click("Insert the template");
  await pane.says("Added 7 sheets");
  pane.enter("Profile", 11, 10, 12);
  pane.enter("Dashboard 1", 2, 0, "All is well.");
  await pane.click("Check");
  await pane.says("2 things about the template can be repaired. No figure that you entered would change.");
});
afterEach(() => {
  expect(pane.problems).toEqual([]);
  pane.close();
});

const share = (): string | null => pane.workbook.sheetByName("Profile")?.cell(11, 10).formula ?? null;
const focused = (): string => pane.window.document.activeElement?.textContent ?? "";

describe("the Check screen", () => {
  it("shows what would change, with the focus on the answer that changes nothing, and leaves it", async () => {
    await pane.click("See what would change");
    await pane.says('Dashboard 1, cell A3 (the line that says: what the chart of demand and supply says): "All is well." goes and its formula comes back');
    await pane.says("Profile, cell K12 (Share % of BME): 12 goes and its formula comes back: =IF(COUNT(tblProfile");
    expect(focused()).toBe("Leave it");
    await pane.click("Leave it");
    expect([focused(), share()]).toEqual(["See what would change", null]);
  });

  it("repairs when asked, offers to take it back, and takes it back", async () => {
    await pane.click("See what would change");
    await pane.click("Repair them");
    await pane.says("2 things were put back.");
    expect(share()).toMatch(/^IF\(COUNT\(/);
    await pane.click("Undo the repair");
    await pane.says("The repair is undone: everything it changed is as it was before.");
    await pane.says("2 things about the template can be repaired.");
    expect(share()).toBe(null);
    expect(pane.words()).not.toContain("Undo the repair");
  });

  it("says which cell was changed since where it cannot take the repair back", async () => {
    await pane.click("See what would change");
    await pane.click("Repair them");
    await pane.says("2 things were put back.");
    pane.enter("Profile", 11, 10, 13);
    await pane.click("Undo the repair");
    await pane.says("These were changed after the repair, so it cannot be undone any more: Profile K12. Nothing was changed.");
    expect(pane.workbook.sheetByName("Profile")?.cell(11, 10).value).toBe(13);
  });

  it("says what is in the way where Excel refuses, and repairs once it is out of it", async () => {
    await pane.click("See what would change");
    pane.host.cellEditing = true;
    await pane.click("Repair them");
    await pane.says("A cell is being edited. Press Enter or Esc in the sheet, then try again. Nothing was changed.");
    pane.host.cellEditing = false;
    await pane.click("See what would change");
    await pane.click("Repair them");
    await pane.says("2 things were put back.");
  });

  it("says nothing of repairs on a template that is as it was made", async () => {
    await pane.click("See what would change");
    await pane.click("Repair them");
    await pane.says("2 things were put back.");
    await pane.click("Check the figures");
    await pane.says("Found");
    expect(pane.words()).not.toContain("can be repaired");
  });
});
