/** Runs one request against the object model: its actions in order, up to the first that Excel refuses. */
import { Arguments, isHostObject } from "../objects/arguments";
import { wireName, type HostObject } from "../objects/definition";
import { invalidOperation, invalidReference, itemNotFound, notImplemented, Refusal } from "../objects/refusal";
import { query } from "./query";
import { actionKind, pathType, type Action, type ArgumentInfo, type ObjectPath, type RichApiRequest, type RichApiResponse } from "./request";

/** How a batch reaches its first objects. */
export interface Roots {
  readonly workbook: HostObject;
  /** A service by its type's name; null when this host has none such. */
  service(name: string): HostObject | null;
  /** A range that an earlier request kept. */
  kept(referenceId: string): HostObject | null;
}

/**
 * Runs a request. What was done before the action that failed stays done, as in Excel, and its results are answered.
 * An error that is no refusal is a mistake of ours: it is answered as GeneralException and told to `onMistake`.
 */
export function runBatch(request: RichApiRequest, roots: Roots, onMistake: (error: unknown) => void): RichApiResponse {
  return new Batch(request, roots).run(onMistake);
}

class Batch {
  private readonly reached = new Map<number, HostObject | null>();
  private readonly results: { readonly ActionId: number; readonly Value: unknown }[] = [];
  private readonly traces: number[] = [];

  constructor(private readonly request: RichApiRequest, private readonly roots: Roots) {}

  run(onMistake: (error: unknown) => void): RichApiResponse {
    let index = 0;
    try {
      for (const action of this.request.Actions) {
        this.results.push({ ActionId: action.Id, Value: this.act(action) ?? null });
        index += 1;
      }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : mistake(error, onMistake);
      return {
        Error: { Code: refusal.code, Message: refusal.message, Location: this.locationOf(this.request.Actions[index]), HttpStatusCode: refusal.httpStatus, ActionIndex: index },
        Results: this.results, TraceIds: this.traces,
      };
    }
    return { Results: this.results, TraceIds: this.traces };
  }

  private act(action: Action): unknown {
    if (action.ActionType === actionKind.trace) {
      this.traces.push(action.Id);
      return null;
    }
    const object = this.reach(action.ObjectPathId);
    switch (action.ActionType) {
      case actionKind.instantiate: return object === null ? null : object.identity();
      case actionKind.query:
      case actionKind.queryAsJson: return object === null ? null : query(object, action.QueryInfo ?? {});
      case actionKind.method: return this.method(object, action);
      case actionKind.setProperty: return this.setProperty(object, action);
      case actionKind.update: return this.update(object, action);
      default: throw notImplemented(`Action type ${action.ActionType}`);
    }
  }

  private method(object: HostObject | null, action: Action): unknown {
    if (object === null) return { _IsNull: true };
    const value = object.call(action.Name, this.argumentsOf(action.ArgumentInfo));
    return isHostObject(value) ? null : value;
  }

  private setProperty(object: HostObject | null, action: Action): null {
    if (object === null) throw invalidOperation();
    object.set(action.Name, this.values(action.ArgumentInfo)[0]);
    return null;
  }

  private update(object: HostObject | null, action: Action): null {
    if (object === null) throw invalidOperation();
    for (const [name, value] of Object.entries(action.ObjectState ?? {})) object.set(wireName(name), value);
    return null;
  }

  private reach(id: number): HostObject | null {
    const known = this.reached.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw invalidReference(`The request has no object path ${id}.`);
    const object = this.follow(path);
    this.reached.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case pathType.root: return this.roots.workbook;
      case pathType.nothing: return null;
      case pathType.service: return found(this.roots.service(path.Name), () => notImplemented(`new ${path.Name}`));
      case pathType.reference: return found(this.roots.kept(path.Name), invalidReference);
    }
    if (path.ParentObjectPathId === undefined) throw invalidReference();
    const parent = this.reach(path.ParentObjectPathId);
    // Everything below a null object is a null object.
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case pathType.property: return parent.navigate(path.Name);
      case pathType.indexer: return parent.item(this.argumentsOf(path.ArgumentInfo));
      case pathType.method: return objectOrNull(parent.call(path.Name, this.argumentsOf(path.ArgumentInfo)), `${parent.className}.${path.Name}`);
      default: throw notImplemented(`Object path type ${path.ObjectPathType}`);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): Arguments { return new Arguments(this.values(info)); }

  private values(info: ArgumentInfo | undefined): readonly unknown[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.decode(value, ids[index]));
  }

  /** Puts objects in the place of their ids, at any depth. @param id - the part of ReferencedObjectPathIds for this value */
  private decode(value: unknown, id: unknown): unknown {
    if (typeof id === "number" && id !== 0) return this.reach(id) ?? nothing();
    if (Array.isArray(value)) {
      const inner: readonly unknown[] = Array.isArray(id) ? id : [];
      return value.map((part: unknown, index) => this.decode(part, inner[index]));
    }
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return this.reach(value._ObjectPathId) ?? nothing();
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.decode(part, undefined)]));
  }

  /** The member that failed, as Excel names it in `debugInfo.errorLocation`: "Range.values". */
  private locationOf(action: Action | undefined): string {
    if (action === undefined) return "";
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    const parent = path?.ParentObjectPathId === undefined ? undefined : this.reached.get(path.ParentObjectPathId);
    const member = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
    if (action.ActionType === actionKind.instantiate) {
      const name = path?.ObjectPathType === pathType.indexer ? "getItem" : member(path?.Name ?? "");
      return parent && name !== "" ? `${parent.className}.${name}` : name;
    }
    const object = this.reached.get(action.ObjectPathId);
    return object && action.Name !== "" ? `${object.className}.${member(action.Name)}` : object?.className ?? "";
  }
}

function found(object: HostObject | null, refusal: () => Refusal): HostObject {
  if (object === null) throw refusal();
  return object;
}

/** An argument that is a null object points to nothing. */
function nothing(): never { throw itemNotFound(); }

function objectOrNull(value: unknown, member: string): HostObject | null {
  if (value === null) return null;
  if (isHostObject(value)) return value;
  throw new Error(`${member} was asked for an object and gave something else.`);
}

function mistake(error: unknown, onMistake: (error: unknown) => void): Refusal {
  onMistake(error);
  return new Refusal("GeneralException", `There was an internal error while processing the request. ${String(error)}`, 500);
}
