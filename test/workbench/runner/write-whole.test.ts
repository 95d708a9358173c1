/** Files are there whole or not at all, and never outside the folder that was chosen. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { assertWritable, writeInto, writeWhole } from "../../../src/workbench/runner/write-whole";

let folder = "";
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), "write-whole-")); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("writing a file", () => {
  it("takes the place of the one before and leaves nothing beside it", async () => {
    writeFileSync(path.join(folder, "a.txt"), "before");
    await writeWhole(path.join(folder, "a.txt"), "after");
    expect(readFileSync(path.join(folder, "a.txt"), "utf8")).toBe("after");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("that cannot be done leaves nothing behind and says where", async () => {
    mkdirSync(path.join(folder, "taken"));
    writeFileSync(path.join(folder, "taken", "inside"), "");
    await expect(writeWhole(path.join(folder, "taken"), "after")).rejects.toThrow(/taken could not be written/);
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  it("into a folder makes the folder", async () => {
    await writeInto(path.join(folder, "made", "here"), "return.json", new Uint8Array([123, 125]));
    expect(readFileSync(path.join(folder, "made", "here", "return.json"), "utf8")).toBe("{}");
  });

  it("into a folder that is a file says so", async () => {
    writeFileSync(path.join(folder, "taken"), "");
    await expect(writeInto(path.join(folder, "taken"), "return.json", new Uint8Array())).rejects.toThrow(/taken could not be made \(EEXIST\)\. Choose another with --out-dir/);
  });

  it.each(["../out.txt", "a/b.txt", "..", ".", "", "/etc/x"])("into a folder refuses the name %j", async (name) => {
    await expect(writeInto(path.join(folder, "made"), name, new Uint8Array())).rejects.toThrow("not a plain file name");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a place to write to", () => {
  it.each([
    { place: "no/such/a.xlsx", says: /--save: there is no folder .*no\/such/ },
    { place: ".", says: /--save: .* is a folder/ },
  ])("$place is refused before any work", async ({ place, says }) => {
    await expect(assertWritable(path.join(folder, place), "--save")).rejects.toThrow(says);
  });

  it("in a folder that is there is fine", async () => {
    await expect(assertWritable(path.join(folder, "new.xlsx"), "--save")).resolves.toBeUndefined();
  });
});
