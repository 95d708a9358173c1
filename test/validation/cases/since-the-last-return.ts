/** Cases of figures held against those of the last return. */
import type { Edits } from "../example-book";
import { cover, demand, everyProfile, everyRole, posts, profile, type RuleExample } from "./rule-example";

const POSTS = ["Demand and supply!B9"];
const SUPPLY = ["Demand and supply!G9"];
const supply = (cell: string): Edits => demand(`| Role group | Supply now |\n| Finance director | ${cell} |`);
const comparator = (cell: string): Edits => profile(`| Group | Population | Comparator % |\n| BME | Local community | ${cell} |`);
const nonExecutives = (cell: string): Edits => demand(`| Role group | Posts |\n| Chair and non-executive | ${cell} |`);
const example: Edits = {};
const onePostMore = [43, 43, 43, 42, 38, 41, 25, 39, 25, 47, 237, 62];

const lastProfile = profile("| Group | Population | In group | Not in group | Unknown |\n| Women | Wider workforce | 1234 | 5000 | 100 |");
const women = (inGroup: string): Edits => profile(`| Group | Population | In group | Not in group | Unknown | Comparator % |\n| Women | Wider workforce | ${inGroup} | 5000 | 100 | n/a |`);
export const sinceTheLastReturn: readonly RuleExample[] = [
  { rule: "W40", because: "eight of 42 posts went in a year", fails: posts("33"), at: POSTS, neighbour: posts("34"), remedy: posts("42"), last: posts("42") },
  { rule: "W40", because: "seven people more are many where there were six", fails: supply("13"), at: SUPPLY, neighbour: supply("12"), remedy: supply("11"), last: supply("7") },
  { rule: "W40.profile", because: "a thousand more women in a year", fails: women("2234"), at: ["Profile!C21"], neighbour: women("1480"), remedy: women("1234"), last: lastProfile },
  { rule: "W53", because: "24 became 42", fails: posts("42"), at: POSTS, neighbour: posts("25"), remedy: posts("24"), last: posts("24") },
  { rule: "W53.profile", because: "1234 became 1324", fails: women("1324"), at: ["Profile!C21"], neighbour: women("1235"), remedy: women("1234"), last: lastProfile },
  { rule: "W52.up", because: "one 0 too many", fails: posts("420"), at: POSTS, neighbour: posts("419"), remedy: posts("42"), last: posts("42") },
  { rule: "W52.down", because: "a 0 is gone", fails: posts("42"), at: POSTS, neighbour: posts("43"), remedy: posts("420"), last: posts("420") },
  { rule: "W52.profile-up", because: "one 0 too many", fails: women("12340"), at: ["Profile!C21"], neighbour: women("12341"), remedy: women("1234"), last: lastProfile },
  { rule: "W52.profile-down", because: "the 0 at the end is gone", fails: women("1234"), at: ["Profile!C21"], neighbour: women("1235"), remedy: women("12340"), last: women("12340") },
  { rule: "W40.comparator", because: "a town does not change so in a year", fails: comparator("11.5"), at: ["Profile!F15"], neighbour: comparator("11.4"), remedy: comparator("8.4"), last: example },
  { rule: "W40.total", because: "68 of 673 posts went", fails: nonExecutives("168"), at: ["Demand and supply!B8"], neighbour: nonExecutives("169"), remedy: nonExecutives("236"), last: example },
  { rule: "W52.comparator-up", because: "84 for 8.4", fails: comparator("84"), at: ["Profile!F15"], neighbour: comparator("84.1"), remedy: comparator("8.4"), last: example },
  { rule: "W52.comparator-down", because: "8.4 for 84", fails: comparator("8.4"), at: ["Profile!F15"], neighbour: comparator("8.5"), remedy: comparator("84"), last: comparator("84") },
  { rule: "W54.rows", because: "eleven role groups stand as they stood", fails: posts("43"), at: ["Demand and supply!B8"], neighbour: everyRole("Posts", [...onePostMore.slice(0, 10), 236, 61]), remedy: everyRole("Posts", onePostMore), last: example },
  { rule: "W54.return", because: "it is the last return again", fails: example, at: ["Demand and supply!B8"], neighbour: posts("43"), remedy: everyRole("Posts", onePostMore), last: example },
  { rule: "W54.profile", because: "all rows but one stand as they stood", fails: everyProfile([999], 34), at: ["Profile!C9"], neighbour: everyProfile([999], 2), remedy: everyProfile([999]), last: example },
  { rule: "W54.profile-return", because: "it is the last return again", fails: example, at: ["Profile!C9"], neighbour: everyProfile([999], 34), remedy: everyProfile([999]), last: example },
  { rule: "W79", because: "green starts higher than it did", fails: cover({ nmRatioGreen: "4" }), at: ["Cover!B15"], neighbour: cover({ nmRatioGreen: "3" }), remedy: cover({ nmRatioGreen: "3" }), last: example },
  { rule: "W80", because: "a thirteenth role group has posts", at: ["Demand and supply!A8"], neighbour: example, remedy: example, last: example,
    fails: demand("| Role group | Posts | Vacancies now | Demand to 1 year | Demand 1 to 3 years | Demand 3 to 5 years | Supply now | Supply to 1 year | Supply 1 to 3 years | Supply 3 to 5 years |\n| + Digital lead | 5 | 0 | 1 | 2 | 1 | 0 | 1 | 3 | 0 |") },
];
