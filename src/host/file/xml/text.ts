/** Characters in XML: entities, and Excel's own `_xHHHH_` spelling of what XML cannot hold. */
import { FileProblem } from "../file-problem";

const named: ReadonlyMap<string, string> = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"]]);

/** The text that stands for `&amp;` and its kin. @throws FileProblem damaged, for an entity that XML does not define */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12});?/g, (whole: string, name: string) => {
    const known = named.get(name);
    if (known !== undefined && whole.endsWith(";")) return known;
    const number = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = number ? (number[1] !== undefined ? parseInt(number[1], 16) : Number(number[2])) : -1;
    if (code < 0 || code > 0x10ffff) throw new FileProblem("damaged", `unknown entity ${whole}`);
    return String.fromCodePoint(code);
  });
}

/** The text of an element's content that has no elements in it: entities decoded, except in `<![CDATA[ ]]>`, where they are text. */
export function decodeContent(xml: string): string {
  if (!xml.includes("<![CDATA[")) return decodeEntities(xml);
  return xml.split("<![CDATA[").map((piece, index) => {
    const end = index === 0 ? 0 : piece.indexOf("]]>");
    return end < 0 ? piece : piece.slice(0, end) + decodeEntities(piece.slice(index === 0 ? 0 : end + 3));
  }).join("");
}

const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Element content. Characters that XML 1.0 forbids are dropped: use `encodeCellText` where Excel has a spelling for them. */
export function escapeText(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Attribute value; line ends are spelt out, since a reader would turn them into blanks. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, "&quot;").replace(/\r/g, "&#13;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

/** `_xHHHH_` resolved, as Excel spells control characters (ECMA-376 part 1, 22.9.2.19). @example decodeCellText("a_x000D_b") // => "a\rb" */
export function decodeCellText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** Text for a `<t>` or `<v>`, escaped, with `_xHHHH_` where needed. @example encodeCellText("_x0041_") // => "_x005F_x0041_" */
export function encodeCellText(text: string): string {
  const spelt = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/\r/g, "_x000D_").replace(UNWRITABLE, hex);
  return escapeText(spelt);
}

/** ` xml:space="preserve"` where a reader might trim. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : "";
}
