/** Real workbooks spoilt at random, the same way for the same seed: bytes of the file, and elements, attributes and texts of its parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { Chance } from "../../support/chance";

export interface Spoilt { readonly bytes: Uint8Array; readonly what: string }

/** The file with one to four things spoilt, and what they are in words. */
export function spoilt(file: Uint8Array, seed: number): Spoilt {
  const chance = new Chance(seed);
  return chance.below(5) === 0 ? withBytesSpoilt(file, chance) : withPartsSpoilt(file, chance);
}

function withBytesSpoilt(file: Uint8Array, chance: Chance): Spoilt {
  const at = chance.below(file.length);
  const length = 1 + chance.below(64);
  const copy = file.slice();
  switch (chance.below(5)) {
    case 0: copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8)); return { bytes: copy, what: `a bit of byte ${at}` };
    case 1: for (let next = at; next < Math.min(at + length, copy.length); next++) copy[next] = chance.below(256); return { bytes: copy, what: `${length} bytes from ${at}` };
    case 2: return { bytes: file.slice(0, at), what: `cut at ${at}` };
    case 3: copy.copyWithin(at, chance.below(file.length), chance.below(file.length)); return { bytes: copy, what: `bytes copied to ${at}` };
    // The records of the zip file itself stand at its end.
    default: { const place = Math.max(0, file.length - 1 - chance.below(2_000)); copy[place] = chance.of([0, 1, 0x7f, 0xff]); return { bytes: copy, what: `byte ${place} of the directory` }; }
  }
}

/** Large parts say no more than small ones and take long to spoil. */
const LARGEST = 300_000;

function withPartsSpoilt(file: Uint8Array, chance: Chance): Spoilt {
  const parts = { ...unzipSync(file) };
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name) && (parts[name]?.length ?? 0) < LARGEST);
  const done: string[] = [];
  for (let count = 1 + chance.below(4); count > 0; count--) {
    const name = chance.of(names);
    const { text, what } = spoiltXml(strFromU8(parts[name] ?? new Uint8Array()), chance);
    parts[name] = strToU8(text);
    done.push(`${name}: ${what}`);
  }
  return { bytes: zipSync(parts, { level: 1 }), what: done.join("; ") };
}

interface Place { readonly start: number; readonly end: number }

/** Where elements stand, found by counting tags. */
function elements(text: string): readonly Place[] {
  const found: Place[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/<(\/?)[A-Za-z][^<>]*?(\/?)>/g)) {
    const end = match.index + match[0].length;
    if (match[1] === "/") { const start = open.pop(); if (start !== undefined) found.push({ start, end }); }
    else if (match[2] === "/") found.push({ start: match.index, end });
    else open.push(match.index);
  }
  return found;
}
const attributes = (text: string): readonly Place[] => [...text.matchAll(/\s[\w:]+="[^"]*"/g)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
const numbers = (text: string): readonly Place[] => [...text.matchAll(/(?<=["> $A-Z])-?\d+(?:\.\d+)?(?=["<: ])/g)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
const texts = (text: string): readonly Place[] => [...text.matchAll(/(?<=>)[^<>]+(?=<)/g)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
const values = (text: string): readonly Place[] => [...text.matchAll(/(?<==")[^"]*(?=")/g)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));

const EXTREME = ["0", "-1", "1", "2", "255", "16384", "16385", "1048576", "1048577", "2147483647", "-2147483648", "4294967296", "9007199254740993", "1e308", "-1e308", "1e-320", "0.5", "NaN", "", "00", "1E+20"];
const NASTY = [
  "__proto__", "constructor", "toString", "hasOwnProperty", "#REF!", "A1:XFD1048576", "XFD1048576", "A0", "A:A", "1:1", "$A$1:$A$1:$A$1", "'", "''!A1", "Sheet1!", "[1]Sheet1!A1", "((((((((((", "{1,2;3}", "\"", "&amp;&lt;&gt;",
  "&#x0;", "&#xD800;", "&bogus;", "_x0000_", "_xFFFF_", "\u202E\uFEFF", "\u{1F600}", "x".repeat(300), "x".repeat(40_000), " ", "\n\t", "true", "TRUE", "yes", "../../../etc/passwd", "/", "http://x", "rId1", "rId99999", "xl/workbook.xml", "-", "=1+", "SUM(", "A1#", "@A1", "LET(x,1,x)",
];

const cut = (text: string, { start, end }: Place, into = ""): string => text.slice(0, start) + into + text.slice(end);

interface SpoiltText { readonly text: string; readonly what: string }
type Spoiling = (text: string, chance: Chance) => SpoiltText | null;

/** A way of spoiling that takes one place of a kind; null where the text has none. */
const atOne = (what: string, find: (text: string) => readonly Place[], change: (text: string, place: Place, chance: Chance) => string): Spoiling => (text, chance) => {
  const places = find(text);
  if (places.length === 0) return null;
  const place = chance.of(places);
  return { text: change(text, place, chance), what: `${what} at ${place.start}` };
};
const swapped = (find: (text: string) => readonly Place[]) => (text: string, place: Place, chance: Chance): string => {
  const other = chance.of(find(text));
  const [first, second] = place.start < other.start ? [place, other] : [other, place];
  if (first.end > second.start) return cut(text, place);
  return text.slice(0, first.start) + text.slice(second.start, second.end) + text.slice(first.end, second.start) + text.slice(first.start, first.end) + text.slice(second.end);
};
const doubled = (text: string, { start, end }: Place): string => text.slice(0, end) + text.slice(start, end) + text.slice(end);

const spoilings: readonly Spoiling[] = [
  atOne("an element dropped", elements, (text, place) => cut(text, place)),
  atOne("an element doubled", elements, doubled),
  atOne("an element emptied", elements, (text, place) => { const inside = text.slice(place.start, place.end); const name = /^<([^\s/>]+)/.exec(inside)?.[1] ?? "x"; return cut(text, place, `<${name}/>`); }),
  atOne("elements swapped", elements, swapped(elements)),
  atOne("an attribute dropped", attributes, (text, place) => cut(text, place)),
  atOne("an attribute doubled", attributes, doubled),
  atOne("attributes' values swapped", values, swapped(values)),
  atOne("an extreme number", numbers, (text, place, chance) => cut(text, place, chance.of(EXTREME))),
  atOne("an extreme value", values, (text, place, chance) => cut(text, place, chance.of([...EXTREME, ...NASTY.map((nasty) => nasty.replaceAll('"', "&quot;"))]))),
  atOne("a text cut", texts, (text, place, chance) => cut(text, { start: place.start + chance.below(place.end - place.start), end: place.end })),
  atOne("another text", texts, (text, place, chance) => cut(text, place, chance.of([...EXTREME, ...NASTY]))),
  (text, chance) => { const at = chance.below(text.length + 1); return { text: text.slice(0, at), what: `cut at ${at}` }; },
  (text, chance) => { const at = chance.below(text.length + 1); const put = chance.of(["<", ">", "&", "\"", "\0", "<!--", "<![CDATA[", "]]>", "<?x?>", "\uFEFF", "<x/>"]); return { text: text.slice(0, at) + put + text.slice(at), what: `${put} put in at ${at}` }; },
];

function spoiltXml(text: string, chance: Chance): SpoiltText {
  return chance.of(spoilings)(text, chance) ?? { text, what: "left alone" };
}
