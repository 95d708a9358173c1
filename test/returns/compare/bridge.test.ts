/** The walk from opening to closing: what adds up, what does not, and what cannot be told. */
import { bridgeOf } from "../../../src/returns/compare/bridge";
import type { FigureJson, ReturnDocument } from "../../../src/returns/format/return-document";

const MEASURES = ["opening", "joiners", "moved-in", "leavers", "moved-out", "closing"];
const movements = (roleGroup: string, ...figures: readonly FigureJson[]): Pick<ReturnDocument, "tables"> => ({ tables: { movements: [{ key: { "movement-role-group": roleGroup }, texts: {}, figures: Object.fromEntries(MEASURES.map((measure, at) => [measure, figures[at] ?? null])) }] } });
const FINANCE = "Finance director";

describe("the bridge of a role group", () => {
  it.each<[string, Pick<ReturnDocument, "tables">, Pick<ReturnDocument, "tables"> | null, number | null, number | null, string]>([
    ["that adds up", movements(FINANCE, 39, 4, 1, 5, 0, 39), movements("finance director", 36, 4, 0, 1, 0, 39), 0, 0, "Finance director: 39 at the start, 4 joined, 1 moved in, 5 left, 0 moved out and 39 at the end. It adds up."],
    ["that ends with one too many", movements(FINANCE, 39, 4, 1, 5, 0, 40), null, 1, null, "Finance director: 39 at the start, 4 joined, 1 moved in, 5 left, 0 moved out and 40 at the end. It does not add up: the movements lead to 39, so 1 more is at the end than they explain."],
    ["that ends with two too few", movements(FINANCE, 39, 4, 1, 5, 0, 37), null, -2, null, "Finance director: 39 at the start, 4 joined, 1 moved in, 5 left, 0 moved out and 37 at the end. It does not add up: the movements lead to 39, so 2 fewer are at the end than they explain."],
    ["that does not start where the last one ended", movements(FINANCE, 39, 0, 0, 0, 0, 39), movements(FINANCE, 36, 4, 0, 0, 0, 40), 0, -1, "Finance director: 39 at the start, 0 joined, 0 moved in, 0 left, 0 moved out and 39 at the end. It adds up. The last return closed with 40, not with what this one opens with."],
    ["of which one part was left blank", movements(FINANCE, 39, null, 0, 0, 0, 39), null, null, null, "Finance director: 39 at the start, (not entered) joined, 0 moved in, 0 left, 0 moved out and 39 at the end. Whether it adds up cannot be told without how many joined."],
    ["of which two parts are withheld", movements(FINANCE, 39, { withheld: "<5" }, 0, { withheld: "<5" }, 0, 39), null, null, null, "Finance director: 39 at the start, (withheld) joined, 0 moved in, (withheld) left, 0 moved out and 39 at the end. Whether it adds up cannot be told without how many joined or left."],
    ["in tenths, without dust", movements(FINANCE, 0.1, 0.2, 0, 0, 0, 0.3), null, 0, null, "Finance director: 0.1 at the start, 0.2 joined, 0 moved in, 0 left, 0 moved out and 0.3 at the end. It adds up."],
  ])("%s", (_, now, last, unexplained, sinceLast, says) => expect(bridgeOf(now, last).map((line) => [line.unexplained, line.sinceLast, line.says])).toEqual([[unexplained, sinceLast, says]]));

  it("is not there where a return has no movements", () => expect(bridgeOf({ tables: {} }, movements(FINANCE, 1, 0, 0, 0, 0, 1))).toEqual([]));
});
