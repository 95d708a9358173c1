/** Reads a document of format 1 strictly: every part must be there, of its kind, and known. What nobody knows is never passed over in silence. */
import { financialYear, isoDate, type IsoDate } from "../../domain/period";
import { signatories } from "../../domain/signatories";
import { structures } from "../../domain/structures";
import { Reader } from "../../validation/json-reader";
import { eventIds, type LogLine } from "../sign-off/log";
import { FORMAT, type Contact, type FigureJson, type FindingCounts, type QueryAnswer, type ReturnDocument, type ReturnExplanation, type ReturnHeader, type ReturnRow } from "./return-document";

export interface ParsedReturn {
  readonly document: ReturnDocument;
  /** Parts that are not known here, by their places; only ever of a newer version of the format. */
  readonly leftOut: readonly string[];
}

/** What to do with parts that are not known: refuse them, or leave them out and name them. */
export type Unknown = "refused" | "left-out";

/** @throws SyntaxError that names the part which is not as it should be */
export function parseReturn(json: unknown, unknown: Unknown = "refused"): ParsedReturn {
  const leftOut: string[] = [];
  const of = new Parts(unknown === "refused" ? null : leftOut);
  const whole = new Reader(json, "the return");
  of.known(whole, ["format", "formatVersion", "header", "thresholds", "tables", "checked", "explanations", "answers", "log", "figuresDigest", "digest"]);
  const document: ReturnDocument = {
    format: whole.oneOf("format", [FORMAT]), formatVersion: whole.matching("formatVersion", /^1\.\d{1,4}$/, 'a version such as "1.0"'), header: of.header(whole.part("header")),
    thresholds: of.figures(whole.part("thresholds")), tables: of.record(whole.part("tables"), TABLE, (rows) => of.list(rows, (row) => of.row(row))), checked: of.checked(whole.part("checked")),
    explanations: of.list(whole.part("explanations"), (each) => of.explanation(each)), answers: of.list(whole.part("answers"), (each) => of.answer(each)),
    log: of.list(whole.part("log"), (each) => of.logLine(each)), figuresDigest: digest(whole.part("figuresDigest")), digest: digest(whole.part("digest")),
  };
  return { document, leftOut };
}

const LONGEST_TEXT = 32_767;
const TABLE = /^[a-z][a-z0-9-]{0,30}$/;
const MEASURE = /^[a-z][a-z0-9.-]{0,59}$/;

/** The parts of a document, each by its kind. */
class Parts {
  /** @param leftOut - takes the places of parts that are not known; null where they are refused */
  constructor(private readonly leftOut: string[] | null) {}

  known(part: Reader, names: readonly string[]): void {
    const json = part.whole();
    if (!isRecord(json)) throw part.problem("named parts in braces");
    if (this.leftOut === null) part.onlyHas(names);
    else this.leftOut.push(...Object.keys(json).filter((name) => !names.includes(name)).map((name) => `${part.where}, ${name}`));
  }

  list<T>(part: Reader, read: (item: Reader) => T): readonly T[] {
    const json = part.whole();
    if (!Array.isArray(json)) throw part.problem("a list in square brackets");
    return json.map((item: unknown, index) => read(new Reader(item, `${part.where} ${index + 1}`)));
  }

  record<T>(part: Reader, name: RegExp, read: (item: Reader) => T): Readonly<Record<string, T>> {
    const json = part.whole();
    if (!isRecord(json)) throw part.problem("named parts in braces");
    return Object.fromEntries(Object.keys(json).map((id) => {
      if (!name.test(id)) throw new SyntaxError(`In ${part.where}: "${id.slice(0, 80)}" is no id; ids are small letters, digits, dots and hyphens.`);
      return [id, read(part.part(id))];
    }));
  }

  header(part: Reader): ReturnHeader {
    this.known(part, ["organisation", "region", "structure", "period", "asAt", "demandUnit", "stage", "sequence", "replaces", "templateVersion", "rulePack", "madeOn", "contacts", "sensitivity", "nil"]);
    return {
      organisation: this.organisation(part.part("organisation")), region: orNull(part.part("region"), (region) => this.organisation(region)),
      structure: part.oneOf("structure", structures.map(({ id }) => id)), period: period(part.part("period")), asAt: day(part.part("asAt")), demandUnit: part.oneOf("demandUnit", ["headcount", "wte"]),
      stage: part.oneOf("stage", ["draft", "final"]), sequence: count(part.part("sequence"), 1),
      replaces: orNull(part.part("replaces"), (replaced) => { this.known(replaced, ["sequence", "digest", "reason"]); return { sequence: count(replaced.part("sequence"), 1), digest: digest(replaced.part("digest")), reason: text(replaced.part("reason")) }; }),
      templateVersion: text(part.part("templateVersion")), rulePack: this.rulePack(part.part("rulePack")), madeOn: moment(part.part("madeOn")),
      contacts: this.list(part.part("contacts"), (contact) => this.contact(contact)), sensitivity: text(part.part("sensitivity")),
      nil: orNull(part.part("nil"), (nil) => { this.known(nil, ["reason"]); return { reason: text(nil.part("reason")) }; }),
    };
  }

