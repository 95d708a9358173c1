/** Everything that is not as the template made it, on whatever sheets there are. What a person did beside the template is of no account. */
import { sheetDefinitions } from "../../blueprint/definitions";
import { templateVersion } from "../../blueprint/setup";
import { coreSheets } from "../../blueprint/workbook-blueprint";
import { sheetIn, textNamed, type Book } from "../book";
import type { Standing } from "../standing";
import { calledAgain } from "./called";
import { columnDrift } from "./column-drift";
import type { Drift } from "./drift";
import { lineDrift } from "./line-drift";
import { madeFor } from "./made";
import { nameDrift } from "./name-drift";
import { placesIn } from "./places";
import { partDrift } from "./part-drift";

/** None where the book was read without what stands beside its figures, or its template is of another version. In the order of the sheets. */
export function findDrift(book: Book): readonly Drift[] {
  const known = found.get(book);
  if (known !== undefined) return known;
  const drift = everything(book);
  found.set(book, drift);
  return drift;
}

/** Rules, the pane and the repair ask for the same; a book as read never changes. */
const found = new WeakMap<Book, readonly Drift[]>();

function everything(book: Book): readonly Drift[] {
  const { standing } = book;
  if (standing === undefined || book.sheets.length === 0 || isOtherVersion(book)) return [];
  const called = calledAgain(book, standing);
  return [...gone(book), ...sheetDefinitions.flatMap(({ id }) => onSheet(book, { ...standing, called }, id))];
}

/** The Cover names a version that we can read and that is not ours. */
export function isOtherVersion(book: Book): boolean {
  const found = textNamed(book, "nmTemplateVersion");
  return /^\d+(\.\d+)?$/.test(found) && Number(found) !== Number(templateVersion);
}

function gone(book: Book): readonly Drift[] {
  return sheetDefinitions.filter(({ id }) => coreSheets.includes(id) && sheetIn(book, id) === undefined).map(({ id, tab }) => ({ kind: "sheet", sheet: id, tab }));
}

function onSheet(book: Book, standing: Standing, id: Drift["sheet"]): readonly Drift[] {
  const [sheet, stands] = [sheetIn(book, id), standing.sheets.get(id)];
  if (sheet === undefined || stands === undefined) return [];
  const places = placesIn(book, standing, sheet, stands, madeFor(book, id));
  return [...partDrift(places), ...nameDrift(places), ...lineDrift(places), ...columnDrift(places)];
}
