/** Collects returns and adds them up: reads the files, joins them with what the workbook keeps, and makes the region's sheets from both. */
import { ALL_ROLE_GROUPS } from "../blueprint/region/consolidated";
import { registerStates, registerTable } from "../blueprint/region/register";
import { setAsideTable } from "../blueprint/region/region-lists";
import { a1 } from "../blueprint/place";
import type { RegionChanged } from "../excel/region/change-region";
import type { RegionReading } from "../excel/region/read-region";
import { ActionProblem, type Action, type ActionReport, type FindingLine, type Progress, type RegionShown } from "./action";
import { resultIn } from "./check";
import { forgetRead, readFiles } from "./reading/read-files";
import { consolidateOptions, consolidateRequest, type ConsolidateRequest } from "./region/consolidate-options";
import { findingLines } from "./region/findings-of-region";
import { headingOf, measuresOf } from "./region/figure-rows";
import { gather, type Gathered } from "./region/gathering";
import { regionChange } from "./region/region-change";
import { regionWritten } from "./region/region-written";
import { rulesInWords } from "./region/rules-in-words";
import { reasonWords } from "./region/set-aside-files";
import type { TotalledTable } from "../returns/consolidate/gather";
import type { Arrival } from "../returns/file/arrival";
import { Turns } from "./turns";
import { inSentence, plural } from "./words";

/** Named in a sentence before it says how many more there are. */
const NAMED_AT_MOST = 12;

export const consolidate: Action = {
  id: "consolidate",
  label: "Consolidate",
  options: consolidateOptions,
  async perform(raw, progress) {
    const request = consolidateRequest(raw);
    const came = await readFiles(request.files, request.passphrase, progress);
    const { gathered, changed } = await written(request, came, progress);
    forgetRead();
    return reportOf(request, gathered, changed);
  },
};

/** What was gathered, and what became of the sheets. */
interface Written { readonly gathered: Gathered & { readonly codes: readonly string[] }; readonly changed: Extract<RegionChanged, { readonly kind: "done" }> }

async function written({ given, confirm }: ConsolidateRequest, came: readonly Arrival[], { step, signal }: Progress): Promise<Written> {
  const { rest } = new Turns(signal);
  let gathered: Written["gathered"] | null = null;
  const decide = async (reading: RegionReading): Promise<Awaited<ReturnType<typeof regionChange>>> => {
    step("Adding up", 0, 0);
    const all = await gather(reading, given, came, rest);
    assertSomething(all, came);
    if (!confirm) assertSamePeriod(all, reading);
    const change = await regionChange(reading, all, given.expected, rest);
    gathered = { ...all, codes: change.tables.find(({ table }) => table === registerTable.name)?.rows.map(({ holds }) => codeIn(holds[1])) ?? [] };
    signal.throwIfAborted();
    return change;
  };
  const wrote = (done: number, of: number): void => step("Writing the sheets", done, of);
  const changed = await regionWritten({ doing: "consolidating", decide, wrote }, "consolidate again");
  if (gathered === null) throw new Error("The sheets were written without anything gathered.");
  step("Done", 1, 1);
  return { gathered, changed };
}

const codeIn = (holds: { readonly text: string } | object | null | undefined): string => (holds !== null && holds !== undefined && "text" in holds ? holds.text : "");

/** @throws ActionProblem "no-files" where there is nothing to collect and nobody is expected */
function assertSomething({ collection: { included, quarantined, setAside, collecting } }: Gathered, came: readonly Arrival[]): void {
  if (came.length + included.length + quarantined.length + setAside.length + collecting.expected.length > 0) return;
  throw new ActionProblem("no-files", "There are no returns to collect yet. Choose their files, or list the organisations you expect on the Returns register. Nothing was changed.");
}

/** @throws ActionProblem "needs-confirmation" where returns are kept for another period than is asked for */
function assertSamePeriod({ collection: { collecting } }: Gathered, { named, tables }: RegionReading): void {
  const before = String(named.get("nmRegionPeriod") ?? "").trim();
  const kept = tables.get(registerTable.name)?.rows.length ?? 0;
  if (before === "" || before === collecting.period || kept === 0) return;
  throw new ActionProblem("needs-confirmation", `The register is for ${before}. Collecting for ${collecting.period} would set its returns aside, as those of another period. Save a copy first, or use a workbook of its own for ${collecting.period}. Nothing was changed. Confirm to go on.`);
}

