/** Cases of kinds of cells, the Cover, rows, sums and what is plausible by itself. */
import type { Edits } from "../example-book";
import { cover, demand, everyProfile, everyRole, posts, profile, type RuleExample } from "./rule-example";

const supply = (cell: string): Edits => demand(`| Role group | Supply now |\n| Finance director | ${cell} |`);
const percentage = (cell: string): Edits => profile(`| Group | Population | Comparator % |\n| BME | Local community | ${cell} |`);
const POSTS = ["Demand and supply!B9"];
const SUPPLY = ["Demand and supply!G9"];
const PERCENTAGE = ["Profile!F15"];
const wte = { nmDemandUnit: "WTE" };
const vacancies = (cell: string): Edits => ({ cover: wte, demand: `| Role group | Vacancies now |\n| Finance director | ${cell} |` });
const growing = (roleGroups: number): Edits => demand(`| Role group | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years |\n${["Chief executive", "Finance director", "Nursing director", "Medical director", "Operations director", "HR and workforce director"]
  .slice(0, roleGroups).map((name) => `| ${name} | 1 | 2 | 3 | 4 |`).join("\n")}\n${["Commissioning director", "Strategy and planning director", "Public health director", "Other director", "Chair and non-executive", "Other critical post", "HR and workforce director"]
  .slice(0, roleGroups < 6 ? 7 : 6).map((name) => `| ${name} | 4 | 3 | 3 | 4 |`).join("\n")}`);

const kinds: readonly RuleExample[] = [
  { rule: "E10.text", because: "words are no count", fails: posts("about 40"), at: POSTS, neighbour: posts("40"), remedy: posts("42") },
  { rule: "E10.logical", because: "yes or no is no count", fails: posts("TRUE"), at: POSTS, neighbour: posts("41"), remedy: posts("42") },
  { rule: "E10.date", because: "3/4 typed for three of four becomes a date", fails: posts("2009-04-03"), at: POSTS, neighbour: posts("43"), remedy: posts("42") },
  { rule: "E11", because: "there are never fewer than none", fails: supply("-1"), at: SUPPLY, neighbour: supply("0"), remedy: supply("11") },
  { rule: "E12.fraction", because: "people are whole", fails: supply("11.5"), at: SUPPLY, neighbour: supply("12"), remedy: supply("11") },
  { rule: "E12.percentage", because: "5% is no count", fails: supply("5%"), at: SUPPLY, neighbour: supply("5"), remedy: supply("11") },
  { rule: "E12.perhaps-percentage", because: "a cell formatted for counts keeps 0.05 of 5%", fails: supply("0.05"), at: SUPPLY, neighbour: supply("5"), remedy: supply("11") },
  { rule: "E12.decimals", because: "whole-time equivalents have one decimal place", fails: vacancies("3.25"), at: ["Demand and supply!C9"], neighbour: vacancies("3.2"), remedy: vacancies("3.3") },
  { rule: "E16.number-as-text", because: "the space makes it text", fails: supply('"11 "'), at: SUPPLY, neighbour: supply("11"), remedy: supply("11") },
  { rule: "E16.dash", because: "a dash may mean three things", fails: supply("–"), at: SUPPLY, neighbour: supply("0"), remedy: supply("0") },
  { rule: "E16.none", because: "formulas do not read words", fails: supply("nil"), at: SUPPLY, neighbour: supply("0"), remedy: supply("0") },
  { rule: "E16.unknown", because: "not known is what a blank says", fails: supply("tbc"), at: SUPPLY, neighbour: supply("11"), remedy: supply("11") },
  { rule: "E16.spelling", because: "formulas know n/a only as n/a", fails: percentage("N. A."), at: PERCENTAGE, neighbour: percentage("8.4"), remedy: percentage("8.4") },
  { rule: "E16.not-applicable", because: "said, and worth knowing", fails: supply("n/a"), at: SUPPLY, neighbour: supply("0"), remedy: supply("11") },
  { rule: "E16.withheld", because: "a withheld figure is not 0", fails: supply("<5"), at: SUPPLY, neighbour: supply("4"), remedy: supply("11") },
  { rule: "E17", because: "an error hides the figure", fails: supply("#REF!"), at: SUPPLY, neighbour: supply("11"), remedy: supply("11") },
  { rule: "W18", because: "worked out elsewhere", fails: supply("{=Mine!B4}11"), at: SUPPLY, neighbour: supply("11"), remedy: supply("11") },
  { rule: "E13.range", because: "no part is more than the whole", fails: percentage("100.1"), at: PERCENTAGE, neighbour: percentage("100"), remedy: percentage("8.4") },
  { rule: "E13.formatted", because: "8.4% counts as 0.084 beside 8.4", fails: percentage("8.4%"), at: PERCENTAGE, neighbour: percentage("8.4"), remedy: percentage("8.4") },
  { rule: "E13.parts", because: "all of them are 1 or less",
    fails: profile("| Group | Population | Comparator % |\n| BME | Local community | 0.084 |\n| Women | Local community | 0.508 |\n| Disabled | Local community | 0.179 |"), at: PERCENTAGE,
    neighbour: profile("| Group | Population | Comparator % |\n| BME | Local community | 0.084 |\n| Women | Local community | 50.8 |"), remedy: {} },
  { rule: "E13.unused", because: "leaders are counted", fails: profile("| Group | Population | Comparator % |\n| BME | Ready now | 7.5 |"), at: ["Profile!F10"],
    neighbour: profile("| Group | Population | Comparator % |\n| BME | Ready now | n/a |"), remedy: profile("| Group | Population | Comparator % |\n| BME | Ready now |  |") },
];

