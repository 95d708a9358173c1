/**
 * Makes the return of a workbook as a file and notes in the record that it was sent. Only figures that are signed off as they are can be sent; a draft
 * is marked as one and leaves no trace. A return that went before is named in the one that takes its place, with the reason.
 */
import { amend, type Amendment } from "../excel/amend";
import type { BookReading } from "../excel/read-book";
import type { Judged } from "../excel/check-template";
import { signatories } from "../domain/signatories";
import { textNamed, type Book } from "../validation/book";
import { templateVersion } from "../blueprint/setup";
import { dataPackage, packageNameOf } from "../returns/file/data-package";
import { encrypted, ENCRYPTED_ENDING } from "../returns/file/encrypt";
import { fileNameOf, writeReturn } from "../returns/file/write-return";
import type { ReturnDocument } from "../returns/format/return-document";
import { countsOf, documentOf, explanationsOf } from "../returns/from-judged";
import { queriesIn } from "../returns/queries/queries-in-book";
import type { LogLine } from "../returns/sign-off/log";
import { lastSent, type Sent } from "../returns/sign-off/record";
import { nextSignatory, signaturesIn } from "../returns/sign-off/standing";
import { logWith, recordWriting } from "../returns/sign-off/write-record";
import { ActionProblem, type Action, type MadeFile } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { base64Of } from "./base64";
import { judged, lineFor } from "./check";
import { minuteHere, now } from "./clock";
import { inOneStep } from "./one-step";
import { assertChecks, happens, inTheWay, STANDING, usable, type Usable } from "./record";
import { rulesFor } from "./rules-in-use";
import { sendOptions, sendRequest, type SendRequest } from "./send-options";
import { optionProblem } from "./template-options";
import { inSentence } from "./words";

export const exportReturn: Action = {
  id: "export-return",
  label: "Send",
  options: sendOptions,
  async perform(raw, progress) {
    const asked = sendRequest(raw);
    const told = await inOneStep(progress, "Making the return", () => sayingWhatStands(() => amend("noting that the return was sent", (reading) => decide(reading, asked), now()), "send again"), STANDING);
    if (told.problem !== null) throw told.problem;
    return { says: told.says, findings: told.judged.findings.found.map(lineFor), files: told.files };
  },
};

interface Told { readonly says: string; readonly judged: Judged; readonly files: readonly MadeFile[]; readonly problem: ActionProblem | null }

async function decide(reading: BookReading, asked: SendRequest): Promise<Amendment<Told>> {
  const standing = usable(reading);
  if (!asked.draft) assertChecks(reading);
  const check = await judged(reading.book);
  const told = (says: string, files: readonly MadeFile[]): Told => ({ says, judged: check, files, problem: null });
  if (asked.draft) {
    const document = await documentFor(reading.book, standing, check, { asked, log: standing.record.lines, on: minuteHere(), sequence: nextSequence(standing), before: null });
    return { check: null, record: null, told: told(`Made a draft: ${fileNameOf(document.header)}. It says on every sheet that nobody signed it, and is not noted as sent.`, await filesOf(document, asked)) };
  }
  const again = await sentAgain(reading.book, standing, check, asked);
  if (again !== null) return { check: null, record: null, told: told(`The same file as was sent before: sequence ${again.header.sequence}, digest ${again.digest.slice(0, 8)}. Nothing was added to the record.`, await filesOf(again, asked)) };
  assertSigned(standing);
  const way = inTheWay(check, standing.figures.header.nil === null ? undefined : ({ place }) => place.identity === "cover" || place.identity === "sign-off");
  if (way !== "") return { check, record: null, told: { ...told("", []), problem: new ActionProblem("not-ready", `Nothing was sent: ${way} All findings are on Checks.`) } };
  return sent(reading.book, standing, check, asked);
}

async function sent(book: Book, standing: Usable, check: Judged, asked: SendRequest): Promise<Amendment<Told>> {
  const before = lastSent(standing.record);
  if (before !== null && asked.reason.length < 5) throw optionProblem("reason", `Sequence ${before.sequence} was sent already. Say why it is sent again: the region sees the reason.`);
  const preparer = signaturesIn(standing.record.lines)[0]?.line;
  const sequence = nextSequence(standing);
  const entry = happens("sent", { name: asked.name === "" ? preparer?.by ?? "" : asked.name, role: asked.name === "" ? preparer?.role ?? "" : asked.role }, standing.now.digest, { sequence, note: asked.reason });
  const document = await documentFor(book, standing, check, { asked, log: logWith(standing.record.lines, [entry]), on: entry.on, sequence, before });
  // The file first: where it cannot be made, nothing is noted as sent.
  const files = await filesOf(document, asked);
  const says = `Made ${inSentence(files.map(({ name }) => name))}: sequence ${sequence}, digest ${document.digest.slice(0, 8)}.${before === null ? "" : ` It takes the place of sequence ${before.sequence}.`} It is noted as sent, so send it to the region by the way that is usual for you.`;
  return { check, record: recordWriting(standing.record, [entry], standing.now, { sequence, digest: document.digest }), told: { says, judged: check, files, problem: null } };
}

