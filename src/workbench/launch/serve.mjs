// The workbench's server: the built page, the built add-in and Office.js under one https origin, for this machine only.
import { createServer } from "node:https";
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { localhostCertificate } from "./certificate.mjs";
import { repository } from "./ensure-built.mjs";

const OFFICE_JS_ADDRESS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".gif": "image/gif", ".xml": "application/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
// Inline styles are how Fabric and the grid style themselves; scripts come from files only.
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

/** Address prefix → folder of the repository. The first that fits is used; the last answers the add-in's own addresses, as Excel asks for them. */
const ROUTES = [
  { prefix: "/office-js/", folder: "node_modules/@microsoft/office-js/dist" },
  { prefix: "/addin/", folder: "build/addin" },
  { prefix: "/examples/", folder: "assets/examples" },
  { prefix: "/", folder: "build/workbench" },
  { prefix: "/", folder: "build/addin" },
];

/**
 * Starts the server on 127.0.0.1.
 * @param {number} port - 0 for any free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} `address` is "https://localhost:3000/"
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function serve(port) {
  const server = createServer(await localhostCertificate(), (request, response) => {
    answer(request.method ?? "GET", new URL(request.url ?? "/", "https://localhost").pathname).then(
      ({ status, type, body }) => {
        response.writeHead(status, { "content-type": type, "content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store" });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      (problem) => {
        console.error(problem);
        response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end("The workbench's server could not answer; its window says why.");
      },
    );
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
  return { address: `https://localhost:${server.address().port}/`, close };
}

async function answer(method, pathname) {
  if (method !== "GET" && method !== "HEAD") return text(405, "Only reading is served here.");
  if (pathname === "/examples/") return { status: 200, type: TYPES[".json"], body: JSON.stringify(await exampleNames()) };
  const wanted = pathname === "/" ? "/workbench.html" : safely(pathname);
  if (wanted === null) return text(400, "That is not an address.");
  for (const { prefix, folder } of ROUTES) {
    if (!wanted.startsWith(prefix)) continue;
    const root = path.join(repository, folder);
    const file = path.join(root, wanted.slice(prefix.length));
    if (!file.startsWith(root + path.sep) || !existsSync(file) || !(await stat(file)).isFile()) continue;
    return { status: 200, type: TYPES[path.extname(file)] ?? "application/octet-stream", body: await bodyOf(file, prefix) };
  }
  return text(404, "There is nothing here.");
}

/** The decoded path, or null when it cannot be decoded. A path that climbs out of its folder is caught where it is joined. */
function safely(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch (problem) {
    if (problem instanceof URIError) return null;
    throw problem;
  }
}

/** The file's bytes; in the add-in's pages under /addin/ the one address of Microsoft's CDN is this server's own route to the same library. */
async function bodyOf(file, prefix) {
  if (prefix !== "/addin/" || path.extname(file) !== ".html") return readFile(file);
  return (await readFile(file, "utf8")).replaceAll(OFFICE_JS_ADDRESS, "/office-js/office.js");
}

async function exampleNames() {
  const folder = path.join(repository, "assets", "examples");
  return existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith(".xlsx")).sort() : [];
}

const text = (status, body) => ({ status, type: "text/plain; charset=utf-8", body });
