/** The table of shared texts of a save: the file's own with new ones at its end. */
import type { SharedString } from "../read/shared-strings";
import { contentTypes, SPREADSHEET } from "../package/part-kinds";
import type { Draft } from "../package/draft";
import { prefixOf, scanXml } from "../xml/scan";
import { encodeCellText, spaceAttribute } from "../xml/text";
import { appendInside, declaration, withAttributes } from "../xml/write";
import { withPrefix } from "./ordered-xml";

export class TextTable {
  private readonly places = new Map<string, number>();
  private readonly added: string[] = [];
  private uses = 0;

  constructor(private readonly opened: readonly SharedString[]) {
    // A plain text comes before one of the same words with formats of its own, which serves a cell that was moved.
    opened.forEach(({ text, rich }, index) => { if (!rich && !this.places.has(text)) this.places.set(text, index); });
    opened.forEach(({ text, rich }, index) => { if (rich && !this.places.has(text)) this.places.set(text, index); });
  }

  /** The number of a text, added when it is new. */
  index(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const index = this.opened.length + this.added.push(text) - 1;
    this.places.set(text, index);
    return index;
  }

  /** @param part - the file's own table, or null where it has none */
  write(draft: Draft, workbookPart: string, part: string | null): void {
    if (this.added.length === 0) return;
    const items = this.added.map((text) => `<si><t${spaceAttribute(text)}>${encodeCellText(text)}</t></si>`).join("");
    const total = this.opened.length + this.added.length;
    if (part === null) {
      const name = draft.has("xl/sharedStrings.xml") ? draft.freeName("xl/sharedStrings", ".xml") : "xl/sharedStrings.xml";
      draft.add(name, contentTypes.sharedStrings, `${declaration}<sst xmlns="${SPREADSHEET}" count="${this.uses}" uniqueCount="${total}">${items}</sst>`);
      draft.relate(workbookPart, "sharedStrings", name);
      return;
    }
    const source = draft.text(part);
    const root = scanXml(source, part, "sst");
    const counted = root.attributes.get("count");
    const opening = withAttributes(source, root, { uniqueCount: root.attributes.has("uniqueCount") ? total : undefined, count: counted === undefined ? undefined : Number(counted) + this.uses });
    const renumbered = source.slice(0, root.start) + opening + source.slice(root.openEnd);
    draft.setText(part, appendInside(renumbered, scanXml(renumbered, part, "sst"), withPrefix(items, prefixOf(root))));
  }
}
