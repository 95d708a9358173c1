/** Cases of one return by itself: workforce taken for community or leaders, dates of rows, percentages and counts, figures of all role groups together. */
import type { Edits } from "../example-book";
import { demand, everyRole, profile, ROLES, type RuleExample } from "./rule-example";

const row = (group: string, population: string, cells: Readonly<Record<string, string>>): Edits =>
  profile(`| Group | Population | ${Object.keys(cells).join(" | ")} |\n| ${group} | ${population} | ${Object.values(cells).join(" | ")} |`);
const counts = (group: string, population: string, [inGroup, notInGroup, unknown]: readonly [number, number, number], percentage = "n/a"): Edits =>
  row(group, population, { "In group": String(inGroup), "Not in group": String(notInGroup), Unknown: String(unknown), "Comparator %": percentage });
const asAt = (population: string, day: string): Edits => row("BME", population, { "As-at date": day });
const bmeWorkforce = (...figures: readonly [number, number, number]): Edits => counts("BME", "Wider workforce", figures);
const bmeCommunity = (percentage: string): Edits => row("BME", "Local community", { "Comparator %": percentage });
const hundreds = (groups: readonly string[]): Edits => profile(`| Group | Population | In group | Not in group | Unknown |\n${groups.map((group) => `| ${group} | Ready now | 7 | 93 | 0 |`).join("\n")}`);
const role = (name: string, cells: Readonly<Record<string, number>>): Edits => demand(`| Role group | ${Object.keys(cells).join(" | ")} |\n| ${name} | ${Object.values(cells).join(" | ")} |`);
const supplyOf = (name: string, [now, first, second, third]: readonly [number, number, number, number]): Edits => role(name, { "Supply now": now, "Supply to 1 year": first, "Supply 1 to 3 years": second, "Supply 3 to 5 years": third });
const everywhere = (columns: readonly string[], last: number): Edits => demand(`| Role group | ${columns.join(" | ")} |\n${ROLES.map((name, index) => `| ${name} | ${columns.map((_, column) => (index === 11 && column === 3 ? last : 0)).join(" | ")} |`).join("\n")}`);
const DEMAND = ["Vacancies now", "Demand to 1 year", "Demand 1 to 3 years", "Demand 3 to 5 years"];
const SUPPLY = ["Supply now", "Supply to 1 year", "Supply 1 to 3 years", "Supply 3 to 5 years"];
const noneBut = (last: number): readonly number[] => [...Array.from({ length: 11 }, () => 0), last];
const boards = (column: string, howMany: number): Edits => demand(`| Role group | ${column} |\n${["Chief executive", "Finance director", "Nursing director"].slice(0, howMany).map((name) => `| ${name} | 42 |`).join("\n")}`);

