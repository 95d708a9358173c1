/** Asks about openings and people ready that are few or many for the posts there are (W41, W42, W48). */
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber } from "../reading";
import { demandKey, demandRows, horizonColumns, type Row } from "../rows";
import { quoted, yearsAhead } from "../words";

/** One leader in ten leaving a year is few: chief executives stay two and a half years on average. */
const LEAVERS_A_YEAR = 0.1;
const LOW = (LEAVERS_A_YEAR * yearsAhead) / 2;
const HIGH = 5;
/** Chance alone leaves a handful of posts without an opening. */
const POSTS_ENOUGH = 10;
const CHOICE_HIGH = 10;

export const plausibleOpenings: Rule = (book) => demandRows(book).flatMap((row) => [...withoutPosts(row), ...fewOrMany(row), ...muchChoice(row)]);

function withoutPosts(row: Row): readonly Finding[] {
  const place = row.at("Posts")?.place;
  const ready = horizonColumns.reduce((sum, { supply }) => sum + (row.number(supply) ?? 0), 0);
  return place === undefined || row.number("Posts") !== 0 || ready === 0 ? [] : [finding("W41", place, { key: quoted(demandKey(row)), supply: plainNumber(ready) })];
}

function fewOrMany(row: Row): readonly Finding[] {
  const openings = horizonColumns.map(({ demand }) => row.number(demand));
  const [posts, place] = [row.number("Posts"), row.at(horizonColumns[0].demand)?.place];
  if (posts === null || posts === 0 || place === undefined || openings.some((figure) => figure === null)) return [];
  const demand = openings.reduce((sum: number, figure) => sum + (figure ?? 0), 0);
  const facts = { key: quoted(demandKey(row)), posts: plainNumber(posts), demand: plainNumber(demand) };
  if (demand > HIGH * posts) return [finding("W42.high", place, facts)];
  return posts >= POSTS_ENOUGH && demand > 0 && demand < LOW * posts ? [finding("W42.low", place, facts)] : [];
}

function muchChoice(row: Row): readonly Finding[] {
  return horizonColumns.flatMap(({ demand, supply }) => {
    const [openings, ready, place] = [row.number(demand), row.number(supply), row.at(supply)?.place];
    if (openings === null || ready === null || place === undefined || openings <= 0 || ready / openings <= CHOICE_HIGH) return [];
    return [finding("W48", place, { key: quoted(demandKey(row)), supply: plainNumber(ready), demand: plainNumber(openings), column: supply })];
  });
}
