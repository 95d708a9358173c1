import { displayText } from "../../../src/host/calc/number-format";
import { cellError } from "../../../src/host/workbook/values";

describe("a cell shows", () => {
  it.each([
    { value: 1234.5, format: "General", text: "1234.5", because: "General keeps what was entered" },
    { value: 1 / 3, format: "General", text: "0.333333333", because: "General shows eleven characters" },
    { value: 0.1 + 0.2, format: "General", text: "0.3", because: "the error of binary fractions is not shown" },
    { value: 123456789012, format: "General", text: "1.23457E+11", because: "twelve digits are too many for General" },
    { value: 12345678901.5, format: "General", text: "12345678902", because: "eleven whole digits leave no room for decimals" },
    { value: 0.5, format: "0%", text: "50%", because: "a percentage is a hundred times the number" },
    { value: 1234567.891, format: "#,##0.00", text: "1,234,567.89", because: "commas stand between thousands" },
    { value: -5, format: "0;(0)", text: "(5)", because: "negative numbers have their own section" },
    { value: 0, format: "0;-0;\"none\"", text: "none", because: "zero has its own section" },
    { value: 7, format: ";;;", text: "", because: "three semicolons hide a value" },
    { value: 45000, format: "dd/mm/yyyy", text: "15/03/2023", because: "dates are days since 1900" },
    { value: 60, format: "d mmm yyyy", text: "29 Feb 1900", because: "Excel has a day that never was" },
    { value: -1, format: "dd/mm/yyyy", text: "########", because: "there is no date before 1900" },
    { value: 1.5, format: "[h]:mm", text: "36:00", because: "brackets count hours past a day" },
    { value: 12, format: "#,##0_)", text: "12 ", because: "room is left for a bracket" },
    { value: "abc", format: "0.00", text: "abc", because: "a number format says nothing about text" },
    { value: "abc", format: '0;0;0;"<"@">"', text: "<abc>", because: "text has the fourth section" },
    { value: 12.5, format: "@", text: "12.5", because: "a number as text is shown in General" },
    { value: true, format: "0.00", text: "TRUE", because: "logical values ignore formats" },
    { value: null, format: "0.00", text: "", because: "a blank cell shows nothing" },
    { value: cellError("#N/A"), format: "0.00", text: "#N/A", because: "errors ignore formats" },
    { value: 5, format: '0"x', text: "5", because: "a broken code counts as General" },
  ])("$text for $value as $format: $because", ({ value, format, text }) => {
    expect(displayText(value, format, false)).toEqual({ text, colour: null });
  });

  it("dates four years and a day later where the workbook counts from 1904", () => {
    expect([displayText(0, "dd/mm/yyyy", true).text, displayText(1462, "dd/mm/yyyy", false).text]).toEqual(["01/01/1904", "01/01/1904"]);
    expect(displayText(5, "0.0", true).text).toBe("5.0");
  });

  it.each([
    { value: -5, format: "0;[Red]-0", colour: "#FF0000" },
    { value: 5, format: "0;[Red]-0", colour: null },
    { value: 5, format: "[Blue]0;[Red]-0", colour: "#0000FF" },
    { value: -5, format: "0;[Color10]-0", colour: "#008000" },
    { value: 120, format: "[>100][Magenta]0;0", colour: "#FF00FF" },
    { value: 1.5, format: "[h]:mm", colour: null },
  ])("$value in colour $colour where the format is $format", ({ value, format, colour }) => {
    expect(displayText(value, format, false).colour).toBe(colour);
  });
});
