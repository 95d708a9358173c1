/** A region of 500 returns, one in ten with a fault: every fault is named, the totals are those of a plain loop and of LibreOffice, and no order of the files changes a word. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { utils, write } from "@e965/xlsx";
import { collect } from "../../../src/returns/collect/collect";
import type { Collecting } from "../../../src/returns/collect/collection";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import type { Consolidation } from "../../../src/returns/consolidate/consolidation";
import type { Arrival } from "../../../src/returns/file/arrival";
import type { ReturnDocument } from "../../../src/returns/format/return-document";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { recalculated } from "../../support/libreoffice.cjs";
import { codeOf, madeReturn, type Otherwise } from "../../support/made-returns";
import { arrived, collecting, expected, refused, shuffled } from "../region-of-returns";

const SEED = 2009;
const COUNT = 500;
const noRules = { ...shippedPack, rules: [] };

/** What is wrong with every tenth return, one kind after another: what its files become, and what is found in it. */
interface Fault { readonly what: string; readonly arrive: (index: number) => readonly Arrival[]; readonly fates: readonly string[]; readonly counts: boolean; readonly found?: string }
const one = (index: number, otherwise: Otherwise = {}, file = `${codeOf(index)}.xlsx`): Arrival => arrived(madeReturn(SEED, index, otherwise), file);
const faults: readonly Fault[] = [
  { what: "another period", arrive: (index) => [one(index, { header: { period: "2008/09" } })], fates: ["other-period"], counts: false },
  { what: "another structure", arrive: (index) => [one(index, { header: { structure: "today" } })], fates: ["other-structure"], counts: false },
  { what: "a code that nobody has", arrive: (index) => [one(index, { header: { organisation: { code: `Z${index}`, name: "Z" } } })], fates: ["organisation-unknown"], counts: false },
  { what: "a code that is not expected", arrive: (index) => [one(index, { header: { organisation: { code: codeOf(700 + index), name: "Z" } } })], fates: ["organisation-unknown"], counts: false },
  { what: "the same file twice", arrive: (index) => [one(index), one(index, {}, `${codeOf(index)} (1).xlsx`)], fates: ["counts", "same-again"], counts: true },
  { what: "two returns of one sequence", arrive: (index) => [one(index), arrived(madeReturn(SEED + 1, index), `${codeOf(index)} new.xlsx`)], fates: ["sequence-twice", "sequence-twice"], counts: false },
  { what: "no signature", arrive: (index) => [one(index, { unsigned: true })], fates: ["not-signed-off"], counts: false },
  { what: "a draft", arrive: (index) => [one(index, { header: { stage: "draft" }, unsigned: true })], fates: ["not-signed-off"], counts: false },
  { what: "a file cut off", arrive: (index) => [refused(`${codeOf(index)}.xlsx`, codeOf(index))], fates: ["truncated"], counts: false },
  { what: "an earlier one beside it, and late", arrive: (index) => [one(index, { header: { madeOn: "2009-05-11T12:00", sequence: 2 } }), arrived(madeReturn(SEED + 1, index), `${codeOf(index)} old.xlsx`)], fates: ["counts", "superseded"], counts: true, found: "W93" },
];
const faultOf = (index: number): Fault | undefined => (index % 10 === 7 ? faults[Math.floor(index / 10) % faults.length] : undefined);

const indexes = Array.from({ length: COUNT }, (_, index) => index);
const sent = indexes.map((index): readonly Arrival[] => faultOf(index)?.arrive(index) ?? [one(index)]);
const arrivals = sent.flat();
const setting: Collecting = { ...collecting, expected: indexes.map((index) => expected(codeOf(index))) };
const collection = collect(arrivals, setting);
const made = consolidate(collection, noRules);
/** The returns that count, from how they were made and not from what was collected. */
const counting: readonly ReturnDocument[] = indexes.filter((index) => faultOf(index)?.counts !== false).map((index) => { const [first] = sent[index] ?? []; if (first?.kind !== "read") throw new RangeError("It counts."); return first.document; });

