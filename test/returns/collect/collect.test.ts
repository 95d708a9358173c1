/** Which return of each organisation counts, what is set aside or quarantined and why, and who is missing. */
import { collect } from "../../../src/returns/collect/collect";
import type { Collecting, Collection } from "../../../src/returns/collect/collection";
import type { Arrival } from "../../../src/returns/file/arrival";
import type { ReturnDocument, ReturnHeader } from "../../../src/returns/format/return-document";
import { madeReturn, signed } from "../../support/made-returns";
import { arrived, collecting, day, expected, refused, shuffled, small } from "../region-of-returns";

const sent = (code: string, header: Partial<ReturnHeader> = {}, vacancies = 1): ReturnDocument => small({ code, demand: [["Finance director", 4, vacancies, 2]], header });
const draft = (code: string, header: Partial<ReturnHeader> = {}, vacancies = 1): ReturnDocument => sent(code, { stage: "draft", ...header }, vacancies);

/** What became of each file, and where it says so: "a.xlsx counts", "b.xlsx superseded". */
function fates(arrivals: readonly Arrival[], otherwise: Partial<Collecting> = {}): readonly string[] {
  const { included, setAside, quarantined } = collect(arrivals, { ...collecting, ...otherwise });
  return [...included.map(({ file }) => `${file} counts`), ...setAside.map(({ file, why }) => `${file} ${why}`), ...quarantined.map(({ file, code }) => `${file} ${code}`)].sort();
}

describe("of each organisation one return counts", () => {
  it.each<{ because: string; arrivals: readonly Arrival[]; fate: readonly string[]; otherwise?: Partial<Collecting> }>([
    { because: "the highest sequence replaces those before it", arrivals: [arrived(sent("RAA"), "a"), arrived(sent("RAA", { sequence: 3 }), "c"), arrived(sent("RAA", { sequence: 2 }), "b")], fate: ["a superseded", "b superseded", "c counts"] },
    { because: "the same return under two names is one return", arrivals: [arrived(sent("RAA"), "a"), arrived(sent("RAA"), "copy of a")], fate: ["a counts", "copy of a same-again"] },
    { because: "of two copies the one that nobody saved again is looked at", arrivals: [arrived(sent("RAA"), "a", { wholeness: "saved-again" }), arrived(sent("RAA"), "b")], fate: ["a same-again", "b counts"] },
    { because: "two different returns of one sequence are both in doubt", arrivals: [arrived(sent("RAA"), "a"), arrived(sent("RAA", {}, 2), "b")], fate: ["a sequence-twice", "b sequence-twice"] },
    { because: "a later return ends the doubt", arrivals: [arrived(sent("RAA"), "a"), arrived(sent("RAA", {}, 2), "b"), arrived(sent("RAA", { sequence: 2 }, 2), "c")], fate: ["a superseded", "b superseded", "c counts"] },
    { because: "what was replaced does not count again since what replaced it is in doubt", arrivals: [arrived(sent("RAA"), "a"), arrived(sent("RAA", { sequence: 2 }, 2), "b"), arrived(sent("RAA", { sequence: 2 }, 3), "c")], fate: ["a superseded", "b sequence-twice", "c sequence-twice"] },
    { because: "capitals and spaces make no other organisation", arrivals: [arrived(sent("RAA"), "a"), arrived(sent(" raa ", { sequence: 2 }), "b")], fate: ["a superseded", "b counts"] },
    { because: "a draft counts only where drafts are wanted", arrivals: [arrived(draft("RAA"), "a")], fate: ["a not-signed-off"] },
    { because: "drafts are wanted", arrivals: [arrived(draft("RAA"), "a")], fate: ["a counts"], otherwise: { draftsToo: true } },
    { because: "a signed return is more than a draft, whatever their numbers", arrivals: [arrived(draft("RAA", { sequence: 2 }), "a"), arrived(sent("RAA"), "b")], fate: ["a superseded", "b counts"], otherwise: { draftsToo: true } },
    { because: "of two drafts the one made last is meant", arrivals: [arrived(draft("RAA", { madeOn: "2009-04-02T10:00" }, 2), "a"), arrived(draft("RAA", { madeOn: "2009-04-01T10:00" }), "b")], fate: ["a counts", "b superseded"], otherwise: { draftsToo: true } },
    { because: "one organisation's trouble stops no other", arrivals: [refused("a"), arrived(sent("RAB"), "b"), refused("c", "RAC")], fate: ["a truncated", "b counts", "c truncated"] },
  ])("$because", ({ arrivals, fate, otherwise }) => expect(fates(arrivals, otherwise)).toEqual(fate));

  it("a return that says it is final and that nobody signed does not count, and who is lacking is said", () => {
    const { quarantined } = collect([arrived(madeReturn(1, 1, { unsigned: true }), "a")], collecting);
    expect(quarantined).toEqual([{
      kind: "quarantined", file: "a", code: "not-signed-off", organisation: "R01", says: "It says that it is final, but its log has no signature of these figures by: preparer, lead director and board.",
      fix: "Ask for the return once it is signed off, or count drafts too.",
    }]);
  });
});