const coverCases: readonly RuleExample[] = [
  { rule: "E01.newer", because: "a later template may mean other things", fails: cover({ nmTemplateVersion: '"2.0"' }), at: ["Cover!B36"], neighbour: cover({ nmTemplateVersion: '"1.0"' }), remedy: cover({ nmTemplateVersion: '"1.0"' }) },
  { rule: "E01.unknown", because: "no version, no trust", fails: cover({ nmTemplateVersion: "draft" }), at: ["Cover!B36"], neighbour: cover({ nmTemplateVersion: '"1.0"' }), remedy: cover({ nmTemplateVersion: '"1.0"' }) },
  { rule: "E04.word", because: "formulas know two units", fails: cover({ nmDemandUnit: "FTE" }), at: ["Cover!B11"], neighbour: cover({ nmDemandUnit: "wte" }), remedy: cover(wte) },
  { rule: "E10.threshold", because: "nothing can be held against words", fails: cover({ nmRatioGreen: "three" }), at: ["Cover!B15"], neighbour: cover({ nmRatioGreen: "2.5" }), remedy: cover({ nmRatioGreen: "3" }) },
  { rule: "E14.text", because: "text is no date", fails: cover({ nmAsAt: "31 Mar 09" }), at: ["Cover!B10"], neighbour: cover({ nmAsAt: "2009-04-30" }), remedy: cover({ nmAsAt: "2009-04-01" }) },
  { rule: "E14.range", because: "109 years early is a slip", fails: cover({ nmAsAt: "1900-04-01" }), at: ["Cover!B10"], neighbour: cover({ nmAsAt: "2009-04-30" }), remedy: cover({ nmAsAt: "2009-04-01" }) },
  { rule: "E14.period", because: "the years do not follow each other", fails: cover({ nmPeriod: "2009/11" }), at: ["Cover!B9"], neighbour: cover({ nmPeriod: "2009-10" }), remedy: cover({ nmPeriod: "2009/10" }) },
  { rule: "E14.month", because: "2009/10 typed into a cell without the Text format is October 2009", fails: cover({ nmPeriod: "2009-10-01" }), at: ["Cover!B9"], neighbour: cover({ nmPeriod: "2009-10" }), remedy: cover({ nmPeriod: "2009/10" }) },
  { rule: "E15.shape", because: "an authority's code starts with Q", fails: cover({ nmOrganisationCode: "X31" }), at: ["Cover!B7"], neighbour: cover({ nmOrganisationCode: "q31" }), remedy: cover({ nmOrganisationCode: "Q31" }) },
  { rule: "E15.not-listed", because: "the codes of regions of today end at Y63", fails: cover({ nmStructure: "NHS structure of today", nmOrganisationCode: "Y99" }), at: ["Cover!B7"],
    neighbour: cover({ nmStructure: "NHS structure of today", nmOrganisationCode: "Y62" }), remedy: cover({ nmStructure: "NHS structure of today", nmOrganisationCode: "Y62" }) },
  { rule: "E19.ratio", because: "amber would start above green", fails: cover({ nmRatioAmber: "4" }), at: ["Cover!B16"], neighbour: cover({ nmRatioAmber: "3" }), remedy: cover({ nmRatioAmber: "1" }) },
  { rule: "E19.index", because: "red would reach into green", fails: cover({ nmIndexRed: "1" }), at: ["Cover!B19"], neighbour: cover({ nmIndexRed: "0.8" }), remedy: cover({ nmIndexRed: "0.7" }) },
  { rule: "E19.green", because: "green would end before it starts", fails: cover({ nmIndexHigh: "0.7" }), at: ["Cover!B17"], neighbour: cover({ nmIndexHigh: "0.8" }), remedy: cover({ nmIndexHigh: "1.2" }) },
  { rule: "E20.header", because: "nobody can tell whose it is", fails: cover({ nmOrganisationCode: "" }), at: ["Cover!B7"], neighbour: cover({ nmOrganisationCode: "Q32" }), remedy: cover({ nmOrganisationCode: "Q31" }) },
  { rule: "W22", because: "a code alone names nobody", fails: cover({ nmOrganisationName: "" }), at: ["Cover!B8"], neighbour: cover({ nmOrganisationName: "NW" }), remedy: cover({ nmOrganisationName: "North West" }) },
  { rule: "W23", because: "the day before the eve of the year", fails: cover({ nmAsAt: "2009-03-30" }), at: ["Cover!B10"], neighbour: cover({ nmAsAt: "2009-03-31" }), remedy: cover({ nmAsAt: "2009-04-01" }) },
];

