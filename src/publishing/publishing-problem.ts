/** What stops a command of those who publish rule packs, in words for the person at the command line. */

export class PublishingProblem extends Error {
  constructor(says: string, options?: ErrorOptions) {
    super(says, options);
    this.name = "PublishingProblem";
  }
}