describe("a return that is not of the set", () => {
  const list = [expected("RAA"), expected("RAB", { name: "Old Trust", until: day("2008-12-31") })];
  it.each<{ what: string; document: ReturnDocument; code: string; says: string; otherwise?: Partial<Collecting> }>([
    { what: "of another period", document: sent("RAA", { period: "2008/09" }), code: "other-period", says: "It is for 2008/09, and returns for 2009/10 are collected." },
    { what: "of another structure", document: sent("RAA", { structure: "today" }), code: "other-structure", says: "It is of the NHS structure of today, and returns of the NHS structure of 2009 are collected." },
    { what: "of a code that no organisation can have", document: sent("XYZ"), code: "organisation-unknown", says: '"XYZ" is not a code of the NHS structure of 2009: Strategic health authority: Q3 and a digit, Primary care trust: 5 and two letters or digits, Care trust: T and two letters or digits and NHS trust or foundation trust: R and two letters or digits.' },
    { what: "of nobody who is expected", document: sent("RAC"), code: "organisation-unknown", says: "RAC is not among the organisations that are expected to send a return.", otherwise: { expected: list } },
    { what: "of an organisation that had ended", document: sent("RAB"), code: "organisation-unknown", says: "RAB (Old Trust) is listed until 31 December 2008, which leaves out 31 March 2009.", otherwise: { expected: list } },
  ])("$what is quarantined with the reason", ({ document, code, says, otherwise }) => {
    const { included, quarantined } = collect([arrived(document)], { ...collecting, ...otherwise });
    expect(included).toEqual([]);
    expect(quarantined.map((each) => [each.code, each.says])).toEqual([[code, says]]);
  });

  it("a code of today is one of today's structure only", () => {
    const today = { structure: "today", period: "2026/27", asAt: day("2026-09-30") } as const;
    const icb = sent("QYG", today);
    expect(fates([arrived(icb, "a")], today)).toEqual(["a counts"]);
    expect(fates([arrived({ ...icb, header: { ...icb.header, structure: "2009", period: "2009/10" } }, "a")])).toEqual(["a organisation-unknown"]);
  });
});

