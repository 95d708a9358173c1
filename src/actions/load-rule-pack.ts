/** Loads a signed rule pack into the workbook, which is checked by it from then on. What cannot be believed or does not fit is refused, and nothing changes. */
import { changePack, type Keeping, type PackChange, type PackStanding } from "../excel/keep-pack";
import { mayReplace } from "../validation/rule-pack/may-replace";
import type { RulePack } from "../validation/rule-pack/pack";
import type { Refused } from "../validation/rule-pack/refusals";
import { shippedPack } from "../validation/rule-pack/shipped";
import type { SignedPack } from "../validation/rule-pack/signed-pack";
import { ActionProblem, type Action } from "./action";
import { inOneStep } from "./one-step";
import { keptForm, namedPack, offInWords, openPack, periodNamed, rulesKept } from "./rules-in-use";
import { optionProblem, optionsIn } from "./template-options";

export const loadRulePack: Action = {
  id: "load-rule-pack",
  label: "Load rules",
  options: { pack: "the text of a signed rule pack's file; src/validation/rule-pack/README.md says what it is" },
  async perform(options, progress) {
    const text = optionsIn(options, loadRulePack.options).get("pack");
    if (typeof text !== "string" || text.trim() === "") throw optionProblem("pack", "Give the text of a rule pack's file in quotes.");
    const opened = await openPack(text);
    if (opened.kind === "refused") throw problemOf(opened);
    let wasThere = false;
    const change = await inOneStep(progress, "Loading the rules", () => changePack(async (standing): Promise<Keeping> => {
      const may = await replacing(opened, standing);
      wasThere = may === "again";
      return wasThere ? { kind: "as-it-is" } : { kind: "keep", text: await keptForm(text) };
    }), STANDING);
    const again = judgeAgain(change);
    return { says: wasThere ? `${namedPack(opened.pack)} is in use already. Nothing was changed.` : `Loaded ${wordsOf(opened.pack)} ${again}`, findings: [], files: [] };
  },
};

/** What stands where Excel refuses half way through. */
export const STANDING = "The rules may be half written: load the rules again, or use those that come with the add-in.";

/** @throws ActionProblem where the pack may not take the place of the rules in use */
async function replacing(opened: SignedPack, { keptPack, period }: PackStanding): Promise<"yes" | "again"> {
  const { loaded } = await rulesKept(keptPack, period);
  const may = mayReplace(opened, { shipped: shippedPack, loaded, period: periodNamed(period) });
  if (may.kind === "refused") throw problemOf(may);
  return may.kind;
}

const problemOf = ({ code, says, fix }: Refused): ActionProblem => new ActionProblem(`pack-${code}`, `${says} ${fix} Nothing was changed.`);

/**
 * @returns how the rules come to bear
 * @throws ActionProblem where there is nothing to keep rules in
 */
export function judgeAgain(change: PackChange): string {
  switch (change) {
    case "cover": return "Check again to judge the figures by it.";
    case "returns-register": return "Consolidate again to judge the returns by it.";
    case "no-template": throw new ActionProblem("no-template", "There is no template in this workbook yet, nor a Returns register. Set it up first, or collect returns. Nothing was changed.");
    case "no-cover": throw new ActionProblem("no-cover", "The Cover, with which the rules are kept, is not in this workbook any more. Set up again to put it back. Nothing was changed.");
  }
}

/** @example "North West rules 1.2.0 from North West. W48 is switched off: Choice is wide here." */
const wordsOf = (pack: RulePack): string => [`${namedPack(pack)} from ${pack.publisher}.`, ...pack.off.map(offInWords)].join(" ");
