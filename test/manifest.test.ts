/** What Excel is told about the add-in: read by Microsoft's own package, and every address in it leads to something that is built. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { allActions } from "../src/actions/all-actions";
import { repository } from "./support/job";

const file = path.join(repository, "manifest.xml");
const text = readFileSync(file, "utf8");
const all = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
interface Config { readonly name: string; readonly entry: Readonly<Record<string, string>>; readonly plugins: readonly { readonly patterns?: readonly { readonly from: string; readonly transform?: (bytes: Buffer) => Buffer | string }[] }[] }
const configure = require("../webpack.config.js") as (env: { address?: string }, argv: object) => readonly Config[];

function manifestBuiltFor(address: string): string {
  const [addin] = configure({ address }, {});
  const pattern = addin?.plugins.flatMap((plugin) => plugin.patterns ?? []).find((each) => each.from === "manifest.xml");
  return String(pattern?.transform?.(readFileSync(file)));
}

describe("the manifest", () => {
  it("is read by Microsoft's package as a task-pane add-in for workbooks that may read and write the document", () => {
    const said = execFileSync(process.execPath, [path.join(repository, "node_modules/office-addin-manifest/cli.js"), "info", file], { encoding: "utf8" });
    const read = Object.fromEntries([...said.matchAll(/^ {2}([\w ]+): (.+)$/gm)].map((match) => [match[1], match[2]]));
    expect(read).toMatchObject({ Type: "TaskPaneApp", Hosts: "Workbook", Permissions: "ReadWriteDocument", "Default Locale": "en-GB", Name: "Talent Plan" });
  });

  it("declares the requirement floor for old and new hosts alike", () => {
    expect(all(/Name="ExcelApi" MinVersion="([\d.]+)"/g)).toEqual(["1.12", "1.12"]);
  });

  it("has pictures of 16, 32 and 80 pixels for each button, and each is there", () => {
    const pictures = all(/localhost:3000\/(assets\/[\w-]+\.png)/g);
    expect(pictures.filter((picture) => !existsSync(path.join(repository, picture)))).toEqual([]);
    for (const size of [16, 32, 80]) expect(pictures.filter((picture) => picture.endsWith(`-${size}.png`)).length).toBeGreaterThanOrEqual(4);
  });

  it("has pictures of the size that their names say", () => {
    const wrong = [...new Set(all(/localhost:3000\/(assets\/[\w-]+\.png)/g))].filter((picture) => {
      const bytes = readFileSync(path.join(repository, picture));
      const wanted = Number(/-(\d+)\.png$/.exec(picture)?.[1]);
      return bytes.readUInt32BE(16) !== wanted || bytes.readUInt32BE(20) !== wanted;
    });
    expect(wrong).toEqual([]);
  });

  it("names only pages that are built", () => {
    const [addin] = configure({}, {});
    const pages = all(/localhost:3000\/(\w+)\.html/g);
    expect(pages.filter((page) => addin?.entry[page] === undefined)).toEqual([]);
  });

  it("has a button only for what works: the pane, or an action that there is", () => {
    const functions = all(/<FunctionName>([^<]+)<\/FunctionName>/g);
    expect(functions.filter((name) => !allActions.some((action) => action.id === name))).toEqual([]);
    expect(all(/xsi:type="(Button)"/g).length).toBe(functions.length + all(/xsi:type="(ShowTaskpane)"/g).length);
  });

  it("says every word that it refers to, and no other", () => {
    const asked = new Set(all(/resid="([^"]+)"/g));
    const given = new Set(all(/<bt:(?:Image|Url|String) id="([^"]+)"/g));
    expect([...asked].sort()).toEqual([...given].sort());
    expect(all(/<bt:String id="[^"]*(?:Label|Title)" DefaultValue="([^"]*)"/g).filter((word) => word.length > 125)).toEqual([]);
    expect(all(/<bt:String id="[^"]*Description" DefaultValue="([^"]*)"/g).filter((word) => word.length > 250)).toEqual([]);
  });
});

describe("the manifest for an organisation's own address", () => {
  it("leads there with every address, and trusts that origin only", () => {
    const made = manifestBuiltFor("https://addins.example.nhs.uk/talent-plan");
    expect(made).not.toContain("localhost:3000/");
    expect(made).toContain('DefaultValue="https://addins.example.nhs.uk/talent-plan/taskpane.html"');
    expect(made).toContain("<AppDomain>https://addins.example.nhs.uk</AppDomain>");
  });

  it.each(["http://addins.example.nhs.uk", "addins.example.nhs.uk", "https://addins.example.nhs.uk/", "https://a.b/c?d"])("refuses %s, which Excel would not load from", (address) => {
    expect(() => configure({ address }, {})).toThrow(/https address without a slash/);
  });
});