  private organisation(part: Reader): ReturnHeader["organisation"] {
    this.known(part, ["code", "name"]);
    return { code: words(part.part("code")), name: words(part.part("name")) };
  }

  private rulePack(part: Reader): ReturnHeader["rulePack"] {
    this.known(part, ["name", "version"]);
    return { name: text(part.part("name")), version: text(part.part("version")) };
  }

  private contact(part: Reader): Contact {
    this.known(part, ["name", "role", "email"]);
    return { name: text(part.part("name")), role: text(part.part("role")), email: text(part.part("email")) };
  }

  figures(part: Reader): Readonly<Record<string, FigureJson>> { return this.record(part, MEASURE, (each) => this.figure(each)); }

  private figure(part: Reader): FigureJson {
    const json = part.whole();
    if (json === null || json === "n/a") return json;
    if (typeof json === "number" && Number.isFinite(json)) return json;
    if (part.has("withheld")) { this.known(part, ["withheld"]); return { withheld: words(part.part("withheld")) }; }
    if (part.has("unreadable")) { this.known(part, ["unreadable"]); return { unreadable: words(part.part("unreadable")) }; }
    throw part.problem('a number, null, "n/a", {"withheld": "<5"} or {"unreadable": "..."}');
  }

  row(part: Reader): ReturnRow {
    this.known(part, ["key", "figures", "texts"]);
    return { key: this.record(part.part("key"), MEASURE, text), figures: this.figures(part.part("figures")), texts: this.record(part.part("texts"), MEASURE, words) };
  }

  checked(part: Reader): FindingCounts {
    this.known(part, ["mustFix", "explain", "explained", "note"]);
    return { mustFix: count(part.part("mustFix")), explain: count(part.part("explain")), explained: count(part.part("explained")), note: count(part.part("note")) };
  }

  explanation(part: Reader): ReturnExplanation {
    this.known(part, ["code", "reference", "says", "text", "by", "on"]);
    return { code: text(part.part("code")), reference: text(part.part("reference")), says: text(part.part("says")), text: text(part.part("text")), by: text(part.part("by")), on: orNull(part.part("on"), day) };
  }

  answer(part: Reader): QueryAnswer {
    this.known(part, ["query", "text", "by", "on"]);
    return { query: text(part.part("query")), text: text(part.part("text")), by: text(part.part("by")), on: orNull(part.part("on"), day) };
  }

  logLine(part: Reader): LogLine {
    this.known(part, ["number", "event", "as", "by", "role", "on", "note", "sequence", "figures", "previous", "hash"]);
    return {
      number: count(part.part("number"), 1), event: part.oneOf("event", eventIds), as: orNull(part.part("as"), (as) => as.asOneOf(signatories.map(({ id }) => id))), by: text(part.part("by")), role: text(part.part("role")),
      on: moment(part.part("on")), note: text(part.part("note")), sequence: orNull(part.part("sequence"), (sequence) => count(sequence, 1)), figures: digest(part.part("figures")), previous: digest(part.part("previous")), hash: digest(part.part("hash")),
    };
  }
}

/** Null has to be said; what is left out is not null. */
function orNull<T>(part: Reader, read: (part: Reader) => T): T | null { return part.whole() === null ? null : read(part); }

/** Any text that a cell can hold, "" included. Half a character has no digest. */
function text(part: Reader): string {
  const json = part.whole();
  if (typeof json !== "string") throw part.problem("a text");
  if (json.length > LONGEST_TEXT) throw new SyntaxError(`In ${part.where}: the text has ${json.length} characters; a cell holds ${LONGEST_TEXT}.`);
  if (/\p{Surrogate}/u.test(json)) throw new SyntaxError(`In ${part.where}: the text holds half a character.`);
  return json;
}

function words(part: Reader): string {
  if (text(part) === "") throw part.problem("a text of at least one character");
  return text(part);
}

function count(part: Reader, least = 0): number {
  const json = part.whole();
  if (typeof json !== "number" || !Number.isSafeInteger(json) || json < least) throw part.problem(`a whole number, ${least} or more`);
  return json;
}

function shaped(part: Reader, shape: RegExp, wanted: string): string {
  if (!shape.test(text(part))) throw part.problem(wanted);
  return text(part);
}

const digest = (part: Reader): string => shaped(part, /^[0-9a-f]{64}$/, "a digest of 64 hexadecimal digits");
const moment = (part: Reader): string => shaped(part, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a day and time such as "2009-04-20T14:05"');

function day(part: Reader): IsoDate {
  const found = isoDate(text(part));
  if (found === null || found !== part.whole()) throw part.problem('a day such as "2009-03-31"');
  return found;
}

function period(part: Reader): string {
  const year = financialYear(text(part));
  if (year?.label !== part.whole()) throw part.problem('a financial year such as "2009/10"');
  return text(part);
}

const isRecord = (json: unknown): json is Record<string, unknown> => typeof json === "object" && json !== null && !Array.isArray(json);
