/** A save in the making: changes over an opened file's parts. What is not touched comes out byte for byte. */
import { between, finish, type Steps } from "../../workbook/steps";
import { childrenOf } from "../xml/query";
import { prefixOf, scanXml, type XmlElement } from "../xml/scan";
import { appendInside, declaration, tag, type Attributes } from "../xml/write";
import { decodeXml, decodeXmlInSteps, encodeXml, encodeXmlInSteps } from "./encoding";
import { relationships, relativeTarget, relationshipsPart, type Parts, type Relationship } from "./package";
import { PACKAGE_RELATIONSHIPS, RELATIONSHIPS_TYPE, relationType, STRICT_RELATIONSHIPS, strictly, type RelationKind } from "./part-kinds";
import { sameNameKey } from "./part-names";
import { zipInSteps, type ZipPart } from "./zip-write";

const TYPES = "[Content_Types].xml";
/** The share of packing that turning characters into bytes is. */
const CHARACTERS = 0.1;

export class Draft implements Parts {
  private readonly changed = new Map<string, Uint8Array | string>();
  private readonly removed = new Set<string>();
  /** Names that the file has promised to parts, as keys; made when first needed. */
  private promised: ReadonlySet<string> | null = null;
  /** Whether the file keeps to the strict form, which has namespaces of its own. */
  private readonly strict: boolean;
  constructor(private readonly base: Parts) {
    this.strict = base.has("_rels/.rels") && base.text("_rels/.rels").includes(`${STRICT_RELATIONSHIPS}/officeDocument`);
  }

  get names(): readonly string[] {
    const kept = this.base.names.filter((name) => !this.removed.has(name));
    return [...kept, ...[...this.changed.keys()].filter((name) => !this.base.has(name))];
  }
  spelt(name: string): string { return this.base.spelt(name); }
  has(name: string): boolean { return this.changed.has(this.spelt(name)) || (this.base.has(name) && !this.removed.has(this.spelt(name))); }
  bytes(name: string): Uint8Array {
    const changed = this.changed.get(this.spelt(name));
    return changed === undefined ? this.base.bytes(name) : typeof changed === "string" ? encodeXml(changed) : changed;
  }
  text(name: string): string {
    const changed = this.changed.get(this.spelt(name));
    return typeof changed === "string" ? changed : decodeXml(this.bytes(name), name);
  }

  /** The same with rests on the way. */
  *textInSteps(name: string): Steps<string> {
    const changed = this.changed.get(this.spelt(name));
    return typeof changed === "string" ? changed : yield* decodeXmlInSteps(this.bytes(name), name);
  }

  /** Replaces a part's text with another. */
  replaceText(name: string, text: string): void { this.put(name, text); }
  /** Replaces a part's text; the same text again leaves the part untouched. */
  setText(name: string, text: string): void {
    if (this.has(name) && this.text(name) === text) return;
    this.put(name, text);
  }
  private put(name: string, content: string | Uint8Array): void {
    this.changed.set(this.spelt(name), this.strict && typeof content === "string" ? strictly(content) : content);
    this.removed.delete(this.spelt(name));
  }

  /** Adds a part with its content type. */
  add(name: string, contentType: string, content: string | Uint8Array): void {
    this.put(name, content);
    this.untype(name);
    const types = this.text(TYPES);
    this.setText(TYPES, appendEntry(types, scanXml(types, TYPES), "Override", { PartName: `/${name}`, ContentType: contentType }));
  }

  /** Takes a part out, with its own relationships and its content type. Whoever pointed at it calls `unrelate`. */
  remove(name: string): void {
    for (const gone of [name, relationshipsPart(name)].map((part) => this.spelt(part))) {
      this.changed.delete(gone);
      if (this.base.has(gone)) this.removed.add(gone);
    }
    this.untype(name);
  }
  private untype(name: string): void {
    const types = this.text(TYPES);
    const entry = childrenOf(scanXml(types, TYPES), "Override").find((element) => sameNameKey(element.attributes.get("PartName") ?? "") === sameNameKey(`/${name}`));
    if (entry) this.setText(TYPES, types.slice(0, entry.start) + types.slice(entry.end));
  }

  /** Takes a part out with everything that only it points at. */
  removeWithItsOwn(name: string): void {
    const own = this.relationshipsOf(name).filter((relation) => !relation.external).map((relation) => relation.target);
    this.remove(name);
    for (const part of own) if (this.has(part) && !this.isPointedAt(part)) this.removeWithItsOwn(part);
  }
  private isPointedAt(part: string): boolean {
    const wanted = sameNameKey(part);
    return this.names.filter((name) => name.endsWith(".rels")).some((name) => {
      return this.relationshipsOf(sourceOf(name)).some((relation) => !relation.external && sameNameKey(relation.target) === wanted);
    });
  }

