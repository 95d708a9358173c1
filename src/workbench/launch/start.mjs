// `npm start`: everything from a fresh clone to an open workbench. Prints one address line on standard output; progress goes to standard error.
import { spawn } from "node:child_process";
import { ensureBuilt, ensureInstalled } from "./ensure-built.mjs";

const USUAL_PORT = 3000;
const say = (line) => process.stderr.write(`${line}\n`);

await ensureInstalled(say);
await ensureBuilt(say);
const { serve } = await import("./serve.mjs");
const { address, close } = await serveOnFreePort();
process.stdout.write(`Workbench: ${address}\n`);
say("The browser asks once about the certificate, because it was made on this machine: choose Advanced, then Continue to localhost. Ctrl+C stops the workbench.");
openBrowser(address);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => close().then(() => process.exit(0)));

/** The usual port, which the manifest names, or any free one when it is taken. PORT in the environment overrides. */
async function serveOnFreePort() {
  try {
    return await serve(Number(process.env.PORT ?? USUAL_PORT));
  } catch (problem) {
    if (problem.code !== "EADDRINUSE") throw problem;
    say(`Port ${problem.port} is taken, so another is used.`);
    return serve(0);
  }
}

/** Opens the person's browser where there is a display; the printed address serves everywhere else. */
function openBrowser(address) {
  const hasDisplay = process.platform === "darwin" || process.platform === "win32" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!hasDisplay || process.env.BROWSER === "none") return;
  const [command, ...words] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...words, address], { stdio: "ignore", detached: true });
  child.on("error", () => say(`No browser could be started with ${command}; open the address above yourself.`));
  child.unref();
}
