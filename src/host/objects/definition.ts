/**
 * How a class of the Excel object model is declared: its scalar properties, navigation and methods, each with the requirement set
 * it came in and how we know how Excel behaves. Names and types are held to Microsoft's type definitions by the compiler.
 */
import { itemNotFound, notImplemented, tooNew } from "./refusal";
import type { Arguments } from "./arguments";
import type { Faults } from "./faults";
import type { Profile } from "./profile";

/** `documented`: Microsoft's reference says so. `recorded`: seen in Excel's own traffic. `assumed`: our reading. */
export type Known = "documented" | "recorded" | "assumed";

interface Member {
  /** Version of ExcelApi ("1.9"), or another set with its version ("ExcelApiOnline 1.1"). */
  readonly since: string;
  readonly known: Known;
}
export interface Scalar<S, V> extends Member {
  get(self: S): V | null;
  /** Parses what it is given: a request is from outside. */
  set?(self: S, value: unknown): void;
}
export interface Navigation<S> extends Member { get(self: S): HostObject | null }
export interface Method<S> extends Member { call(self: S, args: Arguments): unknown }

export function scalar<S, V>(since: string, get: (self: S) => V | null, set?: (self: S, value: unknown) => void, known: Known = "documented"): Scalar<S, V> {
  return set === undefined ? { since, known, get } : { since, known, get, set };
}
export const navigation = <S>(since: string, get: (self: S) => HostObject | null, known: Known = "documented"): Navigation<S> => ({ since, known, get });
export const method = <S>(since: string, call: (self: S, args: Arguments) => unknown, known: Known = "documented"): Method<S> => ({ since, known, call });

type Client = OfficeExtension.ClientObject;
type EventHandlers = { add: (...args: never[]) => unknown; remove: (...args: never[]) => unknown };
/** What the library itself provides on every object, so that no request asks for it. */
type Local = keyof Client | "load" | "toJSON" | "set" | "track" | "untrack" | "items";
type MethodNames<C> = { [K in keyof C]: K extends Local ? never : C[K] extends (...args: never[]) => unknown ? K : never }[keyof C];
type NavigationNames<C> = { [K in keyof C]: K extends Local ? never : C[K] extends Client ? K : never }[keyof C];
type ScalarNames<C> = { [K in keyof C]: K extends Local ? never : C[K] extends Client | EventHandlers | ((...args: never[]) => unknown) ? never : K }[keyof C];

/** A part of a class: big classes are declared in several files. */
export interface ClassPart<C, S> {
  readonly scalars?: { readonly [K in ScalarNames<C>]?: Scalar<S, C[K]> };
  readonly navigations?: { readonly [K in NavigationNames<C>]?: Navigation<S> };
  readonly methods?: { readonly [K in MethodNames<C>]?: Method<S> };
  /** Members of the wire that programmers do not see, by their wire names: `_KeepReference`. */
  readonly wire?: Readonly<Record<string, Method<S>>>;
  /** Ways to objects that programmers do not see, by their wire names: `_Runtime`. */
  readonly wireNavigations?: Readonly<Record<string, Navigation<S>>>;
  /** Properties that the library sets by a wire name other than the one it reads. */
  readonly aliases?: Readonly<Record<string, Scalar<S, unknown>>>;
}

/** What a class of objects is besides its members. */
export interface ClassNature<S> {
  /** What the library remembers the object by: `{ Id }`, `{ _Id }` or `{ _ReferenceId }`. */
  readonly identity?: (self: S) => Readonly<Record<string, unknown>>;
  /** For a collection: its items in order, and the one that `getItem` finds. */
  readonly items?: (self: S) => readonly HostObject[];
  readonly item?: (self: S, args: Arguments) => HostObject;
}

/** What every object knows: the workbook it is of, and so the Excel that the host stands for, and what goes wrong in it. */
export interface Owned { readonly session: { readonly profile: Profile; readonly faults: Faults } }

/** One object of the model, whatever its class. */
export interface HostObject {
  readonly className: string;
  identity(): Readonly<Record<string, unknown>>;
  /** The collection's items, or null for a class that is no collection. */
  items(): readonly HostObject[] | null;
  item(args: Arguments): HostObject;
  /** Members by their wire names. @throws Refusal ApiNotFound for one that is not there, or newer than the profile */
  get(wireName: string): unknown;
  set(wireName: string, value: unknown): void;
  navigate(wireName: string): HostObject | null;
  call(wireName: string, args: Arguments): unknown;
  /** Which kind of member a camel-case name is; null for none. Without regard to the first letter's case. */
  kindOf(name: string): "scalar" | "navigation" | null;
  /** Wire names of every scalar that the profile has. */
  scalarNames(): readonly string[];
}

export interface MemberSheet { readonly name: string; readonly kind: "property" | "navigation" | "method"; readonly since: string; readonly known: Known; readonly writable: boolean }

export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const plainName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What a programmer calls a member of the wire. @example programmersName("_RegisterDataChangedEvent") // => "onChanged" */
export function programmersName(wire: string): string {
  const event = /^_(?:Un)?[Rr]egister(?:Event)?(.+?)(?:Event)?$/.exec(wire)?.[1];
  return event === undefined ? plainName(wire) : `on${event === "DataChanged" ? "Changed" : event}`;
}

/** @example isNewer("1.10", "1.9") // => true */
export function isNewer(since: string, api: string): boolean {
  if (!/^\d/.test(since)) return true;
  const [major = 0, minor = 0] = since.split(".").map(Number);
  const [hasMajor = 0, hasMinor = 0] = api.split(".").map(Number);
  return major > hasMajor || (major === hasMajor && minor > hasMinor);
}

