/**
 * An Excel-compatible host for one open workbook: unmodified Office.js in a page talks to it as to Excel on the web.
 *
 * Pages are opened by `openInIframe` (browser) or `openInJsdom` (Node) on `host.pages`.
 */
import { answerRequest, OverLimit, type RequestRecord } from "./dispatch/answer";
import { EventSource } from "./objects/events";
import type { FaultSwitches } from "./objects/faults";
import { loseTableRows } from "./objects/lost-rows";
import { platformRules, type Profile } from "./objects/profile";
import type { RibbonState } from "./objects/ribbon";
import { Session, type Calculation } from "./objects/session";
import { bytesOf } from "./objects/settings";
import { alone, type Surroundings } from "./objects/surroundings";
import { saveXlsx } from "./file/save-xlsx";
import type { OpenedFile } from "./file/opened-file";
import { documentCalls } from "./document-calls";
import { DocumentCopies } from "./protocol/document-copies";
import type { Frame } from "./protocol/frame";
import { errorNumber, ProtocolRefusal } from "./protocol/messages";
import { WacHost, type OfficeDocument } from "./protocol/wac-host";
import type { Workbook } from "./workbook/workbook";

export interface HostOptions {
  readonly workbook: Workbook;
  readonly calculator: Calculation;
  /** The Excel that the host stands for: which members exist and which limits hold. */
  readonly profile: Profile;
  /** What goes wrong in it, beside what usually does on its platform. */
  readonly faults?: FaultSwitches;
  /** Document settings to start with, beside the workbook's own: name to JSON. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly addinName?: string;
  /** The file that the workbook was opened from, so that a copy of it keeps what the model does not hold. */
  readonly file?: OpenedFile;
  readonly now?: () => Date;
  /** Who is signed in: the author of comments. */
  readonly person?: Surroundings["person"];
  /** Saves the workbook where it lives, when an add-in asks for it. Without it, that is refused. */
  readonly save?: NonNullable<Surroundings["save"]>;
  readonly closeWorkbook?: NonNullable<Surroundings["close"]>;
  /** Opens another workbook that an add-in made. Without it, that is refused. */
  readonly openWorkbook?: NonNullable<Surroundings["openWorkbook"]>;
  /** The add-in's tab and buttons, where they are shown. Without it, updating the ribbon is refused. */
  readonly ribbon?: RibbonState;
  /** Opens the page of a dialog that an add-in asks for. Without it, dialogs are refused. */
  readonly openDialog?: (url: string, owner: Frame) => Frame;
  /** Opens an address outside the workbook, when an add-in asks for it. Without it, that is refused. */
  readonly openAddress?: (url: string) => void;
  /** Told of every Rich API request when it has been answered. */
  readonly onRequest?: (record: RequestRecord) => void;
  /** Told of what went wrong inside the host, or was asked for and is not built. Without it, it is thrown. */
  readonly onProblem?: (problem: Error) => void;
  /** Told when a page reports a key or the mouse leaving it. */
  readonly onNotify?: (frame: Frame, action: number, details: readonly unknown[]) => void;
}

/** How much the pages have asked for. */
export interface Counts {
  /** Requests that somebody waits for: those that only release references are not among them. */
  readonly syncs: number;
  readonly requests: number;
  readonly largestRequestBytes: number;
  /** The most that one request asked of Excel: calls, properties set and loads. Excel slows down and warns of an add-in that asks much at once. */
  readonly largestRequestActions: number;
}

const NOTHING_COUNTED: Counts = { syncs: 0, requests: 0, largestRequestBytes: 0, largestRequestActions: 0 };

export class Host {
  readonly session: Session;
  readonly pages: WacHost;
  private readonly events: EventSource;
  private counted: Counts = NOTHING_COUNTED;
  private afterEditing: (() => void)[] = [];

  constructor(private readonly options: HostOptions) {
    const { workbook, calculator, profile } = options;
    for (const [name, json] of Object.entries(options.settings ?? {})) workbook.settings.set(name, json);
    this.session = new Session(workbook, calculator, profile, surroundingsOf(options), options.faults);
    loseTableRows(this.session);
    this.pages = new WacHost({
      document: this.document(),
      addinName: options.addinName ?? "Add-in",
      openDialog: (url, owner) => this.openDialog(url, owner),
      onUnknown: (says) => this.problem(new Error(says)),
      ...(options.openAddress === undefined ? {} : { openAddress: options.openAddress }),
      ...(options.onNotify === undefined ? {} : { onNotify: options.onNotify }),
    });
    this.events = new EventSource(this.session, (page, entries) => this.deliver(page, entries), ({ name, data, deaf }) => this.pages.raiseExcept(deaf, name, data));
    workbook.listen((change) => this.events.onChange(change));
  }