const rows: readonly RuleExample[] = [
  { rule: "E03.demand", because: "capitals and spaces make no other name", fails: demand("| Role group | Posts | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| + finance  DIRECTOR | 7 | 0 | 1 | 2 | 1 | 0 | 1 | 3 | 0 |"), at: ["Demand and supply!A20"],
    neighbour: {}, remedy: {} },
  { rule: "E03.profile", because: "which of the two is right?", fails: profile("| Group | Population | In group | Not in group | Unknown | Comparator % |\n| + BME | Local community | n/a | n/a | n/a | 8.5 |"), at: ["Profile!B44"], neighbour: {}, remedy: {} },
  { rule: "E04.population", because: "the dashboards look for seven", fails: profile("| Group | Population | In group | Not in group | Unknown | Comparator % |\n| + BME | Ready soon | 7 | 80 | 4 | n/a |"), at: ["Profile!B44"], neighbour: {}, remedy: {} },
  { rule: "E20.key", because: "whose figures?", fails: demand("| Role group | Posts | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"), at: ["Demand and supply!A20"], neighbour: {}, remedy: {} },
  { rule: "E20.empty-row", because: "rows at the foot are easily forgotten", fails: demand("| Role group | Posts |\n| | |"), at: ["Demand and supply!A20"], neighbour: {}, remedy: {} },
  { rule: "E20.cell", because: "a blank is not 0", fails: supply(""), at: SUPPLY, neighbour: supply("0"), remedy: supply("11") },
  { rule: "E20.row", because: "nobody has begun it", fails: profile("| Group | Population | In group | Not in group | Unknown |\n| Women | Ready now | | | |"), at: ["Profile!C17"],
    neighbour: profile("| Group | Population | In group | Not in group | Unknown |\n| Women | Ready now | 42 | 47 | 0 |"), remedy: {} },
  { rule: "E20.comparator", because: "neither counts nor a percentage", fails: percentage(""), at: PERCENTAGE, neighbour: percentage("n/a"), remedy: percentage("8.4") },
  { rule: "E20.population", because: "six rows are missing", fails: profile("| Group | Population | In group | Not in group | Unknown | Comparator % |\n| + Sikh | Local community | n/a | n/a | n/a | 1.1 |"), at: ["Profile!A44"], neighbour: {}, remedy: {} },
  { rule: "W21.row", because: "42 posts and nothing ever happens", fails: demand("| Role group | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| Public health director | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"), at: ["Demand and supply!C16"],
    neighbour: demand("| Role group | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| Public health director | 0 | 0 | 0 | 6 | 0 | 0 | 0 | 0 |"), remedy: {} },
  { rule: "W21.population", because: "others count the same people", fails: profile("| Group | Population | In group | Not in group | Unknown |\n| Women | Ready now | 0 | 0 | 0 |"), at: ["Profile!C17"], neighbour: {}, remedy: {} },
];

