/** How cases of rules are written: a sheet that fails, its nearest neighbour that passes, the remedy applied. Cells not shown are the made-up example's. */
import type { Edits } from "../example-book";

export interface RuleExample {
  /** The id of its case. */
  readonly rule: string;
  readonly because: string;
  readonly fails: Edits;
  /** Where, as "Tab!A1". */
  readonly at: readonly string[];
  readonly neighbour: Edits;
  readonly remedy: Edits;
  /** What the last return had, where the rule looks at it; the example otherwise. */
  readonly last?: Edits;
}

export const ROLES: readonly string[] = ["Chief executive", "Finance director", "Nursing director", "Medical director", "Operations director", "HR and workforce director", "Commissioning director",
  "Strategy and planning director", "Public health director", "Other director", "Chair and non-executive", "Other critical post"];
export const POPULATIONS: readonly string[] = ["Post-holders", "Ready now", "Ready to 1 year", "Ready 1 to 3 years", "Ready 3 to 5 years", "Wider workforce", "Local community"];
export const EVERY_ROW: readonly (readonly [string, string])[] = ["BME", "Women", "Disabled", "Clinicians", "Doctors"].flatMap((group) => POPULATIONS.map((population): readonly [string, string] => [group, population]));

export const demand = (table: string): Edits => ({ demand: table });
export const profile = (table: string): Edits => ({ profile: table });
export const cover = (cells: Readonly<Record<string, string>>): Edits => ({ cover: cells });
export const posts = (cell: string): Edits => demand(`| Role group | Posts |\n| Finance director | ${cell} |`);

/** One column of every role group; the cells again and again where they are fewer. */
export const everyRole = (column: string, cells: readonly (string | number)[]): Edits => demand(`| Role group | ${column} |\n${ROLES.map((name, index) => `| ${name} | ${cells[index % cells.length] ?? ""} |`).join("\n")}`);

/** Unknown of every row of Profile, but for the first few. */
export const everyProfile = (cells: readonly number[], butFor = 0): Edits =>
  profile(`| Group | Population | Unknown |\n${EVERY_ROW.slice(butFor).map(([group, population], index) => `| ${group} | ${population} | ${cells[index % cells.length] ?? ""} |`).join("\n")}`);
