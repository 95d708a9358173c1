/** One word to an idea, in what people read: strings of the product, sheets, findings, the README. And British spelling everywhere. */
import ts from "typescript";
import { namesUnder, sourceFiles, textOf, type SourceFile } from "./source-files";

/** The word of ours, and those that would say the same. */
const ONE_WORD: readonly { readonly ours: string; readonly others: RegExp }[] = [
  { ours: "return", others: /\bsubmissions?\b/i },
  { ours: "send", others: /\b(upload(s|ed|ing)?|submit(s|ted|ting)?)\b/i },
  { ours: "withheld", others: /\bsuppress(ed|ion)\b/i },
  { ours: "headcount", others: /\bhead count\b/i },
  { ours: "horizon", others: /\btime ?(band|frame|bucket)s?\b/i },
  { ours: "finding", others: /\bvalidation (error|warning|message)s?\b/i },
  { ours: "region", others: /\bSHA-wide\b/i },
  { ours: "role group", others: /\brole famil(y|ies)\b/i },
  { ours: "gap", others: /\b(shortfall|deficit)s?\b/i },
  { ours: "check", others: /\bvalidat(e|es|ing) (your|the|these) (figures|return)\b/i },
];
const AMERICAN = /\b(color|behavior|center|organization|labor|favorite|canceled|catalog|license[ds]? (?:to|by)|analyze|summarize|initialize|customize)(?:s|d|ed|ing)?\b/;

/** Strings that people may read: with a space in them, in files of the product; not the spelling that Excel's own members ask for. */
function strings(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && !ts.isImportDeclaration(node.parent) && /\s/.test(node.text)) found.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isJsxText(node)) if (/\s/.test(node.text.trim())) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

const product = sourceFiles.filter((file) => /^src\/(domain|blueprint|validation|returns|batch|actions|taskpane|commands)\//.test(file.name));
/** Words that people type in cells are understood, whatever they are. */
const READS_WORDS_OF_OTHERS = new Set(["src/validation/reading.ts"]);

describe("words that people read", () => {
  it.each(ONE_WORD)("say $ours, never another word for it", ({ others }) => {
    const wrong = product.filter((file) => !READS_WORDS_OF_OTHERS.has(file.name)).flatMap((file) => strings(file).filter((text) => others.test(text)).map((text) => `${file.name}: ${text.trim().slice(0, 80)}`));
    expect(wrong).toEqual([]);
  });

  it("are in British spelling", () => {
    const wrong = product.flatMap((file) => strings(file).filter((text) => AMERICAN.test(text)).map((text) => `${file.name}: ${text.trim().slice(0, 80)}`));
    expect(wrong).toEqual([]);
  });

  it("in documents are in British spelling too", () => {
    const documents = ["README.md", ".github/CONTRIBUTING.md", ...namesUnder("src", /\.md$/)];
    const wrong = documents.flatMap((name) => textOf(name).split("\n").filter((line) => AMERICAN.test(line.replace(/`[^`]*`/g, ""))).map((line) => `${name}: ${line.trim().slice(0, 80)}`));
    expect(wrong).toEqual([]);
  });
});

describe("the pane", () => {
  it("keeps its words in one file", () => {
    const wrong = sourceFiles.filter((file) => /^src\/taskpane\/.*\.tsx$/.test(file.name)).flatMap((file) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => { if (ts.isJsxText(node) && /[A-Za-z]{3,}/.test(node.text)) found.push(`${file.name}: ${node.text.trim()}`); ts.forEachChild(node, visit); };
      visit(file.tree);
      return found;
    });
    expect(wrong).toEqual([]);
  });
});
