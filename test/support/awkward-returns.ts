/** Made-up returns with what people do paste into cells: for tests that nothing is lost or changed on the way. */
import { isoDate, type IsoDate } from "../../src/domain/period";
import { signatories } from "../../src/domain/signatories";
import type { FigureJson, ReturnDocument, ReturnHeader, ReturnRow } from "../../src/returns/format/return-document";
import { eventIds, appended, type LogLine } from "../../src/returns/sign-off/log";
import { figuresDigest, sealed } from "../../src/returns/digest";
import type { Chance } from "./chance";
import { madeReturn } from "./made-returns";

const DAY = isoDate("2009-04-16") as IsoDate;

export const awkwardTexts: readonly string[] = [
  'He said "all of them"', "'quoted", "''", "=1+1", "+44 20 7946 0000", "-5", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "_x000D_", "a_x0041_b", "_X005F_", "_x", " leading", "trailing ", "  two  spaces  inside  ",
  " ", "line\nend", "line\r\nend", "line\rend", "\n", "tab\there", "\u0000\u0001\u001f", "\u007f\u0085\u009f", "\ufeffmark", "\ufffd", "\ufffe\uffff", "\u200f\u202eright to left", "שלום", "مرحبا", "👩‍⚕️ 🏥", "𝄞", "\u{1fffe}", "é e\u0301", "\u00a0", "\u2028\u2029",
  "0", "007", "1e5", "1-2", "31/03/2009", "TRUE", "n/a", "<5", "<b>&amp;</b>", "]]>", "<!--", "{}", "[]", "null", "\\", "\\u0041", "%", "#REF!", "constructor", "__proto__", "toString", "hasOwnProperty", "\ue000", "\ue000constructor", "Return", "talent-plan-return 2.0", "Piece",
];

/** One of them, several run together, or one as long as a cell can hold. */
export function awkwardText(chance: Chance, longest = 32_767): string {
  const kind = chance.below(20);
  if (kind === 0) return "";
  if (kind === 1 && longest > 1000) return chance.of(["x", "  ", "é", "_x", "ab\n", "\""]).repeat(40_000).slice(0, longest);
  return kind < 12 ? chance.of(awkwardTexts) : `${chance.of(awkwardTexts)}${chance.of(awkwardTexts)}${chance.of(awkwardTexts)}`.slice(0, longest).replace(/\p{Surrogate}/gu, "");
}

const filled = (chance: Chance): string => awkwardText(chance, 200) || "x";

function awkwardFigure(chance: Chance): FigureJson {
  switch (chance.below(8)) {
    case 0: return null;
    case 1: return 0;
    case 2: return "n/a";
    case 3: return { withheld: chance.of(["<5", "*", "c", filled(chance)]) };
    case 4: return { unreadable: filled(chance) };
    case 5: return chance.of([0.1, 12.5, -3, 1e21, 1e-7, 123456789012345, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 2 ** 53]);
    default: return chance.below(500);
  }
}

function awkwardRow(chance: Chance, keys: readonly string[], figures: readonly string[], texts: readonly string[]): ReturnRow {
  return {
    key: Object.fromEntries(keys.map((id) => [id, awkwardText(chance, 200)])), figures: Object.fromEntries(figures.filter(() => chance.below(6) > 0).map((id) => [id, awkwardFigure(chance)])),
    texts: Object.fromEntries(texts.map((id) => [id, chance.below(3) === 0 ? "" : id === "as-at" && chance.below(2) === 0 ? "2009-03-31" : awkwardText(chance)] as const).filter(([, text]) => text !== "")),
  };
}

const rows = (chance: Chance, ...[keys, figures, texts]: [readonly string[], readonly string[], readonly string[]]): readonly ReturnRow[] => Array.from({ length: chance.below(4) }, () => awkwardRow(chance, keys, figures, texts));

export function awkwardReturn(chance: Chance): ReturnDocument {
  const base = madeReturn(1, chance.below(1296)).header;
  const stage = chance.of(["draft", "final"] as const);
  const nil = chance.below(6) === 0 ? { reason: awkwardText(chance, 300) } : null;
  const header: ReturnHeader = {
    ...base, stage, nil, organisation: { code: filled(chance), name: filled(chance) }, region: chance.below(3) === 0 ? null : { code: filled(chance), name: filled(chance) }, structure: chance.of(["2009", "today"] as const),
    demandUnit: chance.of(["headcount", "wte"] as const), sequence: 1 + chance.below(4), replaces: chance.below(2) === 0 ? null : { sequence: 1, digest: "ab".repeat(32), reason: awkwardText(chance) },
    templateVersion: awkwardText(chance, 50), contacts: Array.from({ length: chance.below(3) }, () => ({ name: awkwardText(chance, 90), role: awkwardText(chance, 90), email: awkwardText(chance, 90) })), sensitivity: awkwardText(chance, 90),
  };
  const tables: Record<string, readonly ReturnRow[]> = nil !== null ? {} : {
    demand: rows(chance, ["role-group"], ["posts", "demand.now", "supply.now", "local-measure"], ["comment", "source"]), profile: rows(chance, ["group", "population"], ["in-group", "unknown"], ["as-at", "profile-comment", "local-note"]),
    ...(chance.below(2) === 0 ? { "region-own": rows(chance, ["own-key"], ["own-count"], ["own-text"]) } : {}), ...(chance.below(4) === 0 ? { log: rows(chance, ["k"], ["f"], []) } : {}),
  };
  const thresholds = Object.fromEntries(["target-ratio", "small-base", "own-threshold"].filter(() => chance.below(3) > 0).map((id) => [id, awkwardFigure(chance)]));
  const figures = figuresDigest({ header, thresholds, tables });
  return sealed({
    format: "talent-plan-return", formatVersion: "1.0", header, thresholds, tables, checked: { mustFix: chance.below(3), explain: chance.below(9), explained: chance.below(9), note: chance.below(9) },
    explanations: Array.from({ length: chance.below(3) }, () => ({ code: "W41", reference: awkwardText(chance, 20), says: awkwardText(chance), text: awkwardText(chance), by: awkwardText(chance, 90), on: chance.of([null, DAY]) })),
    answers: Array.from({ length: chance.below(2) }, () => ({ query: awkwardText(chance, 40), text: awkwardText(chance), by: awkwardText(chance, 90), on: chance.of([null, DAY]) })), log: awkwardLog(chance, figures, stage === "final"), figuresDigest: figures,
  });
}

function awkwardLog(chance: Chance, figures: string, isSigned: boolean): readonly LogLine[] {
  let log: readonly LogLine[] = [];
  const line = { as: null, sequence: null, figures, on: "2009-04-17T10:00" } as const;
  for (let more = chance.below(3); more > 0; more -= 1) log = appended(log, { ...line, event: chance.of(eventIds.filter((event) => event !== "signed")), by: awkwardText(chance, 90), role: awkwardText(chance, 90), note: awkwardText(chance, 400) });
  if (isSigned) for (const { id } of signatories) log = appended(log, { ...line, event: "signed", as: id, by: awkwardText(chance, 90), role: awkwardText(chance, 90), note: "" });
  return log;
}
