/**
 * Real workbooks spoilt at random: opening one gives a workbook that can be changed, saved and opened again, or a refusal in words. Never another
 * error, never a wait. A quarter of those that open are calculated too, with less work allowed than usual. The cases are the same each time; `FUZZ_CASES=20000 FUZZ_SEED=7 npx jest test/host/file/fuzz` tries others, for as long as wanted.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Calculator } from "../../../src/host/calc/calculator";
import { FileProblem } from "../../../src/host/file/file-problem";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { fillWorkbook } from "./full-workbook";
import { spoilt } from "./mutate";
import { fixture, trustFile } from "./opened";

const cases = Number(process.env["FUZZ_CASES"] ?? 400);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);
/** Of one case on a busy machine; most take a fiftieth of it. */
const MOST_MS = 10_000;

/** Workbooks saved by Excel, where the folder is beside the repository. */
const excelFolder = path.resolve(__dirname, "../../../../shared/workbooks");
const fromExcel = existsSync(excelFolder) ? readdirSync(excelFolder).filter((name) => name.endsWith(".xlsx")).map((name) => path.join(excelFolder, name)) : [];
const files: readonly (readonly [name: string, bytes: () => Uint8Array])[] = [
  ["everything", (): Uint8Array => saveXlsx(fillWorkbook(new Workbook()))],
  ...[trustFile, fixture("name-clashes.xlsx"), ...fromExcel].map((file) => [path.basename(file), (): Uint8Array => new Uint8Array(readFileSync(file))] as const),
];
/** Every other case is made from one of the few that have something of everything. */
function fileFor(seed: number): (typeof files)[number] {
  const among = seed % 2 === 0 ? files : files.slice(0, 3);
  const chosen = among[Math.floor(seed / 2) % among.length];
  if (chosen === undefined) throw new Error("There is no workbook to spoil.");
  return chosen;
}
const bytesOf = new Map<string, Uint8Array>();
const NOW = new Date(2026, 3, 30, 9, 0, 0);
const plain = { formula: null, array: null, style: 0, state: "live" } as const;

/** "saved", or the code of the refusal. @throws whatever else comes of it */
function outcome(bytes: Uint8Array, isCalculated: boolean): string {
  try {
    const file = openXlsx(bytes, "spoilt.xlsx");
    const calculator = isCalculated ? new Calculator(file.workbook, { now: () => NOW, allowance: { formula: 500_000, calculation: 5_000_000 } }) : null;
    calculator?.recalculateAll();
    // A workbook of chart sheets has none in front.
    file.workbook.front?.put(0, 0, { ...plain, value: "changed" });
    const styles = file.workbook.styles;
    file.workbook.addSheet(["Ours", "Ours 2", "Ours 3"].find((name) => !file.workbook.isTabName(name)) ?? "Ours 4").put(1, 1, { ...plain, value: "new", style: styles.intern({ ...styles.at(0), fill: "#12436D" }) });
    calculator?.recalculate();
    const saved = saveXlsx(file);
    // What was saved is the host's own doing, so that it opens is no question of the spoilt file any more.
    try { openXlsx(saved, "again.xlsx"); } catch (error) { throw new Error(`What was saved does not open: ${String(error)}`, { cause: error }); }
    return "saved";
  } catch (error) {
    if (error instanceof FileProblem && error.message.length > 20) return error.code;
    throw error;
  }
}

it(`${cases} spoilt workbooks, made from ${files.length}, are opened and saved or refused in words`, () => {
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
    const [name, make] = fileFor(seed);
    const whole = bytesOf.get(name) ?? make();
    bytesOf.set(name, whole);
    const { bytes, what } = spoilt(whole, seed);
    const started = performance.now();
    try {
      const came = outcome(bytes, seed % 4 === 0);
      outcomes.set(came, (outcomes.get(came) ?? 0) + 1);
    } catch (error) {
      wrong.push(`seed ${seed}, ${name}, ${what}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    }
    const took = performance.now() - started;
    if (took > MOST_MS) wrong.push(`seed ${seed}, ${name}, ${what}: took ${Math.round(took)} ms`);
  }
  expect(wrong).toEqual([]);
  // A fuzz test that only ever sees refusals, or none, looks at nothing.
  expect(outcomes.get("saved")).toBeGreaterThan(cases / 10);
  expect(outcomes.get("damaged")).toBeGreaterThan(cases / 20);
}, 60_000 + cases * 1_000);
