/**
 * Holds sheets against the 36 points of the government's checklist for accessible spreadsheets, puts right what is chosen, and writes down what people answer.
 * Looking changes nothing; putting right says first what would change.
 */
import { checkSheets, type Judged } from "../excel/check-accessibility";
import { keepAnswers } from "../excel/keep-answers";
import type { AccessReading } from "../excel/read-accessibility";
import { checkAccessibility, inOrder } from "../validation/accessibility/check-accessibility";
import type { Barrier, Mending, Offer } from "../validation/accessibility/barrier";
import { questions, type Answer } from "../validation/accessibility/questions";
import { ActionProblem, type Action, type ActionReport, type Progress } from "./action";
import { accessibilityOptions, accessibilityRequest, type AccessibilityRequest } from "./accessibility-options";
import { besideLines, lineOf, questionLines } from "./accessibility-lines";
import { sayingWhatStands } from "./after-refusal";
import { now, today } from "./clock";
import { withExcelWords } from "./excel-words";
import { defaultSetup, optionProblem } from "./template-options";
import { inSentence, plural } from "./words";

export const accessibility: Action = {
  id: "accessibility",
  label: "Check accessibility",
  options: accessibilityOptions,
  async perform(raw, progress) {
    const request = accessibilityRequest(raw);
    progress.signal.throwIfAborted();
    const kept = request.answers.length === 0 ? "" : await writeAnswers(request);
    if (request.fix === null) return reported(await looked(request, progress, nothingChosen), [kept]);
    const changes: string[] = [];
    await looked(request, progress, (found) => chosen(found, request, changes));
    // What stands is looked at anew: mendings can bear on each other.
    const after = await looked(request, progress, nothingChosen);
    return reported(after, [kept, `${plural(changes.length, "thing was", "things were")} put right: ${changes.join(" ")} No figure was changed. Excel's Undo takes the sheets back in one step.`]);
  },
};

type Chooses = (found: readonly Barrier[]) => readonly Mending[];
const nothingChosen: Chooses = () => [];

function looked(request: AccessibilityRequest, progress: Progress, chooses: Chooses): Promise<Judged> {
  const choose = (reading: AccessReading): { readonly found: readonly Barrier[]; readonly mendings: readonly Mending[] } => {
    if (reading.unknown.length > 0) throw optionProblem("sheets", `There is no sheet ${inSentence(reading.unknown)}.`);
    const found = checkAccessibility(reading.book, reading.answers);
    return { found, mendings: inOrder(chooses(found)) };
  };
  return withExcelWords(() => checkSheets(request.sheets, choose, progress), "Some of it may be put right already, and no figure was changed. Check again to see what stands; Excel's Undo takes it back.");
}

interface Offered { readonly barrier: Barrier; readonly offer: Offer }

/**
 * What of the offers is to be done.
 * @param changes - is given what is done, in sentences
 * @throws ActionProblem "needs-confirmation" naming what would change; "not-offered" where something cannot be put right here
 */
function chosen(found: readonly Barrier[], { fix, words, confirm }: AccessibilityRequest, changes: string[]): readonly Mending[] {
  const offered = found.flatMap((barrier): readonly Offered[] => (barrier.offer === null ? [] : [{ barrier, offer: barrier.offer }]));
  const picked = fix === "all-offered" ? offered.filter(({ barrier, offer }) => offer.asks === "" || (words.get(barrier.id) ?? "") !== "") : pickedBy(fix ?? [], offered);
  const speechless = picked.find(({ barrier, offer }) => offer.asks !== "" && (words.get(barrier.id) ?? "") === "");
  if (speechless !== undefined) throw new ActionProblem("words-missing", `${speechless.barrier.id}: ${speechless.offer.asks} is needed. Give it under words. Nothing was changed.`);
  if (picked.length === 0) throw new ActionProblem("nothing-offered", "There is nothing here that can be put right without a person. Nothing was changed.");
  const sentences = picked.map(({ offer }) => offer.changes);
  if (!confirm) throw new ActionProblem("needs-confirmation", `This would change: ${sentences.join(" ")} No figure is changed. Nothing was changed yet. Confirm to go ahead.`);
  changes.push(...sentences);
  return picked.map(({ barrier, offer }) => offer.mend(words.get(barrier.id) ?? ""));
}

/** @throws ActionProblem "not-offered" naming the first that is not found or not offered */
function pickedBy(ids: readonly string[], offered: readonly Offered[]): readonly Offered[] {
  const fits = (id: string, { barrier: { id: own, point, case: of, tab, cell } }: Offered): boolean => [own, of, point, `${point} ${tab}`, `${point} ${tab}!${cell}`].includes(id);
  const stranger = ids.find((id) => !offered.some((each) => fits(id, each)));
  if (stranger !== undefined) throw new ActionProblem("not-offered", `${stranger}: This is not found, or it needs a person to put it right. Check again and choose among what is offered. Nothing was changed.`);
  return offered.filter((each) => ids.some((id) => fits(id, each)));
}

async function writeAnswers({ answers }: AccessibilityRequest): Promise<string> {
  const day = Math.floor(now());
  const dated: readonly Answer[] = answers.map((answer) => ({ ...answer, on: day }));
  const kept = await withExcelWords(() => sayingWhatStands(() => keepAnswers(dated, defaultSetup(today())), "answer again"), "Some answers may be written down: check again to see.");
  switch (kept) {
    case "done": return `${plural(answers.length, "answer was", "answers were")} written down on the Accessibility sheet.`;
    case "no-template": throw new ActionProblem("no-template", "Answers are kept on a sheet of the template, which is not in this workbook. Set it up first. Nothing was changed.");
    case "changed": throw new ActionProblem("sheets-changed", "The columns of the Accessibility sheet were changed, so nothing was written there: delete the sheet and answer again. Nothing was changed.");
  }
}

function reported({ reading, found }: Judged, before: readonly string[]): ActionReport {
  const { book: { sheets }, answers, inPart } = reading;
  const open = questions.filter(({ point }) => !answers.some((answer) => answer.point === point)).length;
  const offers = found.filter(({ offer }) => offer !== null).length;
  const says = [
    ...before,
    found.length === 0 ? `Looked at ${plural(sheets.length, "sheet")}: nothing that Excel tells of stands in anybody's way.`
      : `Looked at ${plural(sheets.length, "sheet")}: found ${plural(found.filter(({ severity }) => severity === "must-fix").length, "thing", "things")} to put right and ${plural(found.filter(({ severity }) => severity === "note").length, "note")}${offers === 0 ? "" : `; ${offers} can be put right here`}.`,
    open === 0 ? "Every question for a person is answered." : `${plural(open, "question waits", "questions wait")} for a person.`,
    inPart.length === 0 ? "" : `There is more than is read at a time. Looked at: ${inSentence(inPart)}.`,
  ];
  return { says: says.filter((part) => part !== "").join(" "), findings: found.map(lineOf), files: [], accessibility: { beside: besideLines(found), questions: questionLines(answers) } };
}
