/** What only a person can say: one question for each such point, with answers that are kept with the workbook. */
import type { Barrier } from "./barrier";
import { idOf } from "./barrier";
import { severityOf, type PointId } from "./points";

export const answerWords = { yes: "Yes", no: "No", "not-applicable": "Not applicable" } as const;
export type Verdict = keyof typeof answerWords;

export interface Question { readonly point: PointId; readonly asks: string; readonly fix: string }

export const questions: readonly Question[] = [
  { point: "A11", asks: "Are all letters and numbers in line, with none raised to lead to a note?", fix: "Write [note 1] in place of each raised letter or number." },
  { point: "A15", asks: "Is what is written in plain words, with short forms spelt out where they first come?", fix: "Write it in plain words, and spell out each short form once." },
  { point: "A16", asks: "Do the words of every link say where it leads?", fix: "Write in each link where it leads." },
  { point: "A20", asks: "Is nothing said only in a text box or other shape that lies over the cells?", fix: "Say it in a cell, and take the text box away." },
  { point: "A23", asks: "Is everything that colour says also said in words or figures, in charts too?", fix: "Add the word or figure beside each colour that says something." },
  { point: "A24", asks: "Do letters and lines stand out where colours follow a condition, and in charts?", fix: "Choose colours for conditions and charts that stand out from their ground." },
  { point: "A25", asks: "Are there no pictures, and is what each chart shows said in words on the sheet or in its alternative text?", fix: "Take pictures away, and say in words what each chart shows." },
  { point: "A33", asks: "Were spelling and grammar checked?", fix: "Check spelling (Review, Spelling)." },
  { point: "A34", asks: "Was Excel's own accessibility checker run, and what it found put right?", fix: "Run it (Review, Check Accessibility) and put right what it finds." },
  { point: "A35", asks: "Is the language of the file set to that of its words?", fix: "Set the language (Review, Language)." },
];

export interface Answer {
  readonly point: PointId;
  readonly verdict: Verdict;
  readonly by: string;
  /** A day number; null where it was typed in the sheet without one. */
  readonly on: number | null;
}

/** @example verdictFrom("not applicable") // => "not-applicable" */
export function verdictFrom(word: string): Verdict | null {
  const wanted = word.trim().toLowerCase().replace(/^(n\/a|na)$/, "not applicable").replace(/\s+/g, "-");
  return wanted === "yes" || wanted === "no" || wanted === "not-applicable" ? wanted : null;
}

/** An answer No is a barrier like any other. */
export function answeredNo(answers: readonly Answer[]): readonly Barrier[] {
  return answers.flatMap(({ point, verdict, by }): readonly Barrier[] => {
    const question = questions.find((each) => each.point === point);
    if (verdict !== "no" || question === undefined) return [];
    return [{
      id: idOf(`${point}.answered-no`, { tab: "", cell: "" }), case: "answered-no", point, severity: severityOf(point), tab: "", cell: "",
      says: `${by === "" ? "Somebody" : by} answered No: ${question.asks}`, fix: question.fix, offer: null,
    }];
  });
}
