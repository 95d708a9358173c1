/** Opens a return again that was accepted and so locked, or whose record was lost: with a reason, which the record keeps. Every signature has to be given anew. */
import { amend, type Amendment } from "../excel/amend";
import type { BookReading } from "../excel/read-book";
import { recordIn } from "../returns/sign-off/record";
import { standingIn } from "../returns/sign-off/standing";
import { recordWriting } from "../returns/sign-off/write-record";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { assertTemplate, figuresNow, happens, headerProblem, personIn, personOptions, reasonIn, STANDING, usable, type Person } from "./record";
import { optionsIn } from "./template-options";

export const reopen: Action = {
  id: "reopen",
  label: "Reopen",
  options: { ...personOptions, reason: "why: it is kept in the record and goes with the next return" },
  async perform(raw, progress) {
    const options = optionsIn(raw, reopen.options);
    const [person, reason] = [personIn(options), reasonIn(options, "reason", "Say why it is opened again.")];
    const says = await inOneStep(progress, "Reopening the return", () => sayingWhatStands(() => amend("reopening the return", (reading) => decide(reading, person, reason), now()), "reopen again"), STANDING);
    return { says, findings: [], files: [] };
  },
};

async function decide(reading: BookReading, person: Person, reason: string): Promise<Amendment<string>> {
  assertTemplate(reading.book);
  const before = recordIn(reading.book);
  if (before.verdict.kind === "gone") return Promise.resolve(begunAnew(reading, person, reason));
  const { record, state, now: figures } = usable(reading);
  if (record.lines.length === 0 || state.kind === "draft") throw new ActionProblem("not-locked", "The return is a draft and can be changed as it is: there is nothing to reopen. Nothing was changed.");
  return { check: null, record: recordWriting(record, [happens("reopened", person, figures.digest, { note: reason })], figures), told: "Reopened. Change what has to be changed, then have it signed and send it again: it goes with the next sequence number." };
}

/** The record was lost with its sheet. What the Cover still knows of it goes into the first line of the new one. */
function begunAnew({ book, checks }: BookReading, person: Person, reason: string): Amendment<string> {
  const { record: { head }, figures, lacking } = standingIn(book);
  if (figures === null) throw headerProblem(lacking);
  const now = figuresNow({ book, checks }, figures.figuresDigest);
  const note = `The record before, of ${head?.number ?? 0} lines ending in ${head?.hash.slice(0, 8) ?? ""}, was lost: ${reason}`;
  const empty = { lines: [], digests: new Map<number, string>(), head, verdict: { kind: "whole" } as const };
  return { check: null, record: recordWriting(empty, [happens("reopened", person, now.digest, { note })], now), told: "A new record was begun. Its first line says that the one before was lost, and goes with the next return." };
}
