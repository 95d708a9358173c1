/** Each case of the audit: a workbook in which it is found, the honest workbook that is most like it, and the first one put right. */
import type { AuditCaseId } from "../../../src/validation/audit/audit-catalogue";
import type { AuditBook, AuditSheet } from "../../../src/validation/audit/audit-book";
import { bookDrawn, bookOf, sheetDrawn } from "./sheet-drawn";

export interface AuditExample { readonly rule: AuditCaseId; readonly because: string; readonly fails: AuditBook; readonly at: readonly string[]; readonly neighbour: AuditBook; readonly remedy: AuditBook }

/** Posts, pay and what they come to, team by team; `odd` is what stands in D5. */
const cost = (odd: string, team = "Theatres", foot = ""): AuditBook => bookDrawn(`
  | Team | Posts | Pay | Cost |
  | Wards | 40 | 30 | =B2*C2 → 1200 |
  | Clinics | 12 | 31 | =B3*C3 → 372 |
  | Pharmacy | 9 | 35 | =B4*C4 → 315 |
  | ${team} | 21 | 36 | ${odd} |
  | Imaging | 8 | 38 | =B6*C6 → 304 |
  | Therapies | 14 | 33 | =B7*C7 → 462 |
  | Estates | 6 | 25 | =B8*C8 → 150 |
  ${foot}`);

/** Months across, the same formula in each, but for July. */
const months = (july: string): AuditBook => bookDrawn(`
  | Month | Apr | May | Jun | Jul | Aug | Sep | Oct |
  | Leavers | 3 | 2 | 4 | 1 | 5 | 2 | 3 |
  | In post | 98 | 97 | 99 | 95 | 96 | 97 | 98 |
  | Turnover | =B2/B3 | =C2/C3 | =D2/D3 | ${july} | =F2/F3 | =G2/G3 | =H2/H3 |`);

/** A figure that can be worked out only from the eighth month on. */
const rolling = (odd: string): AuditBook => bookDrawn(`
  | Leavers | In post | Turnover |
  ${Array.from({ length: 13 }, (_, at) => `| ${1 + (at % 3)} | ${90 + at} | ${at < 6 ? "=NA() → #N/A" : at === 9 ? odd : `=SUM(A${at + 1}:A${at + 2})/B${at + 2} → 3`} |`).join("\n")}`);

/** Leavers month by month, added up from the first; `anew` is what stands in the fifth month. */
const soFar = (anew: string): AuditBook => bookDrawn(`
  | Leavers | So far |
  | 1 | =A2 → 1 |
  | 2 | =B2+A3 → 3 |
  | 1 | =B3+A4 → 4 |
  | 3 | =B4+A5 → 7 |
  | 1 | ${anew} |
  | 2 | =B6+A7 → 3 |
  | 1 | =B7+A8 → 4 |
  | 2 | =B8+A9 → 6 |`);

/** Posts by team with their total, which covers `range`. */
const total = (range: string, last = "Estates"): AuditBook => bookDrawn(`
  | Team | Posts |
  | Wards | 40 |
  | Clinics | 12 |
  | Pharmacy | 9 |
  | ${last} | 6 |
  | Total | =SUM(${range}) → 67 |`);

const crossed = (first: string, second: string): AuditBook => bookDrawn(`
  | Team | Men | Women | Both |
  | Wards | 4 | 36 | =SUM(B2:C2) → 40 |
  | Clinics | 2 | 10 | =SUM(B3:C3) → 12 |
  | Estates | 5 | 1 | =SUM(B4:C4) → 6 |
  | Total | =SUM(${first}) → 6 | =SUM(${second}) → 46 | =SUM(B5:C5) → 52 |`);

const sections = (inner: string, outer: string): AuditBook => bookDrawn(`
  | Team | Posts |
  | Wards | 40 |
  | Clinics | 12 |
  | Hospital | =${inner}B2:B3) → 52 |
  | District nurses | 9 |
  | Health visitors | 6 |
  | Community | =${inner}B5:B6) → 15 |
  | Total | =${outer} → 67 |`);

const list = (rows: readonly string[]): AuditSheet => sheetDrawn("List", `| Post | Band | WTE |\n${rows.map((row) => `| ${row} |`).join("\n")}`);
const posts = ["Nurse | 5 | 1", "Nurse | 6 | 0.8", "Midwife | 6 | 1", "Porter | 2 | 1", "Clerk | 3 | 0.5", "Clerk | 3 | 1", "Nurse | 5 | 0.6", "Nurse | 7 | 1"];
const counting = (formula: string, rows = posts): AuditBook => bookOf([sheetDrawn("Summary", `| WTE in post | ${formula} → 5 |`), list(rows)]);

