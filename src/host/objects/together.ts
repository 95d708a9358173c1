/** Several objects of one class asked and changed as one, as Excel does for the format of several areas. */
import type { Arguments } from "./arguments";
import { isHostObject } from "./arguments";
import type { HostObject } from "./definition";
import { itemNotFound } from "./refusal";

/**
 * One object that stands for all: a property is what they share, and a change or a call reaches each.
 * Where they differ a colour answers "" and anything else null, as one range of different cells does.
 *
 * @throws Refusal ItemNotFound for none
 */
export function together(objects: readonly HostObject[]): HostObject {
  const [first, ...others] = objects;
  if (first === undefined) throw itemNotFound();
  if (others.length === 0) return first;
  return {
    className: first.className,
    identity: () => first.identity(),
    items: () => {
      const lists = objects.map((object) => object.items());
      const own = lists[0];
      return own === null || own === undefined ? null : own.map((_item, index) => together(lists.flatMap((list) => list?.[index] ?? [])));
    },
    item: (args) => together(objects.map((object) => object.item(args))),
    get: (name) => shared(objects.map((object) => object.get(name))),
    set: (name, value) => { for (const object of objects) object.set(name, value); },
    navigate: (name) => joined(objects.map((object) => object.navigate(name))),
    call: (name, args) => called(objects, name, args),
    kindOf: (name) => first.kindOf(name),
    scalarNames: () => first.scalarNames(),
  };
}

function joined(objects: readonly (HostObject | null)[]): HostObject | null {
  const there = objects.flatMap((object) => (object === null ? [] : [object]));
  return there.length < objects.length ? null : together(there);
}

function shared(values: readonly unknown[]): unknown {
  const spelt = values.map((value) => JSON.stringify(value));
  if (spelt.every((text) => text === spelt[0])) return values[0];
  return values.every((value) => typeof value === "string" && (value === "" || value.startsWith("#"))) ? "" : null;
}

function called(objects: readonly HostObject[], name: string, args: Arguments): unknown {
  const results = objects.map((object) => object.call(name, args));
  const made = results.flatMap((result) => (isHostObject(result) ? [result] : []));
  return made.length === results.length && made.length > 0 ? together(made) : shared(results);
}
