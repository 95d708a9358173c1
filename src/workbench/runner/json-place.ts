/** JSON with the place of a mistake: Node's own words give none for short texts. */

/** What went wrong, and the line (from 1) on which it did. */
export class JsonProblem extends Error {
  override readonly name = "JsonProblem";
  constructor(message: string, readonly line: number) { super(message); }
}

/** @throws JsonProblem naming the line */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    // The line says where; a quotation of the text beside it only breaks the sentence.
    throw new JsonProblem(problem.message.replace(/ in JSON at position .*$|, (?:\.\.\.)?"[\s\S]*" is not valid JSON$/, ""), text.slice(0, mistakeAt(text)).split("\n").length);
  }
}

/**
 * Where the text stops being the beginning of something that could be JSON. A text that is cut off is told from one that is wrong
 * by the parser's complaint about its end, so the place is found by halving.
 */
function mistakeAt(text: string): number {
  let [sound, wrong] = [0, text.length];
  if (isUnfinished(text)) return text.length;
  while (wrong - sound > 1) {
    const middle = Math.floor((sound + wrong) / 2);
    if (isUnfinished(text.slice(0, middle))) sound = middle;
    else wrong = middle;
  }
  return sound;
}

function isUnfinished(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    const at = /at position (\d+)/.exec(problem.message)?.[1];
    return /end of JSON input|Unterminated string/.test(problem.message) || (at !== undefined && Number(at) >= beginning.length);
  }
}
