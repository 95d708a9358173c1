/** Catches people who do not fit the posts: more people ready than supply, post-holders unlike posts (E32). */
import { populations, type Population } from "../../domain/taxonomy";
import { demandUnitWords } from "../../blueprint/setup";
import { textNamed, type Book } from "../book";
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber } from "../reading";
import { demandRows, horizonColumns, profileKey, profileRows, totalOf, type Row } from "../rows";
import { sameName } from "../../domain/taxonomy";
import { quoted } from "../words";

export const partsOfWholes: Rule = (book) => [...againstSupply(book), ...againstPosts(book)];

/** The total of a column, or null unless every row has a count or says that none can exist: what is no count is found by itself, not once more here. */
function columnTotal(rows: readonly Row[], header: string): number | null {
  let sum = 0;
  for (const row of rows) {
    const figure = row.at(header)?.figure;
    if (figure?.kind === "number" && figure.value >= 0 && Number.isInteger(figure.value)) sum += figure.value;
    else if (figure?.kind !== "not-applicable") return null;
  }
  return rows.length === 0 ? null : sum;
}

/** Supply counts a person once for each role group, so different people can only be fewer. */
function againstSupply(book: Book): readonly Finding[] {
  const demand = demandRows(book);
  const known: readonly Population[] = populations;
  return known.filter(({ horizon }) => horizon !== undefined).flatMap(({ name }, index) => {
    const column = horizonColumns[index]?.supply ?? "";
    const supply = columnTotal(demand, column);
    return supply === null ? [] : largest(book, name, (people) => people > supply).map(({ row, people, place }) =>
      finding("E32.supply", place, { key: quoted(profileKey(row)), found: plainNumber(people), supply: plainNumber(supply), column }));
  });
}

/** Whole-time equivalents and people cannot be compared. */
function againstPosts(book: Book): readonly Finding[] {
  if (sameName(textNamed(book, "nmDemandUnit"), demandUnitWords.wte)) return [];
  const demand = demandRows(book);
  const [posts, vacant] = [columnTotal(demand, "Posts"), columnTotal(demand, "Vacancies now")];
  if (posts === null || vacant === null) return [];
  return largest(book, "Post-holders", (people) => people !== posts - vacant).map(({ row, people, place }) =>
    finding("E32.post-holders", place, { key: quoted(profileKey(row)), found: plainNumber(people), posts: plainNumber(posts - vacant) }));
}

/** The first row of a population whose people are out of bounds: the other groups sort the same people and would say the same. */
function largest(book: Book, population: string, isOut: (people: number) => boolean): readonly { readonly row: Row; readonly people: number; readonly place: Finding["place"] }[] {
  const found = profileRows(book).flatMap((row) => {
    const [people, place] = [totalOf(row), row.at("In group")?.place];
    return !sameName(row.text("Population"), population) || people === null || people === 0 || place === undefined || !isOut(people) ? [] : [{ row, people, place }];
  });
  return found.slice(0, 1);
}
