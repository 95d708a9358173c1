/** The table of shared texts of a save: the file's own with new ones at its end. */
import { between, type Steps } from "../../workbook/steps";
import type { SharedString } from "../read/shared-strings";
import { contentTypes, SPREADSHEET } from "../package/part-kinds";
import type { Draft } from "../package/draft";
import { prefixOf, scanXml } from "../xml/scan";
import { encodeCellText, spaceAttribute } from "../xml/text";
import { appendInside, declaration, withAttributes } from "../xml/write";
import { withPrefix } from "./ordered-xml";

export class TextTable {
  private places: Map<string, number> | null = null;
  private readonly added: string[] = [];
  private uses = 0;

  constructor(private readonly opened: readonly SharedString[]) {}

  /** The number of a text, added when it is new. */
  index(text: string): number {
    this.uses += 1;
    const places = (this.places ??= this.placesOfOpened());
    const known = places.get(text);
    if (known !== undefined) return known;
    const index = this.opened.length + this.added.push(text) - 1;
    places.set(text, index);
    return index;
  }

  /** A plain text comes before one of the same words with formats of its own, which serves a cell that was moved. */
  private placesOfOpened(): Map<string, number> {
    const places = new Map<string, number>();
    this.opened.forEach(({ text, rich }, index) => { if (!rich && !places.has(text)) places.set(text, index); });
    this.opened.forEach(({ text, rich }, index) => { if (rich && !places.has(text)) places.set(text, index); });
    return places;
  }

  /** With rests on the way. @param part - the file's own table, or null where it has none */
  *write(draft: Draft, workbookPart: string, part: string | null): Steps<void> {
    if (this.added.length === 0) return;
    const items = this.added.map((text) => `<si><t${spaceAttribute(text)}>${encodeCellText(text)}</t></si>`).join("");
    const total = this.opened.length + this.added.length;
    if (part === null) {
      const name = draft.has("xl/sharedStrings.xml") ? draft.freeName("xl/sharedStrings", ".xml") : "xl/sharedStrings.xml";
      draft.add(name, contentTypes.sharedStrings, `${declaration}<sst xmlns="${SPREADSHEET}" count="${this.uses}" uniqueCount="${total}">${items}</sst>`);
      draft.relate(workbookPart, "sharedStrings", name);
      return;
    }
    const source = yield* between(0, 0.5, draft.textInSteps(part));
    const root = scanXml(source, part, "sst");
    const counted = root.attributes.get("count");
    const opening = withAttributes(source, root, { uniqueCount: root.attributes.has("uniqueCount") ? total : undefined, count: counted === undefined ? undefined : Number(counted) + this.uses });
    const renumbered = source.slice(0, root.start) + opening + source.slice(root.openEnd);
    yield 0.7;
    draft.replaceText(part, appendInside(renumbered, scanXml(renumbered, part, "sst"), withPrefix(items, prefixOf(root))));
  }
}
