/** The pane and the rules: it says by which rules it judges, loads others from a file, and says why it does not. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { commandLine, repository } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(240_000);

const LOAD = "Load a newer pack…";
const OWN = `${shippedPack.name} ${shippedPack.version}`;
let pane: OpenPane;

/** Asking the runner for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => {
  pane = await openPane();
  await pane.click("Insert the template");
  await pane.says("Added 7 sheets");
  await pane.click("Check");
  await pane.says(`Rules: ${OWN}`);
});
afterEach(() => {
  expect(pane.problems).toEqual([]);
  pane.close();
});

/** As a person chooses a file in the browser's own window. */
function choose(name: string): void {
  const { window } = pane;
  const chooser = window.document.querySelector<HTMLInputElement>('input[type="file"]');
  if (chooser === null) throw new Error("There is no way to choose a file.");
  const file = new window.File([readFileSync(path.join(repository, "test/fixtures/rule-packs", name), "utf8")], name, { type: "application/json" });
  Object.defineProperty(chooser, "files", { value: [file], configurable: true });
  chooser.dispatchEvent(new window.Event("change", { bubbles: true }));
}

describe("the Check screen", () => {
  it("says by which rules it judges, and loads a pack by a button that leads to the file chooser", async () => {
    let asked = 0;
    pane.window.document.querySelector('input[type="file"]')?.addEventListener("click", (event) => { asked += 1; event.preventDefault(); });
    const button = await pane.button(LOAD);
    // A button of the browser's own, in the order of the keys: Enter and the space bar press it.
    expect([button.tagName, button.tabIndex]).toEqual(["BUTTON", 0]);
    button.click();
    expect(asked).toBe(1);
    choose("trial-1.1.0.json");
    await pane.says("Loaded Rules on trial 1.1.0 from Talent Plan for Excel.");
    await pane.says("Rules: Rules on trial 1.1.0 (25 November 2026)");
    await pane.says("About these rulesW48 is switched off: Wide choice is intended while the rules are on trial.");
    await pane.says("W701: Organisations with large departments have many posts by nature.");
  });

  it("asks for another check once the rules are others, and goes back to those of the add-in", async () => {
    await pane.click("Check the figures");
    await pane.says(/Last checked .* at /);
    choose("trial-1.1.0.json");
    await pane.says("The rules have changed since then.");
    await pane.click("Check again");
    await pane.says("Judged by Rules on trial 1.1.0.");
    await pane.says(/^(?!.*The rules have changed since then)/);
    await pane.click("Use the rules that come with the add-in");
    await pane.says(`Back to ${OWN}, which comes with the add-in.`);
    await pane.says(`Rules: ${OWN}`);
    await pane.says("The rules have changed since then.");
  });

  it("says why a pack is not taken and what to do, and goes on judging as before", async () => {
    choose("tampered.json");
    await pane.says("This rule pack was changed after Talent Plan for Excel signed it. Ask Talent Plan for Excel for the file again, and do not open and save it on the way. Nothing was changed.");
    await pane.says(`Rules: ${OWN}`);
    choose("unsigned.json");
    await pane.says("This rule pack is not signed, so nobody can tell who made it.");
    choose("trial-1.1.0.json");
    await pane.says("Rules: Rules on trial 1.1.0");
    await pane.button(LOAD);
  });
});
