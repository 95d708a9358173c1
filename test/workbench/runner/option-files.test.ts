/** Options that name files by their paths become those files; one that cannot be read is named and stops no other. */
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withFiles } from "../../../src/workbench/runner/option-files";
import { outputFolder } from "../../support/job";

const folder = outputFolder("option-files");
const inside = (name: string): string => path.join(folder, name);

beforeAll(() => {
  mkdirSync(inside("returns/older"), { recursive: true });
  writeFileSync(inside("returns/b.xlsx"), "two");
  writeFileSync(inside("returns/a.xlsx"), "one");
  writeFileSync(inside("returns/~$a.xlsx"), "what Excel puts beside an open file");
  writeFileSync(inside("returns/older/c.xlsx"), "three");
  symlinkSync(inside("nowhere"), inside("returns/gone.xlsx"));
  writeFileSync(inside("returns/video.mp4"), "");
  // Five gigabytes that take no room on the disk.
  truncateSync(inside("returns/video.mp4"), 5_000_000_000);
  writeFileSync(inside("queries.json"), "\uFEFF{}");
});

// A link that leads nowhere stops whoever walks through the folders.
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("options of a step", () => {
  it("that name a folder become its files by name, the one of 5 GB unread and the one that leads nowhere named", async () => {
    expect(await withFiles({ files: { folder: "returns" }, period: "2009/10" }, folder)).toEqual({
      files: [
        { name: "a.xlsx", base64: Buffer.from("one").toString("base64") }, { name: "b.xlsx", base64: Buffer.from("two").toString("base64") },
        { name: "gone.xlsx", size: 0, why: "unreadable" }, { name: "video.mp4", size: 5_000_000_000, why: "too-large" },
      ],
      period: "2009/10",
    });
  });

  it("that name a file or a text become that", async () => {
    expect(await withFiles({ file: { file: "returns/a.xlsx" }, queries: { text: "queries.json" } }, folder)).toEqual({ file: { name: "a.xlsx", base64: "b25l" }, queries: "{}" });
  });

  it("that lead nowhere are a problem of the job, with the option and the path", async () => {
    await expect(withFiles({ files: { folder: "returned" } }, folder)).rejects.toThrow("files: returned could not be read (ENOENT). Check the path.");
  });

  it("that are objects of an action's own stay as they are", async () => {
    const own = { explain: { folder: "a", file: "b" }, list: [{ folder: "a" }], thing: { kind: "x" } };
    expect(await withFiles(own, folder)).toEqual(own);
  });
});
