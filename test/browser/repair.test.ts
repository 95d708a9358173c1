/** A template that came to harm, in a browser: what would change is read in the pane, repaired, and seen on the sheet; then taken back. */
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

jest.setTimeout(180_000);

describe("an analyst who typed over a formula", () => {
  let bench: Workbench;
  let person: Gestures;
  beforeAll(async () => {
    bench = await openWorkbench();
    person = new Gestures(bench.page);
  }, 420_000);
  afterAll(() => bench?.close());

  it("sees in the pane what can be repaired, and what each repair would change", async () => {
    await person.pane.getByRole("button", { name: "Insert the template" }).click();
    await person.pane.getByText("Added 7 sheets").waitFor();
    await person.pane.getByRole("button", { name: "Fill with the made-up example" }).click();
    await person.pane.getByText("Filled").waitFor();
    await person.turnTo("Dashboard 1");
    await person.typeRows("A3", [["All is well."]]);
    await person.turnTo("Gap analysis");
    await person.typeRows("D8", [["61"]]);
    await person.pane.getByRole("button", { name: "Check" }).first().click();
    await person.pane.getByText("2 things about the template can be repaired.").waitFor();
    await person.pane.getByRole("button", { name: "See what would change" }).press("Enter");
    await person.pane.getByText(/^Gap analysis, cell D8 \(Demand of .*\): 61 goes and its formula comes back/).waitFor();
    await person.picture("repair-1-preview");
  });

  it("has the formula again once it is asked for, with the keyboard alone", async () => {
    await bench.page.keyboard.press("Tab");
    await bench.page.keyboard.press("Enter");
    await person.pane.getByText("2 things were put back.").waitFor();
    await person.goTo("D8");
    expect(await person.formulaBar.inputValue()).toMatch(/^=IF\(/);
    await person.picture("repair-2-repaired");
    await person.turnTo("Dashboard 1");
    await person.picture("repair-3-dashboard");
  });

  it("has what was typed again once the repair is undone", async () => {
    await person.pane.getByRole("button", { name: "Undo the repair" }).click();
    await person.pane.getByText("The repair is undone").waitFor();
    await person.sees("A3", "All is well.");
    expect(bench.complaints).toEqual([]);
  });
});
