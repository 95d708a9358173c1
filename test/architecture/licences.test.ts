/** What ships may be passed on: permissive licences only, and Office.js itself never inside a build of ours. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { repository, sourceFiles, textOf } from "./source-files";

interface Locked { readonly version?: string; readonly license?: string; readonly dev?: boolean; readonly dependencies?: Readonly<Record<string, string>> }

const locked = (JSON.parse(textOf("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> }).packages;
const PERMISSIVE = new Set(["MIT", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Apache-2.0", "MIT-0", "CC0-1.0", "(MIT OR CC0-1.0)", "(MIT OR GPL-3.0-or-later)", "Unlicense", "Python-2.0", "BlueOak-1.0.0", "CC-BY-4.0", "(BSD-2-Clause OR MIT OR Apache-2.0)", "(MIT AND Zlib)"]);

const licenceOf = (place: string): string => {
  const manifest = path.join(repository, place, "package.json");
  const own = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as { readonly license?: unknown; readonly licenses?: readonly { readonly type?: string }[] }) : {};
  // Old packages state a list.
  const said: unknown = locked[place]?.license ?? own.license ?? own.licenses?.[0]?.type;
  return typeof said === "string" ? said : "none stated";
};

/** Places in node_modules of a package and all that it needs. */
function withAllNeeded(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const nested = `${from}/node_modules/${name}`;
    const place = nested in locked ? nested : `node_modules/${name}`;
    if (found.has(place) || !(place in locked)) return;
    found.add(place);
    for (const needed of Object.keys(locked[place]?.dependencies ?? {})) visit(needed, place);
  };
  for (const name of names) visit(name, "");
  return found;
}

const packagesIn = (folder: RegExp): readonly string[] => [...new Set(sourceFiles.filter((file) => folder.test(file.name)).flatMap((file) => file.imports)
  .filter((imported) => !/^(\.|node:)/.test(imported)).map((imported) => imported.split("/").slice(0, imported.startsWith("@") ? 2 : 1).join("/")))];

describe("licences", () => {
  it.each([{ what: "the add-in", folder: /^src\/(?!host|workbench)/ }, { what: "the workbench and the runner", folder: /^src\/(host|workbench)/ }])("of all that $what needs let it be passed on", ({ folder }) => {
    const needed = [...withAllNeeded(packagesIn(folder))];
    expect(needed.length).toBeGreaterThan(0);
    expect(needed.map((place) => `${place}: ${licenceOf(place)}`).filter((line) => !PERMISSIVE.has(line.slice(line.indexOf(": ") + 2)))).toEqual([]);
  });

  it("let nothing that is installed for running be GPL or unstated", () => {
    const running = Object.entries(locked).filter(([place, { dev }]) => place !== "" && dev !== true).map(([place]) => `${place}: ${licenceOf(place)}`);
    expect(running.filter((line) => /GPL|none stated/.test(line))).toEqual([]);
  });

  it("keep Office.js out of the source: it is a development dependency and loaded as it is", () => {
    const manifest = JSON.parse(textOf("package.json")) as { readonly dependencies: Readonly<Record<string, string>>; readonly devDependencies: Readonly<Record<string, string>> };
    expect(Object.keys(manifest.dependencies)).not.toContain("@microsoft/office-js");
    expect(Object.keys(manifest.devDependencies)).toContain("@microsoft/office-js");
    expect(sourceFiles.filter((file) => file.imports.some((imported) => imported.includes("@microsoft/office-js"))).map((file) => file.name)).toEqual([]);
  });
});
