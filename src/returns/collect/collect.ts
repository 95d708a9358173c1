/** Collecting: from files as they were read to the returns that count, the register and what became of all the others. The same for any order of the files. */
import type { Arrival, Quarantined, ReadReturn } from "../file/arrival";
import { byText, byTexts } from "../order";
import { expectedOn, inOneOrder, strangerIn } from "./belongs";
import { changesBetween } from "./changes";
import { chosenOf, codeOf } from "./choose";
import type { ChangedCell, Collecting, Collection, SetAside } from "./collection";
import { registerOf, type Decision } from "./register";

/**
 * Every file that came in ends up in exactly one of `included`, `setAside` and `quarantined`.
 *
 * @param arrivals - in any order, one a file
 * @param decisions - the query files that the region has made for this period, so that the register knows what was queried and accepted
 */
export function collect(arrivals: readonly Arrival[], collecting: Collecting, decisions: readonly Decision[] = []): Collection {
  const expected = expectedOn(collecting);
  const quarantined: Quarantined[] = [];
  const byOrganisation = new Map<string, ReadReturn[]>();
  for (const arrived of arrivals) {
    const stranger = arrived.kind === "quarantined" ? arrived : strangerIn(arrived, collecting, expected);
    if (stranger !== null) quarantined.push(stranger);
    else if (arrived.kind === "read") byOrganisation.set(codeOf(arrived), [...(byOrganisation.get(codeOf(arrived)) ?? []), arrived]);
  }
  const included: ReadReturn[] = [];
  const [setAside, changes]: [SetAside[], ChangedCell[]] = [[], []];
  for (const code of [...byOrganisation.keys()].sort(byText)) {
    const chosen = chosenOf(byOrganisation.get(code) ?? []);
    setAside.push(...chosen.setAside);
    quarantined.push(...chosen.quarantined);
    if (chosen.counts === null) continue;
    included.push(chosen.counts);
    const { replaces } = chosen.counts.document.header;
    const before = chosen.before.find(({ document }) => document.digest === replaces?.digest) ?? chosen.before.at(-1);
    if (before !== undefined) changes.push(...changesBetween(before.document, chosen.counts.document));
  }
  const setApart = [...quarantined].sort(byTexts((each) => [each.file, each.code, each.organisation, each.says]));
  return {
    collecting: { ...collecting, expected: [...collecting.expected].sort(inOneOrder) },
    included, setAside: setAside.sort(byTexts((each) => [each.organisation, each.file, each.why, each.says])), quarantined: setApart,
    register: registerOf({ expected, included, quarantined: setApart, decisions }, collecting), changes,
  };
}