describe("500 returns, 50 of them with a fault", () => {
  it("have every fault named, and nothing else", () => {
    const fate = new Map<string, string>([...collection.included.map(({ file }) => [file, "counts"] as const), ...collection.setAside.map(({ file, why }) => [file, why] as const), ...collection.quarantined.map(({ file, code }) => [file, code] as const)]);
    const wrong = indexes.flatMap((index) => {
      const files = (sent[index] ?? []).map(({ file }) => file);
      const became = files.map((file) => fate.get(file) ?? "lost").sort();
      return JSON.stringify(became) === JSON.stringify([...(faultOf(index)?.fates ?? ["counts"])].sort()) ? [] : [[codeOf(index), faultOf(index)?.what, became]];
    });
    expect(wrong).toEqual([]);
    expect(fate.size).toBe(arrivals.length);
    expect(made.findings.map(({ organisation, code }) => `${organisation} ${code}`)).toEqual(indexes.filter((index) => faultOf(index)?.found !== undefined).map((index) => `${codeOf(index)} ${faultOf(index)?.found ?? ""}`));
    expect(made.coverage).toMatchObject({ expected: 500, included: 460, says: "460 of 500 organisations" });
  });

  it("add up to what a plain loop over the returns finds", () => {
    const sums = new Map<string, number>();
    for (const { tables } of counting) for (const table of ["demand", "profile"]) for (const { key, figures } of tables[table] ?? []) for (const [measure, figure] of Object.entries(figures)) {
      if (typeof figure !== "number") continue;
      for (const of of table === "demand" ? [Object.values(key).join(", "), "all"] : [Object.values(key).join(", ")]) sums.set(`${of}: ${measure}`, (sums.get(`${of}: ${measure}`) ?? 0) + figure);
    }
    const totals = [...made.demand, ...made.profile, { key: { "role-group": "all" }, figures: made.allRoleGroups }].flatMap(({ key, figures }) => Object.entries(figures).map(([measure, { total }]) => [`${Object.values(key).join(", ")}: ${measure}`, total.kind === "number" ? total.value : total.kind] as const));
    expect(new Map(totals)).toEqual(sums);
    expect(sums.size).toBe(13 * 9 + 35 * 3);
  });

  it("give the same in any order, to the last digit", () => {
    const whole = (of: readonly Arrival[]): string => { const { register, setAside, quarantined, changes, ...from } = collect(of, setting); return JSON.stringify([register, setAside, quarantined, changes, from.included.map(({ file }) => file), consolidate({ register, setAside, quarantined, changes, ...from }, noRules)]); };
    const once = whole(arrivals);
    for (let seed = 1; seed <= 20; seed += 1) expect(whole(shuffled(arrivals, seed)) === once).toBe(true);
  });
});

describe("whole-time equivalents of 200 organisations", () => {
  const tenths = (index: number): ReturnDocument => madeReturn(SEED, index, { header: { demandUnit: "wte" }, tables: (tables) => {
    tables["demand"] = (tables["demand"] ?? []).map((row, at) => ({ ...row, figures: { ...row.figures, "demand.now": Math.round(Number(row.figures["demand.now"]) * 10 + ((index * index + 3 * at) % 7)) / 10 } }));
  } });
  const documents = Array.from({ length: 200 }, (_, index) => tenths(index));
  const consolidated: Consolidation = consolidate(collect(documents.map((each) => arrived(each)), collecting), noRules);

  it("add up to what LibreOffice makes of them", async () => {
    const rows = documents.flatMap(({ header, tables }) => (tables["demand"] ?? []).map(({ key, figures }) => [header.organisation.code, key["role-group"], figures["demand.now"], figures["posts"]]));
    const names = consolidated.demand.map(({ key }) => key["role-group"] ?? "");
    const figures = utils.aoa_to_sheet([["Code", "Role group", "Vacancies", "Posts"], ...rows]);
    const totals = utils.aoa_to_sheet(names.map((name) => [name]));
    for (const [index] of names.entries()) for (const [column, from] of [["B", "C"], ["C", "D"]] as const) totals[`${column}${index + 1}`] = { t: "n", f: `SUMIFS(Figures!$${from}$2:$${from}$${rows.length + 1},Figures!$B$2:$B$${rows.length + 1},$A${index + 1})` };
    totals["!ref"] = `A1:C${names.length}`;
    const folder = mkdtempSync(path.join(tmpdir(), "talent-plan-totals-"));
    try {
      const file = path.join(folder, "totals.xlsx");
      writeFileSync(file, write({ SheetNames: ["Figures", "Totals"], Sheets: { Figures: figures, Totals: totals } }, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
      const cells = (await recalculated(file)).get("Totals");
      const theirs = names.map((name, index) => [name, ...["B", "C"].map((column) => Number(Number(cells?.get(`${column}${index + 1}`)?.value).toFixed(9)))]);
      expect(consolidated.demand.map(({ key, figures: own }) => [key["role-group"], ...["demand.now", "posts"].map((measure) => { const total = own[measure]?.total; return total?.kind === "number" ? total.value : NaN; })])).toEqual(theirs);
      expect(theirs.some(([, vacancies]) => !Number.isInteger(vacancies))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
