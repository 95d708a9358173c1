/** A made-up region of twenty organisations, with all that figures can be, for the stories of consolidating. */
import type { FigureJson, ReturnDocument, ReturnRow } from "../../src/returns/format/return-document";
import { travelling } from "../../src/validation/vocabulary";
import { codeOf, madeReturn, signed } from "../support/made-returns";
import { fileOf, type FileGiven } from "../support/sent-returns";

const put = (role: string, measure: string, figure: FigureJson) => (tables: Record<string, ReturnRow[]>): void => {
  tables["demand"] = (tables["demand"] ?? []).map((row) => (row.key["role-group"] === role ? { ...row, figures: { ...row.figures, [measure]: figure } } : row));
};

/** The next return of the same organisation, with one figure changed. */
export function resubmitted({ header, tables, thresholds }: ReturnDocument, role: string, measure: string, figure: FigureJson): ReturnDocument {
  const changed: Record<string, ReturnRow[]> = Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, [...rows]]));
  put(role, measure, figure)(changed);
  return signed({ header: { ...header, sequence: header.sequence + 1, replaces: { sequence: header.sequence, digest: "0".repeat(64), reason: "A late count." } }, tables: changed, thresholds });
}

/** R01 withholds, R02 has names that look like formulas and a role group of its own, R03 says n/a, R04 left a figure blank, R05 has nothing to return. */
export function twentyReturns(seed = 5): readonly ReturnDocument[] {
  return Array.from({ length: 20 }, (_, index) => {
    switch (index) {
      case 1: return madeReturn(seed, index, { tables: put("Finance director", "supply.now", { withheld: "<5" }) });
      case 2: return madeReturn(seed, index, {
        header: { organisation: { code: codeOf(2), name: "=A1 & Sons NHS Trust" } },
        tables: (tables) => { tables["demand"]?.push({ key: { "role-group": "=SUM(1,2) <director>" }, texts: {}, figures: Object.fromEntries(demandMeasures.map((measure) => [measure, 3])) }); },
      });
      case 3: return madeReturn(seed, index, { tables: put("Public health director", "posts", "n/a") });
      case 4: return madeReturn(seed, index, { tables: put("Medical director", "demand.to-1", null) });
      case 5: return madeReturn(seed, index, { header: { nil: { reason: "It has no leaders of its own yet." } } });
      default: return madeReturn(seed, index);
    }
  });
}

export const demandMeasures = travelling.get("demand")?.figures ?? [];
const headings = travelling.get("demand")?.headings;
export const headingOfMeasure = (measure: string): string => headings?.get(measure) ?? measure;

/** What a total of the region is, by a plain loop over the documents. */
export function plainTotal(documents: readonly ReturnDocument[], role: string | null, measure: string): number | string {
  const figures = documents.flatMap(({ tables }) => (tables["demand"] ?? []).filter(({ key }) => role === null || key["role-group"] === role).map((row) => row.figures[measure] ?? null));
  if (figures.some((figure) => typeof figure === "object" && figure !== null)) return "Withheld";
  const numbers = figures.filter((figure): figure is number => typeof figure === "number");
  if (numbers.length === 0) return figures.length > 0 && figures.every((figure) => figure === "n/a") ? "Not applicable" : "Not entered";
  return Math.round(numbers.reduce((sum, figure) => sum + figure, 0) * 10) / 10;
}

/** Likewise of people; withheld where the population is known to add up to a supply that is withheld. */
export function plainPeople(documents: readonly ReturnDocument[], group: string, population: string, heading: "In group" | "Not in group" | "Unknown"): number | string {
  const supply: Readonly<Record<string, string>> = { "Ready now": "supply.now", "Ready to 1 year": "supply.to-1", "Ready 1 to 3 years": "supply.to-3", "Ready 3 to 5 years": "supply.to-5" };
  const linked = supply[population] === undefined ? ["posts", "demand.now"] : [supply[population] ?? ""];
  if (linked.some((measure) => plainTotal(documents, null, measure) === "Withheld")) return "Withheld";
  const measure = { "In group": "in-group", "Not in group": "not-in-group", Unknown: "unknown" }[heading];
  return documents.flatMap(({ tables }) => (tables["profile"] ?? []).filter(({ key }) => key["group"] === group && key["population"] === population)).reduce((sum, row) => sum + Number(row.figures[measure]), 0);
}

/** Five files that cannot be used, each for another reason. */
export async function faultyFiles(): Promise<readonly FileGiven[]> {
  const whole = await fileOf(madeReturn(5, 30), "R0U cut off.xlsx");
  const bytes = Buffer.from(whole.base64, "base64");
  const flipped = Buffer.from(bytes);
  flipped[40_000] = (flipped[40_000] ?? 0) ^ 8;
  return [
    { name: "R0U cut off.xlsx", base64: bytes.subarray(0, bytes.length / 2).toString("base64") },
    { name: "R0U flipped.xlsx", base64: flipped.toString("base64") },
    { name: "letter.xlsx", base64: Buffer.from("Dear all, please find our return attached.").toString("base64") },
    await fileOf(madeReturn(5, 31, { header: { period: "2008/09" } }), "R0V last year.xlsx"),
    await fileOf(madeReturn(5, 32, { unsigned: true }), "R0W nobody signed.xlsx"),
  ];
}
