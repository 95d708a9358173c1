/** The add-in's own tab and buttons, turned on and off through the library's Office.ribbon. */
import { RibbonState } from "../../../src/host/objects/ribbon";
import { openOfficePage, type OfficePage } from "./office-page";

describe("a page that updates the ribbon", () => {
  let page: OfficePage;
  let told = 0;
  const ribbon = new RibbonState(["Plan.Tab"], ["Plan.Check", "Plan.Send"], () => { told += 1; });
  beforeAll(async () => { page = await openOfficePage({ ribbon }); });
  afterAll(() => page.close());
  const update = (tab: string): Promise<unknown> => page.script(`await Office.ribbon.requestUpdate({ tabs: [${tab}] }); return "done";`);

  it("turns a button off and on again, and leaves the others", async () => {
    expect(await update('{ id: "Plan.Tab", groups: [{ id: "Plan.Work", controls: [{ id: "Plan.Send", enabled: false }] }] }')).toBe("done");
    expect([ribbon.isEnabled("Plan.Send"), ribbon.isEnabled("Plan.Check"), ribbon.isVisible("Plan.Tab"), told]).toEqual([false, true, true, 1]);
    await update('{ id: "Plan.Tab", controls: [{ id: "Plan.Send", enabled: true }] }');
    expect([ribbon.isEnabled("Plan.Send"), told]).toEqual([true, 2]);
  });

  it("hides its tab and shows it", async () => {
    await update('{ id: "Plan.Tab", visible: false }');
    expect(ribbon.isVisible("Plan.Tab")).toBe(false);
    await update('{ id: "Plan.Tab", visible: true }');
    expect(ribbon.isVisible("Plan.Tab")).toBe(true);
  });

  it("is refused a control that the manifest does not have", async () => {
    expect(await update('{ id: "Plan.Tab", controls: [{ id: "Plan.Other", enabled: false }] }')).toMatchObject({ refused: "ItemNotFound" });
  });

  it("is refused new controls by name, since they are not built", async () => {
    expect(await page.script('await Office.ribbon.requestCreateControls({ actions: [], tabs: [] }); return "done";')).toMatchObject({ refused: "ApiNotFound", says: expect.stringContaining("requestCreateControls") as string });
  });
});

it("without a ribbon to show them, updates are refused", async () => {
  const page = await openOfficePage();
  expect(await page.script('await Office.ribbon.requestUpdate({ tabs: [{ id: "Plan.Tab", visible: false }] }); return "done";')).toMatchObject({ refused: "ApiNotFound" });
  page.close();
});
