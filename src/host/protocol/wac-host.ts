/**
 * Our side of the messages that Excel on the web and an add-in's page exchange. It knows pages and messages, not how text travels
 * (see iframe-page.ts and jsdom-page.ts) and not what a workbook is (see dispatch/).
 */
import { Frame, type FrameOptions } from "./frame";
import {
  actionType, asRecord, asText, call, dialogEvent, documentEvents, errorNumber, invalidCallback, messageType, notBuilt, ProtocolRefusal, readPageMessage, responseType, type PageMessage,
} from "./messages";

/** What the protocol needs of the open document. */
export interface OfficeDocument {
  /** Address of the document, as `Office.context.document.url` tells it. */
  readonly url: string;
  /** Requirement set to version, lower case: `{ excelapi: "1.14" }`. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Whether a page can save a file. */
  readonly downloads: boolean;
  settings(): readonly (readonly [name: string, json: string])[];
  saveSettings(settings: readonly (readonly [name: string, json: string])[], overwrite: boolean): void;
  /** Answers a Rich API request. @throws ProtocolRefusal for what is refused as a whole before it is read */
  answer(request: string, from: Frame, flags: number): Promise<string>;
  /** More calls on the document, by the wire's numbers. */
  readonly calls: ReadonlyMap<number, CallHandler>;
  /** The page is gone: it listens to nothing any more. */
  left(frame: Frame): void;
}

export interface WacHostOptions {
  readonly document: OfficeDocument;
  readonly addinName: string;
  /** Opens a dialog's page for a frame. @returns its frame, already joined to the page */
  readonly openDialog: (url: string, owner: Frame) => Frame;
  /** Opens an address outside, as `openBrowserWindow` asks. Without it, that is refused. */
  readonly openAddress?: (url: string) => void;
  /** Told in words about calls that this host does not know, so that nothing is missed quietly. */
  readonly onUnknown: (says: string) => void;
  /** Told when a page reports a key or the mouse leaving it. `action` is the library's number. */
  readonly onNotify?: (frame: Frame, action: number, details: readonly unknown[]) => void;
}

interface PendingCommand {
  readonly frame: Frame;
  readonly functionName: string;
  readonly resolve: (completed: string) => void;
  readonly reject: (error: Error) => void;
}

/** Answers a call of a page. @throws ProtocolRefusal */
export type CallHandler = (frame: Frame, data: Readonly<Record<string, unknown>>) => unknown;

export class WacHost {
  private readonly frames = new Map<string, Frame>();
  private readonly commands = new Map<string, PendingCommand>();
  private sequence = 0;

  constructor(private readonly options: WacHostOptions) {}

  /** A frame for a page that is about to be opened. The caller attaches it to the page. */
  addFrame(options: FrameOptions): Frame {
    this.sequence += 1;
    const frame = new Frame(`app${this.sequence}`, options, crypto.randomUUID());
    this.frames.set(frame.id, frame);
    return frame;
  }

  close(frame: Frame): void {
    if (frame.dialog !== null) this.close(frame.dialog);
    if (!this.frames.delete(frame.id)) return;
    for (const [id, command] of this.commands) {
      if (command.frame !== frame) continue;
      this.commands.delete(id);
      command.reject(new Error(`The page was closed before ${command.functionName} completed.`));
    }
    this.options.document.left(frame);
    frame.detach();
  }

  /** Whether pages can save files, as far as the page that holds them has a say in it. */
  get downloads(): boolean { return this.options.document.downloads; }
  get open(): readonly Frame[] { return [...this.frames.values()]; }

  /** Takes one message from a page. Text that is none of the protocol's is left alone. */
  receive(frame: Frame, text: string): void {
    const message = readPageMessage(text);
    if (message === null || message._conversationId !== frame.conversation || !this.frames.has(frame.id)) return;
    switch (message._actionType) {
      case actionType.register: return this.register(frame, message);
      case actionType.unregister: return this.unregister(frame, message);
      default: return this.invoked(frame, message);
    }
  }

  /** Raises an event in a frame that listens for it; others hear nothing. */
  raise(frame: Frame, event: string, data: unknown): void {
    const asked = frame.listening.get(event);
    if (asked !== undefined) this.reply(frame, asked, data, responseType.event);
  }

