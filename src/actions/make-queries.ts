/** What a region sends back about a return: its queries, or that the return is accepted, as a file that the organisation's pane loads. Noted on the register. */
import { keptTable } from "../blueprint/region/region-lists";
import { registerTable } from "../blueprint/region/register";
import { longDate } from "../domain/period";
import type { RegionChange, RowChange, TableChange } from "../excel/region/change-region";
import type { RegionReading } from "../excel/region/read-region";
import { codeOf } from "../returns/collect/choose";
import { acceptance, queriesFor, queryFileName, queryFileText } from "../returns/queries/make-queries";
import type { QueryFile } from "../returns/queries/query-file";
import { ActionProblem, type Action, type RegionShown } from "./action";
import { base64Of } from "./base64";
import { today } from "./clock";
import { shownOf } from "./consolidate";
import { gather, type Gathered } from "./region/gathering";
import { queryRows } from "./region/kept-queries";
import { regionWritten } from "./region/region-written";
import { assertReturns, NOTHING_GIVEN } from "./region/read-gathered";
import { findingLines } from "./region/findings-of-region";
import { codeIn, decided, decisionInWords, registerRows } from "./region/register-list";
import { rulesInWords } from "./region/rules-in-words";
import type { RulesInUse } from "./rules-in-use";
import { optionProblem, optionsIn, textIn } from "./template-options";
import { Turns } from "./turns";
import { plural } from "./words";

const SHORTEST_QUESTION = 5;

export const makeQueries: Action = {
  id: "make-queries",
  label: "Ask or accept",
  options: {
    organisation: "code of the organisation", by: "who asks or accepts", decision: "queried or accepted (queried unless said)",
    question: "a question of your own, beside what the rules found",
  },
  async perform(raw, { step, signal }) {
    const asked = askedIn(optionsIn(raw, makeQueries.options));
    step(asked.decision === "queried" ? "Making the queries" : "Accepting the return", 0, 1);
    signal.throwIfAborted();
    const { rest } = new Turns(signal);
    let made: Made | null = null;
    const decide = async (reading: RegionReading): Promise<RegionChange> => {
      const gathered = await gather(reading, NOTHING_GIVEN, [], rest);
      assertReturns(gathered);
      const file = fileFor(asked, gathered);
      const { change, shown } = await changeNoting(reading, gathered, file);
      made = { file, shown, rules: gathered.rules };
      return change;
    };
    await regionWritten({ doing: "noting the decision", decide, wrote: () => undefined }, "ask again");
    if (made === null) throw new Error("No query file was made.");
    step("Done", 1, 1);
    const { file, shown, rules }: Made = made;
    const name = queryFileName(file);
    const says = file.decision === "accepted" ? `The return of ${file.organisation.name}, sequence ${file.sequence}, is accepted.` : `${plural(file.queries.length, "query", "queries")} for ${file.organisation.name} about its return, sequence ${file.sequence}.`;
    const noted = `Send ${name} to the organisation: its pane loads it under Sign off and send. Noted on the Returns register.`;
    return { says: [says, noted, rulesInWords(rules)].filter((words) => words !== "").join(" "), findings: [], files: [{ name, base64: base64Of(new TextEncoder().encode(queryFileText(file))) }], regionShown: shown };
  },
};

interface Made { readonly file: QueryFile; readonly shown: RegionShown; readonly rules: RulesInUse }

interface Asking { readonly code: string; readonly by: string; readonly decision: QueryFile["decision"]; readonly question: string }

/** @throws ActionProblem naming the option */
function askedIn(options: ReadonlyMap<string, unknown>): Asking {
  const [code, by, decision, question] = [textIn(options, "organisation")?.toUpperCase() ?? "", textIn(options, "by") ?? "", textIn(options, "decision") ?? "queried", textIn(options, "question") ?? ""];
  if (code === "") throw optionProblem("organisation", "Give the organisation's code.");
  if (by === "") throw optionProblem("by", "Give the name of who asks: the organisation sees it.");
  if (decision !== "queried" && decision !== "accepted") throw optionProblem("decision", `"${decision}" is not a decision. Use queried or accepted.`);
  if (question !== "" && question.length < SHORTEST_QUESTION) throw optionProblem("question", "Ask in a few words.");
  return { code, by, decision, question };
}

/** @throws ActionProblem "no-return" where none of the organisation counts, "nothing-to-ask" */
function fileFor({ code, by, decision, question }: Asking, { collection, consolidation, queries }: Gathered): QueryFile {
  if (!collection.included.some((each) => codeOf(each) === code)) throw new ActionProblem("no-return", `No return of ${code} counts, so there is nothing to answer. See its line on the Returns register. Nothing was changed.`);
  const on = today();
  if (decision === "accepted") return acceptance(code, collection, { by, on });
  const file = queriesFor(code, collection, consolidation, { by, on, before: queries, own: question === "" ? [] : [{ about: null, says: question, asks: "Answer the question, or correct the figures and send the return again." }] });
  if (file.queries.length === 0) throw new ActionProblem("nothing-to-ask", `The rules found nothing to ask ${code} about. Ask a question of your own, or accept the return. Nothing was changed.`);
  return file;
}

async function changeNoting(reading: RegionReading, { collection, consolidation, queries }: Gathered, file: QueryFile): Promise<{ readonly change: RegionChange; readonly shown: RegionShown }> {
  const code = file.organisation.code.trim().toUpperCase();
  const { collecting, included } = collection;
  const register = collection.register.map((line) => (line.code === code && line.state !== "draft" ? { ...line, state: file.decision } : line));
  const rows = decided(reading.tables.get(registerTable.name)?.rows ?? [], code, decisionInWords(file.decision, longDate(file.madeOn), file.by, file.returnDigest));
  const digests = new Map(included.map((each) => [codeOf(each), each.document.digest]));
  const lines = registerRows(rows, { lines: register, findings: consolidation.findings, digests, asAt: collecting.asAt, listed: [] });
  return {
    change: { named: new Map(), tables: [await keeping(reading, file, queries), { table: registerTable.name, rows: lines }], footer: { organisation: collecting.region.name, period: collecting.period }, show: "returns-register" },
    shown: shownOf({ collection: { ...collection, register }, consolidation }, findingLines(consolidation.findings, collection, (table) => reading.tables.get(table) ?? null, rows.map((row) => codeIn(row)))),
  };
}

/** The file below what is kept, of which nothing is written again; the same file twice is one. */
async function keeping({ tables }: RegionReading, file: QueryFile, queries: readonly QueryFile[]): Promise<TableChange> {
  const standing = (tables.get(keptTable.name)?.rows ?? []).map((): RowChange => ({ holds: [], from: keptTable.columns.length }));
  const added = queries.some(({ digest }) => digest === file.digest) ? [] : await queryRows([file]);
  return { table: keptTable.name, rows: [...standing, ...added.map((holds): RowChange => ({ holds, from: 0 }))] };
}
