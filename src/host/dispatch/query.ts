/** Answers a load: which properties were asked for, of which objects, as the library expects them back. */
import { wireName, type HostObject } from "../objects/definition";
import { invalidArgument } from "../objects/refusal";
import type { QueryInfo } from "./request";

type Json = Record<string, unknown>;

/** A load's wishes: properties by name, each with the wishes below it. "*" is every scalar. */
type Wishes = Map<string, Wishes>;

/**
 * The object's properties under their wire names. Without names, or with "*", every scalar property that the host has.
 * A collection answers with its items; Top and Skip choose among them.
 *
 * @throws Refusal for a name that the class does not have
 */
export function query(object: HostObject, info: QueryInfo): Json {
  const wishes: Wishes = new Map();
  const names = [...(info.Select ?? []), ...(info.Expand ?? [])];
  if (names.length > 0 && names.every((name) => NO_PROPERTIES.test(name))) return answerWithNone(object, info);
  for (const name of names) wish(wishes, name.split(/[/.]/).filter((part) => part !== ""));
  return answer(object, wishes, info);
}

/** Microsoft's samples load this name, which no class has, where they only want to know the items, or whether there is such an object. */
const NO_PROPERTIES = /^no-?properties-?needed$/i;

function answerWithNone(object: HostObject, { Top, Skip = 0 }: QueryInfo): Json {
  const items = object.items()?.slice(Skip, Top === undefined ? undefined : Skip + Top);
  return items === undefined ? { ...object.identity() } : { _Items: items.map((item) => ({ ...item.identity() })) };
}

function wish(wishes: Wishes, [head, ...rest]: readonly string[]): void {
  if (head === undefined) return;
  let below = wishes.get(head);
  if (below === undefined) wishes.set(head, (below = new Map()));
  wish(below, rest);
}

function answer(object: HostObject, wishes: Wishes, page: Pick<QueryInfo, "Top" | "Skip"> = {}): Json {
  const items = object.items();
  if (items === null) return { ...object.identity(), ...properties(object, wishes) };
  // The library strips "items/", so a name is the collection's own where it has one, else its items'.
  const own: Wishes = new Map([...wishes].filter(([name]) => name !== "*" && object.kindOf(name) !== null));
  const theirs: Wishes = new Map([...wishes].filter(([name]) => !own.has(name)));
  const from = page.Skip ?? 0;
  const chosen = items.slice(from, page.Top === undefined ? undefined : from + page.Top);
  const inner = theirs.get("items") ?? theirs;
  const answered: Json = own.size > 0 ? properties(object, own) : {};
  if (own.size > 0 && theirs.size === 0) return answered;
  return { ...answered, ...(wishes.size === 0 || wishes.has("*") ? properties(object, new Map()) : {}), _Items: chosen.map((item) => answer(item, inner)) };
}

function properties(object: HostObject, wishes: Wishes): Json {
  const answered: Json = {};
  if (wishes.size === 0 || wishes.has("*")) for (const name of object.scalarNames()) answered[name] = object.get(name);
  for (const [name, below] of wishes) {
    if (name === "*") continue;
    const wire = wireName(name);
    if (object.kindOf(name) === "navigation") {
      const inner = object.navigate(wire);
      answered[wire] = inner === null ? null : answer(inner, below);
    } else {
      if (below.size > 0) throw invalidArgument(`${object.className}.${name} has no properties.`);
      answered[wire] = object.get(wire);
    }
  }
  return answered;
}

