/** A package's parts as XML trees, for checking files. Shares nothing with the workbench's own file code. */
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import type { RuleId } from "./rules";

const parser = new (new JSDOM("").window.DOMParser)();

export interface Relation { readonly id: string; readonly kind: string; readonly target: string; readonly external: boolean }

export class Parts {
  private readonly parts: Readonly<Record<string, Uint8Array>>;
  private readonly trees = new Map<string, Element | null>();
  readonly problems: string[] = [];

  readonly names: readonly string[];
  private readonly known: ReadonlySet<string>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    this.names = Object.keys(this.parts).filter((name) => !name.endsWith("/"));
    this.known = new Set(this.names.map((name) => name.toLowerCase()));
  }

  has(name: string): boolean { return this.known.has(name.toLowerCase()); }
  report(rule: RuleId, where: string, what: string): void { this.problems.push(`${where}: ${what} [${rule}]`); }

  /** The root element, or null (and a problem, once) where the part is missing or no XML. */
  root(name: string): Element | null {
    const known = this.trees.get(name);
    if (known !== undefined) return known;
    const bytes = this.parts[name];
    const read = bytes === undefined ? null : parser.parseFromString(strFromU8(bytes).replace(/^\uFEFF/, ""), "text/xml").documentElement;
    const broken = read?.localName === "parsererror";
    if (bytes === undefined) this.report("PKG-3", name, "the part is missing");
    else if (broken) this.report("PKG-6", name, "is not well-formed XML");
    const root = broken ? null : read;
    this.trees.set(name, root);
    return root;
  }

  relationsOf(part: string): readonly Relation[] {
    const slash = part.lastIndexOf("/") + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!this.has(name)) return [];
    return childrenOf(this.root(name)).map((element) => {
      const target = element.getAttribute("Target") ?? "";
      const external = element.getAttribute("TargetMode") === "External";
      return { id: element.getAttribute("Id") ?? "", kind: (element.getAttribute("Type") ?? "").replace(/^.*\//, ""), target: external ? target : resolved(part, target), external };
    });
  }
  /** The part behind an id, or null with a problem. */
  related(part: string, id: string | null, kind: string): string | null {
    const relation = this.relationsOf(part).find((one) => one.id === id);
    if (relation === undefined) this.report("PKG-8", part, `the relationship ${id ?? "without an id"} (${kind}) is not there`);
    else if (relation.kind !== kind) this.report("PKG-8", part, `the relationship ${id ?? ""} is of kind ${relation.kind}, not ${kind}`);
    else return relation.target;
    return null;
  }
}

export function resolved(source: string, target: string): string {
  const steps = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** From one to the next, since a live list of children is slow to make. */
export function childrenOf(element: Element | null, local?: string): readonly Element[] {
  const found: Element[] = [];
  for (let child = element?.firstElementChild ?? null; child !== null; child = child.nextElementSibling) if (local === undefined || child.localName === local) found.push(child);
  return found;
}
export const childOf = (element: Element | null, local: string): Element | null => childrenOf(element, local)[0] ?? null;
export const all = (element: Element | null, local: string): readonly Element[] => [...(element?.getElementsByTagNameNS("*", local) ?? [])];
/** The id of a relationship, whatever the prefix. */
export const relationIdOf = (element: Element, local = "id"): string | null => [...element.attributes].find((attribute) => attribute.localName === local && attribute.prefix !== null)?.value ?? null;

/** Children of the element's own namespace stand in the schema's order, and are all known to it. */
export function checkOrder(parts: Parts, rule: RuleId, where: string, element: Element, order: readonly string[]): void {
  let last = 0;
  for (const child of childrenOf(element).filter((one) => one.namespaceURI === element.namespaceURI)) {
    const place = order.indexOf(child.localName);
    if (place < 0) parts.report(rule, where, `<${element.localName}> holds an unknown <${child.localName}>`);
    else if (place < last) parts.report(rule, where, `<${child.localName}> stands after <${order[last] ?? ""}> in <${element.localName}>`);
    last = Math.max(last, place);
  }
}

export function duplicates(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value.toLowerCase()).size);
}

export interface Rectangle { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** "A1:C3" from 1, or null for what is no rectangle of cells on a sheet. */
export function rectangle(ref: string): Rectangle | null {
  const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = /^([A-Z]{1,3})([1-9]\d*)(?::([A-Z]{1,3})([1-9]\d*))?$/.exec(ref) ?? [];
  const found = { top: Number(r1), left: columnNumber(c1), bottom: Number(r2), right: columnNumber(c2) };
  return c1 === "" || found.top > found.bottom || found.left > found.right || found.bottom > 1_048_576 || found.right > 16_384 ? null : found;
}
export const cellCount = (area: Rectangle): number => (area.bottom - area.top + 1) * (area.right - area.left + 1);
export const overlap = (a: Rectangle, b: Rectangle): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** The sheets that a formula names in front of an exclamation mark. */
export function sheetsIn(formula: string): readonly string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...bare.matchAll(/'((?:[^']|'')+)'!|([A-Za-z_À-￿][\w.À-￿]*)!/g)].map((match) => (match[1] ?? match[2] ?? "").replace(/''/g, "'"))
    .filter((name) => !name.includes("[") && !name.includes(":"));
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;
const looksLikeCell = (name: string): boolean => /^[A-Z]{1,3}[1-9]\d{0,6}$/i.test(name) || /^(?:[rc]|r\d+c\d+)$/i.test(name);
export const isName = (text: string): boolean => NAME.test(text) && !looksLikeCell(text);

/** An attribute as a number; NaN where it is missing. */
export const numberOf = (element: Element | null, name: string): number => Number(element?.getAttribute(name) ?? Number.NaN);
