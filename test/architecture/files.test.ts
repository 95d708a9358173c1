/** How files are kept: their names and length, what stands at the top level, and no thing without a name. */
import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { namesUnder, repository, sourceFiles, textOf } from "./source-files";

const TOP_LEVEL = ["LICENSE", "README.md", "assets", "manifest.xml", "package-lock.json", "package.json", "src", "test", "tsconfig.json", "webpack.config.js"];
/** Made by installing, building and testing; none of it is kept. */
const MADE = ["node_modules", "build", "coverage"];
const NOTHING_NAMES = /(^|[-./])(utils?|helpers?|common|misc|shared|services|interfaces?|manager|stuff)([-./]|$)/i;
/** A part of every .xlsx has this name. */
const NAMED_BY_THE_FORMAT = new Set(["src/host/file/read/shared-strings.ts"]);
const code = namesUnder("src", /\.(tsx?|mjs|cts|cjs|css)$/).concat(namesUnder("test", /\.(tsx?|mjs|cts|cjs)$/));

describe("the top level", () => {
  it("holds the named entries and dotfiles, and nothing else", () => {
    const entries = readdirSync(repository).filter((name) => !name.startsWith(".") && !MADE.includes(name) && !name.endsWith(".log"));
    expect(entries.sort()).toEqual([...TOP_LEVEL].sort());
  });
  it("ignores what is made", () => {
    const ignored = textOf(".gitignore").split("\n");
    for (const name of MADE) expect(ignored).toContain(`${name}/`);
    expect(ignored).toContain("test/output/");
  });
});

describe("files", () => {
  it("have at most 400 lines", () => {
    expect(code.map((name) => ({ name, lines: textOf(name).trimEnd().split("\n").length })).filter(({ lines }) => lines > 400)).toEqual([]);
  });
  it("are named for what is in them", () => expect(code.filter((name) => NOTHING_NAMES.test(name) && !NAMED_BY_THE_FORMAT.has(name))).toEqual([]));
  it("are named in kebab-case, and files of components with a capital", () => {
    const wrong = sourceFiles.map((file) => file.name).filter((name) => {
      const base = path.posix.basename(name).replace(/\.d\.ts$|\.tsx?$/, "");
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base)) return false;
      return !(name.endsWith(".tsx") && /^[A-Z][A-Za-z0-9]*$/.test(base) && /export (function|const|class) [A-Z]/.test(textOf(name)));
    });
    expect(wrong).toEqual([]);
  });
  it("say at their top what they are", () => {
    const wrong = sourceFiles.filter((file) => !file.name.endsWith(".d.ts") && !/^(\s*\/\*\*?|\s*\/\/)/.test(file.text)).map((file) => file.name);
    expect(wrong).toEqual([]);
  });
  it("export things by their names: no default, nothing passed on whole", () => {
    const wrong = sourceFiles.filter((file) => !file.name.endsWith(".d.ts")).flatMap((file) => file.tree.statements.flatMap((statement) => {
      const isDefault = ts.isExportAssignment(statement) || (ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword));
      const isWhole = ts.isExportDeclaration(statement) && statement.exportClause === undefined;
      return isDefault ? [`${file.name}: default`] : isWhole ? [`${file.name}: barrel`] : [];
    }));
    expect(wrong).toEqual([]);
  });
  it("are no barrels: none only passes on what others export", () => {
    const wrong = sourceFiles.filter(({ tree }) => tree.statements.length > 0 && tree.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)).map((file) => file.name);
    expect(wrong).toEqual([]);
  });
  it("never say any", () => {
    const wrong = sourceFiles.filter((file) => {
      let found = false;
      const visit = (node: ts.Node): void => { found ||= node.kind === ts.SyntaxKind.AnyKeyword; ts.forEachChild(node, visit); };
      visit(file.tree);
      return found;
    }).map((file) => file.name);
    expect(wrong).toEqual([]);
  });
});

describe("tests", () => {
  const suites = namesUnder("test", /\.test\.tsx?$/);
  it("are none left out quietly, and none alone", () => {
    const marks = new RegExp(`\\b(x${"it"}|x${"describe"}|f${"it"}|f${"describe"})\\(|\\.(${["only", "skip", "todo"].join("|")})\\(`);
    expect(suites.filter((name) => marks.test(textOf(name)))).toEqual([]);
  });
  it("never make a mock of Office or Excel", () => {
    const mock = new RegExp(`jest\\.(mock|doMock|spyOn)\\(\\s*["'(]?(office|excel|.*excel/)|global(This)?\\.${"Excel"}\\s*=`, "i");
    expect(suites.filter((name) => mock.test(textOf(name)))).toEqual([]);
  });
});