const nextSequence = ({ record }: Usable): number => (lastSent(record)?.sequence ?? 0) + 1;

interface Going { readonly asked: SendRequest; readonly log: readonly LogLine[]; readonly on: string; readonly sequence: number; readonly before: Sent | null }

async function documentFor(book: Book, { figures }: Usable, { findings: { found } }: Judged, { asked, log, on, sequence, before }: Going): Promise<ReturnDocument> {
  const { pack: { name, version } } = await rulesFor(book);
  const made = textNamed(book, "nmTemplateVersion");
  return documentOf(figures, {
    header: {
      region: asked.region, stage: asked.draft ? "draft" : "final", sequence, replaces: before === null ? null : { ...before, reason: log.at(-1)?.note ?? asked.reason },
      templateVersion: made === "" ? templateVersion : made, rulePack: { name, version }, madeOn: on, contacts: asked.contacts,
    },
    explanations: explanationsOf(found), checked: countsOf(found), answers: queriesIn(book).flatMap(({ answer }) => answer ?? []), log,
  });
}

/** The return that was sent last, made again from what stands: the very same, or null where figures, explanations or contacts are not those any more. */
async function sentAgain(book: Book, standing: Usable, check: Judged, asked: SendRequest): Promise<ReturnDocument | null> {
  const { record, state } = standing;
  const line = record.lines.at(-1);
  if ((state.kind !== "sent" && state.kind !== "resubmitted") || line?.event !== "sent" || asked.reason !== "") return null;
  const earlier = { ...record, lines: record.lines.slice(0, -1) };
  const document = await documentFor(book, standing, check, { asked, log: record.lines, on: line.on, sequence: line.sequence ?? 1, before: lastSent({ ...earlier, head: null }) });
  return document.digest === lastSent(record)?.digest ? document : null;
}

/** @throws ActionProblem that says who has to sign, or what has to happen first */
function assertSigned({ state }: Usable): void {
  const refuse = (code: string, says: string): ActionProblem => new ActionProblem(code, `${says} Nothing was sent.`);
  switch (state.kind) {
    case "signed-off": return;
    case "void": throw refuse("void", `Figures were changed since they were ${state.changedSince.event === "signed" ? "signed" : "sent"}. Check them and have them signed again.`);
    case "sent": case "resubmitted": throw refuse("already-sent", `These figures were sent as sequence ${state.sequence}. Reopen the return with a reason to send it anew, or give the same contacts to make the same file.`);
    case "accepted": throw refuse("locked", `The region accepted sequence ${state.sequence}, which locks the return. Reopen it with a reason first.`);
    case "queried": throw refuse("not-signed-off", "The region asked about what was sent. Answer its queries and have the figures signed again.");
    case "draft": case "checked": {
      const next = nextSignatory(state);
      const missing = signatories.filter(({ id }) => state.kind !== "checked" || !state.signed.includes(id)).map(({ name }) => name.toLowerCase());
      throw refuse("not-signed-off", `These figures are not signed off: ${inSentence(missing)} ${missing.length === 1 ? "has" : "have"} not signed.${next === null ? "" : ` Ask the ${next.name.toLowerCase()} to sign next.`}`);
    }
  }
}

async function filesOf(document: ReturnDocument, { passphrase, also }: SendRequest): Promise<readonly MadeFile[]> {
  const name = fileNameOf(document.header);
  const made: readonly (readonly [string, Uint8Array])[] = [[name, await writeReturn(document)], ...(also === null ? [] : [[packageNameOf(name), await dataPackage(document)] as const])];
  return Promise.all(made.map(async ([as, bytes]) => (passphrase === null ? { name: as, base64: base64Of(bytes) } : { name: `${as}${ENCRYPTED_ENDING}`, base64: base64Of(await encrypted(bytes, passphrase)) })));
}