describe("the returns register", () => {
  const list = [
    expected("RAA", { name: "Ashby Trust", contact: "J Doe", email: "j.doe@example.nhs.uk" }), expected("RAB"), expected("RAC"), expected("RAD"),
    expected("RAE", { name: "Before the merger", until: day("2008-09-30") }), expected("RAE", { name: "After the merger", from: day("2008-10-01") }), expected("RAF", { from: day("2009-06-01") }),
  ];
  const arrivals = [
    arrived(sent("RAB", { madeOn: "2009-05-03T09:00" }), "b"), refused("c", "RAC"), arrived(sent("RAD", { sequence: 2, madeOn: "2009-04-30T17:00" }), "d"),
    arrived(small({ code: "RAE", header: { nil: { reason: "It has no directors of its own." } } }), "e"), arrived(sent("RAZ"), "z"),
  ];
  const { register } = collect(arrivals, { ...collecting, expected: list });

  it("has every organisation that exists on the as-at date, and everybody else who sent something", () => {
    expect(register.map(({ code, name, isExpected, state, sequence, isNil, daysLate, file }) => [code, name, isExpected, state, sequence, isNil, daysLate, file])).toEqual([
      ["RAA", "Ashby Trust", true, "missing", null, false, null, ""], ["RAB", "RAB Trust", true, "received", 1, false, 3, "b"], ["RAC", "RAC Trust", true, "quarantined", null, false, null, "c"],
      ["RAD", "RAD Trust", true, "resubmitted", 2, false, 0, "d"], ["RAE", "After the merger", true, "received", 1, true, 0, "e"], ["RAZ", "RAZ", false, "quarantined", null, false, null, "z"],
    ]);
  });
  it("has nobody late who was in time and answers a query afterwards", () => {
    const first = sent("RAA");
    const again = signed({ header: { ...first.header, sequence: 2, madeOn: "2009-05-20T10:00" }, thresholds: first.thresholds, tables: first.tables, log: first.log });
    expect(collect([arrived(again)], collecting).register.map(({ madeOn, daysLate }) => [madeOn, daysLate])).toEqual([["2009-05-20T10:00", 0]]);
  });
  it("names whoever signed for the board", () => expect(register[1]?.signedBy).toBe("Board of RAB, Board, 17 April 2009"));
  it("takes the contact from the list, and from the return where the list has none", () => expect(register.map(({ email }) => email)).toEqual(["j.doe@example.nhs.uk", "p.shaw@example.nhs.uk", "", "p.shaw@example.nhs.uk", "p.shaw@example.nhs.uk", ""]));
  it("knows what the region asked and accepted", () => {
    const [b, d] = [arrivals[0], arrivals[2]].map((each) => (each?.kind === "read" ? each.document.digest : ""));
    const decided = collect(arrivals, { ...collecting, expected: list }, [{ decision: "queried", returnDigest: b ?? "" }, { decision: "queried", returnDigest: d ?? "" }, { decision: "accepted", returnDigest: d ?? "" }]);
    expect(decided.register.filter(({ code }) => ["RAB", "RAD"].includes(code)).map(({ state }) => state)).toEqual(["queried", "accepted"]);
  });
  it("has a whole letter for whoever is missing", () => {
    expect(register[0]?.reminder).toBe([
      "To: J Doe <j.doe@example.nhs.uk>, Ashby Trust (RAA)", "Subject: Talent and leadership return 2009/10: Ashby Trust", "Dear J Doe,",
      "We have not received the talent and leadership return of Ashby Trust for 2009/10.", "The return is for 2009/10, with figures as at 31 March 2009. The last day for it is 30 April 2009.",
      "To send it: complete and check the figures in your workbook, have it signed off (preparer, lead director and board), make the return's file under Sign off and send, and send us that file as it is, without opening and saving it again.",
      "If there is nothing to return, please send a nil return with the reason. Without one we cannot tell nothing to return from a return that got lost.",
      "If it is on its way, please tell us the file's name and the day on which it was sent.", "North West (Q31)",
    ].join("\n\n"));
  });
  it("says in the letter what is wrong with what was sent, and reminds nobody whose return counts", () => {
    expect(register[2]?.reminder).toContain("What was sent for RAC Trust cannot be used:\n- c: The file ends in the middle.\n\n");
    expect(register.filter(({ reminder }) => reminder === "").map(({ code }) => code)).toEqual(["RAB", "RAD", "RAE"]);
  });
});