  relationshipsOf(source: string): readonly Relationship[] { return relationships(this, source); }

  /**
   * Makes one part point at another and gives the new relationship's id.
   *
   * @param target - a part's name, or an outside address when `external`
   */
  relate(source: string, kind: RelationKind, target: string, external = false): string {
    const name = relationshipsPart(source);
    if (!this.has(name)) this.typeRelationships();
    const text = this.has(name) ? this.text(name) : `${declaration}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
    const there = this.relationshipsOf(source);
    const same = external ? undefined : there.find((relation) => relation.kind === kind && !relation.external && sameNameKey(relation.target) === sameNameKey(target));
    // The file led to the part before it was there.
    if (same !== undefined) return same.id;
    const used = new Set(there.map((relation) => relation.id));
    let number = 1;
    while (used.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const entry = { Id: id, Type: relationType(kind), Target: external ? target : relativeTarget(source, target), TargetMode: external ? "External" : null };
    this.put(name, appendEntry(text, scanXml(text, name), "Relationship", entry));
    return id;
  }

  /** Some writers give each relationships part a content type of its own, so that a new one has none (OpenOffice did). */
  private typeRelationships(): void {
    const types = this.text(TYPES);
    const root = scanXml(types, TYPES);
    if (childrenOf(root, "Default").some((element) => element.attributes.get("Extension")?.toLowerCase() === "rels")) return;
    this.setText(TYPES, appendEntry(types, root, "Default", { Extension: "rels", ContentType: RELATIONSHIPS_TYPE }));
  }

  unrelate(source: string, id: string): void {
    const name = relationshipsPart(source);
    const text = this.text(name);
    const entry = scanXml(text, name).children.find((element) => element.attributes.get("Id") === id);
    if (entry) this.setText(name, text.slice(0, entry.start) + text.slice(entry.end));
  }

  /** A name that no part has and that nothing in the file leads to: the stem, a number, the ending. @example draft.freeName("xl/charts/chart", ".xml") // => "xl/charts/chart4.xml" */
  freeName(stem: string, ending: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${ending}`) || this.isPromised(`${stem}${number}${ending}`)) number++;
    return `${stem}${number}${ending}`;
  }

  /** Files may lead to parts that they lack; a new part of such a name would come to stand where it does not belong. */
  private isPromised(name: string): boolean {
    this.promised ??= new Set([
      ...childrenOf(scanXml(this.base.text(TYPES), TYPES), "Override").map((element) => sameNameKey((element.attributes.get("PartName") ?? "").replace(/^\//, ""))),
      ...this.base.names.filter((part) => part.endsWith(".rels")).flatMap((part) => relationships(this.base, sourceOf(part)).filter(({ external }) => !external).map(({ target }) => sameNameKey(target))),
    ].filter((key) => !this.base.has(key)));
    return this.promised.has(sameNameKey(name));
  }

  /** Content types come first, as OPC readers that stream expect. */
  zip(): Uint8Array { return finish(this.zipInSteps()); }

  /** The same with rests on the way. */
  *zipInSteps(): Steps<Uint8Array> {
    const types = this.spelt(TYPES);
    const names = [types, ...this.names.filter((name) => name !== types)].filter((name) => this.has(name));
    const parts: ZipPart[] = [];
    for (const [index, name] of names.entries()) {
      const changed = this.changed.get(name);
      const bytes = typeof changed === "string" ? yield* between((CHARACTERS * index) / names.length, (CHARACTERS * (index + 1)) / names.length, encodeXmlInSteps(changed)) : null;
      parts.push({ name, content: bytes ?? (changed === undefined ? this.base.packed?.(name) : null) ?? this.bytes(name) });
    }
    return yield* between(CHARACTERS, 1, zipInSteps(parts));
  }
}

/** The part that a relationships part belongs to. @example sourceOf("xl/_rels/workbook.xml.rels") // => "xl/workbook.xml" */
const sourceOf = (name: string): string => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");

/** The list with one more entry, in the file's own spelling of the list's namespace. */
function appendEntry(text: string, root: XmlElement, name: string, attributes: Attributes): string {
  return appendInside(text, root, tag(prefixOf(root) + name, attributes));
}
