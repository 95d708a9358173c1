/** Catches parts larger than the whole: doctors and clinicians, vacancies and posts, people ready and supply, post-holders and posts (E31, E32, E34). */
import { groups, nameKey, populations, type Group, type Population } from "../../domain/taxonomy";
import { demandUnitWords } from "../../blueprint/setup";
import { textNamed, type Book } from "../book";
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber } from "../reading";
import { demandKey, demandRows, horizonColumns, profileBy, profileKey, profileRows, rowKey, totalOf, type Row } from "../rows";
import { sameName } from "../../domain/taxonomy";
import { quoted } from "../words";

export const partsOfWholes: Rule = (book) => [...vacancies(book), ...groupsWithin(book), ...againstSupply(book), ...againstPosts(book)];

function vacancies(book: Book): readonly Finding[] {
  return demandRows(book).flatMap((row) => {
    const [posts, vacant, place] = [row.number("Posts"), row.number("Vacancies now"), row.at("Vacancies now")?.place];
    if (posts === null || vacant === null || place === undefined || vacant <= posts) return [];
    return [finding("E34", place, { key: quoted(demandKey(row)), vacancies: plainNumber(vacant), posts: plainNumber(posts) })];
  });
}

function groupsWithin(book: Book): readonly Finding[] {
  const rows = profileBy(profileRows(book));
  const known: readonly Group[] = groups;
  return known.flatMap(({ name, within }) => (within === undefined ? [] : [...rows.values()].filter((row) => nameKey(row.text("Group")) === nameKey(name)).flatMap((row) => {
    const whole = rows.get(rowKey(within, row.text("Population")));
    const [part, all, place] = [row.number("In group"), whole?.number("In group") ?? null, row.at("In group")?.place];
    if (part === null || all === null || place === undefined || part <= all) return [];
    return [finding("E31", place, { part: name, found: plainNumber(part), population: row.text("Population").toLowerCase(), whole: plainNumber(all), inWhole: within.toLowerCase() })];
  })));
}

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
