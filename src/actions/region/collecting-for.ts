/** What is collected, for whom and for when: what was decided now, then what the register says, then the Cover, then what most returns say. */
import { financialYearOf, dateOfSerial, isoDate, type IsoDate } from "../../domain/period";
import { readCode, structureNamed, type StructureId } from "../../domain/structures";
import type { RegionReading } from "../../excel/region/read-region";
import type { Collecting, Expected } from "../../returns/collect/collection";
import type { Arrival } from "../../returns/file/arrival";
import type { ReturnHeader } from "../../returns/format/return-document";
import { expectedIn } from "./register-list";

/** What a job or the pane decided. */
export interface RegionGiven {
  readonly regionCode?: string;
  readonly structure?: StructureId;
  readonly period?: string;
  readonly asAt?: IsoDate;
  readonly due?: IsoDate;
  readonly draftsToo: boolean;
  /** Organisations to be listed on the register, beside those that are there. */
  readonly expected: readonly Expected[];
}

/** @param today - for what nothing says */
export function collectingFor(given: RegionGiven, reading: RegionReading, arrivals: readonly Arrival[], today: IsoDate): Collecting {
  const text = (name: string): string => String(reading.named.get(name) ?? "").trim();
  const day = (name: string): IsoDate | null => { const cell = reading.named.get(name); return typeof cell === "number" ? dateOfSerial(cell) : isoDate(text(name)); };
  const headers = arrivals.flatMap((each) => (each.kind === "read" ? [each.document.header] : []));
  const structure = given.structure ?? structureNamed(text("nmRegionStructure"))?.id ?? structureNamed(text("nmStructure"))?.id ?? mostSay(headers, (header) => header.structure) ?? "today";
  const asAt = given.asAt ?? day("nmRegionAsAt") ?? day("nmAsAt") ?? isoDate(mostSay(headers, (header) => header.asAt) ?? "") ?? today;
  const period = given.period ?? either(text("nmRegionPeriod"), text("nmPeriod"), mostSay(headers, (header) => header.period) ?? "", financialYearOf(asAt)?.label ?? "");
  const listed = expectedIn(reading.tables.get("tblRegister")?.rows ?? []);
  return {
    region: regionFor(given.regionCode, text, headers, structure), structure, period, asAt, due: given.due ?? day("nmRegionDue"), draftsToo: given.draftsToo,
    expected: [...listed, ...given.expected.filter(({ code }) => !listed.some((each) => each.code === code))],
  };
}

const either = (...words: readonly string[]): string => words.find((each) => each !== "") ?? "";

function regionFor(given: string | undefined, text: (name: string) => string, headers: readonly ReturnHeader[], structure: StructureId): Collecting["region"] {
  const named = (code: string, otherwise: string): Collecting["region"] => ({ code, name: either(regionNamed(structure, code), otherwise) });
  if (given !== undefined && given !== "") return named(given, "");
  if (text("nmRegionCode") !== "" || text("nmRegionName") !== "") return { code: text("nmRegionCode"), name: either(text("nmRegionName"), regionNamed(structure, text("nmRegionCode"))) };
  const own = text("nmOrganisationCode").toUpperCase();
  if (regionNamed(structure, own) !== "") return named(own, text("nmOrganisationName"));
  const sentTo = mostSay(headers, ({ region }) => (region === null || region.code === "" ? null : region.code)) ?? "";
  return named(sentTo, headers.find(({ region }) => region?.code === sentTo)?.region?.name ?? "");
}

/** The name of a region by its code; "" for a code that is no region's. */
export function regionNamed(structure: StructureId, code: string): string {
  const known = structureNamed(structure);
  const reading = known === null || code === "" ? null : readCode(known, code);
  return reading?.kind === "fits" ? reading.region?.name ?? "" : "";
}

/** What most say, and of several that as many say, the first by the alphabet: the order of the files makes no difference. */
function mostSay<T extends string>(headers: readonly ReturnHeader[], saysOf: (header: ReturnHeader) => T | null): T | null {
  const votes = new Map<T, number>();
  for (const header of headers) { const says = saysOf(header); if (says !== null) votes.set(says, (votes.get(says) ?? 0) + 1); }
  return [...votes].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))[0]?.[0] ?? null;
}
