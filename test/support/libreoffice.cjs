/**
 * LibreOffice as a second opinion: it recalculates every formula of a saved file, and turns pages into pictures.
 * Each process works in a user profile of its own, so that runs beside each other do not wait for one another.
 * CommonJS, because jest's tests and plain Node scripts both load it.
 */
const { execFile } = require("node:child_process");
const { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { basename, join } = require("node:path");
const { promisify } = require("node:util");
const { readCells } = require("./plain-cells.cjs");

const run = promisify(execFile);
/** Hard recalculation on load for OOXML and ODF ("0" is always); without it LibreOffice may trust the values stored in the file. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/URL"><prop oor:name="FileSystem" oor:op="fuse"><value>true</value></prop></item>
</oor:items>`;

let profile = null;
let turn = Promise.resolve();

function profileFolder() {
  if (profile !== null) return profile;
  profile = mkdtempSync(join(tmpdir(), "talent-plan-office-"));
  mkdirSync(join(profile, "user"));
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), SETTINGS);
  const made = profile;
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  return profile;
}

/** One call of the program at a time: two on one profile would answer each other's requests. */
function soffice(args) {
  const next = turn.then(() => run("soffice", [`-env:UserInstallation=file://${profileFolder()}`, "--headless", "--norestore", ...args], { timeout: 180_000 }));
  turn = next.then(() => undefined, () => undefined);
  return next;
}

/**
 * Converts files, all in one run, and gives the paths of what was made in the order of `files`.
 * @throws Error naming the file that LibreOffice could not open or write
 */
async function convert(files, to, folder) {
  mkdirSync(folder, { recursive: true });
  const { stdout, stderr } = await soffice(["--convert-to", to, "--outdir", folder, ...files]);
  const extension = to.split(":")[0];
  return files.map((file) => {
    const made = `${basename(file).replace(/\.[^.]*$/, "")}.${extension}`;
    if (!readdirSync(folder).includes(made)) throw new Error(`LibreOffice made no ${made}: ${stdout}${stderr}`);
    return join(folder, made);
  });
}

/** Every cell of a workbook as LibreOffice calculates it afresh: `Map<sheet name, Map<"A1", { formula, value }>>`. */
async function recalculated(file) {
  const folder = mkdtempSync(join(tmpdir(), "talent-plan-recalculated-"));
  try {
    const [made] = await convert([file], "xlsx:Calc MS Excel 2007 XML", folder);
    return readCells(readFileSync(made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pictures of a workbook's printed pages, as PNG files in `folder`. @param dpi - dots to the inch */
async function pagePictures(file, folder, dpi = 80) {
  const [pdf] = await convert([file], "pdf", folder);
  const stem = join(folder, basename(pdf, ".pdf"));
  await run("pdftoppm", ["-r", String(dpi), "-png", pdf, stem], { timeout: 120_000 });
  return readdirSync(folder).filter((name) => name.startsWith(`${basename(stem)}-`) && name.endsWith(".png")).sort().map((name) => join(folder, name));
}

/**
 * Runs a LibreOffice Basic subroutine, for what the command line has no option for (a password on a file).
 * @param source - the module's text; its entry is `Sub Main`
 */
async function runBasic(source) {
  const library = join(profileFolder(), "user", "basic", "Standard");
  mkdirSync(library, { recursive: true });
  const escaped = source.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const type = '<?xml version="1.0" encoding="UTF-8"?>\n';
  writeFileSync(join(library, "Module1.xba"), `${type}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}</script:module>`);
  writeFileSync(join(library, "script.xlb"), `${type}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`);
  writeFileSync(join(library, "dialog.xlb"), `${type}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"/>`);
  await soffice(["macro:///Standard.Module1.Main"]);
}

module.exports = { convert, recalculated, pagePictures, runBasic };
