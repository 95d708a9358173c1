// The certificate for https on localhost. Office.js talks to a host only over https; the certificate is made here, once, and kept in .cache.
import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { repository } from "./ensure-built.mjs";

const place = path.join(repository, ".cache", "localhost-certificate.json");
const DAY = 24 * 60 * 60 * 1000;

/**
 * A key and certificate for localhost: the one kept from last time while it is good for another day, or a new one good for a year.
 * @returns {Promise<{ key: string, cert: string }>} PEM
 */
export async function localhostCertificate() {
  if (existsSync(place)) {
    const kept = JSON.parse(await readFile(place, "utf8"));
    if (new Date(new X509Certificate(kept.cert).validTo).getTime() > Date.now() + DAY) return kept;
  }
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + 365 * DAY),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }, { type: 7, ip: "127.0.0.1" }] },
    ],
  });
  const pair = { key: made.private, cert: made.cert };
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, JSON.stringify(pair), { mode: 0o600 });
  return pair;
}
