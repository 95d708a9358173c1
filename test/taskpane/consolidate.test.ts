/** A region collects in the pane: files chosen, what is missing and wrong named, a letter, queries, and where a figure comes from. */
import { commandLine } from "../support/job";
import { filesOf, type FileGiven } from "../support/sent-returns";
import { faultyFiles, twentyReturns } from "../scenarios/region-stories";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(240_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

let pane: OpenPane;
afterEach(() => { pane.close(); expect(pane.problems).toEqual([]); });

/** As a person chooses files. */
function choose({ window }: OpenPane, files: readonly FileGiven[]): void {
  const field = window.document.getElementById("collect-files");
  if (field === null) throw new Error("There is no field for files.");
  const chosen = files.map(({ name, base64 }) => new window.File([Uint8Array.from(Buffer.from(base64, "base64"))], name));
  Object.defineProperty(field, "files", { configurable: true, value: chosen });
  field.dispatchEvent(new window.Event("change", { bubbles: true }));
}

const opened = async (): Promise<void> => {
  pane = await openPane();
  await pane.click("Collect returns for a region");
  await pane.says("Each return is read on this computer, one at a time.");
};

describe("a region's pane", () => {
  const documents = twentyReturns().slice(5, 9);

  it("offers to collect in an empty workbook, and has the step only for a region", async () => {
    pane = await openPane();
    const steps = (): readonly string[] => [...pane.window.document.querySelectorAll(".steps button")].map((each) => each.textContent ?? "");
    await pane.says("Do you collect returns?");
    expect(steps()).toEqual(["Set up", "Enter", "Check", "Summarise", "Sign and send"]);
    await pane.click("Collect returns for a region");
    expect(steps()).toEqual(["Set up", "Enter", "Check", "Summarise", "Sign and send", "Consolidate"]);
  });

  it("reads the files that are chosen, and says which could not be used, why, and what to do", async () => {
    await opened();
    choose(pane, [...(await filesOf(documents)), ...(await faultyFiles()).slice(0, 3)]);
    await pane.says("The returns of 4 organisations count.");
    await pane.says("Set aside (3)");
    await pane.says(/R0U cut off\.xlsx: Cut off\. The end of the file is missing.*Ask the organisation to send the file again/);
    await pane.says(/Farley 6 NHS Trust \(R05\): Received, nil return, sequence 1/);
    expect(pane.workbook.sheets.map(({ name }) => name)).toContain("Consolidated figures");
  });

  it("has a whole letter for each organisation that is missing", async () => {
    await opened();
    choose(pane, await filesOf(documents));
    await pane.says("The returns of 4 organisations count.");
    pane.enter("Returns register", 18, 0, "Quarry NHS Trust");
    pane.enter("Returns register", 18, 1, "RQQ");
    // The organisations that sent one are expected from now on too.
    for (const row of [14, 15, 16, 17]) pane.enter("Returns register", row, 6, "Yes");
    choose(pane, (await filesOf(documents)).slice(0, 1));
    await pane.says("The returns of 4 of 5 organisations count.");
    const letter = pane.window.document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Reminder for Quarry NHS Trust (RQQ)"]');
    expect(letter?.value).toMatch(/^To: Quarry NHS Trust \(RQQ\)[\s\S]*We have not received the talent and leadership return/);
  });

  it("leads from a figure of the region to the organisations, cells and signatures that it is made of", async () => {
    await opened();
    choose(pane, await filesOf(documents));
    await pane.says("Where a figure comes from");
    await pane.click("Show where it comes from");
    await pane.says("All role groups, Posts, is made of:");
    await pane.says(/Greenhow 7 NHS Trust \(R06\): \d+R06 2009-10 return 1\.xlsx, Demand and supply!B6\. .*Signed by Board of R06/);
  });

  it("asks an organisation about its return, or accepts it, by a file and on the register; and asks for a name first", async () => {
    await opened();
    choose(pane, await filesOf(documents));
    await pane.says("Returns that count (4)");
    const line = [...pane.window.document.querySelectorAll("details")].find((each) => each.querySelector("summary")?.textContent?.includes("(R06)") === true);
    if (line === undefined) throw new Error("R06 is not listed.");
    line.open = true;
    line.dispatchEvent(new pane.window.Event("toggle"));
    await pane.click("Accept the return");
    await pane.says("Type your name first: the organisation sees who asks.");
    pane.type("Your name", "A Khan");
    await pane.click("Accept the return");
    await pane.says("The return of Greenhow 7 NHS Trust, sequence 1, is accepted. Send accepted-R06-2009-10-1.json to the organisation");
    await pane.says(/Greenhow 7 NHS Trust \(R06\): Accepted, sequence 1/);
  });
});

describe("reading that was stopped", () => {
  it("goes on with the rest: what was read is not read again, and nothing is lost or doubled", async () => {
    await opened();
    const files = await filesOf(twentyReturns());
    pane.hurry();
    choose(pane, files);
    await pane.click("Stop");
    await pane.says("What was read is kept: go on with the rest.");
    expect(pane.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    await pane.click("Go on");
    await pane.says("The returns of 20 organisations count.");
  });
});
