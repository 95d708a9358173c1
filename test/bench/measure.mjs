// How a row of the benchmark is measured: ours and its alternatives in turn, in the same process, several times; medians and their ratios.

/**
 * @param works - each is run once a turn, so that a machine that slows down slows all of them
 * @param warmUps - turns that do not count
 * @returns milliseconds, for each work the middle of its runs
 */
export async function medians(works, runs, warmUps = 1) {
  const times = works.map(() => []);
  for (let turn = -warmUps; turn < runs; turn++) {
    for (const [at, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (turn >= 0) times[at].push(performance.now() - started);
    }
  }
  return times.map(median);
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A figure as it reads: 1234 ms, 12.3 ms, 0.12 ms. */
export const shown = (value, unit) => `${value >= 100 ? Math.round(value).toLocaleString("en-GB") : value >= 1 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;

/** Rows of equal keys as a table of text with aligned columns. */
export function table(rows) {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => String(row[head]).length)));
  const line = (cells) => `| ${cells.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map((row) => line(heads.map((head) => row[head])))].join("\n");
}
