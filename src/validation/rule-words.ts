/** What a rule says, whether it is part of a rule pack, of the product or of the audit. */
import type { Severity } from "./severity";

export interface RuleWords {
  /** Code and case: "W42.high". */
  readonly id: string;
  /** Permanent: a code is never used again for something else. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  /** With {facts} that are filled in where something is found. */
  readonly says: string;
  /** Starts with a verb. */
  readonly fix: string;
  /** Where the rule comes from: a line of the guidance, or a proposal of ours. */
  readonly source: string;
}

/** A rule's words in a catalogue that lists them by their ids. */
export type RuleCase = Omit<RuleWords, "id">;
