/** Compares returns: this one with the last, an organisation with its region, a region with another, what there is with what is aimed at. Written on the sheet Comparison, and said. */
import { comparisonTable } from "../blueprint/region/region-lists";
import type { RegionChange } from "../excel/region/change-region";
import type { RegionReading } from "../excel/region/read-region";
import { codeOf } from "../returns/collect/choose";
import { bridgeOf } from "../returns/compare/bridge";
import { compareReturns as compared } from "../returns/compare/compare";
import type { ComparisonKind } from "../returns/compare/comparison";
import { sideOfRegion, sideOfReturn, type Side } from "../returns/compare/side";
import { againstTarget } from "../returns/compare/target";
import type { ReturnDocument } from "../returns/format/return-document";
import { ActionProblem, type Action, type Progress } from "./action";
import { fileIn, type GivenFile } from "./reading/given-file";
import { readFiles } from "./reading/read-files";
import { bridgeRows, comparisonRows, targetRows } from "./region/comparison-rows";
import type { Rows } from "./region/figure-rows";
import { gather, type Gathered } from "./region/gathering";
import { regionWritten } from "./region/region-written";
import { NOTHING_GIVEN } from "./region/read-gathered";
import { optionProblem, optionsIn, textIn } from "./template-options";
import { Turns } from "./turns";

/** Sentences of the report; the sheet has them all. */
const SAID_AT_MOST = 8;
const KINDS = ["last-with-this", "organisation-with-region", "region-with-region", "target"] as const;
type Kind = (typeof KINDS)[number];
/** A side as it was named: the region that this workbook collects, an organisation that it keeps a return of, or a file. */
type Named = { readonly kind: "region" } | { readonly kind: "kept"; readonly code: string } | { readonly kind: "file"; readonly file: GivenFile };
interface Read { readonly side: Side; readonly document: ReturnDocument | null }

export const compareReturns: Action = {
  id: "compare-returns",
  label: "Compare",
  options: {
    before: 'the last return, or the region: {"file": "path"} in a job or {"name", "base64"}, the code of an organisation whose return this workbook keeps, or "region"',
    after: "this return, or the organisation: likewise", kind: `${KINDS.join(", ")}: last-with-this unless said; target needs only after`, passphrase: "for files that are encrypted with one",
  },
  async perform(raw, progress) {
    const options = optionsIn(raw, compareReturns.options);
    const kind = kindIn(options);
    const [before, after] = [kind === "target" ? null : namedIn("before", options), namedIn("after", options)];
    const passphrase = textIn(options, "passphrase");
    const documents = await documentsOf([before, after], passphrase, progress);
    let said: readonly string[] = [];
    const decide = async (reading: RegionReading): Promise<RegionChange> => {
      const { rest } = new Turns(progress.signal);
      const gathered = await gather(reading, NOTHING_GIVEN, [], rest);
      const sideOf = (named: Named): Read => readSide(named, gathered, documents);
      const { title, rows, sentences } = comparing(kind, before === null ? null : sideOf(before), sideOf(after));
      said = [title, ...sentences.slice(0, SAID_AT_MOST), ...(sentences.length > SAID_AT_MOST ? [`${sentences.length - SAID_AT_MOST} more are on the sheet.`] : [])];
      const { region, period } = gathered.collection.collecting;
      return { named: new Map([["nmCompared", title]]), show: "comparison", footer: { organisation: region.name, period }, tables: [{ table: comparisonTable.name, rows: rows.map((holds) => ({ holds, from: 0 })) }] };
    };
    await regionWritten({ doing: "comparing", decide, wrote: (done, of) => progress.step("Writing the comparison", done, of) }, "compare again");
    progress.step("Done", 1, 1);
    return { says: `${said.join("\n")}\nFigure by figure it is on the sheet Comparison.`, findings: [], files: [] };
  },
};

function kindIn(options: ReadonlyMap<string, unknown>): Kind {
  const given = textIn(options, "kind") ?? "last-with-this";
  const kind = KINDS.find((each) => each === given);
  if (kind === undefined) throw optionProblem("kind", `"${given}" is not a comparison. Use ${KINDS.join(", ")}.`);
  return kind;
}

/** @throws ActionProblem naming the option */
function namedIn(option: string, options: ReadonlyMap<string, unknown>): Named {
  const given = options.get(option);
  if (given === undefined) throw optionProblem(option, 'Give a file, the code of an organisation, or "region".');
  if (typeof given !== "string") return { kind: "file", file: fileIn(option, given) };
  return given.trim().toLowerCase() === "region" ? { kind: "region" } : { kind: "kept", code: given.trim().toUpperCase() };
}

/** @throws ActionProblem with the reason of a file that cannot be used */
async function documentsOf(sides: readonly (Named | null)[], passphrase: string | undefined, progress: Progress): Promise<ReadonlyMap<GivenFile, ReturnDocument>> {
  const files = sides.flatMap((side) => (side?.kind === "file" ? [side.file] : []));
  const arrivals = await readFiles(files, passphrase, progress);
  return new Map(arrivals.map((arrival, index) => {
    if (arrival.kind === "quarantined") throw new ActionProblem(arrival.code, `${arrival.file}: ${arrival.says} ${arrival.fix} Nothing was changed.`);
    return [files[index] as GivenFile, arrival.document];
  }));
}

const nameOfReturn = ({ header: { organisation, period, sequence } }: ReturnDocument): string => `${organisation.name} (${organisation.code}), ${period}, sequence ${sequence}`;

/** @throws ActionProblem "no-return" where the workbook keeps none that counts */
function readSide(named: Named, { collection, consolidation }: Gathered, documents: ReadonlyMap<GivenFile, ReturnDocument>): Read {
  if (named.kind === "region") {
    if (collection.included.length === 0) throw new ActionProblem("no-returns", "This workbook keeps no returns that count, so there is no region to compare with. Collect returns first. Nothing was changed.");
    const { region, period } = collection.collecting;
    return { side: sideOfRegion(consolidation, `${region.name === "" ? "the region" : region.name}, ${period}, ${consolidation.coverage.says}`), document: null };
  }
  const document = named.kind === "file" ? documents.get(named.file) : collection.included.find((each) => codeOf(each) === named.code)?.document;
  if (document === undefined) throw new ActionProblem("no-return", `No return of ${named.kind === "kept" ? named.code : "this file"} counts in this workbook. Give its file instead. Nothing was changed.`);
  return { side: sideOfReturn(document, nameOfReturn(document)), document };
}

function comparing(kind: Kind, before: Read | null, after: Read): { readonly title: string; readonly rows: Rows; readonly sentences: readonly string[] } {
  if (kind === "target" || before === null) {
    const lines = againstTarget(after.side);
    const short = lines.filter(({ says }) => says !== "").map(({ says }) => says);
    return { title: `What is aimed at, and ${after.side.name}.`, rows: targetRows(lines), sentences: short.length === 0 ? ["Nothing that can be compared is short of the target."] : short };
  }
  const comparison = compared(before.side, after.side, kind satisfies ComparisonKind);
  const bridge = kind === "last-with-this" && after.document !== null ? bridgeOf(after.document, before.document) : [];
  return { title: `Before: ${comparison.before}. After: ${comparison.after}.`, rows: [...comparisonRows(comparison), ...bridgeRows(bridge)], sentences: [...comparison.sentences, ...bridge.map(({ says }) => says)] };
}