  /** Raises an event in every frame that listens, but not in those with these ids. */
  raiseExcept(deaf: ReadonlySet<string>, event: string, data: unknown): void {
    for (const frame of this.open) if (!deaf.has(frame.id)) this.raise(frame, event, data);
  }

  /**
   * Runs a ribbon function, once the page is ready.
   *
   * @param fields - more fields for the function's event object, beside `source` (src/README.md, first decision)
   * @returns the completed event object as JSON, `completedContext` included
   * @throws Error when the page has no such function, or is closed before it completes
   */
  async invokeCommand(frame: Frame, functionName: string, controlId: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    await frame.ready;
    this.sequence += 1;
    const id = `command${this.sequence}`;
    const completed = new Promise<string>((resolve, reject) => this.commands.set(id, { frame, functionName, resolve, reject }));
    this.raise(frame, "appCommandInvoked", [id, functionName, JSON.stringify({ ...fields, source: { id: controlId } })]);
    return completed;
  }

  private invoked(frame: Frame, message: PageMessage): void {
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.reply(frame, message, this.appContext(frame));
      case "ContextActivationManager_notifyHost": {
        const [, action, ...details] = Array.isArray(message._data) ? message._data : [];
        return this.options.onNotify?.(frame, Number(action), details);
      }
      case "executeMethod":
        void this.execute(frame, message);
        return;
      default:
        this.options.onUnknown(`The page asked for ${message._actionName}, which this host does not know.`);
        return this.reply(frame, message, { Error: errorNumber.internal });
    }
  }

  private async execute(frame: Frame, message: PageMessage): Promise<void> {
    const data = asRecord(message._data);
    const number = Number(asRecord(data["DdaMethod"])["DispatchId"]);
    const handler = this.handlers.get(number) ?? this.options.document.calls.get(number);
    // Calls have no time-out in the library, so every one is answered, also with an error.
    try {
      if (handler === undefined) throw notBuilt(errorNumber.internal, `Call ${number}`);
      const answer = await handler(frame, data);
      this.reply(frame, message, { Version: 1, Error: 0, ...asRecord(answer) });
    } catch (error) {
      if (!(error instanceof ProtocolRefusal)) this.reply(frame, message, { Version: 1, Error: errorNumber.internal });
      else this.reply(frame, message, { Version: 1, Error: error.number });
      if (!(error instanceof ProtocolRefusal) || error.isGap) this.options.onUnknown(String(error));
    }
  }

  private readonly handlers: ReadonlyMap<number, CallHandler> = new Map<number, CallHandler>([
    [call.richApi, async (frame, data) => {
      const parts = Array.isArray(data["ArrayData"]) ? data["ArrayData"] : [];
      return { Data: [200, [], await this.options.document.answer(asText(parts[4]), frame, Number(parts[6] ?? 0))] };
    }],
    [call.saveSettings, (_frame, data) => {
      const asked = asRecord(data["DdaSettingsMethod"]);
      const pairs = Array.isArray(asked["Properties"]) ? asked["Properties"] : [];
      this.options.document.saveSettings(pairs.map((pair: unknown) => (Array.isArray(pair) ? [asText(pair[0]), asText(pair[1])] : ["", ""])), asked["OverwriteIfStale"] !== false);
      return {};
    }],
    [call.refreshSettings, () => ({ Properties: { Settings: this.options.document.settings().map(([Name, Value]) => ({ Name, Value })) } })],
    // The library reads this answer by number: property bag 0, address 1.
    [call.fileProperties, () => ({ 0: { 1: this.options.document.url } })],
    // Nobody is signed in here, and there is nobody to ask.
    [call.getAuthContext, () => { throw notBuilt(errorNumber.noIdentity, "Single sign-on"); }],
    [call.openBrowserWindow, (_frame, data) => {
      const { openAddress } = this.options;
      if (openAddress === undefined) throw notBuilt(errorNumber.notSupported, "Opening a browser window");
      openAddress(asText(data["targetUrl"]) || asText(data["0"]));
      return {};
    }],
    [call.getAccessToken, () => { throw notBuilt(errorNumber.noIdentity, "Single sign-on"); }],
    [call.commandCompleted, (frame, data) => this.commandCompleted(frame, data)],
    [call.messageParent, (frame, data) => {
      const owner = frame.options.owner;
      if (owner !== undefined) this.raise(owner, "dialogMessageReceived", dialogMessage(data["messageToParent"], frame));
      return {};
    }],
    [call.messageChild, (frame, data) => {
      if (frame.dialog !== null) this.raise(frame.dialog, "dialogParentMessageReceived", dialogMessage(data["messageContent"], frame));
      return {};
    }],
  ]);

  private commandCompleted(frame: Frame, data: Readonly<Record<string, unknown>>): unknown {
    const id = asText(data["0"]);
    const command = this.commands.get(id);
    this.commands.delete(id);
    if (command === undefined) return {};
    const status = Number(data["1"]);
    if (status === 0) command.resolve(asText(data["2"]));
    else if (status === invalidCallback) command.reject(new Error(`The page has no function called ${command.functionName}.`));
    else command.reject(new Error(`${command.functionName} could not be run in ${frame.id} (status ${status}).`));
    return {};
  }

  private register(frame: Frame, message: PageMessage): void {
    if (!documentEvents.has(message._actionName.replace(/^.*_(?=binding\w+Changed$)/, ""))) {
      this.options.onUnknown(`The page listens for ${message._actionName}, which this host does not raise.`);
      return this.reply(frame, message, { Error: errorNumber.notSupported });
    }
    frame.listening.set(message._actionName, message);
    this.reply(frame, message, { Error: 0 });
    // The library listens for commands as the last step before Office.onReady.
    if (message._actionName === "appCommandInvoked") frame.markReady();
    if (message._actionName === "dialogMessageReceived") this.openDialog(frame, message);
  }

  /** A dialog whose page cannot be had is open all the same; the page that asked for it is told why there is nothing in it. */
  private openDialog(frame: Frame, message: PageMessage): void {
    const asked = asRecord(JSON.parse(asText(asRecord(message._data)["targetId"])));
    try {
      frame.dialog = this.options.openDialog(asText(asked["url"]), frame);
    } catch (error) {
      this.options.onUnknown(String(error));
      this.dialogEvent(frame, dialogEvent.pageNotFound);
    }
  }

  /** The person closes a dialog. */
  dismiss(dialog: Frame): void {
    const { owner } = dialog.options;
    this.close(dialog);
    if (owner?.dialog !== dialog) return;
    owner.dialog = null;
    this.dialogEvent(owner, dialogEvent.closed);
  }

  private dialogEvent(owner: Frame, number: number): void { this.raise(owner, "dialogMessageReceived", { messageType: number, messageContent: "", messageOrigin: "" }); }

  private unregister(frame: Frame, message: PageMessage): void {
    frame.listening.delete(message._actionName);
    this.reply(frame, message, { Error: 0 });
    if (message._actionName !== "dialogMessageReceived" || frame.dialog === null) return;
    const dialog = frame.dialog;
    frame.dialog = null;
    this.close(dialog);
  }

  private reply(frame: Frame, to: PageMessage, data: unknown, kind: number = responseType.call): void {
    frame.send(JSON.stringify({
      _messageType: messageType.response, _actionName: to._actionName, _conversationId: frame.conversation, _correlationId: to._correlationId,
      _origin: frame.hostOrigin, _data: data, _errorCode: 0, _responseType: kind, _serializerVersion: 1,
    }));
  }

  private appContext(frame: Frame): unknown {
    const { document, addinName } = this.options;
    const matrix = JSON.stringify(document.requirements);
    return {
      _id: frame.id, _appName: 16 /* Excel on the web */, _appVersion: "16.01", _appUILocale: "en-US", _dataLocale: "en-US", _docUrl: document.url,
      _clientMode: 1 /* may write */, _settings: document.settings(), _reason: "documentOpened", _osfControlType: 1 /* task pane */, _eToken: "",
      _correlationId: frame.conversation, _appInstanceId: frame.id, _requirementMatrix: matrix, _dialogRequirementMatrix: matrix,
      _hostFullVersion: "16.0.17000.10000", _clientWindowHeight: 768, _clientWindowWidth: 1024, _addinName: addinName, _appDomains: [frame.options.origin],
      _featureGates: {}, _initialDisplayMode: 0, _hostCustomMessage: "",
    };
  }
}

function dialogMessage(content: unknown, from: Frame): unknown {
  return { messageType: 0, messageContent: asText(content), messageOrigin: from.options.origin };
}