describe("what a resubmission changed", () => {
  const first = small({ code: "RAA", demand: [["Finance director", 4, "", 2], ["Medical director", 3, 0, "<5"], ["Nursing director", 2, 1, 1]] });
  const changed = (header: Partial<ReturnHeader>): ReturnDocument => small({ code: "RAA", demand: [["Medical director", 3, "n/a", 6], ["Finance director", 4, 0, 2], ["Digital lead", 1, 1, 0]], header: { sequence: 2, ...header } });
  it("is told cell by cell, rows that came or went too; the order of rows is no change, and a blank is not 0", () => {
    const cell = { organisation: "RAA", table: "demand" };
    expect(collect([arrived(changed({})), arrived(first)], collecting).changes).toEqual([
      { ...cell, key: "Medical director", measure: "demand.now", before: 0, after: "n/a" }, { ...cell, key: "Medical director", measure: "supply.now", before: { withheld: "<5" }, after: 6 },
      { ...cell, key: "Finance director", measure: "demand.now", before: null, after: 0 },
      { ...cell, key: "Digital lead", measure: "posts", before: undefined, after: 1 }, { ...cell, key: "Digital lead", measure: "demand.now", before: undefined, after: 1 }, { ...cell, key: "Digital lead", measure: "supply.now", before: undefined, after: 0 },
      { ...cell, key: "Nursing director", measure: "posts", before: 2, after: undefined }, { ...cell, key: "Nursing director", measure: "demand.now", before: 1, after: undefined }, { ...cell, key: "Nursing director", measure: "supply.now", before: 1, after: undefined },
    ]);
  });
  it("does not give away what is withheld now", () => {
    const hidden = small({ code: "RAA", demand: [["Finance director", "<5", "", 2], ["Medical director", 3, 0, "<5"], ["Nursing director", 2, 1, 1]], header: { sequence: 2 } });
    expect(collect([arrived(first), arrived(hidden)], collecting).changes.map(({ key, measure, before, after }) => [key, measure, before, after])).toEqual([["Finance director", "posts", { withheld: "a number" }, { withheld: "<5" }]]);
  });
  it("is told against the return that it says it replaces, where two have the same sequence", () => {
    const other = small({ code: "RAA", demand: [["Finance director", 9, 0, 2]] });
    const next = small({ code: "RAA", demand: [["Finance director", 8, 0, 2]], header: { sequence: 2, replaces: { sequence: 1, digest: other.digest, reason: "A post was counted twice." } } });
    expect(collect([arrived(first, "a"), arrived(other, "b"), arrived(next, "c")], collecting).changes.map(({ before, after }) => [before, after])).toEqual([[9, 8]]);
  });
  it("is not known where the return before is not at hand", () => expect(collect([arrived(changed({}))], collecting).changes).toEqual([]));
});

describe("any order of the files", () => {
  it("gives the same, to the last word", () => {
    const arrivals: readonly Arrival[] = [
      ...Array.from({ length: 30 }, (_, index) => arrived(madeReturn(5, index))), arrived(madeReturn(5, 3), "copy"), arrived(sent("R04", { sequence: 2 }), "resent"), arrived(sent("R05", {}, 3), "twice"), refused("x"), refused("x", "R09"),
      arrived(sent("R06", { period: "2008/09" }), "old"), refused("y", "R31"),
    ];
    const list = [expected("R31"), expected("R32"), expected("R32", { name: "The same again" }), ...Array.from({ length: 30 }, (_, index) => expected(`R0${index.toString(36).toUpperCase()}`))];
    const whole = (seed: number): Collection => collect(shuffled(arrivals, seed), { ...collecting, expected: shuffled(list, seed + 1) });
    const once = whole(1);
    for (let seed = 2; seed < 22; seed += 1) expect(whole(seed)).toEqual(once);
    expect(once.included.length + once.setAside.length + once.quarantined.length).toBe(arrivals.length);
  });
});
