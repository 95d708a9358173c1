/** A Rich API request as it arrives: object paths that say how to reach objects, and actions on them, in order. */

export const pathType = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
export const actionKind = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, recursiveQuery: 6, queryAsJson: 7, ensureUnchanged: 8, update: 9 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Says which arguments are ids of object paths; nested as the arguments are. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  /** For an update: properties by camel-case name. */
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface RichApiRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface RichApiResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly Location: string; readonly HttpStatusCode: number; readonly ActionIndex?: number };
}

/** @throws SyntaxError for what is no Rich API request */
export function readRequest(text: string): RichApiRequest {
  const parsed: unknown = JSON.parse(text);
  if (!isRequest(parsed)) throw new SyntaxError("This is no Rich API request.");
  return parsed;
}

function isRequest(value: unknown): value is RichApiRequest {
  return typeof value === "object" && value !== null && "Actions" in value && Array.isArray(value.Actions)
    && "ObjectPaths" in value && typeof value.ObjectPaths === "object" && value.ObjectPaths !== null;
}

/**
 * Whether a request does nothing but let go of ranges. The library sends these by itself when a run ends, and nobody waits for them.
 */
export function onlyReleases(request: RichApiRequest): boolean {
  return request.Actions.some((action) => action.Name === "_RemoveReference")
    && request.Actions.every((action) => action.ActionType === actionKind.instantiate || action.Name === "_RemoveReference");
}