const formulas: readonly AuditExample[] = [
  { rule: "S01", because: "a typed cost does not follow the posts", fails: cost("756"), at: ["D5"], neighbour: cost("756", "Agreed budget, theatres"), remedy: cost("=B5*C5 → 756") },
  { rule: "S01", because: "a month was typed over", fails: months("0.01"), at: ["E4"], neighbour: bookDrawn(`
  | Month | Apr | May | Jun | Q1 | Jul | Aug | Sep | Q2 |
  | Leavers | =RAW!B2 | =RAW!C2 | =RAW!D2 | =SUM(B2:D2) | =RAW!F2 | =RAW!G2 | =RAW!H2 | =SUM(F2:H2) |`), remedy: months("=E2/E3") },
  { rule: "S02", because: "one formula takes the pay of another row", fails: cost("=B5*C4 → 735"), at: ["D5"], neighbour: cost("=$B5*$C5 → 756"), remedy: cost("=B5*C5 → 756") },
  { rule: "S02", because: "one month is divided by another figure", fails: months("=E2/B3"), at: ["E4"], neighbour: months("=E2/E$3"), remedy: months("=E2/E3") },
  { rule: "S02", because: "a subtotal stands among them as it should, and a slip does not", fails: cost("=SUM(B5:C5) → 57"), at: ["D5"], neighbour: cost("=SUM(D2:D4) → 1887", "Hospital"), remedy: cost("=B5*C5 → 756") },
  { rule: "S02", because: "a running total may begin anew, but not miss a month", fails: soFar("=B4+A6 → 5"), at: ["B6"], neighbour: soFar("=A6 → 1"), remedy: soFar("=B5+A6 → 8") },
  { rule: "S02", because: "what stands before a block is none of it", fails: rolling("=SUM(A10:A11)/B10 → 3"), at: ["C11"], neighbour: rolling("=SUM(A10:A11)/$B11 → 3"), remedy: rolling("=SUM(A10:A11)/B11 → 3") },
  { rule: "S03.before", because: "a row was inserted above the total", fails: total("B2:B4"), at: ["B6"], neighbour: total("B2:B4", "of which part-time"), remedy: total("B2:B5") },
  { rule: "S03.before", because: "a blank row shows what belongs together", fails: total("B2:B4"), at: ["B6"], remedy: total("B2:B5"), neighbour: bookDrawn(`
  | Team | Posts |
  | Wards | 40 |
  | Clinics | 12 |
  | | |
  | Total | =SUM(B2:B3) → 52 |`) },
  { rule: "S03.before", because: "totals of rows do not excuse that of a column", fails: crossed("B2:B3", "C2:C3"), at: ["B5"], neighbour: crossed("B2:B4", "C2:C4"), remedy: crossed("B2:B4", "C2:C4") },
  { rule: "S03.beside", because: "the total begins one row too low", fails: total("B3:B5"), at: ["B6"], neighbour: bookDrawn(`
  | Team | Posts |
  | Establishment | 27 |
  | Clinics | 12 |
  | Pharmacy | 9 |
  | Estates | 6 |
  | Total | =SUM(B3:B5) → 27 |`), remedy: total("B2:B5") },
  { rule: "S03.list", because: "two posts were added below the range", fails: counting("=SUM(List!C2:C8)"), at: ["B1"], neighbour: counting("=SUM(List!C2:C9)"), remedy: counting("=SUM(List!C2:C9)") },
  { rule: "S03.list", because: "what is cut in parts is covered by all of them", fails: counting("=COUNTIF(List!A2:A8,\"Nurse\")"), at: ["B1"], remedy: counting("=COUNTIF(List!A2:A9,\"Nurse\")"),
    neighbour: bookOf([sheetDrawn("Summary", "| First ward | =SUM(List!C2:C8) → 5 |\n| Second ward | =SUM(List!C9:C10) → 2 |"), list([...posts, "Porter | 2 | 1"])]) },
  { rule: "S04", because: "the total takes teams and their subtotals", fails: sections("SUM(", "SUM(B2:B7)"), at: ["B8"], neighbour: sections("SUBTOTAL(9,", "SUBTOTAL(9,B2:B7)"), remedy: sections("SUM(", "B4+B7") },
  { rule: "S04", because: "half of everything counted twice is right", fails: sections("SUM(", "SUM(B2:B7)"), at: ["B8"], neighbour: sections("SUM(", "SUM(B2:B7)/2"), remedy: sections("SUM(", "SUM(B4,B7)") },
  { rule: "S11.added", because: "fourteen posts are nowhere in the sheet", fails: sections("SUM(", "SUM(B4,B7)+14"), at: ["B8"], neighbour: sections("SUM(", "SUM(B4,B7)+1"), remedy: sections("SUM(", "SUM(B4,B7)") },
  { rule: "S11.factor", because: "on-costs change each year", fails: cost("=B5*C5 → 756", "Theatres", "| On-costs | | | =D2*1.2138 → 1457 |"), at: ["D9"], neighbour: cost("=B5*C5 → 756", "Theatres", "| Hours | | | =D2*37.5 → 45000 |"), remedy: cost("=B5*C5 → 756", "Theatres", "| On-costs | | 1.2138 | =D2*C9 → 1457 |") },
  { rule: "S14", because: "the day of the report changes every day", fails: bookDrawn("| As at | =TODAY() → 45000 |"), at: ["B1"], neighbour: bookDrawn("| As at | =DATE(2009,3,31) → 39903 |"), remedy: bookDrawn("| As at | 31/3/2009 |") },
  { rule: "S15", because: "a total takes itself in", fails: total("B2:B6"), at: ["B6"], neighbour: bookDrawn("| Row | =ROW(B1) → 1 |"), remedy: total("B2:B5") },
  { rule: "S15", because: "two sheets wait for each other", fails: bookOf([sheetDrawn("One", "| =Two!A1 |"), sheetDrawn("Two", "| =One!A1 |")]), at: ["A1"], neighbour: bookOf([sheetDrawn("One", "| =Two!A1 |"), sheetDrawn("Two", "| =One!A2 |\n| 1 |")]), remedy: bookOf([sheetDrawn("One", "| =Two!A1 |"), sheetDrawn("Two", "| 1 |")]) },
];

