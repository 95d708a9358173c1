/** Compares two returns, a return with its region, or two regions; a region is a folder of returns. Says in sentences what differs significantly. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { collect } from "../returns/collect/collect";
import { supposed } from "../returns/collect/supposed";
import { bridgeOf } from "../returns/compare/bridge";
import { compareReturns } from "../returns/compare/compare";
import type { ComparisonKind } from "../returns/compare/comparison";
import { sideOfRegion, sideOfReturn, type Side } from "../returns/compare/side";
import { consolidate } from "../returns/consolidate/consolidate";
import type { Arrival } from "../returns/file/arrival";
import type { ReturnDocument } from "../returns/format/return-document";
import { shippedPack } from "../validation/rule-pack/shipped";
import { BatchProblem } from "./batch-problem";
import { filesIn, onDisk, sentFile } from "./disk";
import { read } from "./read-folder";

/** What is compared: one return, or all returns of a folder together. */
type Place =
  | { readonly kind: "return"; readonly code: string; readonly document: ReturnDocument; readonly side: Side }
  | { readonly kind: "region"; readonly code: string; readonly side: Side; readonly covers: string };

export interface Compared { readonly says: readonly string[]; readonly report: object }

/** @throws BatchProblem where either cannot be read */
export async function compared(before: string, after: string, cwd: string, passphrase: string | null): Promise<Compared> {
  const [one, other] = [await placeAt(before, cwd, passphrase), await placeAt(after, cwd, passphrase)];
  if (one.kind === "return" && other.kind === "region") throw new BatchProblem("A region is compared with one of its organisations the other way round: give the folder first, then the return.");
  const comparison = compareReturns(one.side, other.side, kindOf(one, other));
  const bridge = one.kind === "return" && other.kind === "return" && one.code === other.code ? bridgeOf(other.document, one.document) : [];
  const covers = [one, other].flatMap((place) => (place.kind === "region" ? [`${place.side.name} is ${place.covers}.`] : []));
  return { says: [...covers, ...comparison.sentences, ...bridge.map(({ says }) => says)], report: { ok: true, comparison, bridge } };
}

function kindOf(one: Place, other: Place): ComparisonKind {
  if (one.kind === "region" && other.kind === "return") return "organisation-with-region";
  return one.code === other.code && one.code !== "" ? "last-with-this" : "region-with-region";
}

async function placeAt(named: string, cwd: string, passphrase: string | null): Promise<Place> {
  const place = path.resolve(cwd, named);
  if ((await onDisk(() => stat(place), named)).isDirectory()) return regionIn(place, named, passphrase);
  const arrival = await read(await sentFile(place), passphrase);
  if (arrival.kind === "quarantined") throw new BatchProblem(`${named} cannot be used. ${arrival.says} ${arrival.fix}`);
  const { document } = arrival;
  const { organisation, period } = document.header;
  return { kind: "return", code: organisation.code, document, side: sideOfReturn(document, `${organisation.name}, ${period}`) };
}

async function regionIn(folder: string, named: string, passphrase: string | null): Promise<Place> {
  const arrivals: Arrival[] = [];
  for (const name of await filesIn(folder, named)) arrivals.push(await read(await sentFile(path.join(folder, name)), passphrase));
  const collecting = supposed(arrivals, {});
  if (collecting === null) throw new BatchProblem(`No file in ${named} could be read as a return. Use check to see why.`);
  const consolidation = consolidate(collect(arrivals, collecting), shippedPack);
  const { region, period } = collecting;
  const name = region.name === "" ? region.code || named : region.name;
  return { kind: "region", code: region.code, side: sideOfRegion(consolidation, `${name}, ${period}`), covers: consolidation.coverage.says };
}
