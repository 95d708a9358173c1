/** Reads what a file holds part by part, and names the part that is not as it should be. */

export class Reader {
  /** @param where - what this is part of, for the words of a problem: "rule E34, left" */
  constructor(private readonly json: unknown, readonly where: string) {}

  has(name: string): boolean { return isRecord(this.json) && Object.hasOwn(this.json, name); }
  isText(): boolean { return typeof this.json === "string"; }
  /** There is no such part, or it says null. */
  isNull(name: string): boolean { return !this.has(name) || this.part(name).json === null; }
  part(name: string): Reader { return new Reader(this.has(name) ? (this.json as Record<string, unknown>)[name] : undefined, `${this.where}, ${name}`); }

  /** @throws SyntaxError where there is anything that is not one of the names */
  onlyHas(names: readonly string[]): void {
    if (!isRecord(this.json)) throw this.problem("named parts in braces");
    const strange = Object.keys(this.json).find((name) => !names.includes(name));
    if (strange !== undefined) throw new SyntaxError(`In ${this.where}: "${strange}" is not known. It can have ${names.join(", ")}.`);
  }

  words(name: string): string { return this.part(name).asText(); }
  asText(): string {
    if (typeof this.json !== "string" || this.json.trim() === "") throw this.problem("words");
    return this.json;
  }

  matching(name: string, shape: RegExp, wanted: string): string {
    const part = this.part(name);
    const found = part.asText();
    if (!shape.test(found)) throw part.problem(wanted);
    return found;
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T { return this.part(name).asOneOf(words); }
  asOneOf<T extends string>(words: readonly T[]): T {
    const found = words.find((each) => each === this.json);
    if (found === undefined) throw this.problem(`one of ${words.map((each) => `"${each}"`).join(", ")}`);
    return found;
  }

  /** @param usual - where there is none */
  number(name: string, usual: number): number {
    if (!this.has(name)) return usual;
    const { json } = this.part(name);
    if (typeof json !== "number" || !Number.isFinite(json)) throw this.part(name).problem("a number");
    return json;
  }

  /** Words one after another; none where there is no such part. */
  list(name: string): readonly string[] { return this.has(name) ? this.part(name).asList() : []; }
  asList(): readonly string[] { return this.asItems().map((item) => item.asText()); }

  items(name: string): readonly Reader[] { return this.has(name) ? this.part(name).asItems() : []; }
  private asItems(): readonly Reader[] {
    if (!Array.isArray(this.json)) throw this.problem("a list in square brackets");
    return this.json.map((item: unknown, index) => new Reader(item, `${this.where} ${index + 1}`));
  }

  entries(name: string): readonly (readonly [string, Reader])[] {
    if (!this.has(name)) return [];
    const part = this.part(name);
    if (!isRecord(part.json)) throw part.problem("named parts in braces");
    return Object.keys(part.json).map((each) => [each, part.part(each)]);
  }

  /** What `understand` makes of this part; its SyntaxError is told with the place. */
  understood<T>(understand: () => T): T {
    try {
      return understand();
    } catch (error) {
      if (error instanceof SyntaxError && !error.message.startsWith("In ")) throw new SyntaxError(`In ${this.where}: ${error.message}`, { cause: error });
      throw error;
    }
  }

  /** A first and last financial year; null for either that is not given. */
  periods(name: string): { readonly from: string | null; readonly to: string | null } {
    if (!this.has(name)) return { from: null, to: null };
    const periods = this.part(name);
    periods.onlyHas(["from", "to"]);
    const end = (which: string): string | null => (!periods.isNull(which) ? periods.matching(which, /^\d{4}\/\d{2}$/, 'a period such as "2009/10"') : null);
    return { from: end("from"), to: end("to") };
  }

  /** What stands here, to be read by something else. */
  whole(): unknown { return this.json; }

  problem(wanted: string): SyntaxError {
    const found = this.json === undefined ? "is missing" : `is ${JSON.stringify(this.json).slice(0, 60)}`;
    return new SyntaxError(`In ${this.where}: it ${found}; it should be ${wanted}.`);
  }
}

const isRecord = (json: unknown): json is Record<string, unknown> => typeof json === "object" && json !== null && !Array.isArray(json);
