/** Which of an organisation's returns counts: the signed one with the highest sequence. What does not count is set aside or quarantined, each with its reason. */
import type { Quarantined, ReadReturn } from "../file/arrival";
import { byTexts } from "../order";
import type { SetAside } from "./collection";

/** What became of the returns of one organisation. */
export interface Chosen {
  /** Null where two returns of the same sequence differ: nobody can tell which of them is meant. */
  readonly counts: ReadReturn | null;
  readonly setAside: readonly SetAside[];
  readonly quarantined: readonly Quarantined[];
  /** Those that came before the one that counts, latest last. */
  readonly before: readonly ReadReturn[];
}

export const codeOf = ({ document: { header } }: ReadReturn): string => header.organisation.code.trim().toUpperCase();

/** @param returns - of one organisation, all of the period that is collected, in any order */
export function chosenOf(returns: readonly ReadReturn[]): Chosen {
  const { different, same } = withoutCopies(returns);
  const signed = different.filter(({ document }) => document.header.stage === "final");
  const pool = signed.length > 0 ? signed : different;
  const highest = Math.max(...pool.map(sequenceOf));
  const top = newestDrafts(pool.filter((each) => sequenceOf(each) === highest));
  const rest = different.filter((each) => !top.includes(each)).sort(bySequence);
  const [first, second] = top;
  const counts = first !== undefined && second === undefined ? first : null;
  return {
    counts, before: rest.filter((each) => sequenceOf(each) < highest), quarantined: counts === null ? top.map((each) => twice(each, top)) : [],
    setAside: [...same, ...rest.map((each) => superseded(each, top[0] ?? each, counts === null))],
  };
}

const sequenceOf = ({ document }: ReadReturn): number => document.header.sequence;
const inOneOrder = byTexts<ReadReturn>(({ wholeness, file, document }) => [wholeness, file, document.digest]);
const bySequence = (one: ReadReturn, other: ReadReturn): number => sequenceOf(one) - sequenceOf(other) || inOneOrder(one, other);

/** The same document twice is one return; the copy that nobody saved since is kept ("as-written" is before "saved-again"). */
function withoutCopies(returns: readonly ReadReturn[]): { readonly different: readonly ReadReturn[]; readonly same: readonly SetAside[] } {
  const first = new Map<string, ReadReturn>();
  const same: SetAside[] = [];
  for (const each of [...returns].sort(inOneOrder)) {
    const kept = first.get(each.document.digest);
    if (kept === undefined) first.set(each.document.digest, each);
    else same.push(aside(each, "same-again", `${each.file} holds the same return as ${kept.file}, which is the one that is looked at.`));
  }
  return { different: [...first.values()], same };
}

/** Drafts have no sequence that anybody gave on purpose, so of several the one made last is meant. */
function newestDrafts(returns: readonly ReadReturn[]): readonly ReadReturn[] {
  const drafts = returns.filter(({ document }) => document.header.stage === "draft");
  if (drafts.length < returns.length) return returns;
  const latest = drafts.map(({ document }) => document.header.madeOn).sort().at(-1);
  return drafts.filter(({ document }) => document.header.madeOn === latest);
}

function superseded(each: ReadReturn, by: ReadReturn, isOpen: boolean): SetAside {
  const sequence = by.document.header.sequence;
  const says = isOpen ? `Sequence ${sequence} was sent after it, but in two versions that differ; until it is known which is meant, neither counts, nor does this one.`
    : each.document.header.stage === "draft" && by.document.header.stage === "final" ? `It is a draft, and ${by.file} is signed off.`
      : `${by.file} takes its place: ${sequence === sequenceOf(each) ? "it was made later" : `it has sequence ${sequence}, this one ${sequenceOf(each)}`}.`;
  return aside(each, "superseded", says);
}

const aside = (each: ReadReturn, why: SetAside["why"], says: string): SetAside => ({ file: each.file, organisation: codeOf(each), sequence: sequenceOf(each), why, says });

function twice(each: ReadReturn, all: readonly ReadReturn[]): Quarantined {
  const others = all.filter((other) => other !== each).map(({ file }) => file).join(", ");
  return {
    kind: "quarantined", file: each.file, code: "sequence-twice", organisation: codeOf(each),
    says: `${codeOf(each)} has sent two different returns with sequence ${sequenceOf(each)}: this one and ${others}.`,
    fix: "Ask the organisation which one it means, and to send that one again with the next sequence number.",
  };
}
