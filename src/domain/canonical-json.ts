/**
 * JSON in the one form in which it is signed or made a digest of: RFC 8785, the JSON Canonicalization Scheme. Names in the order of their UTF-16 units, numbers
 * and texts as ECMAScript writes them, nothing between. However a file is laid out, what it holds has one such form.
 */

/** Packs and returns are five or six deep. Deeper nesting is neither, and could exhaust the stack. */
const DEEPEST = 32;

/**
 * @param json - as JSON.parse gives it
 * @returns the text whose UTF-8 bytes are signed
 * @throws SyntaxError for what has no such form: a number too large to be one, half a character, nesting without end
 * @example canonicalJson({ b: [1.50, true], a: null }) // => '{"a":null,"b":[1.5,true]}'
 */
export function canonicalJson(json: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new SyntaxError(`It is nested more than ${DEEPEST} deep.`);
  switch (typeof json) {
    case "string": return canonicalText(json);
    case "number": return canonicalNumber(json);
    case "boolean": return String(json);
    case "object": return json === null ? "null" : Array.isArray(json) ? canonicalList(json, depth) : canonicalObject(json, depth);
    default: throw new SyntaxError(`It holds something of the kind ${typeof json}, which JSON does not have.`);
  }
}

/** JSON.stringify escapes just what the RFC asks for, but writes half a surrogate pair where the RFC stops. */
function canonicalText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new SyntaxError("It holds half a character (a surrogate without its partner).");
  return JSON.stringify(text);
}

function canonicalNumber(number: number): string {
  if (!Number.isFinite(number)) throw new SyntaxError("It holds a number that is too large.");
  return JSON.stringify(number);
}

const canonicalList = (list: readonly unknown[], depth: number): string => `[${list.map((item) => canonicalJson(item, depth + 1)).join(",")}]`;

function canonicalObject(object: object, depth: number): string {
  const parts = new Map<string, unknown>(Object.entries(object));
  return `{${[...parts.keys()].sort().map((name) => `${canonicalText(name)}:${canonicalJson(parts.get(name), depth + 1)}`).join(",")}}`;
}
