/** Workbooks as workforce analysts keep them, made up by the dozen: the same ones every time. None has a fault, until `seeded-faults.ts` puts one in. */
import { blankCell, type Cell } from "../../../src/validation/book";
import { Chance } from "../../support/chance";
import type { AuditBook, AuditSheet } from "../../../src/validation/audit/audit-book";
import { a1, columnLetters } from "../../../src/blueprint/place";

export type Content = string | number | { readonly formula: string; readonly value?: string | number } | { readonly date: number } | { readonly share: number };

/** A sheet that is being made. Rows and columns count from 0. */
export class Grid {
  private readonly cells = new Map<string, Cell>();
  private height = 0;
  private width = 0;
  more: Partial<AuditSheet> = {};

  constructor(readonly tab: string) {}

  put(row: number, column: number, content: Content): void {
    this.cells.set(`${row} ${column}`, cellOf(content));
    [this.height, this.width] = [Math.max(this.height, row + 1), Math.max(this.width, column + 1)];
  }

  clear(row: number, column: number): void { this.cells.delete(`${row} ${column}`); }

  line(row: number, column: number, contents: readonly Content[]): void {
    contents.forEach((content, along) => { if (content !== "") this.put(row, column + along, content); });
  }

  cell(row: number, column: number): Cell { return this.cells.get(`${row} ${column}`) ?? blankCell; }

  sheet(): AuditSheet {
    const rows = Array.from({ length: this.height }, (_, row) => Array.from({ length: this.width }, (_each, column) => this.cell(row, column)));
    return { tab: this.tab, identity: null, visibility: "visible", top: 0, left: 0, rows, hiddenRows: [], hiddenColumns: [], merged: [], tables: [], ...this.more };
  }
}

function cellOf(content: Content): Cell {
  if (typeof content === "string") return { kind: "text", value: content, numberFormat: "General", formula: null };
  if (typeof content === "number") return { kind: "number", value: content, numberFormat: "General", formula: null };
  if ("date" in content) return { kind: "number", value: content.date, numberFormat: "dd/mm/yyyy", formula: null };
  if ("share" in content) return { kind: "number", value: content.share, numberFormat: "0.0%", formula: null };
  const value = content.value ?? 1;
  return { kind: typeof value === "number" ? "number" : value.startsWith("#") ? "error" : "text", value, numberFormat: "General", formula: content.formula };
}

export const works = (formula: string, value: string | number = 1): Content => ({ formula, value });

/** Where the parts of a made-up workbook stand, so that faults can be put into them. */
export interface Made {
  readonly grids: readonly Grid[];
  readonly staff: { readonly grid: Grid; readonly top: number; readonly bottom: number; readonly left: number };
  readonly teams: { readonly grid: Grid; readonly sections: readonly { readonly top: number; readonly bottom: number; readonly sum: number }[]; readonly total: number; readonly left: number };
  readonly months: { readonly grid: Grid; readonly row: number; readonly left: number; readonly count: number };
  readonly summary: { readonly grid: Grid; readonly first: number };
  readonly notes: Grid;
  readonly chance: Chance;
}

export const bookFrom = ({ grids }: Made): AuditBook => ({ sheets: grids.map((grid) => grid.sheet()), goesRound: false });

const POSTS = ["Staff nurse", "Senior midwife", "Healthcare assistant", "Porter", "Ward clerk", "Pharmacist", "Radiographer", "Therapist", "Consultant", "Domestic assistant"];
const TEAMS = ["Theatres", "Wards", "Outpatients", "Imaging", "Pharmacy", "Therapies", "Estates", "Catering", "Day surgery", "Maternity", "Children", "Emergency"];

export function madeUp(number: number): Made {
  const chance = new Chance(number * 7_919 + 17);
  const staff = staffList(chance);
  const teams = teamsIn(chance);
  const months = monthly(chance);
  const summary = summaryOf(chance, staff);
  const notes = notesIn(chance);
  return { grids: [summary.grid, staff.grid, teams.grid, months.grid, growth(chance), balances(chance), lookups(chance), notes], staff, teams, months, summary, notes, chance };
}

