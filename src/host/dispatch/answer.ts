/** One Rich API request from text to text: the limits that hold before it is read, the run, and what is counted. */
import { cellEditMode } from "../objects/refusal";
import { isNewer } from "../objects/definition";
import { platformRules, UNDO_SINCE } from "../objects/profile";
import type { Session } from "../objects/session";
import { rangeClass } from "../objects/range";
import { rangeAreasClass } from "../objects/range-areas";
import { workbookAreasClass } from "../objects/formula-links";
import { workbookClass } from "../objects/workbook-object";
import { runBatch, type Roots } from "./batch";
import { onlyReleases, pathType, readRequest, type RichApiRequest, type RichApiResponse } from "./request";
import { serviceNamed } from "./service-named";

/** The library's flag for `delayForCellEdit`. */
const DELAY_FOR_CELL_EDIT = 64;

/** A request or its answer is over the limit. The library is told by a number of the protocol, not by a Rich API error. */
export class OverLimit extends Error {
  constructor(readonly which: "request" | "response", readonly record: RequestRecord) {
    super(`A ${which} of ${which === "request" ? record.bytes : record.responseBytes} bytes is over Excel on the web's limit.`);
    this.name = "OverLimit";
  }
}

export interface RequestRecord {
  readonly bytes: number;
  readonly responseBytes: number;
  /** Only lets go of ranges; nobody waits for it. */
  readonly releaseOnly: boolean;
  /** Asks the host itself something, not the workbook. */
  readonly service: boolean;
  readonly actions: number;
  readonly error: string | null;
  readonly ms: number;
}

export interface RequestSetting {
  readonly session: Session;
  /** The page that asks. */
  readonly page: string;
  readonly flags: number;
  isEditing(): boolean;
  untilEdited(): Promise<void>;
  onMistake(error: unknown): void;
}

/**
 * Answers a request.
 *
 * @throws OverLimit over 5 MB on the web, in or out; nothing of a request that is too big is done
 */
export async function answerRequest(text: string, setting: RequestSetting): Promise<{ readonly response: string; readonly record: RequestRecord }> {
  const { session } = setting;
  const bytes = utf8Length(text);
  const most = platformRules[session.profile.platform].messageBytes ?? Infinity;
  const unread = { bytes, responseBytes: 0, releaseOnly: false, service: false, actions: 0, error: "RequestPayloadSizeLimitExceeded", ms: 0 };
  if (bytes > most) throw new OverLimit("request", unread);
  const request = readRequest(text);
  const service = Object.values(request.ObjectPaths).some((path) => path.ObjectPathType === pathType.service);
  if (setting.isEditing() && !service && (setting.flags & DELAY_FOR_CELL_EDIT) !== 0) await setting.untilEdited();
  const answered = setting.isEditing() && !service ? refusedWhole() : run(request, setting);
  const response = JSON.stringify(answered);
  const responseBytes = utf8Length(response);
  const record = { bytes, responseBytes, releaseOnly: onlyReleases(request), service, actions: request.Actions.length, error: answered.Error?.Code ?? null, ms: 0 };
  if (responseBytes > most) throw new OverLimit("response", { ...record, error: "ResponsePayloadSizeLimitExceeded" });
  return { response, record };
}

function run(request: RichApiRequest, { session, page, onMistake }: RequestSetting): RichApiResponse {
  const roots: Roots = {
    workbook: workbookClass.of({ session }),
    service: (name) => serviceNamed(name, session),
    kept: (id) => {
      const range = session.kept(id);
      if (range !== null && "places" in range) return workbookAreasClass.of(range);
      return range === null ? null : "ranges" in range ? rangeAreasClass.of(range) : rangeClass.of(range);
    },
  };
  const go = (): RichApiResponse => runBatch(request, roots, onMistake);
  session.page = page;
  try {
    return isNewer(UNDO_SINCE, session.profile.api) ? go() : session.history.perform(go);
  } finally {
    session.endBatch();
    session.page = "";
  }
}

/** While a person edits a cell nothing of a request is done. */
function refusedWhole(): RichApiResponse {
  const refusal = cellEditMode();
  return { Results: [], TraceIds: [], Error: { Code: refusal.code, Message: refusal.message, Location: "", HttpStatusCode: refusal.httpStatus } };
}

/** Bytes of a text in UTF-8, without making them. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit <= 0xdbff) { bytes += 2; i += 1; }
    else bytes += 2;
  }
  return bytes;
}
