/** S10: people who are named or can be told from a number, in a workbook that will be sent. Nobody's name is repeated in a finding. */
import type { Cell } from "../../book";
import type { Finding } from "../../finding";
import { a1 } from "../../../blueprint/place";
import { areaOf, isTypedText, type AuditSheet } from "../audit-book";
import type { AuditCaseId } from "../audit-catalogue";
import { alike, auditFinding } from "../audit-finding";
import { columnsOf, filledIn, type List } from "../lists";
import { hasEmail, hasForename, hasInsuranceNumber, hasNhsNumber, isNhsNumber, looksLikeName, namesByTitle } from "../person-words";
import { Pace, type Turns } from "../read-formulas";

/** Headings over names and nothing else. */
const NAMES = /^(fore ?names?|first names?|given names?|christian names?|surnames?|last names?|family names?|middle names?|preferred names?|known as)$/i;
/** Headings that may stand over names. */
const MAY_NAME = /^(full |employee |staff |person |employee's |candidate |applicant |preferred )?name$|^(line |reporting )?manager('s)?( name)?$|^(supervisor|appraiser|successor|incumbent|post ?-?holder|current post ?-?holder|nominee|candidate|named successor|mentor|coach|contact|contact name|lead|owner|completed by|signed by|responsible|name of .*(person|employee|manager|successor|candidate))$/i;
const NHS_NUMBER = /\bnhs (no|num|number)\b/i;
/** Such a share of what is in a column looks like names. */
const MOST = 0.6;
const AT_LEAST = 2;

type Told = "S10.title" | "S10.nhs" | "S10.insurance" | "S10.email";
const tests: readonly (readonly [Told, (text: string) => boolean])[] = [["S10.title", namesByTitle], ["S10.nhs", hasNhsNumber], ["S10.insurance", hasInsuranceNumber], ["S10.email", hasEmail]];

export function* people(sheet: AuditSheet, lists: readonly List[]): Turns {
  const named = new Set<number>();
  if (sheet.identity === null) {
    for (const list of lists) {
      for (const column of columnsOf(list)) {
        const found = namesIn(sheet, list, column);
        if (found.some(({ rule }) => rule.id === "S10.names")) named.add(column);
        yield found;
      }
    }
  }
  yield* inTexts(sheet, (column) => named.has(column));
}

function namesIn(sheet: AuditSheet, list: List, column: number): readonly Finding[] {
  const heading = list.heading(column);
  const plain = heading.replace(/[_.]+/g, " ").replace(/\s+/g, " ").trim();
  const filled = filledIn(sheet, list, column);
  if (NHS_NUMBER.test(plain)) return numbersIn(sheet, column, filled.filter(([, { value }]) => isNhsNumber(String(value).replace(/[ -]/g, ""))));
  const isSure = NAMES.test(plain);
  if (!isSure && !MAY_NAME.test(plain)) return [];
  const texts = filled.filter(([, cell]) => cell.kind === "text");
  const names = texts.filter(([, { value }]) => looksLikeName(String(value).trim(), isSure ? 1 : 2));
  const isNames = names.length >= AT_LEAST && names.length >= MOST * texts.length && (isSure || names.some(([, { value }]) => hasForename(String(value))));
  return isNames ? [auditFinding("S10.names", sheet, a1(names[0]?.[0] ?? 0, column), { column: heading, count: String(names.length) })] : [];
}

/** With or without the spaces that tell such a number where no heading does; with them the texts tell it already. */
function numbersIn(sheet: AuditSheet, column: number, numbers: readonly (readonly [number, Cell])[]): readonly Finding[] {
  const [first] = numbers;
  return first === undefined || hasNhsNumber(String(first[1].value)) ? [] : [auditFinding("S10.nhs", sheet, a1(first[0], column), { more: alike(numbers.length - 1) })];
}

interface Group { readonly id: AuditCaseId; readonly row: number; readonly column: number; more: number }

/** Free text anywhere; on a sheet of ours, in the columns for comments and sources. */
function* inTexts(sheet: AuditSheet, isNamed: (column: number) => boolean): Turns {
  const groups = new Map<string, Group>();
  const ours = sheet.identity === null ? null : writtenColumns(sheet);
  const { left } = areaOf(sheet);
  const pace = new Pace();
  for (const [down, cells] of sheet.rows.entries()) {
    for (const [along, cell] of cells.entries()) {
      const [row, column] = [sheet.top + down, left + along];
      if (!isTypedText(cell) || (ours !== null && !ours(row, column))) continue;
      for (const [id, isTold] of tests) {
        if (!isTold(String(cell.value)) || (id === "S10.title" && isNamed(column))) continue;
        const group = groups.get(`${id} ${column}`);
        if (group === undefined) groups.set(`${id} ${column}`, { id, row, column, more: 0 });
        else group.more += 1;
      }
    }
    if (pace.isDue(4 * cells.length)) yield [];
  }
  yield [...groups.values()].map(({ id, row, column, more }) => auditFinding(id, sheet, a1(row, column), { more: alike(more) }));
}

/** Columns of our tables in which people write what they like. */
function writtenColumns(sheet: AuditSheet): (row: number, column: number) => boolean {
  const columns = sheet.tables.flatMap(({ area }) => Array.from({ length: area.right - area.left + 1 }, (_, along) => area.left + along)
    .filter((column) => /^(comment|source|explanation|note)s?$/i.test(String(sheet.rows[area.top - sheet.top]?.[column - sheet.left]?.value ?? "").trim())).map((column) => ({ area, column })));
  return (row, column) => columns.some((each) => each.column === column && row > each.area.top && row <= each.area.bottom);
}