/** Ids, posts, codes with noughts, hours, dates, pay, and what that costs. */
function staffList(chance: Chance): Made["staff"] {
  const grid = new Grid(chance.of(["Staff list", "ESR extract", "Data"]));
  const [top, left, count] = [chance.of([0, 2, 4]), chance.below(2), 24 + chance.below(70)];
  if (top > 1) grid.put(0, left, "Staff in post at 31 March 2009");
  grid.line(top, left, ["Employee number", "Assignment number", "Post title", "Band", "Cost centre", "WTE", "Start date", "Salary", "Cost", "Telephone", "Comments"]);
  for (let at = 0; at < count; at++) {
    const row = top + 1 + at;
    const cell = (along: number): string => a1(row, left + along);
    grid.line(row, left, [
      20_100 + at * 3, `${20_100 + at * 3}-${1 + (at % 2)}`, chance.of(POSTS), `Band ${2 + chance.below(7)}`, `0${4_100 + chance.below(40)}`, chance.of([1, 1, 0.8, 0.6, 0.5]), { date: 33_000 + chance.below(6_900) }, 15_000 + chance.below(300) * 100,
      works(`=${cell(5)}*${cell(7)}`, 12_000 + at), `0151 ${100 + at} ${4_000 + at}`, at % 9 === 0 ? chance.of(["Part-time by agreement", "Secondment ends in May", "On call 1 in 8"]) : "",
    ]);
  }
  const bottom = top + count;
  if (chance.below(2) === 0) {
    const sum = (along: number): Content => works(`=SUM(${a1(top + 1, left + along)}:${a1(bottom, left + along)})`, 99);
    const gap = chance.below(2);
    grid.put(bottom + 1 + gap, left + 2, "Total");
    grid.put(bottom + 1 + gap, left + 5, sum(5));
    grid.put(bottom + 1 + gap, left + 8, sum(8));
  }
  if (chance.below(3) === 0) grid.more = { tables: [{ name: "tblStaff", area: { top, left, bottom, right: left + 10 }, hasHeaders: true, hasTotals: false }] };
  return { grid, top: top + 1, bottom, left };
}

/** Teams in two or three sections, each with its subtotal, and what is vacant. */
function teamsIn(chance: Chance): Made["teams"] {
  const grid = new Grid("Establishment");
  const left = chance.below(2);
  grid.put(0, left, "Funded posts and staff in post by team");
  grid.line(2, left, ["Team", "Funded", "In post", "Vacant", "Vacancy rate", "Of which on leave"]);
  const sections: { readonly top: number; readonly bottom: number; readonly sum: number }[] = [];
  let row = 3;
  for (let each = 0; each < 2 + chance.below(2); each++) {
    const top = row;
    for (const team of TEAMS.slice(each * 4, each * 4 + 4)) {
      const [funded, inPost] = [20 + chance.below(40), 12 + chance.below(20)];
      grid.line(row, left, [`${team}${each > 2 ? " two" : ""}`, funded, inPost, works(`=${a1(row, left + 1)}-${a1(row, left + 2)}`, funded - inPost), works(`=${a1(row, left + 3)}/${a1(row, left + 1)}`, 0.1), chance.below(4)]);
      row += 1;
    }
    grid.line(row, left, [`Division ${each + 1}`, ...[1, 2, 3].map((along) => works(`=SUM(${a1(top, left + along)}:${a1(row - 1, left + along)})`, 100)), works(`=${a1(row, left + 3)}/${a1(row, left + 1)}`, 0.1), works(`=SUM(${a1(top, left + 5)}:${a1(row - 1, left + 5)})`, 7)]);
    sections.push({ top, bottom: row - 1, sum: row });
    row += 1;
  }
  const all = (along: number): Content => works(`=${sections.map(({ sum }) => a1(sum, left + along)).join("+")}`, 200);
  grid.line(row, left, ["Trust", all(1), all(2), all(3), works(`=${a1(row, left + 3)}/${a1(row, left + 1)}`, 0.1), all(5)]);
  return { grid, sections, total: row, left };
}

/** Twelve months with their quarters, turnover, a running total and an average of three months. */
function monthly(chance: Chance): Made["months"] {
  const grid = new Grid("Monthly");
  const [row, left, quarters] = [chance.of([0, 2]), 1, chance.below(2) === 1];
  const names = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"].flatMap((month, at) => (quarters && at % 3 === 2 ? [month, `Q${(at + 1) / 3}`] : [month]));
  grid.line(row, 0, ["Measure", ...names, "Year"]);
  grid.line(row + 1, 0, ["Leavers"]);
  grid.line(row + 2, 0, ["Staff in post"]);
  grid.line(row + 3, 0, ["Turnover"]);
  grid.line(row + 4, 0, ["Leavers so far"]);
  grid.line(row + 5, 0, ["Average of three"]);
  names.forEach((name, at) => {
    const column = left + at;
    const here = (down: number, along = 0): string => a1(row + down, column + along);
    const isQuarter = name.startsWith("Q");
    grid.put(row + 1, column, isQuarter ? works(`=SUM(${here(1, -3)}:${here(1, -1)})`, 9) : chance.below(9));
    grid.put(row + 2, column, isQuarter ? works(`=AVERAGE(${here(2, -3)}:${here(2, -1)})`, 98) : 90 + chance.below(20));
    grid.put(row + 3, column, works(`=${here(1)}/${here(2)}`, 0.05));
    if (!quarters) grid.put(row + 4, column, works(`=SUM($${a1(row + 1, left)}:${here(1)})`, at));
    if (!quarters && at >= 2) grid.put(row + 5, column, works(`=AVERAGE(${here(1, -2)}:${here(1)})`, 3));
  });
  const end = left + names.length;
  grid.put(row + 1, end, quarters ? works(`=${names.flatMap((name, at) => (name.startsWith("Q") ? [a1(row + 1, left + at)] : [])).join("+")}`, 40) : works(`=SUM(${a1(row + 1, left)}:${a1(row + 1, end - 1)})`, 40));
  grid.put(row + 3, end, works(`=${a1(row + 1, end)}/${a1(row + 2, end - 1)}`, 0.4));
  return { grid, row, left, count: names.length };
}

