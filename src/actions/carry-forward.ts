/**
 * Starts a new period from the return that was sent: its figures go to Last return, the entry sheets are cleared, and the Cover gets the new period. In two
 * steps, so that the figures stand on Last return before any is cleared; what was not finished can be asked for again.
 */
import { lastReturnSheet, lastReturnTable } from "../blueprint/sheets/last-return";
import { queriesSheet, queriesTable } from "../blueprint/sheets/queries";
import { financialYear, isoDate, longDate, serialOfDate, type IsoDate } from "../domain/period";
import { amend, type Amendment } from "../excel/amend";
import type { BookReading } from "../excel/read-book";
import { clearedColumns } from "../returns/carry-forward";
import { lastReturnIn, lastReturnRows } from "../returns/last-return";
import { lastSent, type Sent } from "../returns/sign-off/record";
import { recordWriting } from "../returns/sign-off/write-record";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { happens, personIn, personOptions, usable, type Person, type Usable } from "./record";
import { flagIn, optionProblem, optionsIn, textIn } from "./template-options";
import { plural } from "./words";

export const carryForward: Action = {
  id: "carry-forward",
  label: "Start a new period",
  options: { period: "the new financial year, such as 2010/11", asAt: "the new as-at date as yyyy-mm-dd", ...personOptions, confirm: "true to go ahead; otherwise it only says what would go" },
  async perform(raw, progress) {
    const options = optionsIn(raw, carryForward.options);
    const asked: Asked = { period: periodIn(textIn(options, "period")), asAt: asAtIn(textIn(options, "asAt")), person: personIn(options), confirm: flagIn(options, "confirm") };
    await inOneStep(progress, "Keeping the figures of the last return", () => sayingWhatStands(() => amend("keeping the figures of the last return", (reading) => kept(reading, asked), now()), "start the new period again"), "The figures that are entered are as they were.");
    const says = await inOneStep(progress, "Starting the new period", () => amend("starting the new period", (reading) => started(reading, asked), now()), FINISH);
    return { says, findings: [], files: [] };
  },
};

const FINISH = "Some entries may be cleared and others not. Every figure stands on Last return. Start the new period again to finish.";

interface Asked { readonly period: string; readonly asAt: IsoDate; readonly person: Person; readonly confirm: boolean }

function periodIn(text: string | undefined): string {
  const year = financialYear(text ?? "");
  if (year === null) throw optionProblem("period", "Give a financial year, such as 2010/11.");
  return year.label;
}

function asAtIn(text: string | undefined): IsoDate {
  const date = isoDate(text ?? "");
  if (date === null) throw optionProblem("asAt", "Give a date as yyyy-mm-dd, such as 2010-03-31.");
  return date;
}

/** What was sent, and whether its figures stand on Last return already since a first try was broken off. @throws ActionProblem where nothing was sent, or figures were changed since */
function sentIn({ book }: BookReading, { record, state, figures: { header } }: Usable, { period, asAt }: Asked): { readonly sent: Sent; readonly isKept: boolean } {
  const sent = lastSent(record);
  const last = lastReturnIn(book);
  const isKept = sent !== null && last !== null && last.header.digest === sent.digest;
  if (sent === null) throw new ActionProblem("not-sent", "A new period starts from a return that was sent, and none was. Sign it off and send it first. Nothing was changed.");
  if (!isKept && state.kind !== "sent" && state.kind !== "resubmitted" && state.kind !== "accepted") throw new ActionProblem("not-sent", "The figures are not those that were sent. Sign them off and send them first, or put back what was changed. Nothing was changed.");
  if (!isKept && (asAt <= header.asAt || period < header.period)) throw new ActionProblem("not-later", `The return that was sent is for ${header.period}, as at ${longDate(header.asAt)}. Give a later date, of the same financial year or a later one. Nothing was changed.`);
  return { sent, isKept };
}

async function kept(reading: BookReading, asked: Asked): Promise<Amendment<null>> {
  const standing = usable(reading);
  const { sent, isKept } = sentIn(reading, standing, asked);
  if (!asked.confirm) throw new ActionProblem("needs-confirmation", `${whatGoes(reading)} Nothing was changed yet. Confirm to go ahead.`);
  if (isKept) return { check: null, record: null, told: null };
  const { header, thresholds, tables } = standing.figures;
  const rows = lastReturnRows({ header: { ...header, sequence: sent.sequence, digest: sent.digest }, thresholds, tables });
  return { check: null, record: null, tables: [{ definition: lastReturnTable, rows, sheet: lastReturnSheet(rows), links: [] }], told: null };
}

function whatGoes({ book }: BookReading): string {
  const gone = clearedColumns(book).reduce((sum, column) => sum + column.gone, 0);
  return `${plural(gone, "entry", "entries")} would be cleared: every figure, day and comment of the entry sheets. The figures are kept on Last return to compare with. Names of rows, sources, thresholds and n/a stay. Save a copy of the workbook first: Excel cannot undo this.`;
}

async function started(reading: BookReading, asked: Asked): Promise<Amendment<string>> {
  const standing = usable(reading);
  const { sent } = sentIn(reading, standing, asked);
  const { header: { period } } = standing.figures;
  const entry = happens("started", asked.person, standing.now.digest, { note: `${asked.period}, as at ${longDate(asked.asAt)}. Carried forward from ${period}, sequence ${sent.sequence}.` });
  const queries = reading.book.tables.has(queriesTable.name) ? [{ definition: queriesTable, rows: [queriesTable.columns.map(() => null)], sheet: queriesSheet(), links: [] }] : [];
  return {
    check: null, record: recordWriting(standing.record, [entry], standing.now), tables: queries,
    entries: { columns: clearedColumns(reading.book), named: new Map<string, string | number>([["nmPeriod", asked.period], ["nmAsAt", serialOfDate(asked.asAt)]]) },
    told: `Started ${asked.period}, as at ${longDate(asked.asAt)}. The figures of ${period} are on Last return, and the entry sheets are empty.`,
  };
}
