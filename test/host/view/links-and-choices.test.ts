/** Where links lead, what a drop-down offers, and how a cell's content is put before the one who edits it. */
import { Calculator } from "../../../src/host/calc/calculator";
import { Session } from "../../../src/host/objects/session";
import { choicesAt, hintAt } from "../../../src/host/view/choices";
import { editText } from "../../../src/host/view/edit-text";
import { linkTarget } from "../../../src/host/view/link-target";
import { area } from "../../../src/host/workbook/area";
import type { DataValidation, ValidationRule } from "../../../src/host/workbook/features";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { defaultStyle } from "../../../src/host/workbook/style";
import type { CellValue } from "../../../src/host/workbook/values";
import { Workbook } from "../../../src/host/workbook/workbook";

function open(): { readonly session: Session; readonly sheet: Sheet; readonly gap: Sheet } {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Checks");
  const gap = workbook.addSheet("Gap analysis");
  return { session: new Session(workbook, new Calculator(workbook, { now: () => new Date("2026-04-30T09:00:00Z") }), { platform: "web", api: "1.14" }), sheet, gap };
}

describe("a link", () => {
  it.each([
    { link: { address: null, place: "'Gap analysis'!C7" }, leads: { kind: "inside", sheet: "Gap analysis", area: area(6, 2) } },
    { link: { address: null, place: "Nowhere!C7" }, leads: { kind: "nowhere", says: "The link leads to Nowhere!C7, which is not in this workbook." } },
    { link: { address: "https://example.org/a", place: null }, leads: { kind: "outside", address: "https://example.org/a" } },
    { link: { address: "file:///etc/passwd", place: null }, leads: { kind: "nowhere", says: "The link leads to file:///etc/passwd. Only web and mail addresses are opened from here." } },
    { link: { address: "javascript:alert(1)", place: null }, leads: { kind: "nowhere", says: "The link leads to javascript:alert(1). Only web and mail addresses are opened from here." } },
  ])("with $link leads to $leads", ({ link, leads }) => {
    const { session, sheet } = open();
    sheet.set("hyperlinks", [{ area: area(0, 0), ...link, tip: "" }]);
    const target = linkTarget(session, sheet, 0, 0);
    expect(target?.kind === "inside" ? { kind: "inside", sheet: target.place.sheet.name, area: target.place.area } : target).toEqual(leads);
  });

  it.each([
    { formula: `HYPERLINK("#'Gap analysis'!C"&(5+2),"Row 7")`, leads: area(6, 2) },
    { formula: `HYPERLINK("#"&"'Gap analysis'!A1")`, leads: area(0, 0) },
    { formula: `SUM(1,2)`, leads: null },
    { formula: `IF(TRUE,HYPERLINK("#A1"),1)`, leads: null },
  ])("of the formula $formula leads to $leads", ({ formula, leads }) => {
    const { session, sheet } = open();
    sheet.put(0, 0, { ...sheet.cell(0, 0), formula });
    const target = linkTarget(session, sheet, 0, 0);
    expect(target?.kind === "inside" ? target.place.area : null).toEqual(leads);
  });

  it("is null for a plain cell", () => {
    const { session, sheet } = open();
    expect(linkTarget(session, sheet, 0, 0)).toBeNull();
  });
});

describe("a drop-down", () => {
  const validated = (rule: ValidationRule, prompt = { show: true, title: "", message: "" }): DataValidation => ({
    areas: [area(0, 0)], rule, ignoreBlanks: true, prompt, alert: { show: true, style: "Stop", title: "", message: "" },
  });

  it.each([
    { source: '"Yes,No, Not known"', dropDown: true, choices: ["Yes", "No", "Not known"] },
    { source: "'Gap analysis'!$A$1:$A$4", dropDown: true, choices: ["Headcount", "0.5"] },
    { source: '"Yes,No"', dropDown: false, choices: null },
  ])("of $source offers $choices", ({ source, dropDown, choices }) => {
    const { session, sheet, gap } = open();
    (["Headcount", null, 0.5, ""] as const).forEach((value, row) => gap.put(row, 0, { ...gap.cell(row, 0), value }));
    sheet.set("validations", [validated({ kind: "list", source, dropDown })]);
    expect(choicesAt(session, sheet, 0, 0)).toEqual(choices);
    expect(choicesAt(session, sheet, 1, 0)).toBeNull();
  });

  it("and a hint show only where there is something to say", () => {
    const { sheet } = open();
    sheet.set("validations", [validated({ kind: "custom", formula: "TRUE" }, { show: true, title: "Posts", message: "A whole number." })]);
    expect([hintAt(sheet, 0, 0), hintAt(sheet, 1, 0)]).toEqual([{ title: "Posts", message: "A whole number." }, null]);
    sheet.set("validations", [validated({ kind: "custom", formula: "TRUE" })]);
    expect(hintAt(sheet, 0, 0)).toBeNull();
  });
});

describe("what the formula bar shows", () => {
  it.each([
    { value: 0.05, format: "0%", shows: "5%" },
    { value: 0.123456789, format: "0.0", shows: "0.123456789" },
    { value: 46142, format: "d mmmm yyyy", shows: "30/04/2026" },
    { value: 0.5, format: "hh:mm", shows: "12:00:00" },
    { value: "007", format: "General", shows: "'007" },
    { value: "n/a", format: "General", shows: "n/a" },
    { value: "=not a formula", format: "General", shows: "'=not a formula" },
    { value: true, format: "General", shows: "TRUE" },
    { value: null, format: "0.0", shows: "" },
  ] as const satisfies readonly { readonly value: CellValue; readonly format: string; readonly shows: string }[])("of $value as $format is $shows", ({ value, format, shows }) => {
    const { sheet } = open();
    sheet.put(0, 0, { ...sheet.cell(0, 0), value, style: sheet.workbook.styles.intern({ ...defaultStyle, numberFormat: format }) });
    expect(editText(sheet, 0, 0)).toBe(shows);
  });
});
