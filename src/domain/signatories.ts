/** Who signs a return, in the order in which they do. Data, so that a region can ask for others. */

export type SignatoryId = "preparer" | "lead-director" | "board";

export interface Signatory {
  readonly id: SignatoryId;
  /** "Lead director": what the Sign-off sheet and the return say. */
  readonly name: string;
  /** What the signature says, as a whole sentence. */
  readonly declares: string;
}

/** Readiness and plans are signed off by the board (guidance l.543); that a preparer and a lead director sign before it is a proposal, as in finance returns. */
export const signatories: readonly Signatory[] = [
  { id: "preparer", name: "Preparer", declares: "The figures are complete and agree with their sources." },
  { id: "lead-director", name: "Lead director", declares: "The figures and explanations are right to the best of my knowledge." },
  { id: "board", name: "Board", declares: "The board has seen these figures and agrees that they are sent." },
];

/** The signatory with this id or name, or null. */
export function signatoryNamed(idOrName: string): Signatory | null {
  const wanted = idOrName.trim().toLowerCase();
  return signatories.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ?? null;
}
