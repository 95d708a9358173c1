/**
 * The cells of an .xlsx file read in the plainest way there is, for judging files by something other than our own reader.
 * Knows only what such a judgement needs: each cell's formula, value and format number.
 * CommonJS, because jest's tests and plain Node scripts both load it.
 */
const { strFromU8, unzipSync } = require("fflate");

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const decode = (text) => text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (_, name) => (name.startsWith("#x") ? String.fromCodePoint(parseInt(name.slice(2), 16)) : name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : entities[name]))
  .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
const attribute = (attributes, name) => { const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes); return found ? decode(found[1]) : null; };
const texts = (xml) => [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map((m) => decode(m[1])).join("");

/** Every part of the package by its path. */
const readParts = (bytes) => unzipSync(bytes);

/** @returns Map of sheet name to Map of "A1" to `{ formula, kind, value, style }` */
function readCells(bytes) {
  const parts = readParts(bytes);
  const text = (path) => { if (parts[path] === undefined) throw new Error(`The file has no part ${path}`); return strFromU8(parts[path]); };
  const strings = parts["xl/sharedStrings.xml"] === undefined ? [] : [...text("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map((m) => texts(m[1] ?? ""));
  const targets = new Map([...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b([^>]*)>/g)].map((m) => [attribute(m[1], "Id"), attribute(m[1], "Target")]));
  const sheets = new Map();
  for (const [, attributes] of text("xl/workbook.xml").matchAll(/<sheet\b([^>]*?)\/?>/g)) {
    const target = targets.get(attribute(attributes, "r:id"));
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    sheets.set(attribute(attributes, "name"), path.includes("worksheets/") ? cellsOf(text(path), strings) : new Map());
  }
  return sheets;
}

function cellsOf(xml, strings) {
  const cells = new Map();
  for (const [, attributes, inner = ""] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const formula = /<f\b[^>]*?(?:\/>|>([\s\S]*?)<\/f>)/.exec(inner);
    const raw = /<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(inner);
    const type = attribute(attributes, "t") ?? "n";
    cells.set(attribute(attributes, "r"), { formula: formula ? decode(formula[1] ?? "") : null, ...valueOf(type, raw ? decode(raw[1]) : null, inner, strings), style: attribute(attributes, "s") ?? "0" });
  }
  return cells;
}

function valueOf(type, raw, inner, strings) {
  if (type === "inlineStr") return { kind: "text", value: texts(inner) };
  if (raw === null) return { kind: type === "str" ? "text" : "blank", value: "" };
  if (type === "s") return { kind: "text", value: strings[Number(raw)] };
  if (type === "str") return { kind: "text", value: raw };
  if (type === "b") return { kind: "boolean", value: raw === "1" };
  if (type === "e") return { kind: "error", value: raw };
  return { kind: "number", value: Number(raw) };
}

const same = (a, b) => {
  // A formula that gives "" is stored with or without an empty value; both mean the empty text.
  const empty = (cell) => cell.kind === "blank" || (cell.kind === "text" && cell.value === "");
  if (empty(a) && empty(b)) return true;
  // LibreOffice writes TRUE as the number 1 where the cell has a number format.
  if (a.kind === "boolean" && b.kind === "number") return Number(a.value) === b.value;
  if (a.kind !== b.kind) return false;
  if (a.kind === "number") return a.value === b.value || Math.abs(a.value - b.value) <= 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value));
  return a.value === b.value;
};

/**
 * Compares the value of every formula cell: numbers to one part in 10^9, everything else exactly.
 * @param ours - cells whose formulas are looked up @param theirs - what another program calculated
 */
function differences(ours, theirs) {
  let compared = 0;
  const unlike = [];
  for (const [sheet, cells] of ours) {
    const others = theirs.get(sheet);
    for (const [ref, cell] of cells) {
      if (cell.formula === null) continue;
      compared++;
      const other = others?.get(ref) ?? { kind: "blank", value: "" };
      if (!same(cell, other)) unlike.push(`'${sheet}'!${ref}: ${cell.kind} ${JSON.stringify(cell.value)} here, ${other.kind} ${JSON.stringify(other.value)} there (=${cell.formula})`);
    }
  }
  return { compared, unlike };
}

module.exports = { readParts, readCells, differences };
