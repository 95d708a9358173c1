/** Tabs, tables and names in a workbook that has its own: a name that is taken is worked round, never written over. */
import { sheetBlueprint } from "../../src/blueprint/workbook-blueprint";
import type { Setup } from "../../src/blueprint/setup";
import type { IsoDate } from "../../src/domain/period";
import { identityFormula, identityIn, sheetNamedIn } from "../../src/excel/identity";
import { follow, freeName, freeTab, isSpellingOf, linkTo, nameNewSheets } from "../../src/excel/naming";

const setup: Setup = { structure: "2009", organisationCode: "", organisationName: "", period: "2009/10", asAt: "2009-03-31" as IsoDate, roleGroups: ["Chief executive"], demandUnit: "headcount" };

describe("a tab", () => {
  it.each([
    { wanted: "Cover", taken: [], is: "Cover", because: "free" },
    { wanted: "Cover", taken: ["COVER"], is: "Cover (2)", because: "Excel does not tell capitals from small letters" },
    { wanted: "Cover", taken: ["Cover", "Cover (2)", "cover (3)"], is: "Cover (4)", because: "the first number that is free" },
    { wanted: "A tab of just thirty-one letters", taken: ["A tab of just thirty-one letters"], is: "A tab of just thirty-one le (2)", because: "31 characters at most" },
  ])("$wanted beside $taken is $is ($because)", ({ wanted, taken, is }) => expect(freeTab(wanted, taken)).toBe(is));
});

describe("a table or name", () => {
  it.each([
    { wanted: "tblGap", taken: ["TBLGAP"], is: "tblGap_2" },
    { wanted: "tblGap", taken: ["tblGap", "tblgap_2"], is: "tblGap_3" },
  ])("$wanted beside $taken is $is", ({ wanted, taken, is }) => expect(freeName(wanted, taken)).toBe(is));

  it.each([
    { ours: "tblGap", actual: "tblGap", is: true, because: "our own spelling" },
    { ours: "tblGap", actual: "TBLGAP_12", is: true, because: "numbered when it was taken" },
    { ours: "tblGap", actual: "tblGap_old", is: false, because: "somebody's own" },
    { ours: "tblGap", actual: "tblGaps", is: false, because: "another word" },
  ])("$actual is ours: $is ($because)", ({ ours, actual, is }) => expect(isSpellingOf(ours, actual)).toBe(is));

  it("that gave way is followed by every formula", () => {
    const naming = nameNewSheets([sheetBlueprint("gap", setup)], { tabs: new Map(), names: new Map(), places: new Map() }, { tabs: ["Gap analysis"], names: ["tblGap"] });
    expect(naming.tabs.get("gap")).toBe("Gap analysis (2)");
    expect(follow("=SUM(tblGap[Posts])+tblHorizon[[#This Row],[Line]]+nmAsAt", naming)).toBe("=SUM(tblGap_2[Posts])+tblHorizon[[#This Row],[Line]]+nmAsAt");
  });
});

describe("the identity of a sheet", () => {
  it("is what was written into it", () => expect(identityIn(identityFormula("board-summary"))).toBe("board-summary"));
  it.each(['="something"', "=Sheet1!A1", "", '="gap'])("is none of ours in %s", (formula) => expect(identityIn(formula)).toBeNull());
});

describe("the sheet that a name leads to", () => {
  it.each([
    { formula: "='My plan'!$A$1", is: "my plan" },
    { formula: "='Ann''s plan'!$A$1:$B$2", is: "ann's plan" },
    { formula: "=Cover!$B$6", is: "cover" },
    { formula: "=SUM(Cover!$B$6)", is: null },
    { formula: '="gap"', is: null },
  ])("of $formula is $is", ({ formula, is }) => expect(sheetNamedIn(formula)).toBe(is));
});

describe("a link inside the workbook", () => {
  it("doubles the apostrophe of a tab", () => expect(linkTo("Ann's plan", "B7")).toBe("'Ann''s plan'!B7"));
});
