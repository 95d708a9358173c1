/**
 * Reads XML into elements that know where they stand in the text, so that a change can be spliced in and every other
 * character stays. No document types, no entities of its own, nothing fetched.
 */
import { FileProblem } from "../file-problem";
import { fileLimits } from "../limits";
import { decodeEntities } from "./text";

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  /** By their names as written; values decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own characters, decoded, without those of its children. */
  readonly text: string;
  /** Where `<` of the start tag stands. */
  readonly start: number;
  /** After the `>` of the start tag. */
  readonly openEnd: number;
  /** Where the end tag starts; equal to `openEnd` when there is none. */
  readonly closeStart: number;
  /** After the whole element. */
  readonly end: number;
  readonly selfClosing: boolean;
}

interface Open {
  name: string;
  local: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  openEnd: number;
}

/**
 * The root element. Elements whose local name is `opaque` are not read inside (a sheet's cells have their own, faster reader).
 *
 * @param part - the part's name, for the problem's words
 * @throws FileProblem damaged, doctype
 */
export function scanXml(text: string, part: string, opaque = ""): XmlElement {
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  let met = 0;
  const close = (open: Open, closeStart: number, end: number, selfClosing: boolean): void => {
    const element: XmlElement = { ...open, closeStart, end, selfClosing };
    const parent = stack[stack.length - 1];
    if (parent) parent.children.push(element);
    else if (root === null) root = element;
    else throw broken(part, "a second root element");
  };
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    const upTo = tag < 0 ? text.length : tag;
    addText(stack, text, at, upTo, part);
    if (tag < 0) break;
    const skipped = skipOther(text, tag, stack, part);
    if (skipped > 0) { at = skipped; continue; }
    if (text.charCodeAt(tag + 1) === 47) {
      const end = endOf(text, ">", tag, part);
      const open = stack.pop();
      if (open === undefined || text.slice(tag + 2, end - 1).trim() !== open.name) throw broken(part, `an end tag that fits no start tag at ${tag}`);
      close(open, tag, end, false);
      at = end;
      continue;
    }
    const { open, selfClosing } = startTag(text, tag, part);
    at = open.openEnd;
    met += 1 + open.attributes.size;
    if (met > fileLimits.elements) throw new FileProblem("too-big", `${part}: more than ${fileLimits.elements} elements and attributes`);
    if (selfClosing) close(open, at, at, true);
    else if (open.local === opaque && opaque !== "") {
      const closeStart = text.indexOf(`</${open.name}>`, at);
      if (closeStart < 0) throw broken(part, `${open.name} has no end`);
      at = closeStart + open.name.length + 3;
      close(open, closeStart, at, false);
    } else if (stack.push(open) > fileLimits.depth) throw broken(part, "elements nested too deep");
  }
  if (root === null || stack.length > 0) throw broken(part, "the end is missing");
  return root;
}

const broken = (part: string, what: string): FileProblem => new FileProblem("damaged", `${part}: ${what}`);

function addText(stack: readonly Open[], text: string, from: number, to: number, part: string): void {
  if (to === from) return;
  const raw = text.slice(from, to);
  const open = stack[stack.length - 1];
  if (open) open.text += decodeEntities(raw);
  else if (/[^\s\uFEFF]/.test(raw)) throw broken(part, "text outside the root element");
}

/** Declarations, comments, CDATA and processing instructions: the place after them, or 0 for a tag. */
function skipOther(text: string, tag: number, stack: readonly Open[], part: string): number {
  if (text.startsWith("<!--", tag)) return endOf(text, "-->", tag + 4, part);
  if (text.startsWith("<?", tag)) return endOf(text, "?>", tag + 2, part);
  if (text.startsWith("<![CDATA[", tag)) {
    const end = endOf(text, "]]>", tag, part);
    const open = stack[stack.length - 1];
    if (open === undefined) throw broken(part, "text outside the root element");
    open.text += text.slice(tag + 9, end - 3);
    return end;
  }
  if (text.startsWith("<!", tag)) throw new FileProblem("doctype", part);
  return 0;
}

function endOf(text: string, mark: string, from: number, part: string): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw broken(part, "the end is missing");
  return found + mark.length;
}

const NAME = /[^\s/>=<"']+/y;
const ATTRIBUTE = /\s+([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

function startTag(text: string, tag: number, part: string): { readonly open: Open; readonly selfClosing: boolean } {
  NAME.lastIndex = tag + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) throw broken(part, `no tag at ${tag}`);
  const attributes = readAttributes(text, NAME.lastIndex, part);
  TAG_END.lastIndex = attributes.end;
  const ending = TAG_END.exec(text);
  if (ending === null) throw broken(part, `a broken tag ${name} at ${tag}`);
  const open: Open = { name, local: localName(name), attributes: attributes.found, children: [], text: "", start: tag, openEnd: TAG_END.lastIndex };
  return { open, selfClosing: ending[1] === "/" };
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function readAttributes(text: string, from: number, part: string): { readonly found: ReadonlyMap<string, string>; readonly end: number } {
  let found: Map<string, string> | null = null;
  let end = from;
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const [, key = "", double, single] = match;
    found ??= new Map();
    if (found.has(key)) throw broken(part, `the attribute ${key} twice`);
    found.set(key, decodeEntities(double ?? single ?? ""));
    end = ATTRIBUTE.lastIndex;
  }
  return { found: found ?? noAttributes, end };
}

/** What the file puts before an element's name: "" or "x:". */
export const prefixOf = ({ name, local }: Pick<XmlElement, "name" | "local">): string => name.slice(0, name.length - local.length);

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
