// How a row of the benchmark is measured: ours and a named alternative in turn, in the same process, several times; medians and their ratio.

/** @returns milliseconds, the middle of several runs after one that does not count */
export async function medianMs(runs, work) {
  await work();
  const times = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
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
