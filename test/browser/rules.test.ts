/** A region's rules in a browser: an analyst loads the file with the keyboard, sees by which rules is judged, and is told why another file is not taken. */
import path from "node:path";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { repository } from "../support/job";
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

jest.setTimeout(180_000);

const packFile = (name: string): string => path.join(repository, "test/fixtures/rule-packs", name);

describe("an analyst whose region sends rules", () => {
  let bench: Workbench;
  let person: Gestures;
  beforeAll(async () => {
    bench = await openWorkbench();
    person = new Gestures(bench.page);
    // Alone, this file builds first; under `npm test` the build is there.
  }, 420_000);
  afterAll(() => bench?.close());

  /** Presses the button with Enter and chooses a file in the browser's own window. */
  async function load(name: string): Promise<void> {
    const button = person.pane.getByRole("button", { name: "Load a newer pack…" });
    await button.focus();
    const [chooser] = await Promise.all([bench.page.waitForEvent("filechooser"), button.press("Enter")]);
    await chooser.setFiles(packFile(name));
  }

  it("sees by which rules the figures are judged", async () => {
    await person.pane.getByRole("button", { name: "Insert the template" }).click();
    await person.pane.getByText(/^Added 7 sheets/).waitFor();
    await person.pane.getByRole("button", { name: "Check", exact: true }).click();
    await person.pane.getByText(`Rules: ${shippedPack.name} ${shippedPack.version}`).waitFor();
    await person.pane.getByRole("button", { name: "Check the figures" }).click();
    await person.pane.getByText(/Judged by /).waitFor();
  });

  it("is told why a file that was changed on the way is not taken", async () => {
    await load("tampered.json");
    await person.pane.getByText("This rule pack was changed after Talent Plan for Excel signed it. Ask Talent Plan for Excel for the file again, and do not open and save it on the way. Nothing was changed.", { exact: true }).waitFor();
    await person.picture("rules-1-refused");
  });

  it("loads the right one, reads what is switched off and known, and checks by it", async () => {
    await load("trial-1.1.0.json");
    await person.pane.getByText("Rules: Rules on trial 1.1.0 (25 November 2026)").waitFor();
    await person.pane.getByText("The rules have changed since then.").waitFor();
    await person.pane.getByText("W48 is switched off: Wide choice is intended while the rules are on trial.", { exact: true }).scrollIntoViewIfNeeded();
    await person.picture("rules-2-loaded");
    await person.pane.getByRole("button", { name: "Check again" }).click();
    await person.pane.getByText(/Judged by Rules on trial 1\.1\.0\./).waitFor();
    await person.turnTo("Checks");
    await person.sees("B10", "Rules on trial 1.1.0 (switched off: W48)");
    await person.picture("rules-3-checks");
  });

  it("goes back to the rules of the add-in", async () => {
    await person.pane.getByRole("button", { name: "Use the rules that come with the add-in" }).click();
    await person.pane.getByText(`Rules: ${shippedPack.name} ${shippedPack.version}`).waitFor();
    expect(bench.complaints).toEqual([]);
  });
});
