/** A save in the making: changes over an opened file's parts. What is not touched comes out byte for byte. */
import { childrenOf } from "../xml/query";
import { scanXml } from "../xml/scan";
import { appendInside, declaration, tag } from "../xml/write";
import { decodeXml, relationships, relativeTarget, relationshipsPart, type Parts, type Relationship } from "./package";
import { PACKAGE_RELATIONSHIPS, relationType, STRICT_RELATIONSHIPS, strictly, type RelationKind } from "./part-kinds";
import { zip } from "./zip-write";

const TYPES = "[Content_Types].xml";

export class Draft implements Parts {
  private readonly changed = new Map<string, Uint8Array | string>();
  private readonly removed = new Set<string>();
  /** Whether the file keeps to the strict form, which has namespaces of its own. */
  private readonly strict: boolean;
  constructor(private readonly base: Parts) {
    this.strict = base.has("_rels/.rels") && base.text("_rels/.rels").includes(`${STRICT_RELATIONSHIPS}/officeDocument`);
  }

  get names(): readonly string[] {
    const kept = this.base.names.filter((name) => !this.removed.has(name));
    return [...kept, ...[...this.changed.keys()].filter((name) => !this.base.has(name))];
  }
  has(name: string): boolean { return this.changed.has(name) || (this.base.has(name) && !this.removed.has(name)); }
  bytes(name: string): Uint8Array {
    const changed = this.changed.get(name);
    return changed === undefined ? this.base.bytes(name) : typeof changed === "string" ? new TextEncoder().encode(changed) : changed;
  }
  text(name: string): string {
    const changed = this.changed.get(name);
    return typeof changed === "string" ? changed : decodeXml(this.bytes(name), name);
  }

  /** Replaces a part's text; the same text again leaves the part untouched. */
  setText(name: string, text: string): void {
    if (this.has(name) && this.text(name) === text) return;
    this.changed.set(name, this.strict ? strictly(text) : text);
    this.removed.delete(name);
  }

  /** Adds a part with its content type. */
  add(name: string, contentType: string, content: string | Uint8Array): void {
    this.changed.set(name, this.strict && typeof content === "string" ? strictly(content) : content);
    this.removed.delete(name);
    const types = this.text(TYPES);
    this.setText(TYPES, appendInside(types, scanXml(types, TYPES), tag("Override", { PartName: `/${name}`, ContentType: contentType })));
  }

  /** Takes a part out, with its own relationships and its content type. Whoever pointed at it calls `unrelate`. */
  remove(name: string): void {
    for (const gone of [name, relationshipsPart(name)]) {
      this.changed.delete(gone);
      if (this.base.has(gone)) this.removed.add(gone);
    }
    const types = this.text(TYPES);
    const entry = childrenOf(scanXml(types, TYPES), "Override").find((element) => element.attributes.get("PartName")?.toLowerCase() === `/${name}`.toLowerCase());
    if (entry) this.setText(TYPES, types.slice(0, entry.start) + types.slice(entry.end));
  }

  /** Takes a part out with everything that only it points at. */
  removeWithItsOwn(name: string): void {
    const own = this.relationshipsOf(name).filter((relation) => !relation.external).map((relation) => relation.target);
    this.remove(name);
    for (const part of own) if (this.has(part) && !this.isPointedAt(part)) this.removeWithItsOwn(part);
  }
  private isPointedAt(part: string): boolean {
    const wanted = part.toLowerCase();
    return this.names.filter((name) => name.endsWith(".rels")).some((name) => {
      const source = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
      return this.relationshipsOf(source).some((relation) => !relation.external && relation.target.toLowerCase() === wanted);
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
    const text = this.has(name) ? this.text(name) : `${declaration}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
    const used = new Set(this.relationshipsOf(source).map((relation) => relation.id));
    let number = 1;
    while (used.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const entry = tag("Relationship", { Id: id, Type: relationType(kind), Target: external ? target : relativeTarget(source, target), TargetMode: external ? "External" : null });
    const changed = appendInside(text, scanXml(text, name), entry);
    this.changed.set(name, this.strict ? strictly(changed) : changed);
    this.removed.delete(name);
    return id;
  }

  unrelate(source: string, id: string): void {
    const name = relationshipsPart(source);
    const text = this.text(name);
    const entry = scanXml(text, name).children.find((element) => element.attributes.get("Id") === id);
    if (entry) this.setText(name, text.slice(0, entry.start) + text.slice(entry.end));
  }

  /** A name that no part has: the stem, a number, the ending. @example draft.freeName("xl/charts/chart", ".xml") // => "xl/charts/chart4.xml" */
  freeName(stem: string, ending: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${ending}`)) number++;
    return `${stem}${number}${ending}`;
  }

  /** Content types come first, as OPC readers that stream expect. */
  zip(): Uint8Array {
    const names = [TYPES, ...this.names.filter((name) => name !== TYPES)].filter((name) => this.has(name));
    return zip(names.map((name) => ({ name, content: (this.changed.has(name) ? null : this.base.packed?.(name)) ?? this.bytes(name) })));
  }
}
