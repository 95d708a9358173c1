/** Faults that are put into made-up workbooks, each where people make it, with the cell in which it is to be found. */
import { a1 } from "../../../src/blueprint/place";
import type { AuditCaseId } from "../../../src/validation/audit/audit-catalogue";
import { works, type Made } from "./hr-workbooks";

export interface Fault { readonly rule: AuditCaseId; readonly tab: string; readonly cell: string }
export interface Seeding { readonly what: string; readonly sow: (made: Made) => Fault }

const at = (rule: AuditCaseId, { tab }: { readonly tab: string }, row: number, column: number): Fault => ({ rule, tab, cell: a1(row, column) });
/** A row well inside the staff list. */
const inside = ({ staff: { top, bottom }, chance }: Made): number => top + 3 + chance.below(bottom - top - 6);

export const seedings: readonly Seeding[] = [
  { what: "a cost typed over its formula", sow: (made) => {
    const { staff: { grid, left } } = made;
    const row = inside(made);
    grid.put(row, left + 8, 21_345);
    return at("S01", grid, row, left + 8);
  } },
  { what: "a month's turnover typed over", sow: ({ months: { grid, row, left, count }, chance }) => {
    const column = left + 2 + chance.below(count - 4);
    grid.put(row + 3, column, 0.07);
    return at("S01", grid, row + 3, column);
  } },
  { what: "a cost that takes the pay of the row above", sow: (made) => {
    const { staff: { grid, left } } = made;
    const row = inside(made);
    grid.put(row, left + 8, works(`=${a1(row, left + 5)}*${a1(row - 1, left + 7)}`, 14_000));
    return at("S02", grid, row, left + 8);
  } },
  { what: "a month divided by the staff of another", sow: ({ months: { grid, row, left, count }, chance }) => {
    const column = left + 2 + chance.below(count - 4);
    grid.put(row + 3, column, works(`=${a1(row + 1, column)}/${a1(row + 2, column - 1)}`, 0.06));
    return at("S02", grid, row + 3, column);
  } },
  { what: "a lookup of one band that has lost its fixed range", sow: ({ summary: { grid, first } }) => {
    grid.put(first + 3, 4, works(`=VLOOKUP(A${first + 4},Bands!$A$3:$C$9,3,FALSE)`, 28_000));
    return at("S02", grid, first + 3, 4);
  } },
  { what: "a team added under the range of its division", sow: ({ teams: { grid, sections, left }, chance }) => {
    const { top, bottom, sum } = chance.of(sections);
    for (const along of [1, 2, 3, 5]) if (along < 4) grid.put(sum, left + along, works(`=SUM(${a1(top, left + along)}:${a1(bottom - 1, left + along)})`, 80));
    return at("S03.before", grid, sum, left + 1);
  } },
  { what: "a list that has outgrown its formulas", sow: ({ staff: { grid, bottom, left }, summary }) => {
    const row = bottom + 1;
    // New rows are pasted where the total was; the summary does not follow.
    for (const down of [0, 1]) for (const along of [2, 5, 8]) grid.clear(row + down, left + along);
    for (const more of [0, 1]) grid.line(row + more, left, [90_001 + more, `${90_001 + more}-1`, "Porter", "Band 2", "04122", 1, { date: 39_000 + more }, 15_300, works(`=${a1(row + more, left + 5)}*${a1(row + more, left + 7)}`, 15_300)]);
    return at("S03.list", summary.grid, 2, 1);
  } },
  { what: "a total that takes in the subtotals of its divisions", sow: ({ teams: { grid, sections, total, left } }) => {
    grid.put(total, left + 1, works(`=SUM(${a1(sections[0]?.top ?? 0, left + 1)}:${a1(total - 1, left + 1)})`, 400));
    return at("S04", grid, total, left + 1);
  } },
  { what: "hours pasted as text", sow: (made) => {
    const { staff: { grid, left }, chance } = made;
    const row = inside(made);
    grid.put(row, left + 5, chance.of(["0.8", "1 ", " 0.60", "1.00"]));
    return at("S05", grid, row, left + 5);
  } },
  { what: "pay pasted as text with a comma", sow: (made) => {
    const { staff: { grid, left }, chance } = made;
    const row = inside(made);
    grid.put(row, left + 7, chance.of(["21,300", "£21,300", "21300"]));
    return at("S05", grid, row, left + 7);
  } },
  { what: "a band that the lookup does not have, and a total that passes the error on", sow: ({ summary: { grid, first } }) => {
    grid.put(first + 5, 4, works(`=VLOOKUP(A${first + 6},Bands!$A$2:$C$9,3,FALSE)`, "#N/A"));
    grid.put(9, 4, works("=SUM(E3:E9)", "#N/A"));
    return at("S06", grid, first + 5, 4);
  } },
  { what: "a figure from another workbook", sow: ({ summary: { grid } }) => {
    grid.line(16, 0, ["Budget", works("='[Budget 2009.xlsx]Posts'!$C$14", 410)]);
    return at("S07", grid, 16, 1);
  } },
  { what: "a hidden sheet of notes", sow: ({ notes }) => {
    notes.more = { ...notes.more, visibility: "hidden" };
    return { rule: "S08.sheet", tab: notes.tab, cell: "" };
  } },
  { what: "a hidden column of pay", sow: ({ staff: { grid, left } }) => {
    grid.more = { ...grid.more, hiddenColumns: [{ from: left + 7, to: left + 7 }] };
    return at("S08.columns", grid, 0, left + 7);
  } },
  { what: "an assignment twice", sow: (made) => {
    const { staff: { grid, left } } = made;
    const row = inside(made);
    grid.put(row, left + 1, String(grid.cell(row - 1, left + 1).value));
    return at("S09", grid, row, left + 1);
  } },
  { what: "names beside the numbers", sow: ({ staff: { grid, top, bottom, left }, chance }) => {
    grid.put(top - 1, left + 11, chance.of(["Name", "Surname", "Line manager", "Full name"]));
    for (let row = top; row <= bottom; row++) grid.put(row, left + 11, `${chance.of(["Ngozi", "Peter", "Aisha", "Wei", "Siân", "Tomasz", "Grace"])} ${chance.of(["Okafor", "Smith", "Khan", "Tan", "Davies", "Nowak", "Hall-Jones"])}`);
    if (grid.more.tables !== undefined) grid.more = { tables: grid.more.tables.map((table) => ({ ...table, area: { ...table.area, right: left + 11 } })) };
    return at("S10.names", grid, top, left + 11);
  } },
  { what: "somebody named in a comment", sow: (made) => {
    const { staff: { grid, left }, chance } = made;
    const row = inside(made);
    grid.put(row, left + 10, chance.of(["Covering for Mrs Patel", "Acting up, see Dr Okonkwo", "Reports to Prof. Lewis"]));
    return at("S10.title", grid, row, left + 10);
  } },
  { what: "a National Insurance number in the notes", sow: ({ notes }) => {
    notes.put(8, 0, "Query about AB123456C outstanding");
    return at("S10.insurance", notes, 8, 0);
  } },
  { what: "an address for questions", sow: ({ notes }) => {
    notes.put(8, 0, "Questions to a.khan@trust.nhs.uk");
    return at("S10.email", notes, 8, 0);
  } },
  { what: "fourteen posts added by hand", sow: ({ summary: { grid } }) => {
    grid.put(9, 1, works("=SUM(B3:B9)+14", 54));
    return at("S11.added", grid, 9, 1);
  } },
  { what: "on-costs typed into a formula", sow: ({ summary: { grid } }) => {
    grid.line(16, 0, ["With on-costs", works("=B13*1.2138", 42)]);
    return at("S11.factor", grid, 16, 1);
  } },
  { what: "merged team names", sow: ({ teams: { grid, sections: [first], left } }) => {
    const top = first?.top ?? 0;
    grid.more = { ...grid.more, merged: [{ top, left, bottom: top + 1, right: left }] };
    return { rule: "S12", tab: grid.tab, cell: `${a1(top, left)}:${a1(top + 1, left)}` };
  } },
  { what: "a start date typed with dots", sow: (made) => {
    const { staff: { grid, left }, chance } = made;
    const row = inside(made);
    grid.put(row, left + 6, chance.of(["31.03.2008", "1 April 2008", "31/3/08"]));
    return at("S13", grid, row, left + 6);
  } },
  { what: "a date that is always today", sow: ({ summary: { grid } }) => {
    grid.line(16, 0, ["As at", works("=TODAY()", 39_903)]);
    return at("S14", grid, 16, 1);
  } },
  { what: "a total that takes itself in", sow: ({ summary: { grid } }) => {
    grid.put(9, 2, works("=SUM(C3:C10)", 0));
    return at("S15", grid, 9, 2);
  } },
];
