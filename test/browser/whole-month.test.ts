/** A region's month from both ends, in two windows of a browser: an organisation sends, the region collects and asks, the organisation answers and sends again, the region adds up and accepts. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { twentyReturns } from "../scenarios/region-stories";
import { outputFolder } from "../support/job";
import { filesOf } from "../support/sent-returns";
import { openWorkbench, type Workbench } from "../support/workbench";
import { Gestures } from "./gestures";

jest.setTimeout(240_000);

const folder = outputFolder("whole-month");
const others = twentyReturns().slice(5, 8);
const SIGNERS = [["preparer", "P Shaw", "Workforce analyst"], ["lead director", "A Khan", "Director of workforce"], ["board", "J Lee", "Chair"]] as const;

describe("a return, from the organisation to the region and back", () => {
  let bench: Workbench;
  let organisation: Gestures;
  let region: Gestures;
  beforeAll(async () => {
    bench = await openWorkbench();
    organisation = new Gestures(bench.page);
    const page = await bench.page.context().newPage();
    await page.goto(bench.address);
    region = new Gestures(page);
    // Alone, this file builds first; under `npm test` the build is there.
  }, 420_000);
  afterAll(() => bench?.close());

  /** Waits for the file that a button brings, and keeps it. */
  async function downloaded({ page, pane }: Gestures, button: string): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent("download"), pane.getByRole("button", { name: button }).press("Enter")]);
    const place = path.join(folder, download.suggestedFilename());
    await download.saveAs(place);
    return place;
  }
  async function chosen({ page, pane }: Gestures, button: string, files: readonly string[]): Promise<void> {
    const found = pane.getByRole("button", { name: button });
    await found.focus();
    const [chooser] = await Promise.all([(page as Page).waitForEvent("filechooser"), found.press("Enter")]);
    await chooser.setFiles([...files]);
  }
  async function signedByAll(): Promise<void> {
    const { pane } = organisation;
    for (const [as, name, role] of SIGNERS) {
      await pane.getByRole("button", { name: `Sign as ${as}` }).waitFor();
      await pane.getByLabel("Name", { exact: true }).first().fill(name);
      await pane.getByLabel("Role", { exact: true }).first().fill(role);
      await pane.getByRole("button", { name: `Sign as ${as}` }).press("Enter");
      await pane.getByText(new RegExp(`signed by ${name}\\.`)).waitFor();
    }
  }
  const ofRbs = (): ReturnType<Gestures["pane"]["locator"]> => region.pane.locator("summary", { hasText: "(RBS)" });

  let first: string;
  let queries: string;
  let second: string;

  it("is filled in, signed by three people and made as a file", async () => {
    const { pane } = organisation;
    await pane.getByText("NHS structure of 2009").click();
    await pane.getByLabel("Organisation code").fill("RBS");
    await pane.getByLabel("Organisation name").fill("Alder Hey");
    await pane.getByLabel("Period").fill("2009/10");
    // A field for a day takes its parts as they are typed: month, day, year in this browser.
    await pane.getByLabel("As-at date").focus();
    await bench.page.keyboard.type("03312009");
    await pane.getByRole("button", { name: "Insert the template" }).press("Enter");
    await pane.getByText("Added 7 sheets").waitFor();
    await pane.getByRole("button", { name: "Enter", exact: true }).click();
    await pane.getByRole("button", { name: "Fill with the made-up example" }).press("Enter");
    await pane.getByText(/^Filled|example figures/).first().waitFor();
    await pane.getByRole("button", { name: "Sign and send" }).click();
    await signedByAll();
    first = await downloaded(organisation, "Make the return and note it as sent");
    expect(path.basename(first)).toBe("RBS 2009-10 return 1.xlsx");
    await organisation.picture("month-1-sent");
  });

  it("is collected with others, and asked about", async () => {
    const files = (await filesOf(others)).map(({ name, base64 }) => { const place = path.join(folder, name); writeFileSync(place, Buffer.from(base64, "base64")); return place; });
    await region.pane.getByRole("button", { name: "Collect returns for a region" }).press("Enter");
    await chosen(region, "Choose the returns…", [first, ...files]);
    await region.pane.getByText("The returns of 4 organisations count.", { exact: true }).waitFor();
    await ofRbs().click();
    await region.pane.getByLabel("Your name").fill("R Dale");
    await region.pane.getByLabel("A question of your own (optional)").fill("Are interim chief executives counted as vacancies?");
    queries = await downloaded(region, "Make the queries");
    await ofRbs().filter({ hasText: "Queried" }).waitFor();
    await region.picture("month-2-asked");
  });

  it("has each query beside its answer, and goes again once it is signed anew", async () => {
    const { pane } = organisation;
    await chosen(organisation, "Load the region's file…", [queries]);
    await pane.getByText("Are interim chief executives counted as vacancies?").waitFor();
    const open = pane.getByRole("button", { name: /^Answer the query about/ });
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.nth(left - 1).click();
      await pane.getByLabel("Answer", { exact: true }).fill("Yes: four posts have interim holders.");
      await pane.getByLabel("Your name").fill("P Shaw");
      await pane.getByRole("button", { name: "Save the answer" }).press("Enter");
      await pane.getByLabel("Answer", { exact: true }).waitFor({ state: "detached" });
      await pane.getByRole("main").and(pane.locator('[aria-busy="false"]')).waitFor();
    }
    await pane.getByText("Queries of the region: all answered").waitFor();
    await organisation.picture("month-3-answered");
    await organisation.turnTo("Demand and supply");
    await organisation.typeRows("K8", [["Four interim appointments, counted as vacancies"]]);
    await pane.getByText("Void: P Shaw signed other figures").waitFor();
    await signedByAll();
    await pane.getByLabel("Why it is sent again").fill("The comment says how interims are counted.");
    second = await downloaded(organisation, "Make the return and note it as sent");
    expect(path.basename(second)).toBe("RBS 2009-10 return 2.xlsx");
    await organisation.picture("month-4-sent-again");
  });

  it("takes the place of the first in the region's totals, and is accepted", async () => {
    await chosen(region, "Add returns…", [second]);
    await ofRbs().filter({ hasText: "Resubmitted, sequence 2" }).waitFor();
    await region.turnTo("Consolidated figures");
    const posts = others.reduce((sum, { tables }) => sum + Number(tables["demand"]?.find(({ key }) => key["role-group"] === "Chief executive")?.figures["posts"] ?? 0), 42);
    await region.sees("C8", String(posts));
    await region.picture("month-5-consolidated");
    if (!(await region.pane.getByRole("button", { name: "Accept the return" }).isVisible())) await ofRbs().click();
    await region.pane.getByLabel("Your name").fill("R Dale");
    const accepted = await downloaded(region, "Accept the return");
    await chosen(organisation, "Load the region's file…", [accepted]);
    await organisation.pane.getByText("Accepted and locked").first().waitFor();
    await organisation.picture("month-6-accepted");
    expect(bench.complaints).toEqual([]);
  });
});