/** Figures drawn from the staff list, by band, with their share and pay from the lookup. */
function summaryOf(chance: Chance, { grid: { tab }, top, bottom, left }: Made["staff"]): Made["summary"] {
  const grid = new Grid("Summary");
  const quoted = tab.includes(" ") ? `'${tab}'` : tab;
  const column = (along: number): string => { const letter = columnLetters(left + along); return `${quoted}!$${letter}$${top + 1}:$${letter}$${bottom + 1}`; };
  grid.put(0, 0, "Staff by band");
  grid.line(1, 0, ["Band", "Posts", "WTE", "Share", "Top of band"]);
  for (let at = 0; at < 7; at++) {
    const row = 2 + at;
    grid.line(row, 0, [`Band ${at + 2}`, works(`=COUNTIF(${column(3)},A${row + 1})`, 6), works(`=SUMIF(${column(3)},A${row + 1},${column(5)})`, 5), works(`=C${row + 1}/C$10`, 0.1), works(`=VLOOKUP(A${row + 1},Bands!$A$2:$C$9,3,FALSE)`, 30_000)]);
  }
  grid.line(9, 0, ["All bands", works("=SUM(B3:B9)", 40), works("=SUM(C3:C9)", 35), works("=SUM(D3:D9)", 1)]);
  grid.line(11, 0, ["Posts in the list", works(`=COUNTA(${column(0)})`, 40)]);
  grid.line(12, 0, ["WTE in the list", works(`=SUM(${column(5)})`, 35)]);
  grid.line(13, 0, ["Hours a week", works("=B13*37.5", 1_312)]);
  if (chance.below(2) === 0) grid.line(14, 0, ["Target vacancy rate", { share: 0.05 }]);
  return { grid, first: 2 };
}

/** Years across: each is the last one with growth, but for the first. */
function growth(chance: Chance): Grid {
  const grid = new Grid("Projection");
  grid.line(0, 0, ["Projection", 2009, 2010, 2011, 2012, 2013, 2014]);
  grid.line(1, 0, ["Growth", { share: 0.02 }, { share: 0.02 }, { share: 0.015 }, { share: 0.01 }, { share: 0.01 }, { share: 0.01 }]);
  TEAMS.slice(0, 6).forEach((team, at) => {
    const row = 2 + at;
    grid.line(row, 0, [team, 20 + chance.below(60), ...[2, 3, 4, 5, 6].map((column) => works(`=${a1(row, column - 1)}*(1+${columnLetters(column)}$2)`, 50))]);
  });
  grid.line(8, 0, ["Total", ...[1, 2, 3, 4, 5, 6].map((column) => works(`=SUM(${a1(2, column)}:${a1(7, column)})`, 300))]);
  grid.line(9, 0, ["Change on the year", "", ...[2, 3, 4, 5, 6].map((column) => works(`=${a1(8, column)}-${a1(8, column - 1)}`, 5))]);
  return grid;
}

/** Opening and closing figures, month by month; what is known is typed. */
function balances(chance: Chance): Grid {
  const grid = new Grid("Joiners and leavers");
  grid.line(0, 0, ["Month", "Opening", "Joiners", "Leavers", "Closing"]);
  for (let row = 1; row <= 12; row++) grid.line(row, 0, [{ date: 39_904 + row * 30 }, row === 1 ? 400 : works(`=E${row}`, 400), chance.below(12), chance.below(12), works(`=B${row + 1}+C${row + 1}-D${row + 1}`, 401)]);
  grid.line(13, 0, ["Year", works("=B2", 400), works("=SUM(C2:C13)", 60), works("=SUM(D2:D13)", 61), works("=B14+C14-D14", 399)]);
  return grid;
}

function lookups(chance: Chance): Grid {
  const grid = new Grid("Bands");
  grid.line(0, 0, ["Band", "Code", "Top of band", "Name"]);
  for (let row = 1; row <= 8; row++) grid.line(row, 0, [`Band ${row + 1}`, `0${row + 1}`, 14_000 + row * 3_100 + chance.below(90), chance.of(["Support", "Qualified", "Senior", "Lead"])]);
  return grid;
}

function notesIn(chance: Chance): Grid {
  const grid = new Grid("Notes");
  ["About this workbook", "", "Source: ESR extract of 31 March 2009.", "Figures are whole-time equivalents unless said.", `Version ${1 + chance.below(4)}`, "Questions: the workforce information team, extension 4410."].forEach((text, row) => { if (text !== "") grid.put(row, 0, text); });
  return grid;
}
