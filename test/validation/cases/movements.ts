/** Cases of rules over Movements: the figures are given here, headings first. */
import { oneRow, type WaitingExample } from "./waiting";

const MOVEMENTS = "movement-role-group opening joiners moved-in leavers moved-out closing net-change movement-posts movement-vacancies";

export const movementExamples: readonly WaitingExample[] = [
  oneRow("E50.sum", "one left who is still counted", "movements", MOVEMENTS, [["Finance", 39, 4, 1, 5, 0, 40, 0, 42, 3], ["Finance", 39, 4, 1, 5, 0, 39, 0, 42, 3], ["Finance", 39, 4, 1, 4, 0, 40, 1, 42, 3]], "G2"),
  oneRow("E50.opening", "40 were there when the last return closed", "movements", MOVEMENTS, [["Finance", 39, 4, 1, 5, 0, 39, 0, 42, 3], ["Finance", 40, 4, 1, 5, 0, 40, 0, 42, 3], ["Finance", 40, 4, 1, 6, 0, 39, -1, 42, 3]], "B2", { last: { movements: [MOVEMENTS.split(" "), ["Finance", 36, 4, 0, 0, 0, 40, 4, 42, 2]] } }),
  oneRow("E50.posts", "39 hold posts, not 40", "movements", MOVEMENTS, [["Finance", 39, 4, 1, 4, 0, 40, 1, 42, 3], ["Finance", 39, 4, 1, 5, 0, 39, 0, 42, 3], ["Finance", 39, 4, 1, 4, 0, 40, 1, 42, 2]], "G2"),
  oneRow("E11.movements", "leavers have no sign of their own", "movements", MOVEMENTS, [["Finance", 39, 4, 1, -5, 0, 39, 0, 42, 3], ["Finance", 39, 4, 1, 0, 0, 44, 5, 42, 3], ["Finance", 39, 4, 1, 5, 0, 39, 0, 42, 3]], "E2"),
  oneRow("W55", "five fewer where there were five more", "movements", MOVEMENTS, [["Finance", 39, 0, 0, 5, 0, 34, -5, 42, 8], ["Finance", 39, 0, 0, 6, 0, 33, -6, 42, 9], ["Finance", 39, 5, 0, 0, 0, 44, 5, 42, 3]], "H2", { last: { movements: [MOVEMENTS.split(" "), ["Finance", 34, 5, 0, 0, 0, 39, 5, 42, 3]] } }),
];
