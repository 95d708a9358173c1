/** Goes back to the rules that the add-in comes with: the workbook keeps no rule pack of its own any more. */
import { changePack, type Keeping } from "../excel/keep-pack";
import { shippedPack } from "../validation/rule-pack/shipped";
import type { Action } from "./action";
import { judgeAgain, STANDING } from "./load-rule-pack";
import { inOneStep } from "./one-step";
import { namedPack } from "./rules-in-use";
import { optionsIn } from "./template-options";

export const useShippedRules: Action = {
  id: "use-shipped-rules",
  label: "Use the rules that come with the add-in",
  options: {},
  async perform(options, progress) {
    optionsIn(options, useShippedRules.options);
    let wasOwn = false;
    const change = await inOneStep(progress, "Changing the rules", () => changePack(async ({ keptPack }): Promise<Keeping> => {
      wasOwn = keptPack === null;
      return wasOwn ? { kind: "as-it-is" } : { kind: "keep", text: null };
    }), STANDING);
    const again = judgeAgain(change);
    const own = namedPack(shippedPack);
    return { says: wasOwn ? `${own}, which comes with the add-in, is in use already. Nothing was changed.` : `Back to ${own}, which comes with the add-in. ${again}`, findings: [], files: [] };
  },
};
