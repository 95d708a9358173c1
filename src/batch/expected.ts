/** The list of organisations from which returns are expected, as a CSV file. */
import Papa from "papaparse";
import { isoDate, type IsoDate } from "../domain/period";
import type { Expected } from "../returns/collect/collection";
import { BatchProblem } from "./batch-problem";

const COLUMNS = ["code", "name", "from", "until", "contact", "email"] as const;

/**
 * @param text - with a header row; columns in any order, all but code may be left out
 * @throws BatchProblem naming the line and what to write
 * @example expectedIn("code,name\nRBS,Ashby", "expected.csv")[0]?.code // => "RBS"
 */
export function expectedIn(text: string, file: string): readonly Expected[] {
  const { data, errors, meta } = Papa.parse<Readonly<Record<string, string>>>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: "greedy", transformHeader: (header) => header.trim().toLowerCase() });
  const wrong = errors.find(({ type }) => type !== "Delimiter");
  if (wrong !== undefined) throw new BatchProblem(`${file}, line ${(wrong.row ?? 0) + 2}: ${wrong.message}. Put right that line.`);
  if (!(meta.fields ?? []).includes("code")) throw new BatchProblem(`${file} has no column called code. Its first line should be ${COLUMNS.join(",")}.`);
  const seen = new Map<string, number>();
  return data.map((row, index) => {
    const line = index + 2;
    const field = (name: (typeof COLUMNS)[number]): string => (row[name] ?? "").trim();
    const code = field("code").toUpperCase();
    if (code === "") throw new BatchProblem(`${file}, line ${line} has no code. Give one, or take the line out.`);
    if (seen.has(code)) throw new BatchProblem(`${file}, line ${line}: ${code} stands in line ${seen.get(code) ?? 0} already. Take one out.`);
    seen.set(code, line);
    const day = (name: "from" | "until"): IsoDate | null => {
      const date = isoDate(field(name));
      if (field(name) !== "" && date === null) throw new BatchProblem(`${file}, line ${line}: ${name} is "${field(name)}". Write the day as 2009-03-31, or leave it out.`);
      return date;
    };
    return { code, name: field("name"), from: day("from"), until: day("until"), contact: field("contact"), email: field("email") };
  });
}