const wte = (cell: string, heading = "WTE"): AuditBook => bookDrawn(`
  | Post | ${heading} |
  | Nurse | 1 |
  | Midwife | 0.8 |
  | Porter | ${cell} |
  | Clerk | 0.5 |
  | Nurse | 1 |`);
const started = (cell: string): AuditBook => bookDrawn(`
  | Post | Started |
  | Nurse | 1/4/2007 |
  | Midwife | 12/9/2008 |
  | Porter | ${cell} |
  | Clerk | 5/1/2009 |
  | Nurse | 1/2/2009 |`);
const keyed = (last: string, heading = "Employee number", second = "Post"): AuditBook => bookDrawn(`
  | ${heading} | ${second} |
  | 20113 | N1 |
  | 20114 | N2 |
  | 20115 | N3 |
  | 20116 | N4 |
  | 20117 | N5 |
  | ${last} | N6 |`);
const failing = (formula: string, result = "#REF!"): AuditBook => bookDrawn(`
  | Posts | ${formula} → ${result} |
  | Vacancies | =B1*0.1 → ${result} |
  | Gap | =B1-B2 → ${result} |`);

const values: readonly AuditExample[] = [
  { rule: "S05", because: "the total leaves it out", fails: wte("'1.0"), at: ["B4"], neighbour: wte("n/a"), remedy: wte("1") },
  { rule: "S05", because: "codes may begin with a nought", fails: wte("' 12 "), at: ["B4"], neighbour: wte("'0012"), remedy: wte("12") },
  { rule: "S05", because: "a cost centre is no figure", fails: wte("'1,204"), at: ["B4"], neighbour: wte("'1204", "Cost centre"), remedy: wte("1204") },
  { rule: "S06", because: "what fails first is what has to be mended", fails: failing("=Old!B2"), at: ["B1"], neighbour: failing("=IF(A1=\"\",1,NA())", "#N/A"), remedy: failing("=SUM(A1:A1)", "5") },
  { rule: "S06.typed", because: "somebody pasted values that had failed", fails: bookDrawn("| Posts | #DIV/0! |"), at: ["B1"], neighbour: bookDrawn("| Posts | #N/A |"), remedy: bookDrawn("| Posts | 5 |") },
  { rule: "S06.lost", because: "IFERROR hides that its cell is gone", fails: bookDrawn("| Posts | =IFERROR(#REF!,0) → 0 |"), at: ["B1"], neighbour: bookDrawn("| Posts | =IFERROR(C1,0) → 0 |"), remedy: bookDrawn("| Posts | =IFERROR(C1,0) → 0 |") },
  { rule: "S09", because: "a row was copied", fails: keyed("20115"), at: ["A7"], neighbour: keyed("20115", "Employee number", "Assignment number"), remedy: keyed("20118") },
  { rule: "S09", because: "what repeats on purpose is no key", fails: keyed("20115", "Staff ID"), at: ["A7"], neighbour: keyed("20115", "Cost centre code"), remedy: keyed("20119", "Staff ID") },
  { rule: "S13", because: "sorting puts it last", fails: started("'31.03.2009"), at: ["B4"], neighbour: started("Not yet"), remedy: started("31/3/2009") },
];

