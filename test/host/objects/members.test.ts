/** The declared members against Microsoft's type definitions, and the table in the host's README against the declarations. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import "../../../src/host/dispatch/answer";
import { declaredClasses } from "../../../src/host/objects/definition";
import { memberTable } from "../../../src/host/objects/member-table";

const TYPES = join(__dirname, "../../../node_modules/@types/office-js/index.d.ts");
const README = join(__dirname, "../../../src/host/README.md");
const START = "<!-- members: made by test/host/objects/members.test.ts, GOLDEN=write -->";
const END = "<!-- end of members -->";

/** Class to member to the words of its `[Api set: …]`, or the class's own where the member has none. */
function apiSets(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const source = ts.createSourceFile(TYPES, readFileSync(TYPES, "utf8"), ts.ScriptTarget.Latest, true);
  const setOf = (node: ts.Node): string | null => /\[\s*Api set:\s*([^\]]*)\]/.exec(ts.getJSDocCommentsAndTags(node).map((part) => part.getText()).join("\n"))?.[1]?.trim() ?? null;
  const classes = new Map<string, Map<string, string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name !== undefined && ts.isModuleBlock(node.parent) && node.parent.parent.name.text === "Excel") {
      const own = setOf(node) ?? "";
      const members = classes.get(node.name.text) ?? new Map<string, string>();
      for (const member of node.members) {
        if (member.name === undefined || !ts.isIdentifier(member.name) || members.has(member.name.text)) continue;
        members.set(member.name.text, setOf(member) ?? own);
      }
      classes.set(node.name.text, members);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return classes;
}

const sets = apiSets();

/** Where the definitions name only a later argument's set, the set that the method itself came in. */
const older: Readonly<Record<string, string>> = { "WorksheetProtection.unprotect": "1.2" };
/** Not Excel's own classes, and in no definitions: what the library asks of services of the host. */
const OF_SERVICES = ["AddinInternalService", "DynamicRibbon", "RibbonButton", "RibbonTab"];
const excelClasses = declaredClasses.filter(({ name }) => !OF_SERVICES.includes(name));

describe("every declared member", () => {
  it.each(excelClasses.map(({ name, sheet }) => ({ name, sheet })))("of $name is in Microsoft's definitions, in the set that they name", ({ name, sheet }) => {
    const known = sets.get(name);
    const documented = sheet().map((member) => [member.name, known?.get(member.name) ?? "unknown"]);
    const claimed = sheet().map((member) => {
      const words = known?.get(member.name) ?? "unknown";
      // "ExcelApi 1.1 for reading; 1.2 for setting": the first set is the one it came in.
      if (older[`${name}.${member.name}`] === member.since) return [member.name, words];
      return [member.name, new RegExp(`^ExcelApi ${member.since.replace(".", "\\.")}(?!\\d)`).test(words) ? words : `ExcelApi ${member.since}`];
    });
    expect(claimed).toEqual(documented);
  });

  it("is declared once", () => {
    const all = declaredClasses.map(({ name }) => name);
    expect([...new Set(all)]).toEqual(all);
  });
});

describe("the host's README", () => {
  it("lists the members that are there", () => {
    const text = readFileSync(README, "utf8");
    const [before = "", rest = ""] = text.split(START);
    const [, after = ""] = rest.split(END);
    const made = `${before}${START}\n\n${memberTable()}\n\n${END}${after}`;
    if (process.env["GOLDEN"] === "write") writeFileSync(README, made);
    expect(readFileSync(README, "utf8")).toBe(made);
  });
});
