/**
 * What one side of a rule says, as text: `posts`, `5 * posts`, `total(posts) - total(demand.now)`, `in-group[group=Clinicians]`.
 * A measure's name may have "-" and "." inside, so a minus sign needs spaces around it.
 */

export type FunctionName = "sum" | "all" | "total" | "last" | "median" | "count" | "min" | "max" | "abs" | "round" | "percent";

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  /** `where` looks in the row of the same table that has these words in these columns and is else the same. */
  | { readonly kind: "measure"; readonly name: string; readonly where: ReadonlyMap<string, string> }
  | { readonly kind: "minus"; readonly of: Expression }
  | { readonly kind: "binary"; readonly sign: "+" | "-" | "*" | "/"; readonly left: Expression; readonly right: Expression }
  | Call;

export interface Call { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly Expression[] }

/** How many arguments each function takes: from, and up to. */
const functions: Readonly<Record<FunctionName, readonly [number, number]>> = {
  sum: [1, 50], all: [1, 1], total: [1, 1], last: [1, 1], median: [1, 1], count: [1, 1], min: [1, 50], max: [1, 50], abs: [1, 1], round: [2, 2], percent: [2, 2],
};

const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

/** Nobody writes a rule deeper or longer than this; a file that does is not to be trusted. */
const DEEPEST = 20;
const LONGEST = 500;

interface Token { readonly kind: "number" | "name" | "sign" | "words"; readonly text: string; readonly at: number }

const SHAPES: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /\d+(?:\.\d+)?/y],
  ["name", /[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*/y],
  ["sign", /[-+*/(),[\]=]/y],
];

/**
 * @param text - an expression, such as "percent(in-group, in-group + not-in-group)"
 * @returns its tree
 * @throws SyntaxError that names the place, counted from 1, and what was expected there
 * @example parseExpression("5 * posts") // => a product of 5 and the measure posts
 */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST) throw new SyntaxError(`An expression has at most ${LONGEST} characters; this one has ${text.length}.`);
  return new Parser(text, tokensOf(text)).whole();
}

function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " ") { at += 1; continue; }
    const token = tokenAt(text, at);
    found.push(token);
    at += token.text.length;
    // What stands after "=" in brackets is words, up to the comma or bracket.
    if (token.text === "=") {
      const words = /[^,\]]*/y;
      words.lastIndex = at;
      const [said = ""] = words.exec(text) ?? [];
      found.push({ kind: "words", text: said, at });
      at += said.length;
    }
  }
  return found;
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match !== null) return { kind, text: match[0], at };
  }
  throw new SyntaxError(`"${String.fromCodePoint(text.codePointAt(at) ?? 0)}" at character ${at + 1} of "${text}" is not understood; names are in small letters.`);
}

class Parser {
  private next = 0;
  private depth = 0;

  constructor(private readonly text: string, private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const found = this.sum();
    if (this.tokens[this.next] !== undefined) throw this.problem("the end");
    return found;
  }

  private sum(): Expression { return this.chain(["+", "-"], () => this.chain(["*", "/"], () => this.factor())); }

  private chain(signs: readonly ("+" | "-" | "*" | "/")[], part: () => Expression): Expression {
    let left = part();
    for (;;) {
      const sign = signs.find((each) => this.isSign(each));
      if (sign === undefined) return left;
      this.next += 1;
      left = { kind: "binary", sign, left, right: part() };
    }
  }

  private factor(): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new SyntaxError(`"${this.text}" has brackets more than ${DEEPEST} deep.`);
    const found = this.unnested();
    this.depth -= 1;
    return found;
  }

  private unnested(): Expression {
    const token = this.tokens[this.next];
    this.next += 1;
    if (token?.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token?.text === "-") return { kind: "minus", of: this.factor() };
    if (token?.text === "(") {
      const inside = this.sum();
      this.expect(")");
      return inside;
    }
    if (token?.kind === "name") return this.isSign("(") ? this.call(token) : { kind: "measure", name: token.text, where: this.where() };
    this.next -= 1;
    throw this.problem("a number, a measure or a bracket");
  }

  private call(token: Token): Expression {
    const name = token.text;
    if (!isFunction(name)) throw new SyntaxError(`There is no function "${name}"; there are ${Object.keys(functions).join(", ")}.`);
    this.expect("(");
    const of = [this.sum()];
    while (this.isSign(",")) {
      this.next += 1;
      of.push(this.sum());
    }
    this.expect(")");
    const [from, upTo] = functions[name];
    if (of.length < from || of.length > upTo) throw new SyntaxError(`${name}() has ${from === upTo ? from : `${from} or more`} in its brackets, not ${of.length}, in "${this.text}".`);
    return { kind: "call", name, of };
  }

  private where(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    if (!this.isSign("[")) return found;
    do {
      this.next += 1;
      const [column, equals, words] = this.tokens.slice(this.next, this.next + 3);
      if (column?.kind !== "name" || equals?.text !== "=" || words?.kind !== "words" || words.text.trim() === "") throw this.problem('a column, "=" and words');
      found.set(column.text, words.text.trim());
      this.next += 3;
    } while (this.isSign(","));
    this.expect("]");
    return found;
  }

  private isSign(sign: string): boolean { const token = this.tokens[this.next]; return token?.kind === "sign" && token.text === sign; }

  private expect(sign: string): void {
    if (!this.isSign(sign)) throw this.problem(`"${sign}"`);
    this.next += 1;
  }

  private problem(wanted: string): SyntaxError {
    const token = this.tokens[this.next];
    return new SyntaxError(token === undefined ? `"${this.text}" ends where ${wanted} should follow.` : `"${token.text}" at character ${token.at + 1} of "${this.text}" stands where ${wanted} should.`);
  }
}

/** Every measure that an expression names, once each, in the order written. */
export function measuresIn(expression: Expression): readonly string[] {
  const found = new Set<string>();
  const visit = (each: Expression): void => {
    if (each.kind === "measure") found.add(each.name);
    else if (each.kind === "minus") visit(each.of);
    else if (each.kind === "binary") { visit(each.left); visit(each.right); } else if (each.kind === "call") each.of.forEach(visit);
  };
  visit(expression);
  return [...found];
}

/** Whether an expression looks at the last return. */
export function looksBack(expression: Expression): boolean {
  switch (expression.kind) {
    case "number": case "measure": return false;
    case "minus": return looksBack(expression.of);
    case "binary": return looksBack(expression.left) || looksBack(expression.right);
    case "call": return expression.name === "last" || expression.of.some(looksBack);
  }
}
