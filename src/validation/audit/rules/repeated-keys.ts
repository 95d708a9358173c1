/** S09: a key that is there twice in a column that names each row once. Somebody with two posts has one employee number, so a whole assignment number excuses it. */
import { a1 } from "../../../blueprint/place";
import { cellAt, type AuditSheet } from "../audit-book";
import { auditFinding } from "../audit-finding";
import type { Finding } from "../../finding";
import { columnsOf, filledIn, type List } from "../lists";
import { someOf } from "../../words";
import { Pace, type Turns } from "../read-formulas";

const ROWS = 6;
/** Of so many rows, at most so many may be there once too often; in other columns things come again on purpose. */
const ONCE_TOO_OFTEN = 0.1;

const NUMBERED = String.raw`(no|nos|num|number|id|identifier|code|ref|reference)`;
const OF_PERSON = new RegExp(String.raw`^(employee|staff|payroll|person|personal|pers|worker|esr|applicant|candidate|unique)( (staff|employee|person|unique))? ?${NUMBERED}$`, "i");
const OF_ROW = new RegExp(String.raw`^(assignment|asg|record|row|case|unique|vacancy|requisition)( record)? ?${NUMBERED}$`, "i");
const PLAIN = new RegExp(String.raw`^(unique )?${NUMBERED}$|^(organi[sz]ation|ods|trust|site) ?${NUMBERED}$`, "i");

type Kind = "row" | "person" | "plain";

export function* repeatedKeys(sheet: AuditSheet, lists: readonly List[]): Turns {
  for (const list of lists) yield yield* inList(sheet, list);
}

interface Key { readonly column: number; readonly heading: string; readonly kind: Kind; readonly twice: ReadonlyMap<string, readonly number[]> }

function* inList(sheet: AuditSheet, list: List): Turns<readonly Finding[]> {
  const keys: Key[] = [];
  for (const column of columnsOf(list)) {
    const key = yield* keyIn(sheet, list, column);
    if (key !== null) keys.push(key);
  }
  const isExcused = (key: Key): boolean => key.kind === "person" && keys.some(({ kind, twice }) => kind === "row" && twice.size === 0);
  const [key] = keys.filter((each) => each.twice.size > 0 && !isExcused(each));
  if (key === undefined) return [];
  const [first, ...more] = [...key.twice.values()];
  const names = (first ?? []).map((row) => a1(row, key.column));
  const [value = ""] = [...key.twice.keys()];
  return [auditFinding("S09", sheet, names[1] ?? "", { column: key.heading, found: value, cells: someOf(names), more: more.length === 0 ? "" : `, and ${more.length} more ${more.length === 1 ? "key is" : "keys are"} there twice` })];
}

/** @returns null for a column that does not name each row once */
function* keyIn(sheet: AuditSheet, list: List, column: number): Turns<Key | null> {
  const heading = list.heading(column);
  const plain = heading.replace(/[_./-]+/g, " ").replace(/\s+/g, " ").trim();
  const kind: Kind | null = OF_ROW.test(plain) ? "row" : OF_PERSON.test(plain) ? "person" : PLAIN.test(plain) && column === list.body.left ? "plain" : null;
  if (kind === null) return null;
  const filled = filledIn(sheet, list, column);
  const rows = new Map<string, number[]>();
  const pace = new Pace();
  for (const [row, { value }] of filled) {
    const key = String(value).trim().toLowerCase();
    const places = rows.get(key);
    if (places === undefined) rows.set(key, [row]);
    else places.push(row);
    if (pace.isDue(4)) yield [];
  }
  const extra = filled.length - rows.size;
  if (filled.length < ROWS || extra > Math.max(1, ONCE_TOO_OFTEN * filled.length)) return null;
  if (extra === 0) return { column, heading, kind, twice: new Map() };
  const shown = ([first = 0]: readonly number[]): string => String(cellAt(sheet, first, column).value).trim();
  return { column, heading, kind, twice: new Map([...rows.values()].filter((places) => places.length > 1).map((places) => [shown(places), places])) };
}
