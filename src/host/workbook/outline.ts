/** The outline of a sheet: rows or columns in groups up to seven deep, each with a line beside it that sums it up and shuts it. */

/** What a row or a column says of the outline. */
export interface OutlineMark {
  /** 1 to 7; not there for a line in no group. */
  readonly level?: number;
  /** The group that this line sums up is shut: Excel shows a plus beside it. */
  readonly shut?: true;
}

/** Where the lines that sum up stand: under and right of their groups, unless the sheet says otherwise. */
export interface Summaries { readonly rows: "after" | "before"; readonly columns: "after" | "before" }
export const usualSummaries: Summaries = { rows: "after", columns: "after" };

export const DEEPEST_LEVEL = 7;

interface Line extends OutlineMark { readonly hidden: boolean }
type Lines<L extends Line> = ReadonlyMap<number, L>;
export interface Span { readonly first: number; readonly last: number }

const levelAt = (lines: Lines<Line>, at: number): number => lines.get(at)?.level ?? 0;
/** From a line that sums up towards its group. */
const inwards = (summary: "after" | "before"): number => (summary === "after" ? -1 : 1);

/** The lines around one that are at least as deep. */
function spanAround(lines: Lines<Line>, at: number, level: number): Span {
  let [first, last] = [at, at];
  while (levelAt(lines, first - 1) >= level) first -= 1;
  while (levelAt(lines, last + 1) >= level) last += 1;
  return { first, last };
}

/**
 * The groups that a selection means: those that it touches, of its shallowest level; or the group that a single line sums up.
 * None where it touches no group.
 */
export function groupsAt(lines: Lines<Line>, { first, last }: Span, summary: "after" | "before"): readonly Span[] {
  const inside = first + inwards(summary);
  if (first === last && levelAt(lines, inside) > levelAt(lines, first)) return [spanAround(lines, inside, levelAt(lines, first) + 1)];
  const touched = [...lines].filter(([at, { level }]) => level !== undefined && at >= first && at <= last).sort(([a], [b]) => a - b);
  const level = Math.min(...touched.map(([, line]) => line.level ?? DEEPEST_LEVEL));
  const groups: Span[] = [];
  for (const [at] of touched) if ((groups.at(-1)?.last ?? -1) < at) groups.push(spanAround(lines, at, level));
  return groups;
}

/** The line that sums a group up. */
const summaryOf = ({ first, last }: Span, summary: "after" | "before"): number => (summary === "after" ? last + 1 : first - 1);

/** The lines with groups shut; the groups within them stay as they are. @param plain - a line that says nothing yet */
export function shut<L extends Line>(lines: Lines<L>, groups: readonly Span[], summary: "after" | "before", plain: L): Lines<L> {
  const changed = new Map(lines);
  for (const group of groups) {
    for (let at = group.first; at <= group.last; at++) changed.set(at, { ...(changed.get(at) ?? plain), hidden: true });
    const beside = summaryOf(group, summary);
    changed.set(beside, { ...(changed.get(beside) ?? plain), shut: true });
  }
  return changed;
}

/** The lines with groups opened; those within them that are shut stay shut. */
export function open<L extends Line>(lines: Lines<L>, groups: readonly Span[], summary: "after" | "before"): Lines<L> {
  const changed = new Map(lines);
  for (const group of groups) {
    const closed = [...lines].filter(([at, line]) => line.shut === true && at >= group.first && at <= group.last)
      .flatMap(([at, line]) => (levelAt(lines, at + inwards(summary)) > (line.level ?? 0) ? [spanAround(lines, at + inwards(summary), (line.level ?? 0) + 1)] : []));
    for (const [at, line] of lines) {
      if (at >= group.first && at <= group.last) changed.set(at, { ...line, hidden: closed.some(({ first, last }) => at >= first && at <= last) });
    }
    const beside = changed.get(summaryOf(group, summary));
    if (beside !== undefined) changed.set(summaryOf(group, summary), opened(beside));
  }
  return changed;
}

/** The lines with so many levels to be seen: 1 for none in a group. Lines in no group are left alone. */
export function toLevel<L extends Line>(lines: Lines<L>, levels: number, summary: "after" | "before", plain: L): Lines<L> {
  const changed = new Map(lines);
  const inner = [...lines].filter(([, { level }]) => level !== undefined);
  for (const [at, line] of inner) changed.set(at, { ...line, hidden: (line.level ?? 0) >= levels });
  for (const [at] of inner) {
    const beside = at - inwards(summary);
    const [depth, own] = [levelAt(lines, at), levelAt(lines, beside)];
    if (depth <= own || own >= levels) continue;
    const before = changed.get(beside);
    if (own === levels - 1) changed.set(beside, { ...(before ?? plain), shut: true });
    else if (before !== undefined) changed.set(beside, opened(before));
  }
  return changed;
}

/** The lines with a span one level deeper, or less deep. @throws RangeError past the seventh level, or where nothing is grouped */
export function moved<L extends Line>(lines: Lines<L>, { first, last }: Span, by: 1 | -1, summary: "after" | "before", plain: L): Lines<L> {
  const changed = new Map(lines);
  let touched = false;
  for (let at = first; at <= last; at++) {
    const { level = 0, ...rest } = changed.get(at) ?? plain;
    const next = Math.max(0, level + by);
    if (next > DEEPEST_LEVEL) throw new RangeError("An outline has at most eight levels.");
    touched ||= next !== level;
    // The compiler does not see that a line without its level is still such a line.
    if (next !== level) changed.set(at, { ...rest, ...(next === 0 ? {} : { level: next }) } as L);
  }
  if (!touched) throw new RangeError("Nothing here is in a group.");
  return by === 1 ? changed : withoutStrayMarks(changed, summary);
}

/** A line that sums up no group any more is not marked as shut. */
function withoutStrayMarks<L extends Line>(lines: Lines<L>, summary: "after" | "before"): Lines<L> {
  return new Map([...lines].map(([at, line]) => [at, line.shut === true && levelAt(lines, at + inwards(summary)) <= (line.level ?? 0) ? opened(line) : line]));
}

function opened<L extends Line>(line: L): L {
  const { shut: _shut, ...rest } = line;
  return rest as L;
}
