/** The source as the compiler reads it: files, what each imports and exports, and its words. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export const repository = path.resolve(__dirname, "../..");

export interface SourceFile {
  /** From the repository's folder, with forward slashes. */
  readonly name: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** Module names as written, `import type` and `import()` included. */
  readonly imports: readonly string[];
}

function filesUnder(place: string): readonly string[] {
  return readdirSync(place).sort().flatMap((entry) => {
    const full = path.join(place, entry);
    return statSync(full).isDirectory() ? filesUnder(full) : [full];
  });
}

/** Every file of a folder of the repository whose name ends so. */
export function namesUnder(folder: string, ending: RegExp): readonly string[] {
  return filesUnder(path.join(repository, folder)).map((file) => path.relative(repository, file).split(path.sep).join("/")).filter((name) => ending.test(name) && !name.startsWith("test/output/"));
}

export const textOf = (name: string): string => readFileSync(path.join(repository, name), "utf8");

function read(name: string): SourceFile {
  const text = textOf(name);
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  return { name, text, tree, imports: importsOf(tree) };
}

export function importsOf(tree: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require")) {
      const [first] = node.arguments;
      if (first !== undefined && ts.isStringLiteral(first)) found.push(first.text);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) found.push(node.argument.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

export const sourceFiles: readonly SourceFile[] = namesUnder("src", /\.tsx?$/).map(read);

/** The folder of ours that an import leads to, or null for a package. */
export function folderOf(file: string, imported: string): string | null {
  if (!imported.startsWith(".")) return null;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), imported));
  return target.startsWith("src/") ? target.split("/")[1] ?? null : target;
}
