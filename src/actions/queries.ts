/** The region's queries about what was sent: loaded from its file onto Queries, and answered there. An acceptance locks the return. */
import { queriesSheet, queriesTable } from "../blueprint/sheets/queries";
import { amend, type Amendment } from "../excel/amend";
import type { BookReading } from "../excel/read-book";
import type { TableWriting } from "../excel/write-whole";
import { parseQueryFile } from "../returns/queries/parse-query-file";
import { cellOf, queriesIn, queryRow, type KeptQuery } from "../returns/queries/queries-in-book";
import type { Query, QueryFile } from "../returns/queries/query-file";
import { recordWriting } from "../returns/sign-off/write-record";
import { roundOf } from "../returns/sign-off/standing";
import type { Book } from "../validation/book";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { happens, STANDING, usable, type Usable } from "./record";
import { optionProblem, optionsIn, textIn } from "./template-options";
import { plural } from "./words";

export const loadQueries: Action = {
  id: "load-queries",
  label: "Load queries",
  options: { queries: "the text of a region's query file" },
  async perform(raw, progress) {
    const text = optionsIn(raw, loadQueries.options).get("queries");
    if (typeof text !== "string" || text.trim() === "") throw optionProblem("queries", "Give the text of a region's query file in quotes.");
    const file = fileIn(text);
    const says = await inOneStep(progress, "Loading the queries", () => sayingWhatStands(() => amend("writing the queries down", (reading) => loaded(reading, file), now()), "load them again"), STANDING);
    return { says, findings: [], files: [] };
  },
};

export const answerQuery: Action = {
  id: "answer-query",
  label: "Answer a query",
  options: { query: "number of the query", text: "the answer, in at most 500 letters", by: "who answers" },
  async perform(raw, progress) {
    const options = optionsIn(raw, answerQuery.options);
    const [query, text, by] = [textIn(options, "query") ?? "", textIn(options, "text") ?? "", textIn(options, "by") ?? ""];
    if (text === "" || text.length > 500) throw optionProblem("text", text === "" ? "Say what the region should know." : "Shorten it to 500 letters.");
    if (by === "" || by.length > 100) throw optionProblem("by", "Say who answers, in at most 100 letters.");
    const says = await inOneStep(progress, "Writing the answer down", () => sayingWhatStands(() => amend("writing the answer down", (reading) => answered(reading, { query, text, by }), now()), "answer again"), STANDING);
    return { says, findings: [], files: [] };
  },
};

/** @throws ActionProblem "bad-query-file" with what is not as it should be */
function fileIn(text: string): QueryFile {
  try {
    return parseQueryFile(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ActionProblem("bad-query-file", `This is no query file that can be read. ${error.message} Nothing was changed.`, { cause: error });
  }
}

async function loaded(reading: BookReading, file: QueryFile): Promise<Amendment<string>> {
  const standing = usable(reading);
  const sent = sentLine(standing, file);
  const kept = queriesIn(reading.book);
  const fresh = file.queries.filter(({ id }) => !kept.some((each) => each.id === id));
  const last = roundOf(standing.record.lines).at(-1);
  const isThere = fresh.length === 0 && last !== undefined && roundOf(standing.record.lines).some(({ event, sequence }) => event === file.decision && sequence === file.sequence);
  if (isThere) return { check: null, record: null, told: "This file was loaded already. Nothing was changed." };
  const entry = happens(file.decision, { name: file.by, role: file.region.name }, sent.figures, { sequence: file.sequence, note: file.decision === "accepted" ? "" : plural(file.queries.length, "query", "queries") });
  const tables = file.decision === "accepted" ? [] : [writingOf(reading.book, [...kept.map((each) => ({ query: each, typed: each.typed })), ...fresh.map((query) => ({ query }))])];
  const told = file.decision === "accepted" ? `${file.region.name} accepted sequence ${file.sequence}. The return is locked: a change of its figures shows as void, and it can be reopened with a reason.`
    : `${file.region.name} asks ${plural(file.queries.length, "query", "queries")} about sequence ${file.sequence}. ${file.queries.length === 1 ? "It is" : "They are"} on Queries: answer ${file.queries.length === 1 ? "it" : "each"}, then have the figures signed and send the return again.`;
  return { check: null, record: recordWriting(standing.record, [entry], standing.now), tables, told };
}

/** The line that says that what the file is about was sent. @throws ActionProblem where it is about another return */
function sentLine({ figures: { header }, record }: Usable, file: QueryFile): Usable["record"]["lines"][number] {
  const refuse = (code: string, says: string): ActionProblem => new ActionProblem(code, `${says} Nothing was changed.`);
  if (file.organisation.code.toUpperCase() !== header.organisation.code.toUpperCase()) throw refuse("other-organisation", `This file is for ${file.organisation.name} (${file.organisation.code}), and this workbook is of ${header.organisation.name} (${header.organisation.code}). Ask the region for your own.`);
  if (file.period !== header.period) throw refuse("other-period", `This file is about ${file.period}, and this workbook about ${header.period}. Load it into the workbook of its period.`);
  const line = record.lines.find(({ event, sequence, number }) => event === "sent" && sequence === file.sequence && record.digests.get(number) === file.returnDigest);
  if (line === undefined) throw refuse("not-sent", `This file is about sequence ${file.sequence} with the digest ${file.returnDigest.slice(0, 8)}, which was not sent from this workbook. Ask the region which return it means, or load it into the workbook that sent it.`);
  return line;
}

interface Writing { readonly query: Query; readonly typed?: KeptQuery["typed"] }

function writingOf(book: Book, all: readonly Writing[]): TableWriting {
  const rows = all.map(({ query, typed }) => queryRow(book, query, typed));
  const links = all.flatMap(({ query }, row) => { const to = cellOf(book, query); return to === null ? [] : [{ row, header: "Cell", to }]; });
  return { definition: queriesTable, rows, sheet: queriesSheet(rows), links };
}

async function answered(reading: BookReading, { query, text, by }: { readonly query: string; readonly text: string; readonly by: string }): Promise<Amendment<string>> {
  const standing = usable(reading);
  const kept = queriesIn(reading.book);
  const asked = kept.find(({ id }) => id === query);
  if (asked === undefined) throw new ActionProblem("not-found", `There is no query "${query}" on Queries. Load the region's file first. Nothing was changed.`);
  const typed = { text, by, on: Math.floor(now()) };
  const rows = kept.map((each) => ({ query: each, typed: each.id === query ? typed : each.typed }));
  const left = kept.filter(({ id, answer }) => id !== query && answer === null).length;
  const entry = happens("answered", { name: by, role: "" }, standing.now.digest, { note: `Query ${query}` });
  return {
    check: null, record: recordWriting(standing.record, [entry], standing.now), tables: [writingOf(reading.book, rows)],
    told: `Answered. ${left === 0 ? "Every query has its answer: have the figures signed and send the return again." : `${plural(left, "query waits", "queries wait")} for an answer.`}`,
  };
}
