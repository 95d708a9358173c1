/** The same workbook comes of the same work in every Excel that the product is for, and an older one is told from them before anything stands. */
import type { FaultSwitches } from "../../src/host/objects/faults";
import { profiles, type Profile } from "../../src/host/objects/profile";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";
import { commandLine, existingWorkbook } from "../support/job";
import type { CellsBySheet } from "../support/plain-cells.cjs";

jest.setTimeout(240_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

let plan: OpenActions | null = null;
afterEach(() => {
  plan?.close();
  expect(plan?.problems ?? []).toEqual([]);
  plan = null;
});

/** Values and formulas, without the time of the check. */
const held = (cells: CellsBySheet): unknown => Object.fromEntries([...cells].map(([sheet, own]) => [sheet, [...own].filter(([place]) => !(sheet === "Checks" && place === "B4")).map(([place, { formula, value }]) => [place, formula, value])]));

interface Made { readonly cells: unknown; readonly charts: readonly (readonly [string, string])[]; readonly used: readonly string[]; readonly cleared: readonly string[] }

async function made(profile: Profile, faults: FaultSwitches = {}): Promise<Made> {
  plan = await openActions({ profile, open: existingWorkbook, faults });
  await plan.done(["insert-template", setUpOptions], "fill-example", "check", "summarise");
  const charts = plan.workbook.sheets.filter(({ name }) => name.startsWith("Dashboard")).flatMap((sheet) => sheet.get("charts").map(({ type }) => [sheet.name, type] as const));
  return { cells: held(plan.cells()), charts, used: [...plan.host.session.faults.used.keys()], cleared: plan.host.session.faults.clearedUndo };
}

describe("set up, filled, checked and summarised", () => {
  /** The manifest's floor: no member that is used came later. */
  const floor = { title: "an Excel with ExcelApi 1.12 and no more", platform: "desktop", api: "1.12" } as const;
  let onTheWeb: Made;
  beforeAll(async () => {
    onTheWeb = await made(profiles.web);
    plan?.close();
    plan = null;
  });

  it.each([floor, profiles["excel-2021"], profiles["excel-2024"], profiles["microsoft-365"], profiles.mac])("the workbook is that of Excel on the web, cell by cell and chart by chart ($title)", async (profile) => {
    const here = await made(profile);
    expect(here.cells).toEqual(onTheWeb.cells);
    expect(here.charts).toEqual(onTheWeb.charts);
    expect(here.cleared).toEqual([]);
  });

  it("is the same where custom XML and settings do not last, and where lists are parted by semicolons", async () => {
    expect((await made(profiles["microsoft-365"], { "custom-xml-lost": true, "settings-lost": true, "other-list-separator": true })).cells).toEqual(onTheWeb.cells);
  });

  it("has its charts on the web too, where inserted files lose them, and only of kinds whose series the API can set", () => {
    expect(onTheWeb.used.filter((member) => /FromBase64$/.test(member))).toEqual([]);
    expect(onTheWeb.charts.length).toBeGreaterThanOrEqual(3);
    expect([...new Set(onTheWeb.charts.map(([, type]) => type))].filter((type) => !/^(Column|Bar|Line)/.test(type))).toEqual([]);
  });

  it("empties nobody's undo history", () => expect(onTheWeb.cleared).toEqual([]));

  it("asks for nothing that reads otherwise in another country, nor for several areas at once", () => {
    expect(onTheWeb.used.filter((member) => /Local\b|\.getRanges$|culture/i.test(member))).toEqual([]);
  });

  it("never protects nor unprotects, which fails in some Excels and empties the undo history in all", () => {
    expect(onTheWeb.used.filter((member) => /Protection\.(protect|unprotect)$/.test(member))).toEqual([]);
  });
});

describe("an Excel that is too old", () => {
  it.each(["1.8"])("with ExcelApi %s says which is needed, or does all of it; nothing half made stands", async (api) => {
    plan = await openActions({ profile: { platform: "desktop", api }, open: existingWorkbook });
    const before = held(plan.cells());
    const outcome = await plan.perform("insert-template", setUpOptions);
    if (!outcome.ok) {
      expect(outcome.problem).toEqual({ code: "excel-too-old", says: expect.stringMatching(/Excel 2021.*the workbook is as it was|Excel 2021.*Nothing was changed/) });
      expect(held(plan.cells())).toEqual(before);
    } else expect(plan.workbook.sheets.length).toBe(13);
  });
});
