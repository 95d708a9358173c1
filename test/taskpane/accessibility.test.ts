/** Every screen of the pane in a browser at its narrowest and widest: no fault that axe knows of, and no scrolling sideways. */
import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import type * as Axe from "axe-core";
import { Gestures } from "../browser/gestures";
import { openWorkbench, type Workbench } from "../support/workbench";

jest.setTimeout(240_000);

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describe.each([{ width: 320, key: "End" }, { width: 600, key: "Home" }])("the pane at $width px", ({ width, key }) => {
  let bench: Workbench;
  let person: Gestures;
  let frame: Frame;

  beforeAll(async () => {
    bench = await openWorkbench({ width: 1440, height: 900 });
    person = new Gestures(bench.page);
    await person.pane.getByRole("button", { name: "Insert the template" }).waitFor();
    await bench.page.getByRole("separator").press(key);
    const found = bench.page.frames().find((each) => each.url().includes("taskpane.html"));
    if (found === undefined) throw new Error("The pane's frame is not there.");
    frame = found;
    // Run through the browser's own debugging door: the page's policy lets no foreign script in.
    await frame.evaluate(AXE);
  });
  afterAll(() => bench?.close());

  const press = (name: string): Promise<void> => person.pane.getByRole("button", { name, exact: true }).click();
  async function isSound(picture: string): Promise<void> {
    await person.picture(`pane-${width}-${picture}`);
    const seen = await frame.evaluate(async (rules) => {
      const results = await (window as unknown as { axe: typeof Axe }).axe.run(document, { runOnly: rules });
      const { clientWidth } = document.documentElement;
      const wide = [...document.querySelectorAll("#pane *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5).map((element) => element.outerHTML.slice(0, 120));
      return { clientWidth, wide, faults: results.violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 120))]) };
    }, RULES);
    expect(seen).toEqual({ clientWidth: width, wide: [], faults: [] });
  }

  it("Set up, before", async () => {
    await isSound("set-up");
    await person.pane.getByLabel("Organisation code").fill("99");
    await person.pane.getByText("Role groups: 12").click();
    await isSound("set-up-open");
    await person.pane.getByLabel("Organisation code").fill("");
  });

  it("Enter, before there is a template", async () => {
    await press("Enter");
    await isSound("not-yet");
    await press("Go to Set up");
  });

  it("Set up, done", async () => {
    await press("Insert the template");
    await person.pane.getByText("Added 7 sheets").waitFor();
    await isSound("inserted");
  });

  it("Enter", async () => {
    await press("Next: enter the figures");
    await person.pane.getByText("0 of 108 cells filled in").waitFor();
    await isSound("enter");
  });

  it("Check, with findings", async () => {
    await press("Next: check the figures");
    await isSound("check-before");
    await press("Check the figures");
    await person.pane.getByText("Demand and supply, 12 findings").waitFor();
    await isSound("findings");
  });

  it("Check, with what a repair would change", async () => {
    await bench.page.getByRole("tab", { name: "Dashboard 1" }).click();
    await person.goTo("A3");
    await bench.page.keyboard.type("All is well.");
    await bench.page.keyboard.press("Enter");
    await press("See what would change");
    await person.pane.getByText("Dashboard 1, cell A3").scrollIntoViewIfNeeded();
    await isSound("repair");
    await press("Leave it");
  });

  it("Check, with what stands out on one's own sheets", async () => {
    await bench.page.getByRole("tab", { name: "Sheet1" }).click();
    for (const [cell, text] of [["A1", "Posts"], ["B1", "=1/0"], ["A2", "Ask a.khan@trust.nhs.uk"]] as const) {
      await person.goTo(cell);
      await bench.page.keyboard.type(text);
      await bench.page.keyboard.press("Enter");
    }
    await press("Look through your own sheets");
    await person.pane.getByText("Sheet1, 2 findings").scrollIntoViewIfNeeded();
    await isSound("own-sheets");
  });

  it("Check, with what keeps people from reading and questions for a person", async () => {
    await press("Check accessibility…");
    await person.pane.getByText("The file, 2 findings").scrollIntoViewIfNeeded();
    await isSound("accessibility");
    await person.pane.getByText("Questions for a person: 10 to answer").click();
    await person.pane.getByRole("group", { name: /^Were spelling and grammar checked/ }).getByRole("button", { name: "Yes" }).click();
    await person.pane.getByText("Type your name first").scrollIntoViewIfNeeded();
    await isSound("accessibility-questions");
    await person.pane.getByText("Questions for a person: 10 to answer").click();
  });

  it("Summarise", async () => {
    await press("Next: summarise");
    await isSound("summarise-before");
    await press("Make the summary");
    await person.pane.getByText("Made from today's figures").waitFor();
    await isSound("summarised");
  });

  it("the question before removing", async () => {
    await press("Set up");
    await press("See what would go");
    await person.pane.getByText("8 sheets would go").waitFor();
    await isSound("question");
    await person.pane.getByRole("button", { name: "Keep it" }).press("Enter");
    await person.pane.getByRole("button", { name: "See what would go" }).and(person.pane.locator(":focus")).waitFor();
  });

  it("complains of nothing and asks nothing outside this machine", () => { expect(bench.complaints).toEqual([]); });
});
