/** A region's month in a browser: returns are chosen and dropped, one is asked about and comes again, another is accepted, and a figure is followed to its cell. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type * as Axe from "axe-core";
import { resubmitted, faultyFiles, twentyReturns } from "../scenarios/region-stories";
import { outputFolder } from "../support/job";
import { fileOf, filesOf, type FileGiven } from "../support/sent-returns";
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

jest.setTimeout(240_000);

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const folder = outputFolder("region-month");
const documents = twentyReturns().slice(5, 13);
const written = (under: string, files: readonly FileGiven[]): readonly string[] => {
  mkdirSync(path.join(folder, under), { recursive: true });
  return files.map(({ name, base64 }) => { const place = path.join(folder, under, name); writeFileSync(place, Buffer.from(base64, "base64")); return place; });
};

describe("a region that collects", () => {
  let bench: Workbench;
  let person: Gestures;
  beforeAll(async () => {
    bench = await openWorkbench();
    person = new Gestures(bench.page);
    // Alone, this file builds first; under `npm test` the build is there.
  }, 420_000);
  afterAll(() => bench?.close());

  /** Presses the button with Enter and chooses files or a folder in the browser's own window. */
  async function choose(button: string, places: string | readonly string[]): Promise<void> {
    const found = person.pane.getByRole("button", { name: button });
    await found.focus();
    const [chooser] = await Promise.all([bench.page.waitForEvent("filechooser"), found.press("Enter")]);
    await chooser.setFiles(places as string | string[]);
  }
  const organisation = (code: string): ReturnType<Gestures["pane"]["locator"]> => person.pane.locator("summary", { hasText: `(${code})` });

  it("starts in an empty workbook and chooses a folder of returns, two of which are none", async () => {
    written("returns", [...(await filesOf(documents)), ...(await faultyFiles()).slice(0, 2)]);
    await person.pane.getByRole("button", { name: "Collect returns for a region" }).press("Enter");
    await person.picture("region-1-start");
    const worker = bench.page.waitForEvent("worker");
    await choose("Choose a folder…", path.join(folder, "returns"));
    // The reading stays off the thread of the pane.
    expect((await worker).url()).toMatch(/reading\.chunk\.js$/);
    await person.pane.getByText("The returns of 8 organisations count.", { exact: true }).waitFor();
    await person.pane.getByText(/R0U cut off\.xlsx/).first().waitFor();
    expect((await person.tabs()).slice(1)).toEqual(["Returns register", "Consolidated figures", "Consolidated profile", "Set aside", "Shared posts matched", "Returned figures", "Returned profile", "Returns kept"]);
    await person.picture("region-2-collected");
  });

  it("asks one organisation, in its own name, and the file comes with the downloads", async () => {
    await organisation("R06").click();
    await person.pane.getByLabel("Your name").fill("R Dale");
    await person.pane.getByLabel("A question of your own (optional)").fill("Are the nursing posts those of March?");
    const [download] = await Promise.all([bench.page.waitForEvent("download"), person.pane.getByRole("button", { name: "Make the queries" }).press("Enter")]);
    expect(download.suggestedFilename()).toBe("queries-R06-2009-10-1.json");
    const file = JSON.parse(readFileSync(await download.path(), "utf8")) as { readonly by: string; readonly queries: readonly { readonly says: string }[] };
    expect([file.by, file.queries.at(-1)?.says]).toEqual(["R Dale", "Are the nursing posts those of March?"]);
    await organisation("R06").filter({ hasText: "Queried" }).waitFor();
    await person.picture("region-3-asked");
  });

  it("gets the return again, which takes the place of the first, and accepts it", async () => {
    const first = documents[1];
    if (first === undefined) throw new Error("There is no second return.");
    await choose("Add returns…", written("again", [await fileOf(resubmitted(first, "Nursing director", "posts", 9))]));
    await person.pane.getByText("Resubmissions changed 1 figure.").waitFor();
    await organisation("R06").filter({ hasText: "Resubmitted, sequence 2" }).waitFor();
    if (!(await person.pane.getByRole("button", { name: "Accept the return" }).isVisible())) await organisation("R06").click();
    await person.pane.getByLabel("Your name").fill("R Dale");
    const [download] = await Promise.all([bench.page.waitForEvent("download"), person.pane.getByRole("button", { name: "Accept the return" }).press("Enter")]);
    expect(download.suggestedFilename()).toBe("accepted-R06-2009-10-2.json");
    await organisation("R06").filter({ hasText: "Accepted, sequence 2" }).waitFor();
  });

  it("follows a figure to the organisations and cells that it is made of, with the keyboard", async () => {
    await person.pane.getByLabel("Of", { exact: true }).selectOption("Nursing director");
    await person.pane.getByLabel("Figure", { exact: true }).selectOption("Posts");
    await person.pane.getByRole("button", { name: "Show where it comes from" }).press("Enter");
    await person.pane.getByText("Nursing director, Posts, is made of:").waitFor();
    await person.pane.getByText(/R06 2009-10 return 2\.xlsx, Demand and supply!B8/).scrollIntoViewIfNeeded();
    await person.picture("region-4-traced");
    await person.pane.getByRole("button", { name: "Consolidated figures" }).press("Enter");
    await person.turnTo("Consolidated figures");
    await person.picture("region-5-consolidated");
    expect(bench.complaints).toEqual([]);
  });

  it.each([{ width: 320, key: "End" }, { width: 600, key: "Home" }])("has a pane that everybody can read at $width px", async ({ width, key }) => {
    await bench.page.getByRole("separator").press(key);
    const frame = bench.page.frames().find((each) => each.url().includes("taskpane.html"));
    if (frame === undefined) throw new Error("The pane's frame is not there.");
    await frame.evaluate(AXE);
    const seen = await frame.evaluate(async (rules) => {
      const results = await (window as unknown as { axe: typeof Axe }).axe.run(document, { runOnly: rules });
      const { clientWidth } = document.documentElement;
      const wide = [...document.querySelectorAll("#pane *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5).map((element) => element.outerHTML.slice(0, 120));
      return { clientWidth, wide, faults: results.violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 160))]) };
    }, RULES);
    await person.picture(`region-6-at-${width}`);
    expect(seen).toEqual({ clientWidth: width, wide: [], faults: [] });
  });
});
