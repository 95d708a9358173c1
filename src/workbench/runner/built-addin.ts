/** The built add-in, unchanged, in a window of its own on one workbook. The only way to the product is the ribbon's function file. */
import path from "node:path";
import { Host, type Counts } from "../../host/host";
import { Calculator } from "../../host/calc/calculator";
import type { OpenResult } from "../../host/calc/open-results";
import type { OpenedFile } from "../../host/file/opened-file";
import type { FaultSwitches } from "../../host/objects/faults";
import type { Profile } from "../../host/objects/profile";
import type { Session } from "../../host/objects/session";
import { openInJsdom } from "../../host/protocol/jsdom-page";
import type { Frame } from "../../host/protocol/frame";
import type { Workbook } from "../../host/workbook/workbook";

/** A control's id as the ribbon would give it. */
const CONTROL = "TalentPlan.Runner";

export interface ActionFacts { readonly id: string; readonly label: string; readonly options: Readonly<Record<string, string>> }

export interface Finding { readonly code: string; readonly severity: string; readonly sheet: string; readonly cell: string; readonly says: string; readonly fix: string }
export interface MadeFile { readonly name: string; readonly base64: string }
export interface Problem { readonly code: string; readonly says: string }

/** What came of an action, as the function file sends it. */
export type Outcome =
  | { readonly ok: true; readonly report: { readonly says: string; readonly findings: readonly Finding[]; readonly files: readonly MadeFile[] } }
  | { readonly ok: false; readonly problem: Problem };

/** The Excel that the host stands for, what goes wrong in it, and the file that the workbook came from. */
export interface Standing { readonly profile: Profile; readonly faults?: FaultSwitches; readonly file?: OpenedFile }

export class BuiltAddin {
  private constructor(private readonly host: Host, private readonly calculator: Calculator, private readonly frame: Frame, private readonly problems: Error[]) {}

  /**
   * Opens commands.html on the workbook and waits until Office.js has started in it.
   * @param repository - the folder that holds build/addin and node_modules
   * @throws Error when the build lacks the page, or the page fails while it loads
   */
  static async open(repository: string, workbook: Workbook, { profile, faults = {}, file }: Standing): Promise<BuiltAddin> {
    const problems: Error[] = [];
    let fail: (problem: Error) => void = () => undefined;
    const failed = new Promise<never>((_resolve, reject) => { fail = reject; });
    const onProblem = (problem: Error): void => { problems.push(problem); fail(problem); };
    const calculator = new Calculator(workbook, { now: () => new Date() });
    const host = new Host({ workbook, profile, faults, calculator, addinName: "Talent Plan", onProblem, ...(file === undefined ? {} : { file }) });
    const { frame } = openInJsdom(host.pages, {
      folder: path.join(repository, "build", "addin"), page: "commands.html", kind: "commands",
      officeFolder: path.join(repository, "node_modules", "@microsoft", "office-js", "dist"), onProblem,
    });
    try {
      await Promise.race([frame.ready, failed]);
    } catch (problem) {
      host.close();
      throw problem;
    }
    // From here on nobody waits for it: problems are taken step by step.
    failed.catch(() => undefined);
    return new BuiltAddin(host, calculator, frame, problems);
  }

  get session(): Session { return this.host.session; }

  /** The results of formulas that are not worked out, or may be out of date. */
  openResults(): readonly OpenResult[] {
    this.host.session.settle();
    return this.calculator.open;
  }

  /** Every action in the build, in the order of the work. */
  async actions(): Promise<readonly ActionFacts[]> {
    const answer = JSON.parse(await this.completed("describe-actions", "{}")) as { readonly report: readonly ActionFacts[] };
    return answer.report;
  }

  async perform(action: string, options: Readonly<Record<string, unknown>>): Promise<Outcome> {
    return JSON.parse(await this.completed(action, JSON.stringify(options))) as Outcome;
  }

  /** What went wrong in the page or the host since this was last asked. */
  takeProblems(): readonly Error[] { return this.problems.splice(0); }

  /** What the pages have asked for since this was last asked. */
  takeCounts(): Counts {
    const counted = this.host.counts;
    this.host.resetCounts();
    return counted;
  }

  close(): void { this.host.close(); }

  private async completed(name: string, options: string): Promise<string> {
    const event = JSON.parse(await this.host.invokeCommand(this.frame, name, CONTROL, { options })) as { readonly completedContext?: unknown };
    if (typeof event.completedContext !== "string") throw new Error(`${name} completed without saying what came of it.`);
    return event.completedContext;
  }
}