const sums: readonly RuleExample[] = [
  { rule: "E30.total", because: "the total was typed over", fails: profile("| Group | Population | Total |\n| Women | Ready now | 90 |"), at: ["Profile!J17"], neighbour: profile("| Group | Population | Total |\n| Women | Ready now | {=SUM()}90 |"), remedy: {} },
  { rule: "E30.populations", because: "the same people, sorted by another group", fails: profile("| Group | Population | In group |\n| Women | Ready now | 60 |"), at: ["Profile!C17"], neighbour: {}, remedy: {} },
  { rule: "E31", because: "every doctor is a clinician", fails: profile("| Group | Population | In group | Not in group |\n| Doctors | Ready now | 36 | 75 |"), at: ["Profile!C38"],
    neighbour: profile("| Group | Population | In group | Not in group |\n| Doctors | Ready now | 34 | 77 |"), remedy: {} },
  { rule: "E32.total-row", because: "it would be counted twice", fails: demand("| Role group | Posts | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| Total | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"), at: ["Demand and supply!A20"], neighbour: {}, remedy: {} },
  { rule: "E32.supply", because: "supply counts each of them at least once", fails: demand("| Role group | Supply now |\n| Other director | 11 |"), at: ["Profile!C10"], neighbour: demand("| Role group | Supply now |\n| Other director | 13 |"), remedy: demand("| Role group | Supply now |\n| Other director | 12 |") },
  { rule: "E32.post-holders", because: "one post less than people", fails: posts("41"), at: ["Profile!C9"], neighbour: posts("42"), remedy: posts("42") },
  { rule: "E34", because: "a vacancy is a post", fails: demand("| Role group | Vacancies now |\n| Public health director | 25 |"), at: ["Demand and supply!C16"], neighbour: demand("| Role group | Vacancies now |\n| Public health director | 24 |"), remedy: demand("| Role group | Vacancies now |\n| Public health director | 4 |") },
  { rule: "W37", because: "six role groups only ever expect more", at: ["Demand and supply!C8"], fails: growing(6), neighbour: growing(5), remedy: {} },
  { rule: "W36", because: "three role groups only ever grow", at: ["Demand and supply!G8"],
    fails: demand("| Role group | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| Chief executive | 6 | 9 | 21 | 24 |\n| Finance director | 11 | 12 | 24 | 24 |\n| Nursing director | 4 | 7 | 19 | 33 |"),
    neighbour: demand("| Role group | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| Chief executive | 6 | 9 | 21 | 24 |\n| Finance director | 11 | 12 | 24 | 24 |"), remedy: {} },
];

const plausible: readonly RuleExample[] = [
  { rule: "W41", because: "ready for what?", fails: demand("| Role group | Posts | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years |\n| Public health director | 0 | 0 | 0 | 0 | 0 |"), at: ["Demand and supply!B16"], neighbour: demand("| Role group | Posts |\n| Public health director | 24 |"), remedy: {} },
  { rule: "W42.low", because: "nine openings for 42 posts", fails: demand("| Role group | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years |\n| Finance director | 3 | 2 | 2 | 2 |"), at: ["Demand and supply!C9"],
    neighbour: demand("| Role group | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years |\n| Finance director | 3 | 2 | 3 | 3 |"), remedy: {} },
  { rule: "W42.high", because: "121 openings for 24 posts", fails: demand("| Role group | Demand 3 to 5 years |\n| Public health director | 106 |"), at: ["Demand and supply!C16"], neighbour: demand("| Role group | Demand 3 to 5 years |\n| Public health director | 105 |"), remedy: {} },
  { rule: "W43.none", because: "none of 85", fails: profile("| Group | Population | In group | Not in group |\n| BME | Ready now | 0 | 108 |"), at: ["Profile!C10"], neighbour: profile("| Group | Population | In group | Not in group |\n| BME | Ready now | 1 | 107 |"), remedy: {} },
  { rule: "W43.all", because: "all of 108", fails: profile("| Group | Population | In group | Not in group |\n| BME | Ready now | 108 | 0 |"), at: ["Profile!C10"], neighbour: profile("| Group | Population | In group | Not in group |\n| BME | Ready now | 107 | 1 |"), remedy: {} },
  { rule: "W44", because: "24 of 113 is more than one in five", fails: profile("| Group | Population | In group | Not in group | Unknown |\n| BME | Ready now | 8 | 81 | 24 |"), at: ["Profile!E10"], neighbour: profile("| Group | Population | In group | Not in group | Unknown |\n| BME | Ready now | 8 | 83 | 22 |"), remedy: {} },
  { rule: "W45", because: "twelve estimates", fails: everyRole("Supply 3 to 5 years", [20, 25, 15]), at: ["Demand and supply!J8"], neighbour: everyRole("Supply 3 to 5 years", [20, 25, 16]), remedy: {} },
  { rule: "W45.profile", because: "thirty-five estimates", fails: everyProfile([20, 25, 15]), at: ["Profile!E9"], neighbour: everyProfile([20, 25, 16]), remedy: {} },
  { rule: "W46.profile", because: "copied down", fails: everyProfile([22]), at: ["Profile!E9"], neighbour: everyProfile([22, 22, 23]), remedy: {} },
  { rule: "W46", because: "copied down", fails: everyRole("Supply 3 to 5 years", [22]), at: ["Demand and supply!J8"], neighbour: everyRole("Supply 3 to 5 years", [22, 22, 22, 23]), remedy: {} },
  { rule: "W48", because: "eleven for one opening", fails: demand("| Role group | Supply now |\n| Strategy and planning director | 11 |"), at: ["Demand and supply!G15"], neighbour: demand("| Role group | Supply now |\n| Strategy and planning director | 10 |"), remedy: {} },
];

export const kindsAndSums: readonly RuleExample[] = [...kinds, ...coverCases, ...rows, ...sums, ...plausible];
