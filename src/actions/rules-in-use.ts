/** The rules by which a workbook is checked: the pack that it brings along where that can be believed and fits, otherwise the one that the add-in comes with. */
import { lastFigures } from "../returns/last-return";
import { openQueries } from "../returns/queries/queries-in-book";
import { recordFindings } from "../returns/sign-off/record-findings";
import { financialYear, isoDate, longDate } from "../domain/period";
import { textNamed, type Book } from "../validation/book";
import type { Judging } from "../validation/check-book";
import { whyUnfit } from "../validation/rule-pack/may-replace";
import type { Deactivation, RulePack } from "../validation/rule-pack/pack";
import { refused, type Refused } from "../validation/rule-pack/refusals";
import { shippedPack } from "../validation/rule-pack/shipped";
import { openSignedPack, type SignedPack } from "../validation/rule-pack/signed-pack";
import { builtInTrust } from "../validation/rule-pack/trust";
import { packedText, unpackedText } from "./pack-text";
import { verifySignature } from "./signature";

export interface RulesInUse {
  /** What the workbook is judged by. */
  readonly pack: RulePack;
  /** The pack that the workbook brings along and that is used; null where it is the add-in's own. */
  readonly loaded: SignedPack | null;
  /** Why the pack that the workbook brings along is not used; null where it is, or there is none. */
  readonly passedOver: Refused | null;
}

export const rulesFor = (book: Pick<Book, "keptPack" | "named">): Promise<RulesInUse> => rulesKept(book.keptPack, textNamed(book, "nmPeriod"));

/** @param period - of the returns that are judged, as it was entered */
export async function rulesKept(keptPack: string | null, period: string): Promise<RulesInUse> {
  const own: RulesInUse = { pack: shippedPack, loaded: null, passedOver: null };
  if (keptPack === null) return own;
  const text = await unpackedText(keptPack);
  if (text === null) return { ...own, passedOver: refused("incomplete", {}) };
  const opened = await openPack(text);
  const passedOver = opened.kind === "refused" ? opened : whyUnfit(opened.pack, shippedPack, periodNamed(period));
  return passedOver !== null || opened.kind === "refused" ? { ...own, passedOver } : { pack: opened.pack, loaded: opened, passedOver: null };
}

export const openPack = (text: string): Promise<SignedPack | Refused> => openSignedPack(text, builtInTrust, verifySignature);

/** A pack's file as a workbook keeps it: without what only lays it out. @param text - of a file that was opened */
export const keptForm = (text: string): Promise<string> => packedText(JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, ""))));

/** A period as it was entered; null where it cannot be read. */
export const periodNamed = (entered: string): string | null => financialYear(entered)?.label ?? null;

/** What the check goes by. */
export const judgingBy = ({ pack, passedOver }: RulesInUse, book: Book): Judging => ({ pack, last: lastFigures(book), passedOver, beside: { recordFindings, openQueries } });

/** @example namedPack(pack) // => "Talent Plan rules 1.0.0" */
export const namedPack = ({ name, version }: Pick<RulePack, "name" | "version">): string => `${name} ${version}`;

/** As the Checks sheet says it. @example "Talent Plan rules 1.0.0 (switched off: W48)" */
export const namedWithOff = (pack: RulePack): string => (pack.off.length === 0 ? namedPack(pack) : `${namedPack(pack)} (switched off: ${pack.off.map(({ rule }) => rule).join(", ")})`);

/** @example offInWords({ rule: "W48", why: "Choice is wide here" }) // => "W48 is switched off: Choice is wide here." */
export const offInWords = ({ rule, why }: Deactivation): string => `${rule} is switched off: ${/[.!?]$/.test(why) ? why : `${why}.`}`;

/** @example judgedBy(pack) // => "Judged by North West rules 1.2.0. W48 is switched off: Choice is wide here." */
export const judgedBy = (pack: RulePack): string => [`Judged by ${namedPack(pack)}.`, ...pack.off.map(offInWords)].join(" ");

/** The rules as the pane shows them. */
export interface RulesShown {
  /** "Talent Plan rules 1.0.0 (25 November 2026)" */
  readonly says: string;
  /** As the Checks sheet says which rules it was checked by, to compare with. */
  readonly checkedBy: string;
  /** The add-in's own, and the workbook brings no other along. */
  readonly isOwn: boolean;
  /** Each rule that is switched off, with the reason. */
  readonly off: readonly string[];
  /** What is known of the rules. */
  readonly notices: readonly string[];
  /** Why the pack that the workbook brings along is not used, and what to do; "" where there is no such thing. */
  readonly passedOver: string;
}

export function shownRules({ pack, loaded, passedOver }: RulesInUse): RulesShown {
  const issued = isoDate(pack.issued);
  return {
    says: `${namedPack(pack)} (${issued === null ? pack.issued : longDate(issued)})`, checkedBy: namedWithOff(pack), isOwn: loaded === null && passedOver === null,
    off: pack.off.map(offInWords), notices: pack.notices.map(({ rule, says }) => (rule === "" ? says : `${rule}: ${says}`)),
    passedOver: passedOver === null ? "" : `${passedOver.says} ${passedOver.fix}`,
  };
}
