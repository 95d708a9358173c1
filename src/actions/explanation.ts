/** Whether an explanation can stand, said the same way to the pane while it is typed and to whoever asks for the action. Pure. */
import { LONGEST, SHORTEST } from "../domain/explanation";

/** What is missing of a reason and a name, each as a sentence; "" where nothing is. */
export interface ExplanationProblems { readonly text: string; readonly by: string }

/** @example problemsOf("ok", "A Khan").text // => "Say a little more: an explanation has at least 10 letters." */
export function problemsOf(text: string, by: string): ExplanationProblems {
  const length = text.trim().length;
  return {
    text: length < SHORTEST ? `Say a little more: an explanation has at least ${SHORTEST} letters.` : length > LONGEST ? `Shorten it: an explanation has at most ${LONGEST} letters, and this one has ${length}.` : "",
    by: by.trim() === "" ? "Say who explains it." : "",
  };
}
