// The programs that the tests look with: Debian's Chromium and LibreOffice, and what turns a page into a picture. Installed when missing and permitted.
import { spawnSync } from "node:child_process";

const TOOLS = [
  { program: "chromium", package: "chromium", for: "the journey in a browser" },
  { program: "soffice", package: "libreoffice-calc-nogui", for: "recalculating saved workbooks" },
  { program: "pdftoppm", package: "poppler-utils", for: "pictures of printed pages" },
  { font: "Liberation Sans", package: "fonts-liberation", for: "letters in those pictures" },
  // A workbook's columns are as wide as so many digits of Calibri; Carlito's are the same. Without it pages are scaled down too far.
  { font: "Carlito", package: "fonts-crosextra-carlito", for: "the width of columns in those pictures" },
];

/**
 * Sees to it that every tool is there.
 * @param {(line: string) => void} say - told what is installed
 * @throws Error that names the missing packages and the command, where they may not be installed from here
 */
export function ensureDebianTools(say) {
  const missing = TOOLS.filter((tool) => !isThere(tool));
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.package);
  const command = `apt-get install -y --no-install-recommends ${names.join(" ")}`;
  if (!mayInstall()) throw new Error(`Missing on this machine: ${missing.map((tool) => `${tool.package} (${tool.for})`).join(", ")}. Install with: sudo ${command}`);
  say(`Installing ${names.join(", ")} with apt.`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: ["ignore", 2, 2], env: environment });
  const { status } = spawnSync("sh", ["-c", command], { stdio: ["ignore", 2, 2], env: environment });
  const still = TOOLS.filter((tool) => !isThere(tool)).map((tool) => tool.package);
  if (still.length > 0) throw new Error(`apt-get ended with status ${status} and these are still missing: ${still.join(", ")}. Install them by hand: sudo ${command}`);
}

const hasProgram = (name) => spawnSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" }).status === 0;
const mayInstall = () => process.getuid?.() === 0 && hasProgram("apt-get");

/** A font counts as there when fontconfig, asked for it, answers with it. Without fontconfig it is missing. */
function isThere(tool) {
  if (tool.font === undefined) return hasProgram(tool.program);
  const { stdout } = spawnSync("fc-match", ["-f", "%{family}", tool.font], { encoding: "utf8" });
  return (stdout ?? "").includes(tool.font);
}
