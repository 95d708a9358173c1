/** Layouts that look like faults and are none. Each came to mind as something that an analyst might well have, and the audit says nothing of it. */
import { auditBook } from "../../../src/validation/audit/audit-in-turns";
import { wordsOf } from "../../../src/validation/finding";
import { bookDrawn, type Drawn } from "./sheet-drawn";

const layouts: readonly (readonly [string, string, Drawn?])[] = [
  ["two groups under each other, each with its total at the foot", `
    | Staff | Posts |
    | Nurses | 40 |
    | Doctors | 12 |
    | Therapists | 9 |
    | Clerks | 6 |
    | Porters | 5 |
    | Clinical | =SUM(B2:B4) → 61 |
    | Other | =SUM(B5:B6) → 11 |`],
  ["a second group of one", `
    | Staff | Posts |
    | Nurses | 40 |
    | Doctors | 12 |
    | Clerks | 6 |
    | Clinical | =SUM(B2:B3) → 52 |
    | Other | =B4 → 6 |`],
  ["a subtotal by plus signs among products", `
    | Staff | Posts | Pay | Cost |
    | Nurses | 40 | 30 | =B2*C2 |
    | Doctors | 12 | 60 | =B3*C3 |
    | Therapists | 9 | 33 | =B4*C4 |
    | Clinical | | | =D2+D3+D4 |
    | Clerks | 6 | 20 | =B6*C6 |
    | Porters | 5 | 18 | =B7*C7 |
    | Cooks | 4 | 19 | =B8*C8 |`],
  ["a total above what it adds up", `
    | Staff | Posts |
    | Trust | =SUM(B3:B5) → 61 |
    | Nurses | 40 |
    | Doctors | 12 |
    | Therapists | 9 |`],
  ["planned and actual in turn", `
    | Month | Staff |
    | Apr plan | =C2 |
    | Apr | 40 |
    | May plan | =C4 |
    | May | 41 |
    | Jun plan | =C6 |
    | Jun | 43 |`],
  ["an establishment above the posts that make it up", `
    | Ward | WTE |
    | Establishment | 22 |
    | Nurses | 12 |
    | Assistants | 6 |
    | Clerks | 2 |
    | In post | =SUM(B3:B5) → 20 |`],
  ["years as headings over figures", `
    | Team | 2007 | 2008 | 2009 |
    | Wards | 40 | 41 | 44 |
    | Clinics | 12 | 12 | 13 |
    | All | =SUM(B2:B3) | =SUM(C2:C3) | =SUM(D2:D3) |`],
  ["sites that are called after people", `
    | Code | Name |
    | RX101 | Victoria House |
    | RX102 | Albert Court |
    | RX103 | Princess Alexandra |
    | RX104 | Queen Mary Wing |`],
  ["job shares with one post number", `
    | Post number | Post title | WTE |
    | 4001 | Matron | 0.5 |
    | 4001 | Matron | 0.5 |
    | 4002 | Nurse | 1 |
    | 4003 | Nurse | 1 |
    | 4004 | Nurse | 1 |
    | 4005 | Nurse | 1 |
    | 4006 | Clerk | 1 |`],
  ["one employee number for each of two assignments", `
    | Employee no. | Assignment no. | WTE |
    | 20113 | 20113-1 | 0.5 |
    | 20113 | 20113-2 | 0.5 |
    | 20114 | 20114-1 | 1 |
    | 20115 | 20115-1 | 1 |
    | 20116 | 20116-1 | 1 |
    | 20117 | 20117-1 | 1 |`],
  ["debits and credits, and a meeting by Ms Teams", `
    | Comment |
    | Dr Salaries, Cr Bank |
    | Meeting by Ms Teams |`],
  ["a note that is merged under a list", `
    | Team | Posts |
    | Wards | 40 |
    | Clinics | 12 |
    | Pharmacy | 9 |
    | Imaging | 8 |
    | Estates | 6 |
    | Source: the staff list of 31 March 2009 | |`, { merged: [{ top: 6, left: 0, bottom: 6, right: 1 }] }],
  ["rates of each year fixed in cells of their own", `
    | Posts | 0.02 | 0.03 | | | | |
    | Growth | =A3*$B$1 | =B3*$B$1 | =C3*$B$1 | =D3*$C$1 | =E3*$C$1 | =F3*$C$1 |`],
  ["words for what is not known among figures", `
    | Team | WTE | Ends on |
    | Wards | 40 | 31/3/2009 |
    | Clinics | n/a | 30/6/2009 |
    | Pharmacy | 9 | Not known |
    | Imaging | <5 | 31/12/2009 |
    | Estates | 6 | 31/3/2010 |`],
  ["numbers of rooms and points of a pay scale, some as text", `
    | Room | Pay point |
    | 101 | 12 |
    | 102 | 14 |
    | 103 | 15 |
    | '104 | '16 |
    | 105 | 18 |
    | 106 | 20 |
    | 107 | 21 |`],
  ["a running count and a check that it agrees", `
    | Month | Joiners | So far | Agrees |
    | Apr | 3 | =SUM(B$2:B2) | =C2=B2 |
    | May | 4 | =SUM(B$2:B3) | =C3=C2+B3 |
    | Jun | 2 | =SUM(B$2:B4) | =C4=C3+B4 |
    | Jul | 5 | =SUM(B$2:B5) | =C5=C4+B5 |`],
];

describe("an honest layout", () => {
  it.each(layouts.map(([name, drawing, more]) => ({ name, drawing, more })))("$name", ({ drawing, more = {} }) => {
    expect(auditBook(bookDrawn(drawing, more)).map((found) => `${found.rule.id} ${found.place.cell} ${wordsOf(found).says}`)).toEqual([]);
  });
});
