/** Returns as format 0.9 wrote them, for tests that they go on reading: figures and texts in two flat lists, no answers, and no word of what is replaced. */
import { digestOf } from "../../src/returns/digest";
import type { ReturnDocument } from "../../src/returns/format/return-document";

export function asFormat09({ header, tables, thresholds, checked, explanations, log, figuresDigest }: ReturnDocument): Record<string, unknown> {
  const { replaces: _, ...said } = header;
  const entries = <T>(of: (row: ReturnDocument["tables"][string][number]) => Readonly<Record<string, unknown>>, made: (id: string, value: unknown) => T): readonly unknown[] =>
    Object.entries(tables).flatMap(([table, rows]) => rows.flatMap((row, index) => Object.entries(of(row)).map(([id, value]) => ({ table, row: index + 1, key: row.key, ...made(id, value) }))));
  const rest = {
    format: "talent-plan-return", formatVersion: "0.9", header: said, thresholds, tables: Object.keys(tables), figures: entries((row) => row.figures, (measure, value) => ({ measure, value })),
    texts: entries((row) => row.texts, (column, text) => ({ column, text })), checked, explanations, log, figuresDigest,
  };
  return { ...rest, digest: digestOf(rest) };
}
