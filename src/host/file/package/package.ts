/** The parts of an opened file, byte for byte, with how they point at each other. Never changed: a save works on a draft over it. */
import { FileProblem } from "../file-problem";
import { attribute } from "../xml/query";
import { scanXml } from "../xml/scan";
import { decodeXml } from "./encoding";
import type { RelationKind } from "./part-kinds";
import { sameNameKey } from "./part-names";
import type { PackedPart } from "./zip-read";

export interface Relationship {
  readonly id: string;
  /** The type's last step; "worksheet", "chart" and so on. */
  readonly kind: string;
  /** A part's name, or an outside address as written. */
  readonly target: string;
  readonly external: boolean;
}

/** Reading parts, whether of the file or of a draft over it. Names are as in the zip: no slash in front. */
export interface Parts {
  readonly names: readonly string[];
  /** The name as the zip spells it, which may differ in capitals and in `%20` for a blank; a part that is not there keeps the spelling it is asked by. */
  spelt(name: string): string;
  has(name: string): boolean;
  /** @throws FileProblem missing-part */
  bytes(name: string): Uint8Array;
  /** @throws FileProblem missing-part, damaged, not-supported */
  text(name: string): string;
  /** The part as its file has it packed, or null for one that was not read from a file. */
  packed?(name: string): PackedPart | null;
}

export class Package implements Parts {
  private readonly spelling = new Map<string, string>();
  /** @param packedParts - the same parts as they lie in the file */
  constructor(private readonly parts: ReadonlyMap<string, Uint8Array>, private readonly packedParts: ReadonlyMap<string, PackedPart> = new Map()) {
    for (const name of parts.keys()) this.spelling.set(sameNameKey(name), name);
  }

  get names(): readonly string[] { return [...this.parts.keys()]; }
  spelt(name: string): string { return this.spelling.get(sameNameKey(name)) ?? name; }
  has(name: string): boolean { return this.spelling.has(sameNameKey(name)); }
  bytes(name: string): Uint8Array {
    const found = this.parts.get(this.spelt(name));
    if (found === undefined) throw new FileProblem("missing-part", name);
    return found;
  }
  text(name: string): string { return decodeXml(this.bytes(name), name); }
  packed(name: string): PackedPart | null { return this.packedParts.get(this.spelt(name)) ?? null; }
}

export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

/** The part that holds a part's relationships. @example relationshipsPart("xl/workbook.xml") // => "xl/_rels/workbook.xml.rels" */
export function relationshipsPart(source: string): string {
  const folder = folderOf(source);
  return `${folder}_rels/${source.slice(folder.length)}.rels`;
}

/**
 * A target as written, made into a part's name. One that leads out of the package ends at its root, as a web address does (RFC 3986, 5.2.4):
 * LibreOffice writes such targets, and nothing outside the file is ever read.
 *
 * @example resolveTarget("xl/workbook.xml", "../../../customXml/item1.xml") // => "customXml/item1.xml"
 */
export function resolveTarget(source: string, target: string): string {
  // Some writers spell targets as Windows spells paths.
  const spelt = target.replaceAll("\\", "/");
  const path = spelt.startsWith("/") ? spelt.slice(1) : folderOf(source) + spelt;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

/** A part's name as another part's relationships write it. @example relativeTarget("xl/worksheets/sheet1.xml", "xl/tables/table1.xml") // => "../tables/table1.xml" */
export function relativeTarget(source: string, target: string): string {
  const from = folderOf(source).split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}

/** What a part points at, in the file's order; the package itself is the source "". */
export function relationships(parts: Parts, source: string): readonly Relationship[] {
  const name = relationshipsPart(source);
  if (!parts.has(name)) return [];
  return scanXml(parts.text(name), name).children.map((element) => {
    const target = attribute(element, "Target") ?? "";
    // A target with a scheme leads outside, whether or not its writer says so.
    const external = attribute(element, "TargetMode") === "External" || /^[A-Za-z][A-Za-z0-9+.-]+:/.test(target);
    const type = attribute(element, "Type") ?? "";
    return { id: attribute(element, "Id") ?? "", kind: type.slice(type.lastIndexOf("/") + 1), target: external || target.startsWith("#") ? target : parts.spelt(resolveTarget(source, target)), external };
  });
}

/** The part behind a relationship's id, or null where it is missing or leads outside. */
export function related(parts: Parts, source: string, id: string | null): string | null {
  const found = relationships(parts, source).find((relation) => relation.id === id);
  return found === undefined || found.external ? null : found.target;
}

/** The first part of a kind that a part points at and that is there, or null. */
export function relatedOfKind(parts: Parts, source: string, kind: RelationKind): string | null {
  return relationships(parts, source).find((relation) => relation.kind === kind && !relation.external && parts.has(relation.target))?.target ?? null;
}

/** A part's content type, by its own entry or by its ending; null where the package names none. */
export function contentTypeOf(parts: Parts, part: string): string | null {
  const name = "[Content_Types].xml";
  const ending = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  let byEnding: string | null = null;
  for (const element of scanXml(parts.text(name), name).children) {
    if (element.local === "Override" && sameNameKey(attribute(element, "PartName") ?? "") === sameNameKey(`/${part}`)) return attribute(element, "ContentType");
    if (element.local === "Default" && attribute(element, "Extension")?.toLowerCase() === ending) byEnding = attribute(element, "ContentType");
  }
  return byEnding;
}
