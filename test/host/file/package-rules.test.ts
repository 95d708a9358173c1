/** The checker of saved files finds what it should: each fault put into a sound file is named by its rule, every rule has a fault, and the list is published. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { excelRules } from "../../support/lint/rules";
import { packageProblems } from "../../support/package-lint";
import { existingWorkbook, repository, variant } from "../../support/job";
import { faults, type Fault, type Texts } from "./package-faults";
import { fillWorkbook } from "./full-workbook";

/** Everything that the host writes, with two charts of all its kinds. */
function sound(): Uint8Array {
  const workbook = fillWorkbook(new Workbook());
  for (const sheet of workbook.sheets.filter(({ name }) => /^Page [2-9]$/.test(name))) workbook.removeSheet(sheet);
  workbook.sheets[1]?.set("charts", workbook.sheets[1].get("charts").slice(0, 2));
  return saveXlsx(workbook);
}

const bytes = sound();
const parts = unzipSync(bytes);
const texts = Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, part]) => [name, strFromU8(part)] as const);
const others = Object.fromEntries(Object.entries(parts).filter(([name]) => !/\.(?:xml|rels)$/.test(name)));

function broken({ plant }: Fault): Uint8Array {
  const changed: Texts = new Map(texts);
  plant(changed);
  return zipSync({ ...others, ...Object.fromEntries([...changed].map(([name, text]) => [name, strToU8(text)])) }, { level: 0 });
}

describe("a fault is named by its rule", () => {
  it.each(faults)("$rule: $fault", (fault) => {
    expect(packageProblems(broken(fault)).filter((problem) => problem.endsWith(`[${fault.rule}]`))).not.toEqual([]);
  });
  it("and every rule has a fault", () => {
    expect(Object.keys(excelRules).filter((rule) => !faults.some((fault) => fault.rule === rule))).toEqual([]);
  });
});

describe("a sound file has none", () => {
  it.each([
    ["a file that we saved", bytes],
    ["a workbook as Excel spells it", new Uint8Array(readFileSync(existingWorkbook))],
    ["its variant with names like ours", new Uint8Array(readFileSync(variant("name-clashes.xlsx")))],
    ["its variant with a locked structure", new Uint8Array(readFileSync(variant("locked-structure.xlsx")))],
  ])("%s", (_what, file) => {
    expect(packageProblems(file)).toEqual([]);
  });
  it("what is no workbook says so", () => {
    expect(packageProblems(zipSync({ "a.txt": strToU8("a") }))).toEqual(["[Content_Types].xml: the part is missing [PKG-1]"]);
  });
});

describe("the list of rules in the README of the file code", () => {
  const README = path.join(repository, "src/host/file/README.md");
  const PLACE = /(<!-- rules: made by test\/host\/file\/package-rules\.test\.ts, GOLDEN=write -->\n\n)[\s\S]*?(\n\n<!-- end of rules -->)/;
  it("is the one that is checked", () => {
    const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/[*[\]<>_]/g, (character) => `\\${character}`);
    const table = ["| Rule | Excel asks | Source |", "|---|---|---|", ...Object.entries(excelRules).map(([id, { requires, source }]) => `| ${id} | ${cell(requires)} | ${cell(source)} |`)].join("\n");
    const text = readFileSync(README, "utf8");
    const made = text.replace(PLACE, (_, start: string, end: string) => start + table + end);
    if (process.env["GOLDEN"] === "write") writeFileSync(README, made);
    expect(made).toContain(table);
    expect(readFileSync(README, "utf8")).toBe(made);
  });
});
