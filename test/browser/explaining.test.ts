/** Explaining a finding with keys in the pane, while the list follows the figures. */
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

jest.setTimeout(180_000);

describe("an analyst with a finding to explain", () => {
  let bench: Workbench;
  let person: Gestures;
  beforeAll(async () => {
    bench = await openWorkbench();
    person = new Gestures(bench.page);
    await person.pane.getByLabel("Organisation code").fill("RX1");
    await person.pane.getByLabel("Organisation name").fill("Northmoor and Vale NHS Foundation Trust");
    await person.pane.getByRole("button", { name: "Insert the template" }).click();
    await person.pane.getByText("Added 7 sheets").waitFor();
    await person.pane.getByRole("button", { name: "Enter", exact: true }).click();
    await person.pane.getByRole("button", { name: "Fill with the made-up example" }).click();
    await person.pane.getByText(/^Filled \d+ cells/).waitFor();
  }, 420_000);
  afterAll(() => bench?.close());

  it("sees it without checking, as soon as the figure is typed", async () => {
    await person.pane.getByRole("button", { name: "Check", exact: true }).click();
    await person.pane.getByText("Nothing to put right.").waitFor();
    await person.picture("explain-1-nothing");
    await person.turnTo("Demand and supply");
    await person.typeRows("G15", [["11"]]);
    await person.pane.getByText(/Strategy and planning director has 11 people ready/).waitFor();
    await person.picture("explain-2-found");
  });

  it("explains it with the keyboard, and is told what is missing", async () => {
    await person.pane.getByRole("button", { name: "Explain…" }).first().focus();
    await bench.page.keyboard.press("Enter");
    await bench.page.keyboard.type("ok");
    await person.pane.getByRole("button", { name: "Save the explanation" }).click();
    await person.pane.getByText("Say a little more: an explanation has at least 10 letters.").waitFor();
    await person.picture("explain-3-missing");
    await person.pane.getByLabel("Why the figures are right as they are").fill("One pool of candidates for three trusts.");
    await person.pane.getByLabel("Your name").fill("A Khan");
    await person.pane.getByLabel("Your name").press("Enter");
    await person.pane.getByText(/Explained: One pool of candidates for three trusts\. \(A Khan, /).waitFor();
    await person.picture("explain-4-explained");
    await person.turnTo("Checks");
    await person.sees("B18", "Explained");
    await person.picture("explain-5-sheet");
  });

  it("finds it lapsed once the figure changes, with what was said before", async () => {
    await person.turnTo("Demand and supply");
    await person.typeRows("G15", [["12"]]);
    await person.pane.getByText(/Strategy and planning director has 12 people ready/).waitFor();
    await person.pane.getByRole("button", { name: "Explain…" }).first().click();
    await person.pane.getByText(/Said before, of other figures: One pool of candidates/).waitFor();
    await person.picture("explain-6-lapsed");
  });
});
