/** The table of texts that cells share. */
import type { Steps } from "../../workbook/steps";
import { FileProblem } from "../file-problem";
import { fileLimits } from "../limits";
import { decodeCellText, decodeContent } from "../xml/text";

export interface SharedString {
  readonly text: string;
  /** True where parts of the text have formats of their own, or a reading aid, which the model does not hold. */
  readonly rich: boolean;
}

/** Texts between two rests. */
const TEXTS_A_STEP = 4_000;

/** With rests on the way. @throws FileProblem damaged, doctype or too-big */
export function* readSharedStrings(text: string, part: string): Steps<readonly SharedString[]> {
  if (text.includes("<!DOCTYPE")) throw new FileProblem("doctype", part);
  const prefix = /<([A-Za-z][\w.-]*:)?sst[\s>/]/.exec(text)?.[1];
  if (prefix === undefined && !/<sst[\s>/]/.test(text)) throw new FileProblem("damaged", `${part} is no table of texts`);
  const strings: SharedString[] = [];
  const name = `${prefix ?? ""}si`;
  for (let at = nextTag(text, name, 0); at >= 0; at = nextTag(text, name, at)) {
    const openEnd = text.indexOf(">", at) + 1;
    const selfClosing = text.charCodeAt(openEnd - 2) === 47;
    const close = selfClosing ? openEnd : text.indexOf(`</${name}>`, openEnd);
    if (openEnd === 0 || close < 0) throw new FileProblem("damaged", `${part}: a text has no end`);
    strings.push(stringItem(text.slice(openEnd, close), prefix ?? ""));
    if (strings.length > fileLimits.strings) throw new FileProblem("too-big", `more than ${fileLimits.strings} texts`);
    at = close;
    if (strings.length % TEXTS_A_STEP === 0) yield at / text.length;
  }
  return strings;
}

function nextTag(text: string, name: string, from: number): number {
  for (let at = text.indexOf(`<${name}`, from); at >= 0; at = text.indexOf(`<${name}`, at + 1)) {
    const next = text.charCodeAt(at + name.length + 1);
    // ">", "/" or a blank: not a longer name.
    if (next === 62 || next === 47 || next <= 32) return at;
  }
  return -1;
}

/** A string item's text: all its runs together, without the reading aids of East Asian text. @param xml - what stands inside `<si>` or `<is>` */
export function stringItem(xml: string, prefix: string): SharedString {
  const rich = nextTag(xml, `${prefix}r`, 0) >= 0 || nextTag(xml, `${prefix}rPh`, 0) >= 0;
  const plain = withoutReadingAids(xml, `${prefix}rPh`);
  let text = "";
  const name = `${prefix}t`;
  for (let at = nextTag(plain, name, 0); at >= 0; at = nextTag(plain, name, at + 1)) {
    const openEnd = plain.indexOf(">", at) + 1;
    if (plain.charCodeAt(openEnd - 2) === 47) continue;
    const close = plain.indexOf(`</${name}>`, openEnd);
    text += plain.slice(openEnd, close < 0 ? plain.length : close);
  }
  return { text: cellText(text), rich };
}

function withoutReadingAids(xml: string, name: string): string {
  let kept = "";
  let from = 0;
  for (let at = nextTag(xml, name, 0); at >= 0; at = nextTag(xml, name, from)) {
    kept += xml.slice(from, at);
    const end = xml.indexOf(`</${name}>`, at);
    if (end < 0) return kept;
    from = end + name.length + 3;
  }
  return kept + xml.slice(from);
}

/** A text as a file spells it, with line ends as XML counts them. */
export function cellText(written: string): string {
  return decodeCellText(decodeContent(written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written));
}
