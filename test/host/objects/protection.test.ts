/** Protection of sheets and of the workbook, its passwords, and how files keep them. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { isPassword, olderHash } from "../../../src/host/objects/password-hash";
import { packageProblems } from "../../support/package-lint";
import { partText } from "../file/opened";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeAll(async () => { page = await openOfficePage(); });
afterAll(() => {
  page.close();
  expect(page.problems).toEqual([]);
});

describe("a sheet with a password", () => {
  it("is freed by that password alone, and is told apart from one without", async () => {
    expect(await page.run('context.workbook.worksheets.getItem("Sheet1").protection.protect({ allowSort: true, selectionMode: "Unlocked" }, "Summer 09"); await context.sync();')).toBeUndefined();
    const unprotect = (password: string): Promise<unknown> => page.run(`const { protection } = context.workbook.worksheets.getItem("Sheet1"); protection.unprotect(${password}); protection.load("protected,options"); await context.sync(); return protection.protected;`);
    expect(await unprotect("")).toMatchObject({ refused: "AccessDenied", at: "WorksheetProtection.unprotect" });
    expect(await unprotect('"summer 09"')).toMatchObject({ refused: "AccessDenied" });
    expect(await page.run('context.workbook.worksheets.getItem("Sheet1").protection.protect(); await context.sync();')).toMatchObject({ refused: "AccessDenied" });
    const again = openXlsx(saveXlsx(page.workbook), "a.xlsx").workbook.active.get("protection");
    expect(again).toEqual(page.workbook.active.get("protection"));
    expect(again?.passwordAttributes).toMatchObject({ algorithmName: "SHA-512", spinCount: "100000" });
    expect(await unprotect('"Summer 09"')).toBe(false);
    expect(await unprotect("")).toBe(false);
  });

  it.each([
    { password: "test", kept: { password: "CBEB" }, fits: true, because: "older files keep sixteen bits" },
    { password: "tesu", kept: { password: "CBEB" }, fits: false, because: "another word has other bits" },
    { password: "", kept: {}, fits: true, because: "no password is the empty one" },
    { password: "x", kept: {}, fits: false, because: "none was set" },
    { password: "x", kept: { algorithmName: "WHIRLPOOL", hashValue: "AAAA", saltValue: "", spinCount: "1" }, fits: false, because: "nobody here knows that hash" },
    { password: "x", kept: { algorithmName: "SHA-512", hashValue: "AAAA", saltValue: "", spinCount: "4000000000" }, fits: false, because: "nobody would wait for so many rounds" },
  ])("$password fits $kept: $fits ($because)", ({ password, kept, fits }) => {
    expect(isPassword(password, kept)).toBe(fits);
  });

  it("has the older hash that Excel wrote", () => {
    expect(olderHash("test").toString(16).toUpperCase()).toBe("CBEB");
  });

  it("takes no password of more than 255 characters", async () => {
    expect(await page.run('context.workbook.worksheets.getItem("Sheet1").protection.protect(null, "x".repeat(256)); await context.sync();')).toMatchObject({ refused: "InvalidArgument" });
    expect(page.workbook.active.get("protection")).toBeNull();
  });
});

describe("the workbook's structure", () => {
  it("is protected, saved so, and freed", async () => {
    const protection = "const { protection } = context.workbook;";
    expect(await page.run(`${protection} protection.protect("Key"); protection.load("protected"); await context.sync(); return protection.protected;`)).toBe(true);
    expect(await page.run('context.workbook.worksheets.add("More"); await context.sync();')).toMatchObject({ refused: "AccessDenied" });
    expect(await page.run(`${protection} protection.protect(); await context.sync();`)).toMatchObject({ refused: "AccessDenied" });
    const saved = saveXlsx(page.workbook);
    expect(packageProblems(saved)).toEqual([]);
    expect(partText(saved, "xl/workbook.xml")).toMatch(/<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="[^"]{88}" workbookSaltValue="[^"]{24}" workbookSpinCount="100000" lockStructure="1"\/>/);
    const opened = openXlsx(saved, "a.xlsx");
    expect(opened.workbook.structureLocked).toBe(true);
    expect(isPassword("Key", opened.workbook.structurePassword)).toBe(true);
    expect(await page.run(`${protection} protection.unprotect("Other"); await context.sync();`)).toMatchObject({ refused: "AccessDenied" });
    expect(await page.run(`${protection} protection.unprotect("Key"); protection.unprotect(); protection.load("protected"); await context.sync(); return protection.protected;`)).toBe(false);
    opened.workbook.freeStructure();
    expect(partText(saveXlsx(opened), "xl/workbook.xml")).not.toContain("workbookProtection");
  });
});
