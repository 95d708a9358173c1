// The Open XML SDK's validator over saved workbooks, as JSON. A program of its own, since the validator is an ES module of 40 MB that starts a runtime.
// node open-xml-check.mjs Office2016,Microsoft365 one.xlsx other.xlsx
import { readFileSync } from "node:fs";
import validate from "@ooxml-tools/validate";

const [versions = "", ...files] = process.argv.slice(2);

/** What the validator has to say; a package that it cannot read is a problem too. */
async function problemsOf(bytes, version) {
  try {
    const errors = await validate(bytes, "xlsx", version);
    return errors.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`);
  } catch (problem) {
    return [`the package cannot be read: ${String(problem?.message ?? problem).slice(0, 500)}`];
  }
}

const answers = [];
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  for (const version of versions.split(",")) answers.push({ file, version, problems: await problemsOf(bytes, version) });
}
process.stdout.write(JSON.stringify(answers));
