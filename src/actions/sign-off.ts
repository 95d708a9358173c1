/**
 * Signs the figures as they are: preparer, lead director and board in turn. Always checks first, and signs nothing while something must be put right
 * or is not explained. A nil return is signed the same way, with the reason why there is nothing to return.
 */
import { signatories, signatoryNamed, type Signatory } from "../domain/signatories";
import { amend, type Amendment } from "../excel/amend";
import type { Judged } from "../excel/check-template";
import type { BookReading } from "../excel/read-book";
import { stateWords } from "../returns/sign-off/life-cycle";
import type { LogEntry } from "../returns/sign-off/log";
import { firstFigure, nilNote, roundOf } from "../returns/sign-off/standing";
import { onDay, recordWriting } from "../returns/sign-off/write-record";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { judged, lineFor } from "./check";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { assertChecks, happens, inTheWay, noteIn, personIn, personOptions, STANDING, usable, type Person, type Usable } from "./record";
import { optionProblem, optionsIn, textIn } from "./template-options";
import { inSentence } from "./words";

export const signOff: Action = {
  id: "sign-off",
  label: "Sign off",
  options: {
    as: `who signs: ${signatories.map(({ id }) => id).join(", ")}, in this order`, ...personOptions, note: "anything the record should say",
    nil: "the reason of a nil return, where there is nothing to return: every figure has to be blank",
  },
  async perform(raw, progress) {
    const options = optionsIn(raw, signOff.options);
    const asked: Asked = { as: signatoryIn(textIn(options, "as")), person: personIn(options), note: noteIn(options, "note"), nil: textIn(options, "nil") ?? null };
    if (asked.nil !== null && asked.nil.length < 5) throw optionProblem("nil", "Say why there is nothing to return.");
    const told = await inOneStep(progress, "Checking and signing", () => sayingWhatStands(() => amend("signing the figures", (reading) => decide(reading, asked), now()), "sign again"), STANDING);
    if (told.problem !== null) throw told.problem;
    return { says: told.says, findings: told.judged.findings.found.map(lineFor), files: [] };
  },
};

interface Asked { readonly as: Signatory; readonly person: Person; readonly note: string; readonly nil: string | null }
/** The check is written down even where nothing is signed; the problem is told afterwards. */
interface Told { readonly says: string; readonly judged: Judged; readonly problem: ActionProblem | null }

function signatoryIn(text: string | undefined): Signatory {
  const found = signatoryNamed(text ?? "");
  if (found === null) throw optionProblem("as", `${text === undefined ? "Say who signs" : `"${text}" does not sign`}. Use ${inSentence(signatories.map(({ id }) => id))}.`);
  return found;
}

async function decide(reading: BookReading, asked: Asked): Promise<Amendment<Told>> {
  const standing = usable(reading, asked.nil);
  assertChecks(reading);
  const entered = asked.nil === null ? null : firstFigure(reading.book);
  if (entered !== null) throw new ActionProblem("not-nil", `A nil return has no figures, and ${entered.tab}, ${entered.cell} has one. Clear the figures, or sign without a reason for a nil return. Nothing was changed.`);
  const check = await judged(reading.book);
  const refuse = (problem: ActionProblem): Amendment<Told> => ({ check, record: null, told: { says: "", judged: check, problem } });
  const isNil = standing.figures.header.nil !== null;
  const way = inTheWay(check, isNil ? ({ place }) => place.identity === "cover" || place.identity === "sign-off" : undefined);
  if (way !== "") return refuse(new ActionProblem("not-ready", `Nothing was signed: ${way} All findings are on Checks.`));
  const turn = turnOf(standing, asked);
  if (turn instanceof ActionProblem) return refuse(turn);
  if (turn !== "") return { check, record: null, told: { says: turn, judged: check, problem: null } };
  const says = `${asked.as.name}: signed by ${asked.person.name}. ${whatNext(standing, asked)}`;
  return { check, record: recordWriting(standing.record, entriesFor(standing, asked), standing.now), told: { says, judged: check, problem: null } };
}

/** Whose turn it is: "" where it is theirs, words where there is nothing to sign, and a problem where others come first. */
function turnOf({ record, state, now: { digest } }: Usable, { as }: Asked): string | ActionProblem {
  if (state.kind === "accepted") return new ActionProblem("locked", `The region accepted sequence ${state.sequence}, which locks the return. Reopen it with a reason, then sign again. Nothing was signed.`);
  if (state.kind === "sent" || state.kind === "resubmitted") return `These figures were signed off and sent as sequence ${state.sequence}, so there is nothing to sign. Nothing was added to the record.`;
  const signed = state.kind === "signed-off" ? signatories.map(({ id }) => id) : state.kind === "checked" ? state.signed : [];
  const before = roundOf(record.lines).filter((line) => line.event === "signed" && line.as === as.id && line.figures === digest).at(-1);
  if (signed.includes(as.id) && before !== undefined) return `${as.name}: ${before.by} signed these figures already, on ${onDay(before.on)}. Nothing was added to the record.`;
  const first = signatories.slice(0, signatories.indexOf(as)).filter(({ id }) => !signed.includes(id));
  return first.length === 0 ? "" : new ActionProblem("out-of-turn", `Nothing was signed: ${inSentence(first.map(({ name }) => name.toLowerCase()))} ${first.length === 1 ? "signs" : "sign"} before the ${as.name.toLowerCase()}, and ${first.length === 1 ? "has" : "have"} not signed these figures yet. Ask for that signature first.`);
}

function entriesFor({ state, now: { digest } }: Usable, { as, person, note, nil }: Asked): readonly LogEntry[] {
  const said = nil === null ? note : nilNote(nil, note);
  const isChecked = state.kind === "checked";
  return [...(isChecked ? [] : [happens("checked", person, digest, { note: nil === null ? "" : nilNote(nil, "") })]), happens("signed", person, digest, { as: as.id, note: said })];
}

function whatNext({ state }: Usable, { as }: Asked): string {
  const rest = signatories.slice(signatories.indexOf(as) + 1);
  const voided = state.kind === "void" ? "Earlier signatures were for other figures and do not count. " : "";
  return rest.length === 0 ? `${stateWords["signed-off"]}: the return can be sent.` : `${voided}Next to sign: ${inSentence(rest.map(({ name }) => name.toLowerCase()))}.`;
}
