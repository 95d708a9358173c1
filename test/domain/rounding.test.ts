/** Rounding as the sheets round. */
import { addedUp, roundLikeExcel, sameFigure } from "../../src/domain/rounding";

describe("roundLikeExcel", () => {
  it.each([
    { value: 2.5, places: 0, rounded: 3, because: "a half goes up" },
    { value: -12.5, places: 0, rounded: -13, because: "a half below zero goes away from zero" },
    { value: 1.005, places: 2, rounded: 1.01, because: "the sheet sees 1.005, not the double below it" },
    { value: 2.675, places: 2, rounded: 2.68, because: "the same, where the double is lower still" },
    { value: 0.1 + 0.2, places: 2, rounded: 0.3, because: "dust of binary addition goes" },
    { value: 4.35 * 100, places: 0, rounded: 435, because: "434.99999999999994 is 435 in 15 digits" },
    { value: -0.004, places: 2, rounded: 0, because: "what rounds away is 0, not -0" },
    { value: -0, places: 0, rounded: 0, because: "-0 is 0" },
    { value: 1234.5, places: -2, rounded: 1200, because: "negative places round to hundreds" },
    { value: 1e308, places: 2, rounded: 1e308, because: "a number that large has no decimals" },
    { value: 1e-7, places: 7, rounded: 1e-7, because: "small numbers are spelt with an exponent and still round" },
  ])("$value to $places places is $rounded ($because)", ({ value, places, rounded }) => expect(roundLikeExcel(value, places)).toBe(rounded));

  it.each([[Number.NaN, 0], [Number.POSITIVE_INFINITY, 0], [1, 0.5]])("refuses %d to %d places", (value, places) =>
    expect(() => roundLikeExcel(value, places)).toThrow(RangeError));

  it("figures that show the same are the same", () => {
    expect(sameFigure(2 / 3, 0.67, 2)).toBe(true);
    expect(sameFigure(0.664, 0.67, 2)).toBe(false);
  });
});

describe("addedUp", () => {
  it.each([
    { values: [0.1, 0.2], sum: 0.3, because: "a tenth and two tenths are three tenths" }, { values: Array.from({ length: 5000 }, () => 0.1), sum: 500, because: "many tenths leave no dust" },
    { values: [1.1, -1.1], sum: 0, because: "nothing is -0" }, { values: [], sum: 0, because: "nothing adds up to 0" }, { values: [0.000001, 1e6], sum: 1_000_000.000001, because: "what is a figure is kept" },
  ])("makes $sum, since $because", ({ values, sum }) => {
    expect(addedUp(values)).toBe(sum);
    expect(addedUp([...values].reverse())).toBe(sum);
  });
});