const named = (heading: string, names: readonly string[]): AuditBook => bookDrawn(`| Post | ${heading} |\n${names.map((name) => `| Nurse | ${name} |`).join("\n")}`);
const people = ["Ngozi Okafor", "Smith, Peter", "Xin Wei Tan", "Siân O'Neill"];
const places = ["Royal Infirmary", "Peter Street Clinic", "North Ward", "Day Surgery"];
const written = (text: string): AuditBook => bookDrawn(`| Comment |\n| ${text} |`);
const grid = "| Team | Posts |\n| Wards | 40 |\n| Clinics | 12 |\n| Pharmacy | 9 |\n| Imaging | 8 |\n| Estates | 6 |";
const ours = (text: string, heading = "Comment"): AuditBook => bookOf([sheetDrawn("Demand", `| Role group | Posts | ${heading} |\n| Finance | 4 | ${text} |`, { identity: "demand", tables: [{ name: "tblDemand", area: { top: 0, left: 0, bottom: 1, right: 2 }, hasHeaders: true, hasTotals: false }] })]);

const sending: readonly AuditExample[] = [
  { rule: "S07", because: "whoever gets it has no such workbook", fails: bookDrawn("| Posts | ='C:\\Plans\\[Budget 2009.xlsx]Posts'!$B$4 → 12 |"), at: ["B1"], neighbour: bookDrawn("| Posts | ='Budget 2009'!$B$4 → 12 |"), remedy: bookDrawn("| Posts | 12 |") },
  { rule: "S08.sheet", because: "hidden is not gone", fails: bookDrawn(grid, { visibility: "hidden" }), at: [""], neighbour: bookDrawn("", { visibility: "hidden" }), remedy: bookDrawn(grid) },
  { rule: "S08.very-hidden", because: "Excel's own list does not show it", fails: bookDrawn(grid, { visibility: "very-hidden" }), at: [""], neighbour: bookDrawn("", { visibility: "very-hidden" }), remedy: bookDrawn(grid) },
  { rule: "S08.rows", because: "they count in totals", fails: bookDrawn(grid, { hiddenRows: [{ from: 2, to: 3 }] }), at: ["A3"], neighbour: bookDrawn(grid, { hiddenRows: [{ from: 20, to: 30 }] }), remedy: bookDrawn(grid) },
  { rule: "S08.columns", because: "they go along", fails: bookDrawn(grid, { hiddenColumns: [{ from: 1, to: 1 }] }), at: ["B1"], neighbour: bookDrawn(grid, { hiddenColumns: [{ from: 5, to: 9 }] }), remedy: bookDrawn(grid) },
  { rule: "S10.names", because: "a return is about posts", fails: named("Name", people), at: ["B2"], neighbour: named("Name", places), remedy: named("Name", ["", "", "", ""]) },
  { rule: "S10.names", because: "managers are people too", fails: named("Line manager", people), at: ["B2"], neighbour: named("Line manager", ["Head of Nursing", "Matron", "Chief Pharmacist", "Director of Estates"]), remedy: named("Line manager", ["", "", "", ""]) },
  { rule: "S10.names", because: "surnames need no forename beside them", fails: named("Surname", ["Okafor", "Smith", "Tan"]), at: ["B2"], neighbour: named("Site", ["Okafor", "Smith", "Tan"]), remedy: named("Surname", ["", "", ""]) },
  { rule: "S10.title", because: "a title says that a name follows", fails: written("Agreed with Mrs Patel in May"), at: ["A2"], neighbour: written("Benchmarked by Dr Foster; Miss Target is a heading"), remedy: written("Agreed with the finance director in May") },
  { rule: "S10.title", because: "comments of our own sheets are sent", fails: ours("Covered by Dr Okafor"), at: ["C2"], neighbour: ours("Covered by Dr Okafor", "Posts by name"), remedy: ours("Covered by the deputy") },
  { rule: "S10.nhs", because: "the last digit proves it", fails: written("Seen: 943 476 5919"), at: ["A2"], neighbour: written("Call 943 476 5910"), remedy: written("Seen") },
  { rule: "S10.insurance", because: "it is one person's for life", fails: written("QQ 12 34 56 C".replace("QQ", "AB")), at: ["A2"], neighbour: written("Form AB 12 34 56"), remedy: written("Form sent") },
  { rule: "S10.email", because: "it names somebody", fails: written("Ask p.smith@trust.nhs.uk"), at: ["A2"], neighbour: written("Posts @ band 6"), remedy: written("Ask the workforce team") },
  { rule: "S12", because: "sorting takes rows apart", fails: bookDrawn(grid, { merged: [{ top: 2, left: 0, bottom: 3, right: 0 }] }), at: ["A3:A4"], neighbour: bookDrawn(`| Teams of the trust | |\n${grid}`, { merged: [{ top: 0, left: 0, bottom: 0, right: 1 }] }), remedy: bookDrawn(grid) },
];

export const auditExamples: readonly AuditExample[] = [...formulas, ...values, ...sending];
