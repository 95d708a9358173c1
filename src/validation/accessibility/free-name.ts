/** Names for tables that say what the table holds and that Excel takes. */

const LONGEST = 60;

/** @param taken - names of tables and cells in the workbook, in any case @example freeTableName("Staff by grade, 2009", []) // => "Staff_by_grade_2009" */
export function freeTableName(words: string, taken: readonly string[]): string {
  const letters = words.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "").slice(0, LONGEST);
  // A name begins with a letter and must not read as a cell, such as AB12 or R1C1.
  const name = letters === "" || !/^\p{L}/u.test(letters) || /^[a-z]{1,3}\d+$/i.test(letters) || /^r\d*c?\d*$|^c\d*$/i.test(letters) ? `Table_${letters}` : letters;
  const used = new Set(taken.map((each) => each.toLowerCase()));
  if (!used.has(name.toLowerCase()) && name !== "Table_") return name;
  let n = 2;
  while (used.has(`${name}_${n}`.toLowerCase())) n += 1;
  return `${name}_${n}`;
}
