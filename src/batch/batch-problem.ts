/** What keeps the command from being done, in words for the person who started it. */
export class BatchProblem extends Error {
  override readonly name = "BatchProblem";
}
