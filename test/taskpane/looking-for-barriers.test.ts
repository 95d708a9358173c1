/** The pane and accessibility: it shows what keeps people from reading, asks before it puts anything right, and keeps what a person answers. */
import { blankCell } from "../../src/host/workbook/sheet";
import { commandLine } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(240_000);

let pane: OpenPane;

/** Asking the runner for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => {
  pane = await openPane({
    fill: (workbook) => {
      const sheet = workbook.sheetByName("Sheet1");
      [["Posts by department, 2009", ""], ["https://www.gov.uk/guidance", ""]].forEach((row, at) => row.forEach((value, column) => { if (value !== "") sheet?.put(at, column, { ...blankCell, value }); }));
      sheet?.set("frozen", { rows: 1, columns: 0 });
    },
  });
  await pane.click("Insert the template");
  await pane.says("Added 7 sheets");
  await pane.click("Check");
  await pane.click("Check accessibility…");
  await pane.says("Sheet1, 3 findings");
});
afterEach(() => {
  expect(pane.problems).toEqual([]);
  pane.close();
});

const own = (): { readonly rows: number } => pane.workbook.sheetByName("Sheet1")?.get("frozen") ?? { rows: -1 };

describe("the Check screen", () => {
  it("lists the barriers by sheet with the way to each, beside the findings on figures", async () => {
    await pane.says(/Looked at 8 sheets: found \d things to put right and 2 notes; 4 can be put right here\. 10 questions wait for a person\./);
    await pane.says("The file, 2 findings");
    await pane.says("Sheet Rows or columns are frozen, which covers the sheet when it is enlarged.Unfreeze them. A07");
    await pane.click(/A2 The text is a bare address/);
    await pane.opens("Sheet1");
    // The file as a whole is nowhere to be gone to.
    const words = [...pane.window.document.querySelectorAll("div.finding")].map((each) => each.textContent);
    expect(words).toEqual([expect.stringContaining("The file has no title"), expect.stringContaining("The workbook would open at A1 of Cover")]);
  });

  it("says what would change, changes nothing on No, and just that on Yes", async () => {
    await pane.click("Put this right in Sheet1");
    await pane.says("This would change: Rows and columns of Sheet1 are frozen no longer. No figure is changed. Nothing was changed yet.");
    expect(own().rows).toBe(1);
    await pane.click("Leave it as it is");
    expect(own().rows).toBe(1);
    await pane.click("Put this right in Sheet1");
    await pane.click("Yes, change this");
    await pane.says("1 thing was put right: Rows and columns of Sheet1 are frozen no longer.");
    await pane.says("Sheet1, 2 findings");
    expect([own().rows, pane.workbook.properties.title]).toEqual([0, ""]);
  });

  it("puts right all that needs no words at once", async () => {
    await pane.click("Put right what can be (3)…");
    await pane.click("Yes, change this");
    await pane.says("3 things were put right:");
    expect([own().rows, pane.workbook.properties.title, pane.workbook.active.name]).toEqual([0, "Posts by department, 2009", "Sheet1"]);
  });

  it("asks for the words of a link", async () => {
    await pane.click("Put this right in Sheet1 A2");
    pane.type("Where the link leads, in words", "Guidance on GOV.UK");
    await pane.click("Put it right");
    await pane.click("Yes, change this");
    await pane.says("1 thing was put right: A2 on Sheet1 shows the words that you typed, with the address behind them.");
    const sheet = pane.workbook.sheetByName("Sheet1");
    expect([sheet?.cell(1, 0).value, sheet?.get("hyperlinks").map(({ address }) => address)]).toEqual(["Guidance on GOV.UK", ["https://www.gov.uk/guidance"]]);
  });

  it("keeps an answer with the name of who gave it, and asks for the name first", async () => {
    const answers = [...pane.window.document.querySelectorAll<HTMLElement>(".verdicts button")].filter(({ textContent }) => textContent === "Yes");
    answers[7]?.click();
    await pane.says("Type your name first: it is kept with the answer.");
    pane.type("Your name", "A Khan");
    answers[7]?.click();
    await pane.says("1 answer was written down on the Accessibility sheet.");
    await pane.says(/Were spelling and grammar checked\? A33Answered: Yes, A Khan, \d+ \w+ \d{4}/);
    await pane.says("Questions for a person: 9 to answer");
  });
});
