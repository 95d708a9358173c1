/** Changes to a text, collected first and made at once; everything between them stays as it was. */

interface Splice { readonly start: number; readonly end: number; readonly text: string; readonly rank: number }

export class Splices {
  private readonly all: Splice[] = [];
  constructor(private readonly source: string) {}

  get isEmpty(): boolean { return this.all.length === 0; }

  replace(start: number, end: number, text: string): void {
    this.all.push({ start, end, text, rank: this.all.length });
  }
  /** @param rank - orders insertions at one place */
  insert(at: number, text: string, rank = this.all.length): void {
    this.all.push({ start: at, end: at, text, rank });
  }

  /** @throws RangeError when two replacements overlap, which would be a mistake of the writer's */
  apply(): string {
    const pieces: string[] = [];
    let at = 0;
    // Insertions come before the replacement that starts at the same place.
    for (const { start, end, text } of [...this.all].sort((a, b) => a.start - b.start || a.end - b.end || a.rank - b.rank)) {
      if (start < at) throw new RangeError(`Two changes overlap at ${start}.`);
      pieces.push(this.source.slice(at, start), text);
      at = end;
    }
    pieces.push(this.source.slice(at));
    return pieces.join("");
  }
}
