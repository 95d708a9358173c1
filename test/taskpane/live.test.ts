/** Findings follow the figures while they are entered, pasted or changed by somebody else; nothing is written, nothing pops up. */
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
function entered(row: number, column: number, values: Entries, hand: Hand): void {
  const found = pane.workbook.sheetByName(DEMAND);
  if (found === null || typeInto(pane.host.session, found, row, column, values, hand).kind !== "entered") throw new Error("The sheet refused it.");
}
const lastChecked = (): unknown => pane.workbook.sheetByName("Checks")?.cell(3, 1).value;

describe("the Check screen, while figures change", () => {
  it("lists what is wrong without being asked, and no longer lists what was put right; the Checks sheet is left alone", async () => {
    pane = await openPane();
    await pane.click("Insert the template");
    await pane.says("Added 7 sheets");
    await pane.click("Enter");
    await pane.click("Fill with the made-up example");
    await pane.says("Filled");
    await pane.click("Check");
    await pane.says("Not checked yet.");
    await pane.says("All 2Must fix 1Explain 1Cover, 2 findings");
    entered(8, 1, [["about 40"]], "pasted");
    await pane.says('B9 Posts of Finance director reads "about 40", which is not a number.');
    entered(8, 2, [[3, -1]], "pasted");
    await pane.says("D9 Demand to 1 year of Finance director is -1");
    entered(8, 3, [[6]], "remote");
    await pane.says(/^(?!.*Demand to 1 year of Finance director is -1)/);
    entered(8, 1, [[42]], "typed");
    // What was pasted over stays worth a note: those cells refuse nothing any more.
    await pane.says(/^(?!.*(?:about 40|is -1)).*All \d+Must fix 1Explain 1/);
    expect(lastChecked()).toBeNull();
    expect(pane.host.pages.open.length).toBe(1);
  });
});
