/** What of Excel's object model this host has, as a table for people: made from the declarations, so that it cannot say more than is there. */
import { declaredClasses, type MemberSheet } from "./definition";
import { setName } from "./refusal";

const KIND = { property: "", navigation: " →", method: "()" } as const;

/** Properties that can be set are marked `=`; what leads to another object `→`; methods `()`. */
const spelt = (member: MemberSheet): string => `${member.name}${KIND[member.kind]}${member.writable ? " =" : ""}`;

/**
 * Markdown: one row per class, its members grouped by the set they came in. Members whose behaviour is not in Microsoft's
 * reference carry how we know it.
 */
export function memberTable(): string {
  const rows = [...declaredClasses].sort((a, b) => a.name.localeCompare(b.name)).map(({ name, sheet }) => {
    const groups = new Map<string, string[]>();
    for (const member of [...sheet()].sort((a, b) => a.name.localeCompare(b.name))) {
      const mark = member.known === "documented" ? "" : ` (${member.known})`;
      groups.set(member.since, [...(groups.get(member.since) ?? []), `\`${spelt(member)}\`${mark}`]);
    }
    const sets = [...groups].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
    return sets.map(([since, members], index) => `| ${index === 0 ? name : ""} | ${setName(since)} | ${members.join(", ")} |`).join("\n");
  }).filter((row) => row !== "");
  return ["| Class | Set | Members |", "|---|---|---|", ...rows].join("\n");
}
