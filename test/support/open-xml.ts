/** Workbooks held against an independent judge: the Open XML SDK's validator, which knows every schema of Office and many of its rules. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const officeVersions = ["Office2016", "Office2019", "Office2021", "Microsoft365"] as const;

interface Answer { readonly file: string; readonly version: string; readonly problems: readonly string[] }

/** Problems of each workbook by its name: "Office2016: /xl/workbook.xml /x:workbook[1]: what is wrong". Starting takes seconds, so ask about many at once. */
export async function openXmlProblems(workbooks: ReadonlyMap<string, Uint8Array>, versions: readonly string[] = officeVersions): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), "open-xml-"));
  try {
    const files = new Map([...workbooks].map(([name, bytes], index) => {
      const file = path.join(folder, `${index}.xlsx`);
      writeFileSync(file, bytes);
      return [name, file] as const;
    }));
    const answers = await ask([...files.values()], versions);
    return new Map([...files].map(([name, file]) => [name, answers.filter((answer) => answer.file === file).flatMap(({ version, problems }) => problems.map((problem) => `${version}: ${problem}`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ask(files: readonly string[], versions: readonly string[]): Promise<readonly Answer[]> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [path.join(__dirname, "open-xml-check.mjs"), versions.join(","), ...files], { maxBuffer: 2 ** 28, timeout: 300_000 }, (problem, output, errors) => {
      if (problem !== null) reject(new Error(`The validator ended early. ${errors.slice(0, 2000)}`, { cause: problem }));
      else resolve(JSON.parse(output) as readonly Answer[]);
    });
  });
}
