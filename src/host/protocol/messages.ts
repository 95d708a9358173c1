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
  refreshSettings: 75,
  saveSettings: 76,
  fileProperties: 86,
  officeTheme: 85,
  documentTheme: 84,
  richApi: 93,
  commandCompleted: 94,
  messageParent: 144,
  messageChild: 145,
} as const;

/** The events of the document that a page can register for. A binding's are told as "<id>_<event>". */
export const documentEvents: ReadonlySet<string> = new Set([
  "appCommandInvoked", "richApiMessage", "documentSelectionChanged", "settingsChanged", "dialogMessageReceived", "dialogParentMessageReceived", "bindingDataChanged", "bindingSelectionChanged",
]);

/** Error numbers of the protocol, which the library turns into its own error objects. */
export const errorNumber = {
  notSupported: 5000,
  internal: 5001,
  requestTooBig: 5103,
  responseTooBig: 5104,
  coercionNotSupported: 1000,
  settingsCannotSave: 4001,
} as const;

/** The library reports this status when a command names a function that the page does not have. */
export const invalidCallback = 11_101;

/** A refusal that travels as a number in the answer to a call, not as a Rich API error. */
export class ProtocolRefusal extends Error {
  constructor(readonly number: number, message: string) {
    super(message);
    this.name = "ProtocolRefusal";
  }
}

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