function reportOf({ files }: ConsolidateRequest, { collection, consolidation, codes, rules }: Written["gathered"], changed: Written["changed"]): ActionReport {
  const placeOf = (table: string): { readonly tab: string; readonly top: number; readonly left: number } | null => changed.places.get(table) ?? null;
  const aside = placeOf(setAsideTable.name);
  const quarantined = collection.quarantined.map(({ file, code, says, fix }, row): FindingLine => ({
    code, severity: "must-fix", identity: "set-aside", sheet: aside?.tab ?? "", cell: aside === null ? "" : a1(aside.top + 1 + row, aside.left), says: `${file}: ${says}`, fix, explaining: null,
  }));
  const found = findingLines(consolidation.findings, collection, placeOf, codes);
  const { coverage: { says, missing } } = consolidation;
  const parts = [
    files.length === 0 ? "" : `Read ${plural(files.length, "file")}.`, `The returns of ${says} count.`,
    quarantined.length === 0 ? "" : `${plural(quarantined.length, "file")} could not be used: see Set aside.`, missing.length === 0 ? "" : `Missing: ${listed(missing)}.`,
    collection.changes.length === 0 ? "" : `Resubmissions changed ${plural(collection.changes.length, "figure")}: see Changed figures.`,
    found.length === 0 ? "The region's rules found nothing in them." : resultIn(found), rulesInWords(rules),
    changed.added.length === 0 ? "" : `Added ${plural(changed.added.length, "sheet")}: ${inSentence(changed.added)}.`, changed.unseen ? "Another workbook is in front: click in this one to see them." : "",
  ];
  return { says: parts.filter((part) => part !== "").join(" "), findings: [...quarantined, ...found], files: [], regionShown: shownOf({ collection, consolidation }, found) };
}

const listed = (codes: readonly string[]): string => (codes.length <= NAMED_AT_MOST ? inSentence(codes) : `${codes.slice(0, NAMED_AT_MOST).join(", ")} and ${codes.length - NAMED_AT_MOST} more`);

function traceableIn({ demand, profile }: Gathered["consolidation"]): RegionShown["traceable"] {
  const figures = (table: TotalledTable): readonly string[] => measuresOf(table).filter((measure) => measure !== "comparator").map((measure) => headingOf(table, measure));
  return [
    ...(demand.length === 0 ? [] : [ALL_ROLE_GROUPS, ...demand.map(({ key }) => key["role-group"] ?? "")]).map((roleGroup) => ({ label: roleGroup, options: { roleGroup }, figures: figures("demand") })),
    ...profile.map(({ key: { group = "", population = "" } }) => ({ label: `${group}, ${population}`, options: { group, population }, figures: figures("profile") })),
  ];
}

/** What was collected, for the pane. @param lines - of the region's findings, in their order */
export function shownOf({ collection, consolidation }: Pick<Gathered, "collection" | "consolidation">, lines: readonly FindingLine[]): RegionShown {
  const count = (code: string, severity: string): number => consolidation.findings.filter((each) => each.organisation === code && each.severity === severity && each.explained === "").length;
  return {
    coverage: consolidation.coverage.says, isListed: collection.register.some(({ isExpected }) => isExpected), changed: collection.changes.length, traceable: traceableIn(consolidation),
    register: collection.register.map(({ code, name, state, isNil, sequence, daysLate, signedBy, email, reminder }) => ({
      code, name, state, stateWords: `${registerStates[state]}${isNil ? ", nil return" : ""}`, sequence, daysLate, signedBy, email, reminder, mustFix: count(code, "must-fix"), toExplain: count(code, "explain"), findings: lines.filter((_, index) => consolidation.findings[index]?.organisation === code),
    })),
    setAside: [
      ...collection.quarantined.map(({ file, organisation, code, says, fix }) => ({ file, organisation, why: reasonWords[code], says, fix })),
      ...collection.setAside.map(({ file, organisation, why, says }) => ({ file, organisation, why: reasonWords[why], says, fix: "" })),
    ],
  };
}
