/** The query files that a region made, kept beside the returns: what is asked again keeps its number, an answer explains what it was asked about, and what was decided is known. */
import type { Holding } from "../../blueprint/types";
import type { Quarantined } from "../../returns/file/arrival";
import { queryFileName } from "../../returns/queries/make-queries";
import { parseQueryFile } from "../../returns/queries/parse-query-file";
import type { QueryFile } from "../../returns/queries/query-file";
import { keptIn, rowsFor, textOf, type Kept } from "./kept-parts";

const CAME_AS = "Query file";

export const isQueryFile = ({ cameAs }: Pick<Kept, "cameAs">): boolean => cameAs === CAME_AS;

/** Query files in the order in which they were made, and those whose cells somebody changed. */
export interface KeptQueries { readonly files: readonly QueryFile[]; readonly spoilt: readonly Quarantined[] }

/** Rows of the table of what is kept. */
export async function queryRows(files: readonly QueryFile[]): Promise<readonly (readonly Holding[])[]> {
  const rows: (readonly Holding[])[] = [];
  for (const file of files) rows.push(...(await rowsFor({ ...file.organisation, sequence: file.sequence, file: queryFileName(file), cameAs: CAME_AS, digest: file.digest }, file)));
  return rows;
}

export async function keptQueries(rows: readonly (readonly unknown[])[]): Promise<KeptQueries> {
  const [files, spoilt]: [QueryFile[], Quarantined[]] = [[], []];
  for (const kept of keptIn(rows).filter(isQueryFile)) {
    const file = queryFileIn(await textOf(kept));
    if (file !== null && file.digest === kept.digest) files.push(file);
    else spoilt.push(notWhole(kept));
  }
  return { files, spoilt };
}

/** @returns null for what is not a query file as it was made */
function queryFileIn(json: string | null): QueryFile | null {
  if (json === null) return null;
  try {
    return parseQueryFile(JSON.parse(json));
  } catch (error) {
    // Both refuse in their own words what somebody wrote into the cell.
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

const notWhole = ({ file, code }: Kept): Quarantined => ({
  kind: "quarantined", file, code: "document-altered", organisation: code, says: "It is what you asked, and what the sheet Returns kept holds of it was changed: answers to it cannot be told.",
  fix: "Delete its row here, and ask again where the questions still stand.",
});
