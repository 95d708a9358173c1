/** From a figure of the region to the cells of the returns that it is made of. */
import { signedBy } from "../collect/register";
import type { Collection } from "../collect/collection";
import { keyInWords } from "../collect/changes";
import { byText } from "../order";
import { figureAsJson } from "../format/figure-json";
import type { Consolidation, TraceLine } from "./consolidation";
import { gathered, idOfKey, type Contribution, type TotalledTable } from "./gather";
import { placeInWords, placeOf } from "./places";

/** A figure of the region. A key of Demand and supply without a role group is all role groups together. */
export interface Traced { readonly table: TotalledTable; readonly key: Readonly<Record<string, string>>; readonly measure: string }

/**
 * @returns one line for each cell that was asked for it, blank, withheld and not applicable ones too, by organisation; none where no return has such a row
 */
export function traceOf(collection: Collection, { findings }: Consolidation, { table, key, measure }: Traced): readonly TraceLine[] {
  const isOfAll = table === "demand" && (key["role-group"] ?? "") === "";
  const rows = gathered(collection.included, table).filter(({ id }) => isOfAll || id === idOfKey(table, key));
  return rows.flatMap(({ cells }) => cells.get(measure) ?? []).sort((one, other) => byText(one.code, other.code)).map(lineOf);

  /** The row is named as the rules name it. */
  function lineOf({ from, code, row, figure }: Contribution): TraceLine {
    const about = keyInWords(from.document.tables[table]?.[row] ?? { key: {} });
    return {
      organisation: { code, name: from.document.header.organisation.name }, file: from.file, place: placeInWords(placeOf(from.document, table, row, measure)), figure: figureAsJson(figure),
      findings: findings.filter((found) => found.organisation === code && found.table === table && found.key === about && found.measure === measure).map((found) => (found.explained === "" ? found.code : `${found.code}, explained: ${found.explained}`)),
      signedBy: signedBy(from),
    };
  }
}
