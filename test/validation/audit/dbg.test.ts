import { writeFileSync } from "node:fs";
import { openedBook } from "./opened-book";
import { auditInTurns } from "../../../src/validation/audit/audit-in-turns";
import { wordsOf } from "../../../src/validation/finding";
it("x", () => {
  const out: string[] = [];
  for (const file of (process.env.FILES ?? "").split(" ")) {
      const book = openedBook(file);
      const n = book.sheets.reduce((s, { rows }) => s + rows.flat().filter((c) => c.kind !== "blank").length, 0), f = book.sheets.reduce((s, { rows }) => s + rows.flat().filter((c) => c.formula !== null).length, 0);
      const t = performance.now();
      let last = t, longest = 0;
      const found = [];
      for (const some of auditInTurns(book)) { found.push(...some); const now = performance.now(); if (now - last > 40) out.push(`   ${Math.round(now - last)} at ${Math.round(now - t)}`); longest = Math.max(longest, now - last); last = performance.now(); }
      out.push(`${file} sheets ${book.sheets.length} cells ${n} formulas ${f} findings ${found.length} ms ${Math.round(performance.now() - t)} longest ${Math.round(longest)}`);
      for (const each of found) out.push(`    ${each.rule.id} ${each.place.tab}!${each.place.cell}: ${wordsOf(each).says}`);
  }
  writeFileSync("/tmp/audit-160.txt", out.join("\n"));
}, 300000);
