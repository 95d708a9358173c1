/** One open workbook with everything that lives and dies with it: its calculator, the host that add-ins talk to, the person's hand. */
import { Calculator } from "../../host/calc/calculator";
import type { OpenResult } from "../../host/calc/open-results";
import { Highlights, type HighlightsOf } from "../../host/calc/highlight";
import type { OpenedFile } from "../../host/file/opened-file";
import { Host } from "../../host/host";
import type { Frame } from "../../host/protocol/frame";
import { openInIframe } from "../../host/protocol/iframe-page";
import { profiles, type ProfileName } from "../../host/objects/profile";
import { RibbonState } from "../../host/objects/ribbon";
import { Hand } from "../../host/view/hand";
import type { Change } from "../../host/workbook/change";
import { staged, stagedBetween, type StagedSteps, type Step } from "../../host/workbook/steps";
import type { Workbook } from "../../host/workbook/workbook";
import { newWorkbook } from "../new-workbook";
import { inSteps } from "./in-steps";
import { words } from "./words";

export interface BookOptions {
  readonly addinName: string;
  /** The Excel that it stands for. */
  readonly excel: ProfileName;
  /** Ids of the add-in's tab and buttons. */
  readonly controls: { readonly tabs: readonly string[]; readonly buttons: readonly string[] };
  /** Where pages of dialogs are put. */
  readonly dialogs: HTMLElement;
  readonly onProblem: (problem: Error) => void;
  /** Told when what stands beside the workbook changes: saved or not, keys that leave a page. */
  readonly onChange: () => void;
  /** Opens an address outside the workbook. */
  readonly onAddress: (address: string) => void;
  /** An add-in asks for the workbook to be saved. */
  readonly onSave: () => void;
  /** The person pressed Esc, F2, F6 or Tab to leave a page for the cells. */
  readonly onLeavePage: () => void;
}

/** The library's numbers for the keys by which a person leaves a page (OSF.AgaveHostAction): Ctrl+F6, Tab, Esc, F2. */
const LEAVING = new Set([5, 6, 13, 14, 15, 16, 17, 18]);

const clock = { now: (): Date => new Date() };

export class OpenBook {
  readonly host: Host;
  readonly hand: Hand;
  /** Which of the add-in's controls are shown and enabled. */
  readonly ribbon: RibbonState;
  /** What conditional formats do to the cells. */
  readonly highlightsOf: HighlightsOf;
  private readonly highlights: Highlights;
  private changed = false;
  private commands: Frame | null = null;
  private readonly stop: () => void;

  /** @param calculator - with every result worked out */
  private constructor(readonly workbook: Workbook, private readonly file: OpenedFile | null, private readonly calculator: Calculator, options: BookOptions) {
    this.highlights = new Highlights(workbook, calculator);
    this.highlightsOf = this.highlights.of;
    this.ribbon = new RibbonState(options.controls.tabs, options.controls.buttons, options.onChange);
    this.host = new Host({
      workbook, ribbon: this.ribbon, calculator, profile: profiles[options.excel], addinName: options.addinName, onProblem: options.onProblem, ...(file === null ? {} : { file }),
      openDialog: (url, owner) => openInIframe(this.host.pages, url, { kind: "dialog", owner }, options.dialogs).frame,
      person: words.person, openAddress: options.onAddress, save: () => options.onSave(),
      onNotify: (_frame, action) => { if (LEAVING.has(action)) options.onLeavePage(); },
    });
    this.hand = new Hand(this.host.session, (isEditing) => { this.host.cellEditing = isEditing; });
    this.stop = workbook.listen((change) => {
      if (this.changed || !isOfTheWorkbook(change)) return;
      this.changed = true;
      options.onChange();
    });
  }

  /** A new workbook with one empty sheet. */
  static empty(options: BookOptions): OpenBook {
    const workbook = newWorkbook();
    return new OpenBook(workbook, null, new Calculator(workbook, clock), options);
  }

  /**
   * Opens a file while the page goes on.
   * @param onStep - told how far it is
   * @returns null when it was stopped
   * @throws FileProblem with words for the person, for bytes that are no workbook
   */
  static async from(bytes: Uint8Array, fileName: string, options: BookOptions, onStep: (step: Step) => void, isStopped: () => boolean): Promise<OpenBook | null> {
    const { openXlsxInSteps } = await import("../../host/file/open-xlsx");
    const opened = await inSteps(openAndCalculate(openXlsxInSteps(bytes, fileName)), onStep, isStopped);
    return opened === null ? null : new OpenBook(opened.file.workbook, opened.file, opened.calculator, options);
  }

  /** What the file holds that is kept but not shown. */
  get notes(): readonly string[] { return this.file?.notes ?? []; }
  /** The results that are not worked out here, each with the reason. Goes through every formula. */
  get openResults(): readonly OpenResult[] { return this.calculator.open; }
  /** Whether anything changed since it was opened or saved. */
  get isChanged(): boolean { return this.changed; }

  /** The workbook as an .xlsx file, made while the page goes on; null when it was stopped. @throws FileProblem for what cannot be saved */
  async saved(onStep: (step: Step) => void, isStopped: () => boolean): Promise<Uint8Array | null> {
    const { saveInSteps } = await import("./save-in-steps");
    const bytes = await saveInSteps(this.file ?? this.workbook, onStep, isStopped);
    if (bytes !== null) this.changed = false;
    return bytes;
  }

  /** Runs a ribbon function; the function file is opened in an unseen page when it is first needed. */
  async runFunction(name: string, controlId: string, page: () => Frame): Promise<void> {
    this.commands ??= page();
    await this.host.invokeCommand(this.commands, name, controlId);
  }

  close(): void {
    this.stop();
    this.highlights.close();
    this.hand.close();
    this.host.close();
  }
}

/** The share of opening that is done when the file is read, and when its formulas are. */
const [READ, UNDERSTOOD] = [0.6, 0.9];

function* openAndCalculate(opening: StagedSteps<OpenedFile>): StagedSteps<{ readonly file: OpenedFile; readonly calculator: Calculator }> {
  const file = yield* stagedBetween(0, READ, opening);
  const calculator = yield* staged("formulas", READ, UNDERSTOOD, Calculator.inSteps(file.workbook, clock));
  yield* staged("results", UNDERSTOOD, 1, calculator.recalculateInSteps());
  return { file, calculator };
}

/** Selecting, turning a sheet and results of formulas are no changes that a person would miss. */
function isOfTheWorkbook(change: Change): boolean {
  return change.cause !== "calculated" && change.kind !== "selection" && change.kind !== "sheet-activated" && change.kind !== "clicked";
}
