/** The messages of Excel on the web's add-in protocol: their fields and numbers, as measured against the library. */

export const messageType = { request: 0, response: 1 } as const;
export const actionType = { invoke: 0, register: 1, unregister: 2 } as const;
export const responseType = { call: 0, event: 1 } as const;

/** What a page sends. `_data` is only looked into by the handler of the named action. */
export interface PageMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data: unknown;
}

/** The numbers of the calls that a page can make through `executeMethod`. */
export const call = {
  getSelectedData: 64,
  setSelectedData: 65,
  addBindingFromSelection: 66,
  getBinding: 68,
  releaseBinding: 69,
  getBindingData: 70,
  setBindingData: 71,
  addRows: 72,
  getAllBindings: 74,
  getDocumentCopy: 77,
  addBindingFromNamedItem: 78,
  getDocumentCopyChunk: 80,
  releaseDocumentCopy: 81,
  navigateTo: 82,
  refreshSettings: 75,
  saveSettings: 76,
  fileProperties: 86,
  closeContainer: 97,
  getAccessToken: 98,
  getAuthContext: 99,
  openBrowserWindow: 102,
  richApi: 93,
  commandCompleted: 94,
  messageParent: 144,
  messageChild: 145,
} as const;

/** The events of the document that a page can register for. A binding's are told as "<id>_<event>". */
export const documentEvents: ReadonlySet<string> = new Set([
  "appCommandInvoked", "richApiMessage", "documentSelectionChanged", "settingsChanged", "dialogMessageReceived", "dialogParentMessageReceived", "dialogNotificationShown", "bindingDataChanged", "bindingSelectionChanged",
]);

/** Error numbers of the protocol, which the library turns into its own error objects. */
export const errorNumber = {
  notSupported: 5000,
  internal: 5001,
  requestTooBig: 5103,
  responseTooBig: 5104,
  coercionNotSupported: 1000,
  settingsCannotSave: 4001,
  selectionNotOfCoercion: 1004,
  startOutsideBinding: 1005,
  fileTypeNotSupported: 1009,
  cannotWriteToSelection: 2001,
  dataNotOfSelection: 2002,
  dataNotOfBinding: 2004,
  invalidDataFormat: 2006,
  noSuchBinding: 3002,
  wrongSelectionForBinding: 3004,
  notOnThisBinding: 3005,
  namedItemNotFound: 3006,
  unknownBindingType: 3009,
  indexOutOfRange: 5008,
  noSuchPlace: 7002,
  tooManyCopies: 11_000,
  noIdentity: 13_000,
} as const;

/** What a dialog's owner is told besides messages, by the library's numbers. */
export const dialogEvent = { pageNotFound: 12_002, closed: 12_006 } as const;

/** The library reports this status when a command names a function that the page does not have. */
export const invalidCallback = 11_101;

/** A refusal that travels as a number in the answer to a call, not as a Rich API error. */
export class ProtocolRefusal extends Error {
  /** @param isGap - refused because it is not built here, which is told aloud, and not because Excel refuses it */
  constructor(readonly number: number, message: string, readonly isGap = number === errorNumber.internal) {
    super(message);
    this.name = "ProtocolRefusal";
  }
}

/** What Excel would do and this host does not. @param what - "Selected cells as html" */
export const notBuilt = (number: number, what: string): ProtocolRefusal => new ProtocolRefusal(number, `${what} is not implemented by this host.`, true);

/** Reads a page's message; null for anything that is not one (other scripts post messages too). */
export function readPageMessage(text: string): PageMessage | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return isPageMessage(parsed) ? parsed : null;
}

function isPageMessage(value: unknown): value is PageMessage {
  const fields = asRecord(value);
  return fields["_messageType"] === messageType.request && typeof fields["_actionName"] === "string"
    && typeof fields["_conversationId"] === "string" && typeof fields["_correlationId"] === "number" && typeof fields["_actionType"] === "number";
}

/** The fields of a value from outside; empty for anything that has none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export const asText = (value: unknown): string => (typeof value === "string" ? value : "");
