/** Who may know whom: the table of src/README.md, held against every import. */
import { folderOf, importsOf, namesUnder, sourceFiles, textOf, type SourceFile } from "./source-files";
import ts from "typescript";

const FOLDERS = ["domain", "blueprint", "validation", "returns", "excel", "actions", "taskpane", "commands", "publishing", "batch", "host", "workbench"] as const;
type Folder = (typeof FOLDERS)[number];

/** A folder may always import itself. The page of the workbench and the runner meet the product only through its built pages. */
const MAY: Readonly<Record<Folder, readonly Folder[]>> = {
  domain: [], blueprint: ["domain"], validation: ["domain", "blueprint"], excel: ["domain", "blueprint", "validation"],
  returns: ["domain", "blueprint", "validation"], actions: ["domain", "blueprint", "validation", "returns", "excel"], taskpane: ["actions"], commands: ["actions"],
  publishing: ["domain", "blueprint", "validation", "actions"], batch: ["domain", "validation", "returns", "actions"], host: [], workbench: ["host"],
};

/** Packages by the folders that may use them; everything else uses none. Node's own modules only where there is Node. */
const PACKAGES: Readonly<Record<Folder, RegExp>> = {
  returns: /^(@noble\/hashes|@e965\/xlsx|age-encryption|fflate|papaparse|write-excel-file)(\/|$)/,
  domain: /^$/, blueprint: /^$/, validation: /^$/, excel: /^$/, actions: /^$/, commands: /^$/,
  publishing: /^node:[a-z/]+$/, batch: /^(node:[a-z/]+|papaparse)$/,
  taskpane: /^(react|react-dom|office-ui-fabric-react)(\/|$)/,
  host: /^(@borgar\/fx|@noble\/hashes|@formulajs\/formulajs|@glideapps\/glide-data-grid|echarts|fflate|jsdom|lodash|numfmt|react|react-dom|react-responsive-carousel|marked)(\/|$)/,
  workbench: /^(node:[a-z/]+|react|react-dom|@glideapps\/glide-data-grid)(\/|$)/,
};
/** Headless pages are read from disk. */
const NODE_IN_HOST = new Set(["src/host/protocol/jsdom-page.ts"]);

const folderIn = (file: SourceFile): Folder => file.name.split("/")[1] as Folder;

/** Imports that the table does not allow, as "file imports what". */
function forbidden(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => file.imports.flatMap((imported) => {
    const own = folderIn(file);
    const inPackages = /^(?:\.\.\/)+node_modules\/(.*)$/.exec(imported)?.[1];
    const target = folderOf(file.name, imported);
    const allowed = inPackages !== undefined ? PACKAGES[own].test(inPackages) : target === null ? PACKAGES[own].test(imported) || (NODE_IN_HOST.has(file.name) && imported.startsWith("node:")) : target === own || (MAY[own] as readonly string[]).includes(target);
    return allowed ? [] : [`${file.name} imports ${imported}`];
  }));
}

describe("imports", () => {
  it("have every folder of src in the table", () => {
    expect([...new Set(sourceFiles.map((file) => file.name.split("/")[1]))].sort()).toEqual([...FOLDERS].sort());
    for (const folder of FOLDERS) expect(textOf("src/README.md")).toContain(`${folder}/`);
  });

  it("keep to the table", () => expect(forbidden(sourceFiles)).toEqual([]));

  it("that break the table would be seen", () => {
    const made = (name: string, text: string): SourceFile => { const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true); return { name, text, tree, imports: importsOf(tree) }; };
    expect(forbidden([
      made("src/host/x.ts", 'import { a } from "../blueprint/theme";'), made("src/domain/x.ts", 'import type { a } from "lodash";'),
      made("src/taskpane/screens/x.tsx", 'const a = import("../../excel/session");'), made("src/actions/x.ts", 'export { a } from "../excel/select";'),
    ])).toEqual(["src/host/x.ts imports ../blueprint/theme", "src/domain/x.ts imports lodash", "src/taskpane/screens/x.tsx imports ../../excel/session"]);
  });

  it("inside the host go the way the layers stand: workbook imports nothing, calc and file never the objects", () => {
    const layers: Readonly<Record<string, readonly string[]>> = { workbook: [], calc: ["workbook"], file: ["workbook", "calc"] };
    const wrong = sourceFiles.filter((file) => file.name.startsWith("src/host/")).flatMap((file) => {
      const own = file.name.split("/")[2] ?? "";
      const may = layers[own];
      if (may === undefined) return [];
      return file.imports.filter((imported) => imported.startsWith(".")).filter((imported) => {
        const parts = new URL(imported, `file:///${file.name}`).pathname.split("/");
        return parts[2] === "host" && parts[3] !== own && !may.includes(parts[3] ?? "");
      }).map((imported) => `${file.name} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  it("of the launchers lead to nothing of the product", () => {
    const launchers = namesUnder("src/workbench/launch", /\.mjs$/);
    expect(launchers.length).toBeGreaterThan(0);
    expect(launchers.filter((name) => /from "\.\.\/\.\.\//.test(textOf(name)))).toEqual([]);
  });
});

/** Names used as values or types, at the start of a dotted path: Excel in Excel.run. */
function globalsIn(file: SourceFile, wanted: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && wanted.includes(node.text)) {
      const { parent } = node;
      const isMember = (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isQualifiedName(parent) && parent.right === node) || (ts.isPropertyAssignment(parent) && parent.name === node);
      if (!isMember) found.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return [...found];
}

describe("Excel and Office", () => {
  const product = sourceFiles.filter((file) => !/^src\/(host|workbench)\//.test(file.name));

  it("are called only in src/excel, and Office itself where a page starts or a dialog opens", () => {
    const users = (name: string): readonly string[] => product.filter((file) => globalsIn(file, [name]).length > 0).map((file) => file.name).filter((file) => !file.startsWith("src/excel/"));
    expect(users("Excel")).toEqual([]);
    expect(users("OfficeExtension")).toEqual([]);
    expect(users("Office").filter((file) => !/^src\/(taskpane|commands)\//.test(file))).toEqual([]);
  });

  it("have one Excel.run, in session.ts, and one where watching ends in the context it began in", () => {
    expect(product.filter((file) => /\bExcel\.run\(/.test(file.text)).map((file) => file.name)).toEqual(["src/excel/session.ts", "src/excel/watch.ts"]);
  });

  it("are never waited for in a loop, nor by a function that only queues", () => {
    const wrong = product.flatMap((file) => {
      const found: string[] = [];
      const visit = (node: ts.Node, inside: string | null): void => {
        const here = ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node) ? "a loop"
          : ts.isFunctionDeclaration(node) && node.name?.text.startsWith("queue") === true ? node.name.text : ts.isFunctionLike(node) ? null : inside;
        if (ts.isCallExpression(node) && node.expression.getText().endsWith(".sync") && here !== null) found.push(`${file.name} syncs in ${here}`);
        ts.forEachChild(node, (child) => visit(child, here));
      };
      visit(file.tree, null);
      return found;
    });
    expect(wrong).toEqual([]);
  });
});
