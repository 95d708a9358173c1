/** Entry sheets that are there only where they are wanted: which number each works out of its entries, for what a signature is held against. */
import { MOVEMENTS_NUMBER, movementsTable } from "./movements";
import { SHARED_NUMBER, sharedPostsTable } from "./posts-with-others";

const further = [{ table: sharedPostsTable.name, number: SHARED_NUMBER }, { table: movementsTable.name, number: MOVEMENTS_NUMBER }] as const;

export const furtherNumbers = [SHARED_NUMBER, MOVEMENTS_NUMBER] as const;

/** All entries of a workbook as a number, worked out by the workbook itself. @param tables - of ours that it has */
export const entriesFormula = (tables: ReadonlySet<string>): string => `=nmFingerprint${further.filter(({ table }) => tables.has(table)).map(({ number }) => `&"-"&${number}`).join("")}`;
