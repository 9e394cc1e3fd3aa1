import { describe, expect, it } from "vitest";
import { dateIn, isoDate } from "./dates.ts";

describe("a stated date", () => {
  it.each([
    ["2031-03-02T11:30:00Z", "2031-03-02T11:30:00Z"],
    ["2031-03-02T11:30:00.123+01:00", "2031-03-02T11:30:00+01:00"],
    ["2031-03-02T11:30:00+0100", "2031-03-02T11:30:00+01:00"],
    ["2031-03-02 11:30", "2031-03-02T11:30:00"],
    ["2031-03-02", "2031-03-02"],
    ["20310302", "2031-03-02"],
    ["1930217400", "2031-03-02T11:30:00Z"],
    ["2 March 2031", "2031-03-02"],
    ["March 2nd, 2031", "2031-03-02"],
    ["Mar. 2, 2031 9:14 AM EST", "2031-03-02T09:14:00-05:00"],
    ["July 2, 2031 at 12:05 am ET", "2031-07-02T00:05:00-04:00"],
    ["Published: 2 March 2031, 2.05pm GMT", "2031-03-02T14:05:00Z"],
    ["Sun, 02 Mar 2031 11:30:00 GMT", "2031-03-02T11:30:00Z"],
    ["2. März 2031, 14:05 Uhr", "2031-03-02T14:05:00"],
    ["2 de marzo de 2031", "2031-03-02"],
    ["02.03.2031", "2031-03-02"],
    ["25/03/2031", "2031-03-25"],
    // A zone or a second that there is none of is left out.
    ["2031-03-02T11:30:00+99:99", "2031-03-02T11:30:00"],
    ["2031-03-02T11:30:00-0160", "2031-03-02T11:30:00"],
    ["20310302113077", "2031-03-02T11:30:00"],
    ["2 March 2031 11:30:77 +9999", "2031-03-02T11:30:00"],
  ])("%s is %s", (text, date) => expect(isoDate(text)).toBe(date));

  it("in digits alone goes by the page's region, and is left open where either could be the day", () => {
    expect(isoDate("03/04/2031", { locale: "en-US" })).toBe("2031-03-04");
    expect(isoDate("03/04/2031", { locale: "en-GB" })).toBe("2031-04-03");
    expect(isoDate("03/04/2031", { locale: "en" })).toBeUndefined();
    expect(isoDate("03/04/2031")).toBeUndefined();
  });

  it.each([
    "",
    "yesterday",
    "March 2",
    "31 February 2031",
    "2031-13-02",
    "0001-01-01T00:00:00",
    "9999-12-31",
    "may 5 boats 2031",
    "1234567",
  ])("%s is none", (text) => expect(isoDate(text)).toBeUndefined());
});

describe("a date within a line", () => {
  it("is found with its time, and where it stands", () => {
    expect(dateIn("San Lucas, 2 March 2031 — 09:14 (CET)")).toEqual({
      value: "2031-03-02T09:14:00+01:00",
      start: 11,
      end: 36,
    });
    expect(dateIn("Updated 11:30 GMT, 2 March 2031")?.value).toBe("2031-03-02T11:30:00Z");
    expect(dateIn("In 2031 the 12 boats left.")).toBeUndefined();
  });
});
