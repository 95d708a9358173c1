/** The words after `npm run rule-pack --`. */
import { PublishingProblem } from "./publishing-problem";

export type Asked =
  | { readonly command: "help" }
  | { readonly command: "new-key"; readonly owner: string; readonly out: string; readonly from: string | null; readonly until: string | null }
  | { readonly command: "sign"; readonly pack: string; readonly key: string; readonly out: string }
  | { readonly command: "check"; readonly file: string; readonly keys: string | null };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const help = `npm run --silent rule-pack -- <command>

  new-key --owner NAME --out DIR [--from DAY] [--until DAY]
      makes a key. DIR/private.jwk signs packs: keep it secret, and never in a repository. DIR/public.json is the entry for
      src/validation/rule-pack/keys.json, by which add-ins that you build know the key. NAME is the publisher of your packs, letter for letter.
      Packs issued from DAY (today unless said) until DAY (no end unless said) are taken. A file that is there already is never written over.
  sign --pack pack.json --key private.jwk --out signed.json
      signs a pack that can be read, and says what is wrong with one that cannot.
  check FILE [--keys keys.json]
      says what a pack is, whether its signature holds, whether an add-in built from this copy takes it, and which rules differ from those that come
      with the add-in. With --keys, by that list of keys.

Days are written 2026-11-25. src/validation/rule-pack/README.md tells the whole of it, step by step.

Exit status: 0 done, or the pack is taken; 1 the pack is not taken, and why is said; 2 the command or a file could not be read or written.
`;

/** @throws PublishingProblem for a command or option that is not known, one that is missing, or one that is there twice */
export function readCommandLine(words: readonly string[]): Asked {
  const [command, ...rest] = words;
  if (command === undefined || words.includes("--help")) return { command: "help" };
  switch (command) {
    case "new-key": {
      const given = optionsIn(rest, ["--owner", "--out", "--from", "--until"]);
      return { command, owner: needed(given, "--owner"), out: needed(given, "--out"), from: day(given, "--from"), until: day(given, "--until") };
    }
    case "sign": {
      const given = optionsIn(rest, ["--pack", "--key", "--out"]);
      return { command, pack: needed(given, "--pack"), key: needed(given, "--key"), out: needed(given, "--out") };
    }
    case "check": {
      const [file, ...options] = rest;
      if (file === undefined || file.startsWith("--")) throw new PublishingProblem("check needs the name of a file after it. --help says more.");
      return { command, file, keys: optionsIn(options, ["--keys"]).get("--keys") ?? null };
    }
    default: throw new PublishingProblem(`"${command}" is not understood. Use new-key, sign or check; --help says more.`);
  }
}

function optionsIn(words: readonly string[], known: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [word = "", value] = [words[at], words[at + 1]];
    if (!known.includes(word)) throw new PublishingProblem(`"${word}" is not understood here. Use ${known.join(", ")}; --help says more.`);
    if (value === undefined || value === "" || value.startsWith("--")) throw new PublishingProblem(`${word} needs something after it; --help says what.`);
    if (given.has(word)) throw new PublishingProblem(`${word} is there twice. Give it once.`);
    given.set(word, value);
  }
  return given;
}

function needed(given: ReadonlyMap<string, string>, word: string): string {
  const value = given.get(word);
  if (value === undefined) throw new PublishingProblem(`${word} is missing; --help says what goes there.`);
  return value;
}

function day(given: ReadonlyMap<string, string>, word: string): string | null {
  const value = given.get(word) ?? null;
  if (value !== null && !DAY.test(value)) throw new PublishingProblem(`${word} is "${value}". Write the day as 2026-11-25.`);
  return value;
}
