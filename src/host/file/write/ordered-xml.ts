/** Changes to the children of an element whose schema sets their order. What is not changed stays as it is written. */
import { prefixOf, scanXml, type XmlElement } from "../xml/scan";
import { Splices } from "../xml/splice";
import { descendants } from "../xml/query";
import { openTag, withAttributes, type Attributes } from "../xml/write";

/** The order of a worksheet's children (ECMA-376 part 1, CT_Worksheet). Excel refuses a file that breaks it. */
export const worksheetOrder = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
  "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
  "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
  "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
] as const;
export const sheetPropertiesOrder = ["tabColor", "outlinePr", "pageSetUpPr"] as const;
export const sheetViewOrder = ["pane", "selection", "pivotSelection", "extLst"] as const;
export const workbookOrder = [
  "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
  "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
] as const;
export const stylesOrder = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"] as const;
export const tableOrder = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"] as const;
export const tableColumnOrder = ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"] as const;
export const headerFooterOrder = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"] as const;
export const metadataOrder = ["metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata", "cellMetadata", "valueMetadata", "extLst"] as const;

/** XML made here put into the file's own spelling of the main namespace. @param prefix - "" or "x:" */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)([A-Za-z][\w.]*)(?=[\s/>])/g, `<$1${prefix}$2`);
}

export class OrderedXml {
  readonly source: string;
  readonly root: XmlElement;
  readonly prefix: string;
  private readonly splices: Splices;
  private readonly wasSelfClosing: boolean;
  private rootChanges: Attributes = {};

  /** @param opaque - the local name of an element that is not read inside */
  constructor(source: string, private readonly order: readonly string[], private readonly part: string, opaque = "") {
    const scanned = scanXml(source, part, opaque);
    // An element without content is opened, so that there is an inside to write to.
    this.source = scanned.selfClosing ? `${source.slice(0, scanned.start)}${openTag(source.slice(scanned.start, scanned.end))}</${scanned.name}>${source.slice(scanned.end)}` : source;
    this.root = scanned.selfClosing ? scanXml(this.source, part, opaque) : scanned;
    this.prefix = prefixOf(this.root);
    this.wasSelfClosing = scanned.selfClosing;
    this.splices = new Splices(this.source);
  }

  /** The first child of a name, or null. */
  child(local: string): XmlElement | null { return this.root.children.find((element) => element.local === local) ?? null; }
  /** A child's text as written, or null. */
  text(local: string): string | null {
    const element = this.child(local);
    return element === null ? null : this.source.slice(element.start, element.end);
  }

  /** Puts `xml` in the place of all children of a name, or where such a child belongs; null takes them out. */
  put(local: string, xml: string | null): void {
    const [first, ...others] = this.root.children.filter((element) => element.local === local);
    for (const element of others) this.splices.replace(element.start, element.end, "");
    const written = xml === null ? "" : withPrefix(xml, this.prefix);
    if (first !== undefined) {
      if (written !== this.source.slice(first.start, first.end)) this.splices.replace(first.start, first.end, written);
    } else if (written !== "") this.splices.insert(this.placeFor(local), written, this.order.indexOf(local));
  }

  private placeFor(local: string): number {
    const own = this.order.indexOf(local);
    if (own < 0) throw new RangeError(`${local} has no place in ${this.root.name}.`);
    const before = this.root.children.filter((element) => this.placeOf(element) < own && this.placeOf(element) >= 0).at(-1);
    return before === undefined ? this.root.openEnd : before.end;
  }

  /** Where the schema has an element; what wraps another stands where that other does. */
  private placeOf(element: XmlElement): number {
    const own = this.order.indexOf(element.local);
    if (own >= 0 || element.local !== "AlternateContent") return own;
    const inside = [...descendants(element)].find(({ local }) => this.order.includes(local));
    return inside === undefined ? -1 : this.order.indexOf(inside.local);
  }

  /** Sets attributes of the root's start tag, takes them out (null) or adds them. */
  setAttributes(changes: Attributes): void {
    this.rootChanges = { ...this.rootChanges, ...changes };
  }

  /** The whole text with the changes made. @throws FileProblem when the result is no XML */
  apply(): string {
    const changed = this.splices.isEmpty ? this.source : this.splices.apply();
    const opening = withAttributes(this.source, this.root, this.rootChanges);
    const after = changed.slice(this.root.openEnd);
    const closing = `</${this.root.name}>`;
    if (this.wasSelfClosing && after.startsWith(closing)) return `${changed.slice(0, this.root.start)}${opening.slice(0, -1)}/>${after.slice(closing.length)}`;
    return changed.slice(0, this.root.start) + opening + after;
  }

  /** The text with changes, or `null` where nothing but an empty element is left. */
  applyOrDrop(): string | null {
    const text = this.apply();
    const root = scanXml(text, this.part);
    return root.children.length === 0 && root.attributes.size === 0 ? null : text;
  }
}
