/** Why a job could not be run at all: said on standard error, exit status 2. `message` names the place and what to do. */
export class JobProblem extends Error {
  override readonly name = "JobProblem";
}
