/** What the pane shows after each thing that can happen to it. */
import { answersToStartFrom } from "../../src/actions/set-up";
import type { NoTemplateState, TemplateState } from "../../src/actions/workbook-state";
import { next, startingState, type Happening, type PaneState } from "../../src/taskpane/state";

const answers = answersToStartFrom("2026-04-30");
const book: TemplateState = {
  kind: "with-template", structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31", demandUnit: "wte", roleGroups: ["Finance director"], collects: false,
  sheets: [], lastChecked: null, changedSinceCheck: false, checkedBy: null, counts: { "must-fix": 0, explain: 0, note: 0 },
};
const done = { ok: true, report: { says: "Done.", findings: [], files: [] } } as const;
const finding = { code: "E20", severity: "must-fix", identity: "demand", sheet: "Demand and supply", cell: "B8", says: "Nothing is entered.", fix: "Type the figure.", explaining: null } as const;
const refused = (code: string): Happening => ({ kind: "ended", task: "remove-template", options: {}, outcome: { ok: false, problem: { code, says: "No." }, cause: null }, details: "details", at: "14:05" });
const lookedAt = (report: TemplateState | NoTemplateState): Happening => ({ kind: "looked", outcome: { ok: true, report }, details: "" });
const notRead: Happening = { kind: "looked", outcome: { ok: false, problem: { code: "cell-being-edited", says: "A cell is being edited." }, cause: null }, details: "details" };

const after = (...happenings: readonly Happening[]): PaneState => happenings.reduce(next, startingState(answers));

describe("what the pane knows of the workbook", () => {
  it("is nothing at first, and then what was read", () => {
    expect(after().book).toEqual({ kind: "looking" });
    expect(after(lookedAt(book)).book).toBe(book);
  });

  it("comes before what the pane supposed: the answers are the workbook's", () => {
    expect(after(lookedAt(book)).answers).toEqual({ structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31", demandUnit: "wte", roleGroups: ["Finance director"] });
  });

  it("leaves answers alone that are being changed", () => {
    const state = after(lookedAt(book), { kind: "changing", changing: true }, { kind: "answered", answers: { organisationName: "North" } }, lookedAt(book));
    expect(state.answers.organisationName).toBe("North");
  });

  it("keeps the structure chosen where the workbook's is not one that is known", () => {
    expect(after(lookedAt({ ...book, structure: null })).answers.structure).toBe("today");
  });

  it("that cannot be read at first shows why, and nothing else", () => {
    expect(after(notRead).book).toEqual({ kind: "unreadable", says: "A cell is being edited." });
  });

  it("stays in sight when it cannot be read again, with a line that goes once it can", () => {
    const state = after(lookedAt(book), notRead);
    expect([state.book, state.said]).toEqual([book, { kind: "not-read", says: "A cell is being edited.", details: "details" }]);
    expect(next(state, lookedAt(book)).said).toEqual({ kind: "nothing" });
  });

  it("not being read again does not cover up what the last work came to", () => {
    const state = after(lookedAt(book), { kind: "ended", task: "summarise", options: {}, outcome: done, details: "", at: "14:05" }, notRead);
    expect(state.said).toEqual({ kind: "done", task: "summarise", says: "Done." });
  });

  it("without a template lists no findings any more", () => {
    const checked = after(lookedAt(book), { kind: "ended", task: "check", options: {}, outcome: { ok: true, report: { ...done.report, findings: [finding] } }, details: "", at: "14:05" });
    expect(checked.listed).toEqual({ kind: "listed", findings: [finding], at: "14:05" });
    expect(next(checked, lookedAt({ kind: "without-template", collects: false } as const)).listed).toEqual({ kind: "not-listed" });
  });
});

describe("work in hand", () => {
  const began: Happening = { kind: "began", task: "check" };
  it("shows how far it is only after a second", () => {
    const step: Happening = { kind: "progressed", says: "Reading", done: 1, of: 2 };
    expect(after(began, step).doing).toEqual({ kind: "begun", task: "check" });
    expect(after(began, { kind: "took-a-second", task: "check" }, step).doing).toEqual({ kind: "under-way", task: "check", says: "Reading", done: 1, of: 2 });
  });

  it("is not brought back by a second that passes after its end", () => {
    expect(after(began, { kind: "ended", task: "check", options: {}, outcome: done, details: "", at: "14:05" }, { kind: "took-a-second", task: "check" }).doing).toEqual({ kind: "nothing" });
  });

  it("that is being stopped says so until it has ended", () => {
    expect(after(began, { kind: "asked-to-stop" }).doing).toEqual({ kind: "stopping", task: "check" });
    expect(after({ kind: "asked-to-stop" }).doing).toEqual({ kind: "nothing" });
  });

  it.each([
    { code: "needs-confirmation", said: { kind: "confirm", task: "remove-template", says: "No.", options: {} } },
    { code: "figures-entered", said: { kind: "confirm", task: "remove-template", says: "No.", options: {} } },
    { code: "stopped", said: { kind: "stopped", task: "remove-template", says: "No." } },
    { code: "defect", said: { kind: "defect", says: "No.", details: "details" } },
    { code: "protected", said: { kind: "refused", says: "No.", details: "details" } },
  ])("that ends with $code says $said.kind", ({ code, said }) => { expect(after(began, refused(code)).said).toEqual(said); });
});

describe("going to another step", () => {
  it("puts away what was said and gives up a change that was begun", () => {
    const state = after(lookedAt(book), { kind: "changing", changing: true }, refused("protected"), { kind: "went", step: "check" });
    expect({ step: state.step, said: state.said, changing: state.changing }).toEqual({ step: "check", said: { kind: "nothing" }, changing: false });
  });
});

describe("what keeps people from reading", () => {
  const shown = { beside: [{ isOfFile: false, offer: null }], questions: [] } as const;
  const looked: Happening = { kind: "ended", task: "accessibility", options: {}, outcome: { ok: true, report: { ...done.report, findings: [finding], accessibility: shown } }, details: "", at: "14:05" };

  it("is listed by itself and leaves the findings on figures alone", () => {
    const state = after(lookedAt(book), looked);
    expect([state.accessibility, state.listed]).toEqual([{ findings: [finding], shown }, { kind: "not-listed" }]);
  });

  it("stays listed while other work is done, and goes with the template", () => {
    const state = after(lookedAt(book), looked, { kind: "ended", task: "summarise", options: {}, outcome: done, details: "", at: "14:05" });
    expect(state.accessibility?.findings).toEqual([finding]);
    expect(next(state, lookedAt({ kind: "without-template", collects: false })).accessibility).toBeNull();
  });

  it("is asked about with the options of the asking, so that a yes goes ahead with the same", () => {
    const options = { fix: ["A07.frozen Staff"] };
    const state = after({ kind: "ended", task: "accessibility", options, outcome: { ok: false, problem: { code: "needs-confirmation", says: "This would change." }, cause: null }, details: "", at: "14:05" });
    expect(state.said).toEqual({ kind: "confirm", task: "accessibility", says: "This would change.", options });
  });
});
