/** Reads the options of the accessibility check, each checked with words that name it and say what to do. */
import { isPointId } from "../validation/accessibility/points";
import { questions, verdictFrom, type Answer } from "../validation/accessibility/questions";
import { flagIn, optionProblem, optionsIn, textIn } from "./template-options";

export const accessibilityOptions = {
  sheets: "list of tabs to look at (all that can be seen unless said)",
  fix: "what to put right: all-offered, or a list of points such as A07, with the tab and cell where wanted: A24 Staff!B3",
  words: "what was typed for those that ask for words, by finding: {\"A18.no-title Staff!A1\": \"Staff by grade, 2009\"}",
  confirm: "true to put right; otherwise what would change is said and nothing is done",
  answers: "answers to questions for a person, by point: {\"A33\": \"yes\"}; yes, no or not applicable",
  by: "who answers",
} as const;

export interface AccessibilityRequest {
  readonly sheets: readonly string[] | null;
  readonly fix: readonly string[] | "all-offered" | null;
  readonly words: ReadonlyMap<string, string>;
  readonly confirm: boolean;
  /** Without their day. */
  readonly answers: readonly Answer[];
}

const LONGEST = 250;

/** @throws ActionProblem "bad-option" naming the option that cannot stand */
export function accessibilityRequest(raw: unknown): AccessibilityRequest {
  const options = optionsIn(raw, accessibilityOptions);
  const by = (textIn(options, "by") ?? "").slice(0, 100);
  return { sheets: listIn(options, "sheets"), fix: options.get("fix") === "all-offered" ? "all-offered" : listIn(options, "fix"), words: new Map(textsIn(options, "words")), confirm: flagIn(options, "confirm"), answers: answersIn(options, by) };
}

type Options = ReadonlyMap<string, unknown>;

function listIn(options: Options, name: "sheets" | "fix"): readonly string[] | null {
  const list = options.get(name);
  if (list === undefined) return null;
  if (!Array.isArray(list) || list.length === 0 || list.some((each) => typeof each !== "string" || each.trim() === "")) throw optionProblem(name, `Give a list of ${name === "sheets" ? "tabs" : "points"} in quotes${name === "fix" ? ", or all-offered" : ""}.`);
  return list.map((each) => String(each).trim());
}

/** An object of texts. */
function textsIn(options: Options, name: "words" | "answers"): readonly (readonly [string, string])[] {
  const given = options.get(name) ?? {};
  const entries = typeof given === "object" && given !== null && !Array.isArray(given) ? Object.entries(given) : null;
  if (entries === null || entries.some(([, text]) => typeof text !== "string")) throw optionProblem(name, "Give an object with texts in quotes.");
  const long = entries.find(([, text]) => String(text).length > LONGEST);
  if (long !== undefined) throw optionProblem(name, `Shorten the text for ${long[0]} to ${LONGEST} characters.`);
  return entries.map(([key, text]) => [key, String(text).trim()] as const);
}

function answersIn(options: Options, by: string): readonly Answer[] {
  const answers = textsIn(options, "answers").map(([point, word]): Answer => {
    if (!isPointId(point) || !questions.some((question) => question.point === point)) throw optionProblem("answers", `${point} asks nothing of a person. Use ${questions.map((question) => question.point).join(", ")}.`);
    const verdict = verdictFrom(word);
    if (verdict === null) throw optionProblem("answers", `"${word}" is no answer to ${point}. Use yes, no or not applicable.`);
    return { point, verdict, by, on: null };
  });
  if (answers.length > 0 && by === "") throw optionProblem("by", "Say who answers.");
  return answers;
}
