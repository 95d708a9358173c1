/** Years and dates as the returns use them. */
import { dateOfSerial, fallsIn, financialYear, financialYearOf, isoDate, longDate, serialOfDate, type IsoDate } from "../../src/domain/period";

function date(text: string): IsoDate {
  const read = isoDate(text);
  if (read === null) throw new RangeError(`${text} is no date`);
  return read;
}

describe("financialYear", () => {
  it.each([
    { text: "2009/10", year: { label: "2009/10", start: "2009-04-01", end: "2010-03-31" }, because: "the usual spelling" },
    { text: "2009-10", year: { label: "2009/10", start: "2009-04-01", end: "2010-03-31" }, because: "a hyphen is often typed" },
    { text: " 2009/2010 ", year: { label: "2009/10", start: "2009-04-01", end: "2010-03-31" }, because: "both years in full" },
    { text: "1999/00", year: { label: "1999/00", start: "1999-04-01", end: "2000-03-31" }, because: "the century turns inside the year" },
    { text: "2009/11", year: null, because: "the second year must follow the first" },
    { text: "2009", year: null, because: "a calendar year is another period" },
    { text: "April 2009", year: null, because: "a month is not a year" },
    { text: "0009/10", year: null, because: "the NHS began in 1948" },
  ])("$text ($because)", ({ text, year }) => expect(financialYear(text)).toEqual(year));
});

describe("dates", () => {
  it("31 March is the last day of a financial year and 1 April the first of the next", () => {
    expect(financialYearOf(date("2010-03-31"))?.label).toBe("2009/10");
    expect(financialYearOf(date("2010-04-01"))?.label).toBe("2010/11");
  });

  it.each([
    { day: "2009-04-01", inside: true }, { day: "2010-03-31", inside: true }, { day: "2009-03-31", inside: false }, { day: "2010-04-01", inside: false },
  ])("$day falls in 2009/10: $inside", ({ day, inside }) => {
    const year = financialYear("2009/10");
    expect(year !== null && fallsIn(year, date(day))).toBe(inside);
  });

  it.each([
    ["1900-01-01", 1], ["1900-02-28", 59], ["1900-03-01", 61], ["2000-02-29", 36585], ["2009-03-31", 39903], ["2026-12-31", 46387], ["9999-12-31", 2958465],
  ])("%s is day %i in a sheet, and back", (day, serial) => {
    expect(serialOfDate(date(day))).toBe(serial);
    expect(dateOfSerial(serial)).toBe(day);
  });

  it("every day from 1999 to 2012 goes to its number and back", () => {
    const wrong = Array.from({ length: 5000 }, (_, offset) => 36161 + offset).filter((serial) => {
      const day = dateOfSerial(serial);
      return day === null || isoDate(day) === null || serialOfDate(day) !== serial;
    });
    expect(wrong).toEqual([]);
  });

  it.each([["2009-02-29", null], ["2008-02-29", "2008-02-29"], ["2009-13-01", null], ["2009-4-1", null], ["31/03/2009", null], ["1900-02-29", null]])(
    "%s read as a date is %s", (text, read) => expect(isoDate(text)).toBe(read));

  it.each([[0, null], [-1, null], [60, null], [2958466, null], [Number.NaN, null]])("day %d does not exist", (serial, read) => expect(dateOfSerial(serial)).toBe(read));

  it("a date in a sentence", () => expect(longDate(date("2009-03-31"))).toBe("31 March 2009"));
});