interface Members<S> {
  readonly scalars?: Readonly<Record<string, Scalar<S, unknown>>>;
  readonly navigations?: Readonly<Record<string, Navigation<S>>>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
  readonly wire?: Readonly<Record<string, Method<S>>>;
  readonly wireNavigations?: Readonly<Record<string, Navigation<S>>>;
  readonly aliases?: Readonly<Record<string, Scalar<S, unknown>>>;
}

export class ObjectClass<S extends Owned> {
  private readonly scalars = new Map<string, Scalar<S, unknown>>();
  private readonly navigations = new Map<string, Navigation<S>>();
  private readonly methods = new Map<string, Method<S>>();
  private readonly aliases = new Map<string, Scalar<S, unknown>>();
  private readonly ofTheWire = new Set<string>();
  private readonly selves = new WeakMap<HostObject, S>();

  constructor(readonly name: string, private readonly nature: ClassNature<S>, parts: readonly Members<S>[]) {
    for (const part of parts) {
      for (const [member, declared] of Object.entries(part.scalars ?? {})) this.scalars.set(wireName(member), declared);
      for (const [member, declared] of Object.entries(part.navigations ?? {})) this.navigations.set(wireName(member), declared);
      for (const [member, declared] of Object.entries(part.methods ?? {})) this.methods.set(wireName(member), declared);
      for (const [member, declared] of Object.entries(part.wire ?? {})) { this.methods.set(member, declared); this.ofTheWire.add(member); }
      for (const [member, declared] of Object.entries(part.wireNavigations ?? {})) { this.navigations.set(member, declared); this.ofTheWire.add(member); }
      for (const [member, declared] of Object.entries(part.aliases ?? {})) this.aliases.set(member, declared);
    }
  }

  /** The object as dispatch handles it. */
  of(self: S): HostObject {
    const object = this.objectFor(self);
    this.selves.set(object, self);
    return object;
  }

  /** What stands behind an object of this class; null for one of another class. */
  behind(object: HostObject): S | null { return this.selves.get(object) ?? null; }

  /** For the table of what is supported. */
  sheet(): readonly MemberSheet[] {
    const row = (kind: MemberSheet["kind"]) => ([name, member]: readonly [string, Member & { readonly set?: unknown }]): MemberSheet =>
      ({ name: plainName(name), kind, since: member.since, known: member.known, writable: member.set !== undefined });
    return [
      ...[...this.scalars].map(row("property")),
      ...[...this.navigations].filter(([name]) => !this.ofTheWire.has(name)).map(row("navigation")),
      ...[...this.methods].filter(([name]) => !this.ofTheWire.has(name)).map(row("method")),
    ];
  }

  private allowed<M extends Member>(self: S, member: M | undefined, name: string): M {
    const said = `${this.name}.${programmersName(name)}`;
    if (member === undefined) throw notImplemented(said);
    const { api } = self.session.profile;
    if (isNewer(member.since, api)) throw tooNew(said, member.since, api);
    return member;
  }

  /** Uses a member, where this Excel does not refuse it now. @param member - as in the table of members */
  private using<T>(self: S, member: string, use: () => T): T {
    const { faults } = self.session;
    faults.assertUsable(member);
    const result = use();
    faults.wasUsed(member);
    return result;
  }

  private objectFor(self: S): HostObject {
    const said = (name: string): string => `${this.name}.${plainName(name)}`;
    return {
      className: this.name,
      identity: () => this.nature.identity?.(self) ?? {},
      items: () => this.nature.items?.(self) ?? null,
      item: (args) => {
        if (this.nature.item === undefined) throw itemNotFound(`${this.name} is not a collection.`);
        return this.nature.item(self, args);
      },
      get: (name) => this.allowed(self, this.scalars.get(name), name).get(self),
      set: (name, value) => this.using(self, `${said(name)} =`, () => {
        const member = this.allowed(self, this.scalars.get(name) ?? this.aliases.get(name), name);
        if (member.set === undefined) throw notImplemented(`Setting ${said(name)}`);
        member.set(self, value);
      }),
      navigate: (name) => this.using(self, said(name), () => this.allowed(self, this.navigations.get(name), name).get(self)),
      call: (name, args) => this.using(self, said(name), () => this.allowed(self, this.methods.get(name), name).call(self, args)),
      kindOf: (name) => (this.scalars.has(wireName(name)) ? "scalar" : this.navigations.has(wireName(name)) ? "navigation" : null),
      scalarNames: () => [...this.scalars].filter(([, member]) => !isNewer(member.since, self.session.profile.api)).map(([name]) => name),
    };
  }
}

/** Every class that has been declared, for the table of what is supported. */
export const declaredClasses: { readonly name: string; readonly sheet: () => readonly MemberSheet[] }[] = [];

/** Declares a class of Microsoft's model. `C` is its type there, `S` what stands behind an object of it here. */
export function declareClass<C, S extends Owned>(name: string, nature: ClassNature<S>, ...parts: readonly ClassPart<C, S>[]): ObjectClass<S> {
  // The compiler has checked the names against `C`; from here on they are looked up by name.
  const made = new ObjectClass<S>(name, nature, parts as readonly unknown[] as readonly Members<S>[]);
  declaredClasses.push({ name, sheet: () => made.sheet() });
  return made;
}
