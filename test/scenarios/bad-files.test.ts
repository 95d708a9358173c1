/** A file that is not a workbook, is damaged, locked or a trap: said in words, nothing written, exit status 2. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { existingWorkbook, outputFolder, runJob, runJobFile, setUp, variant } from "../support/job";

jest.setTimeout(180_000);

const folder = outputFolder("scenarios/bad-files");

/** 600 MB of blanks in a part of half a megabyte, where a sheet should be. Made here, not kept. */
function bomb(): string {
  const file = path.join(folder, "bomb.xlsx");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, zipSync({
    "[Content_Types].xml": strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
    "xl/workbook.xml": new Uint8Array(600_000_000).fill(32),
  }, { level: 9 }));
  return file;
}

describe("a file that cannot be opened", () => {
  it.each([
    { what: "a letter", file: () => variant("not-a-workbook.xlsx"), says: /not an? (Excel )?workbook|not a zip|not an \.xlsx/i, because: "it is plain text with a workbook's ending" },
    { what: "a damaged workbook", file: () => variant("damaged.xlsx"), says: /damaged|incomplete|cut short/i, because: "its last part is missing, as after a broken download" },
    { what: "a workbook with a password", file: () => variant("password.xlsx"), says: /password/i, because: "it is encrypted, and we do not ask for passwords" },
    { what: "a zip bomb", file: bomb, says: /too (big|large)|larger|unpack|limit/i, because: "it would fill the memory" },
    { what: "a file that is not there", file: () => path.join(folder, "nowhere.xlsx"), says: /nowhere\.xlsx/, because: "the path is wrong" },
  ])("$what: status 2 and words, nothing written ($because)", async ({ what, file, says }) => {
    const run = await runJob(path.join(folder, what.replace(/ /g, "-")), [setUp], { open: file() });
    expect(run.status).toBe(2);
    expect(run.errors).toMatch(says);
    expect(run.errors).not.toMatch(/\n\s+at /);
    expect(existsSync(run.saved)).toBe(false);
  });
});

describe("a job that cannot be read", () => {
  it.each([
    { what: "no JSON", job: "do everything", says: /JSON/ },
    { what: "no steps", job: '{"profile": {"platform": "web", "api": "1.14"}}', says: /steps/ },
    { what: "a step of no known kind", job: '{"profile": {"platform": "web", "api": "1.14"}, "steps": [{"hope": "for the best"}]}', says: /step/i },
    { what: "an unknown platform", job: '{"profile": {"platform": "abacus", "api": "1.14"}, "steps": []}', says: /abacus|platform/ },
  ])("$what: status 2 and words", async ({ what, job, says }) => {
    const own = path.join(folder, what.replace(/ /g, "-"));
    mkdirSync(own, { recursive: true });
    const file = path.join(own, "job.json");
    writeFileSync(file, job);
    const run = await runJobFile(own, file, { open: existingWorkbook });
    expect(run.status).toBe(2);
    expect(run.errors).toMatch(says);
    expect(existsSync(run.saved)).toBe(false);
  });
});