export const whoAndHowMany: readonly RuleExample[] = [
  { rule: "E37", because: "84 of 1,000 are 8.4%", fails: counts("BME", "Local community", [84, 916, 0], "8.5"), at: ["Profile!F15"], neighbour: counts("BME", "Local community", [84, 916, 0], "8.45"), remedy: counts("BME", "Local community", [84, 916, 0], "8.4") },
  { rule: "W23.leaders", because: "93 days before", fails: asAt("Post-holders", "2008-12-29"), at: ["Profile!G9"], neighbour: asAt("Post-holders", "2008-12-30"), remedy: asAt("Post-holders", "2009-03-31") },
  { rule: "W23.apart", because: "32 days before the other groups", fails: asAt("Post-holders", "2009-02-27"), at: ["Profile!G9"], neighbour: asAt("Post-holders", "2009-02-28"), remedy: asAt("Post-holders", "2009-03-31") },
  { rule: "W49.comparator", because: "both 8.4", fails: profile("| Group | Population | In group | Not in group | Unknown | Comparator % |\n| BME | Wider workforce | n/a | n/a | n/a | 8.4 |"), at: ["Profile!F15"],
    neighbour: profile("| Group | Population | In group | Not in group | Unknown | Comparator % |\n| BME | Wider workforce | n/a | n/a | n/a | 8.3 |"), remedy: {} },
  { rule: "W49.counts", because: "nobody lives there who does not work there?", fails: counts("BME", "Local community", [14_851, 98_515, 5094]), at: ["Profile!C15"], neighbour: counts("BME", "Local community", [14_852, 98_515, 5094]), remedy: {} },
  { rule: "W49.share", because: "13.1% is what the workforce makes", fails: bmeCommunity("13.1"), at: ["Profile!F15"], neighbour: bmeCommunity("13.2"), remedy: bmeCommunity("8.4") },
  { rule: "W49.leaders", because: "612 people cannot be all who work there", fails: bmeWorkforce(36, 550, 26), at: ["Profile!C9"], neighbour: bmeWorkforce(37, 550, 26), remedy: {} },
  { rule: "W51.workforce", because: "a year and two days before", fails: asAt("Wider workforce", "2008-03-30"), at: ["Profile!G14"], neighbour: asAt("Wider workforce", "2008-03-31"), remedy: asAt("Wider workforce", "2009-03-31") },
  { rule: "W51.community", because: "there has been a census since", fails: asAt("Local community", "1998-03-31"), at: ["Profile!G15"], neighbour: asAt("Local community", "1998-04-01"), remedy: asAt("Local community", "2001-04-29") },
  { rule: "W56", because: "three rows of exactly 100", fails: hundreds(["BME", "Women", "Disabled"]), at: ["Profile!C10"], neighbour: hundreds(["BME", "Women"]), remedy: {} },
  { rule: "W57.leaders", because: "36 leaders of a workforce of 35", fails: bmeWorkforce(35, 98_515, 5094), at: ["Profile!C9"], neighbour: bmeWorkforce(36, 98_515, 5094), remedy: {} },
  { rule: "W57.ready", because: "29 ready of a workforce of 28", fails: bmeWorkforce(28, 98_515, 5094), at: ["Profile!C12"], neighbour: bmeWorkforce(29, 98_515, 5094), remedy: {} },
  { rule: "W58", because: "no nurse among 34 clinicians?", fails: counts("Doctors", "Ready now", [34, 77, 2]), at: ["Profile!C38"], neighbour: counts("Doctors", "Ready now", [33, 78, 2]), remedy: {} },
  { rule: "W59", because: "118,460 people and everybody answered?", fails: bmeWorkforce(14_851, 103_609, 0), at: ["Profile!E14"], neighbour: bmeWorkforce(14_851, 103_608, 1), remedy: {} },
  { rule: "W71.high", because: "13 of 24", fails: role("Public health director", { "Vacancies now": 13 }), at: ["Demand and supply!C16"], neighbour: role("Public health director", { "Vacancies now": 12 }), remedy: {} },
  { rule: "W71.none", because: "673 posts, all filled?", fails: everyRole("Vacancies now", [0]), at: ["Demand and supply!C8"], neighbour: everyRole("Vacancies now", noneBut(1)), remedy: {} },
  { rule: "W73.supply", because: "673 posts and nobody is ready", fails: everywhere(SUPPLY, 0), at: ["Demand and supply!G8"], neighbour: everywhere(SUPPLY, 1), remedy: {} },
  { rule: "W73.demand", because: "673 posts and nobody ever leaves", fails: everywhere(DEMAND, 0), at: ["Demand and supply!C8"], neighbour: everywhere(DEMAND, 1), remedy: {} },
  { rule: "W74.demand", because: "openings in every horizon but one", fails: everyRole("Demand to 1 year", [0]), at: ["Demand and supply!D8"], neighbour: everyRole("Demand to 1 year", noneBut(1)), remedy: {} },
  { rule: "W74.supply", because: "people in every horizon but one", fails: everyRole("Supply to 1 year", [0]), at: ["Demand and supply!H8"], neighbour: everyRole("Supply to 1 year", noneBut(1)), remedy: {} },
  { rule: "W75.demand", because: "four figures were copied across", fails: supplyOf("Finance director", [3, 7, 14, 13]), at: ["Demand and supply!G9"], neighbour: supplyOf("Finance director", [3, 7, 14, 12]), remedy: {} },
  { rule: "W75.posts", because: "three role groups in which every post falls open", fails: boards("Demand 3 to 5 years", 3), at: ["Demand and supply!F8"], neighbour: boards("Demand 3 to 5 years", 2), remedy: {} },
  { rule: "W75.supply", because: "three role groups with one person ready for each post", fails: boards("Supply 3 to 5 years", 3), at: ["Demand and supply!J8"], neighbour: boards("Supply 3 to 5 years", 2), remedy: {} },
  { rule: "W76", because: "241 people for 24 posts", fails: supplyOf("Public health director", [3, 4, 8, 226]), at: ["Demand and supply!G16"], neighbour: supplyOf("Public health director", [3, 4, 8, 225]), remedy: {} },
];
