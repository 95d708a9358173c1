/** The worked example of the format's documentation, worked out again: somebody without the add-in must get what it says. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonicalJson } from "../../../src/domain/canonical-json";
import { sealHolds } from "../../../src/returns/digest";
import { fixes } from "../../../src/returns/file/quarantine";
import { parseReturn } from "../../../src/returns/format/parse-return";
import { verdictOn } from "../../../src/returns/sign-off/log";

const readme = readFileSync("src/returns/format/README.md", "utf8");
const blocks = [...readme.matchAll(/```(json|text)\n([\s\S]*?)\n```/g)].map(([, kind, text]) => ({ kind, text: text ?? "" }));
const json = blocks.filter(({ kind }) => kind === "json").map(({ text }) => JSON.parse(text) as Record<string, unknown>);
const example = json.find((each) => each["format"] === "talent-plan-return") ?? {};
const canonical = blocks.filter(({ kind, text }) => kind === "text" && text.startsWith("{")).map(({ text }) => text);
const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

describe("the worked example of the format", () => {
  const { document } = parseReturn(example);
  it("is a return of this format, sealed, with a log that is whole", () => expect({ sealed: sealHolds(document), log: verdictOn(document.log, null) }).toEqual({ sealed: true, log: { kind: "whole" } }));
  it("shows all that a signature covers in its canonical form, and its digest", () => {
    const { organisation, structure, period, asAt, demandUnit, nil } = document.header;
    const covered = canonicalJson({ header: { organisation, structure, period, asAt, demandUnit, nil }, thresholds: document.thresholds, tables: document.tables });
    expect([canonical[0], sha256(covered)]).toEqual([covered, document.figuresDigest]);
    expect(readme).toContain(`SHA-256 of that text is \`${document.figuresDigest}\``);
  });
  it("shows the first line of the log in its canonical form, and its hash", () => {
    const [{ hash, ...line }] = document.log as [typeof document.log[number]];
    expect([canonical[1], sha256(canonicalJson(line))]).toEqual([canonicalJson(line), hash]);
    expect(readme).toContain(`SHA-256 of that text is \`${hash}\``);
  });
  it("shows all four kinds of figure that are no number", () => expect(Object.values(document.tables["demand"]?.[0]?.figures ?? {})).toEqual(expect.arrayContaining([null, 0, "n/a", { withheld: "<5" }])));
});

describe("the documentation of the format", () => {
  it("names every part of a document", () => {
    const named = new Set<string>();
    const visit = (part: unknown): void => { if (typeof part === "object" && part !== null) for (const [name, inner] of Object.entries(part)) { if (!Array.isArray(part)) named.add(name); visit(inner); } };
    const { tables: _, thresholds: __, ...others } = example;
    visit(others);
    expect([...named].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
  it("names every reason for setting a file aside that reading one can give", () => {
    const ofTheSet: readonly string[] = ["other-period", "other-structure", "organisation-unknown", "sequence-twice", "not-signed-off"];
    expect(Object.keys(fixes).filter((code) => !ofTheSet.includes(code) && !readme.includes(`\`${code}\``))).toEqual([]);
  });
});
