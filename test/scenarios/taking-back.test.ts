/** What a person can still take back after the add-in did something for them, in each Excel. */
import { profiles, type Profile } from "../../src/host/objects/profile";
import { Hand } from "../../src/host/view/hand";
import { selectPlace } from "../../src/host/view/moves";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";
import { commandLine } from "../support/job";

jest.setTimeout(240_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

const DEMAND = "Demand and supply";
let plan: OpenActions;
let hand: Hand;
async function open(profile: Profile): Promise<void> {
  plan = await openActions({ profile });
  hand = new Hand(plan.host.session, (isEditing) => { plan.host.cellEditing = isEditing; });
}
afterEach(() => {
  hand.close();
  plan.close();
  expect(plan.problems).toEqual([]);
});

const figure = (): unknown => plan.sheet(DEMAND).cell(8, 1).value;
function typeFigure(text: string): void {
  hand.activate(plan.sheet(DEMAND));
  hand.select(selectPlace(hand.sheet, { row: 8, column: 1 }));
  hand.begin("enter", "");
  hand.retype(text);
  expect(hand.commit()).toBe(true);
}
/** Ctrl+Z until the figure is another one. @returns how often; 0 where nothing brought it back */
function untilTakenBack(): number {
  const typed = figure();
  for (let times = 1; hand.canUndo; times++) {
    hand.undo();
    if (figure() !== typed) return times;
  }
  return 0;
}
/** Every cell but the time of the check, and the tabs. */
const held = (): unknown => [...plan.cells()].map(([sheet, own]) => [sheet, [...own].filter(([place]) => !(sheet === "Checks" && place === "B4")).map(([place, { formula, value }]) => [place, formula, value])]);

describe("a figure that was typed and then checked", () => {
  it.each([profiles.web, profiles["microsoft-365"], profiles.mac])("is taken back after the check's own list is, and both come again ($title)", async (profile) => {
    await open(profile);
    await plan.done(["insert-template", setUpOptions], "fill-example", "check");
    const [before, checked] = [figure(), held()];
    typeFigure("4321");
    await plan.done("check");
    const [typed, again] = [figure(), held()];
    expect([plan.host.session.faults.clearedUndo, untilTakenBack(), figure()]).toEqual([[], 2, before]);
    expect(held()).toEqual(checked);
    hand.redo();
    hand.redo();
    expect([figure(), hand.canRedo]).toEqual([typed, false]);
    expect(held()).toEqual(again);
  });

  it.each([profiles["excel-2021"], profiles["excel-2024"]])("cannot be taken back where Excel keeps no history beside an add-in ($title)", async (profile) => {
    await open(profile);
    await plan.done(["insert-template", setUpOptions], "fill-example");
    typeFigure("4321");
    expect(hand.canUndo).toBe(true);
    await plan.done("check");
    expect([hand.canUndo, figure()]).toEqual([false, 4321]);
  });

  it("is called changed since the check while a later figure stands, and not any more once that is taken back", async () => {
    await open(profiles.web);
    await plan.done(["insert-template", setUpOptions], "fill-example");
    typeFigure("4321");
    await plan.done("check");
    typeFigure("17");
    expect(plan.sheet("Checks").cell(4, 1).value).toBe("Yes: check again");
    hand.undo();
    expect([figure(), plan.sheet("Checks").cell(4, 1).value]).toEqual([4321, "No"]);
  });
});

describe("the template", () => {
  it.each([profiles.web, profiles["microsoft-365"]])("that was put in goes again with the person's own steps kept, and comes again whole ($title)", async (profile) => {
    await open(profile);
    hand.begin("enter", "");
    hand.retype("mine");
    expect(hand.commit()).toBe(true);
    const empty = held();
    await plan.done(["insert-template", setUpOptions]);
    const whole = held();
    while (plan.workbook.sheets.length > 1 && hand.canUndo) hand.undo();
    expect(held()).toEqual(empty);
    hand.undo();
    expect([plan.sheet("Sheet1").cell(0, 0).value, hand.canUndo]).toEqual([null, false]);
    while (hand.canRedo) hand.redo();
    expect(held()).toEqual(whole);
    await plan.done("fill-example", "check");
  });

  it.each(Object.values(profiles))("that was taken out stays out, as the pane said before ($title)", async (profile) => {
    await open(profile);
    await plan.done(["insert-template", setUpOptions]);
    const asked = await plan.perform("remove-template");
    expect(asked).toMatchObject({ ok: false, problem: { says: expect.stringContaining("Excel cannot undo it.") } });
    await plan.done(["remove-template", { confirm: true }]);
    while (hand.canUndo) hand.undo();
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });
});