  get workbook(): Workbook { return this.options.workbook; }
  get counts(): Counts { return this.counted; }
  resetCounts(): void { this.counted = NOTHING_COUNTED; }

  /** True while a person edits a cell: Excel refuses requests then, or makes them wait where the add-in asked for that. */
  get cellEditing(): boolean { return this.session.faults.has("cell-being-edited"); }
  set cellEditing(editing: boolean) {
    this.session.faults.turn("cell-being-edited", editing);
    if (editing) return;
    const waiting = this.afterEditing;
    this.afterEditing = [];
    for (const go of waiting) go();
  }

  /** Runs a ribbon function of a page. See `WacHost.invokeCommand`. */
  invokeCommand(frame: Frame, functionName: string, controlId: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    return this.pages.invokeCommand(frame, functionName, controlId, fields);
  }

  /** Tells add-ins that the person came back to this workbook from another. */
  workbookActivated(): void { this.events.workbookActivated(); }

  /** Closes every page. */
  close(): void { for (const frame of this.pages.open) this.pages.close(frame); }

  private document(): OfficeDocument {
    const { workbook, profile } = this.options;
    const copies = new DocumentCopies(this.session.around.fileBytes);
    return {
      url: `https://localhost/${encodeURIComponent(workbook.fileName)}`,
      requirements: requirementsOf(profile),
      downloads: platformRules[profile.platform].downloads,
      settings: () => [...this.session.settings],
      saveSettings: (settings) => {
        if (bytesOf(settings) > platformRules[profile.platform].settingsBytes) throw new ProtocolRefusal(errorNumber.settingsCannotSave, "The settings are over the limit.");
        this.session.settings.clear();
        for (const [name, json] of settings) this.session.settings.set(name, json);
        workbook.tell({ kind: "settings", cause: "api" });
      },
      answer: (text, frame, flags) => this.answer(text, frame, flags),
      calls: new Map([...documentCalls(this.session), ...copies.calls]),
      left: (frame) => {
        this.session.forget(frame.id);
        copies.forget(frame);
      },
    };
  }

  private async answer(text: string, frame: Frame, flags: number): Promise<string> {
    const started = performance.now();
    try {
      const { response, record } = await answerRequest(text, {
        session: this.session, page: frame.id, flags, isEditing: () => this.cellEditing,
        untilEdited: () => new Promise((resolve) => this.afterEditing.push(resolve)),
        onMistake: (error) => this.problem(error instanceof Error ? error : new Error(String(error))),
      });
      this.count(record, started);
      return response;
    } catch (error) {
      if (!(error instanceof OverLimit)) throw error;
      this.count(error.record, started);
      throw new ProtocolRefusal(error.which === "request" ? errorNumber.requestTooBig : errorNumber.responseTooBig, error.message);
    }
  }

  private count(record: RequestRecord, started: number): void {
    this.counted = {
      requests: this.counted.requests + (record.service ? 0 : 1),
      syncs: this.counted.syncs + (record.service || record.releaseOnly ? 0 : 1),
      largestRequestBytes: Math.max(this.counted.largestRequestBytes, record.bytes),
      largestRequestActions: Math.max(this.counted.largestRequestActions, record.actions),
    };
    this.options.onRequest?.({ ...record, ms: performance.now() - started });
  }

  private deliver(page: string, entries: readonly unknown[]): void {
    const frame = this.pages.open.find((candidate) => candidate.id === page);
    if (frame !== undefined) this.pages.raise(frame, "richApiMessage", { ArrayData: entries });
  }

  private openDialog(url: string, owner: Frame): Frame {
    if (this.options.openDialog === undefined) throw new Error(`The add-in asked for a dialog (${url}); this host was not given a way to open one.`);
    return this.options.openDialog(url, owner);
  }

  private problem(problem: Error): void {
    if (this.options.onProblem === undefined) throw problem;
    this.options.onProblem(problem);
  }
}

function surroundingsOf({ workbook, file, now, person, save, closeWorkbook, openWorkbook, ribbon }: HostOptions): Surroundings {
  return {
    now: now ?? alone.now, person: person ?? alone.person, isFromFile: file !== undefined, fileBytes: () => saveXlsx(file ?? workbook),
    save: save ?? null, close: closeWorkbook ?? null, openWorkbook: openWorkbook ?? null, ribbon: ribbon ?? null,
  };
}

/** The sets that an add-in's `isSetSupported` sees. */
function requirementsOf(profile: Profile): Readonly<Record<string, string>> {
  return {
    excelapi: profile.api, dialogapi: "1.2", dialogorigin: "1.1", settings: "1.1", documentevents: "1.1", addincommands: "1.1", ribbonapi: "1.1",
    richapiruntimeflag: "1.1", richapiruntime: "1.1", sharedruntime: "1.1", excelapiundo: "1.7",
  };
}
