/** A job file is read strictly: a slip that were passed over would look like success. */
import { readJob } from "../../../src/workbench/runner/job-file";

const job = (text: string): unknown => readJob(text, "job.json");
const withStep = (step: string): string => `{"profile": {"platform": "web", "api": "1.14"}, "steps": [{"do": "check"}, ${step}]}`;

describe("a job file", () => {
  it("is read into its profile and steps", () => {
    expect(job(`\uFEFF{"profile": {"platform": "mac", "api": "1.12"}, "steps": [
      {"do": "insert-template", "with": {"structure": "2009"}}, {"do": "check"},
      {"type": {"sheet": "Sheet1", "at": "C7", "values": [[1, "n/a"], [null, true]]}}, {"expect": {"sheet": "Sheet1", "at": "$aa$1", "values": [[""]]}}]}`)).toEqual({
      profile: { platform: "mac", api: "1.12" }, faults: {},
      steps: [
        { kind: "do", action: "insert-template", options: { structure: "2009" } },
        { kind: "do", action: "check", options: {} },
        { kind: "type", block: { sheet: "Sheet1", row: 6, column: 2, values: [[1, "n/a"], [null, true]] } },
        { kind: "expect", block: { sheet: "Sheet1", row: 0, column: 26, values: [[""]] } },
      ],
    });
  });

  it("takes a profile by its name, and faults beside it", () => {
    expect(job('{"profile": "excel-2021", "faults": {"protection-refused": true, "settings-lost": false}, "steps": []}')).toEqual({
      profile: { platform: "desktop", api: "1.14" }, faults: { "protection-refused": true, "settings-lost": false }, steps: [],
    });
  });

  it("without a profile stands for Excel on the web", () => {
    expect(job('{"steps": []}')).toEqual({ profile: { platform: "web", api: "1.14" }, faults: {}, steps: [] });
  });

  it.each([
    { what: "words instead of JSON", text: "do everything", says: "job.json is not JSON: line 1: " },
    { what: "a comma too many", text: '{\n"steps": [\n{"do": "check"},\n]\n}', says: "job.json is not JSON: line 4: Unexpected token ']'. Put that right and run it again." },
    { what: "a file that is cut off", text: '{\n"steps": [\n{"do": "che', says: "job.json is not JSON: line 3: " },
    { what: "a name without quotes", text: '{"profile": {"platform": "web", "api": "1.14"},\n\n steps: []}', says: "job.json is not JSON: line 3: " },
    { what: "nothing", text: "", says: "job.json is not JSON: line 1: " },
    { what: "a list", text: "[]", says: 'job.json is not a job. Write an object with "profile" and "steps".' },
    { what: "no steps", text: "{}", says: "job.json has no list of steps." },
    { what: "a field that is not known", text: '{"steps": [], "stpes": []}', says: 'job.json: "stpes" is not known here.' },
    { what: "an unknown platform", text: '{"profile": {"platform": "abacus"}, "steps": []}', says: 'the platform "abacus" is not known. Use "web", "desktop", "mac".' },
    { what: "a version as a number", text: '{"profile": {"api": 1.14}, "steps": []}', says: "the api 1.14 is not a version." },
    { what: "a name of no profile", text: '{"profile": "excel-2016", "steps": []}', says: 'the profile "excel-2016" is not known. Use "excel-2021", "excel-2024", "microsoft-365", "web", "mac", or an object' },
    { what: "a name of no fault", text: '{"faults": {"rain": true}, "steps": []}', says: 'job.json, faults: "rain" is not known here. Use "cell-being-edited", ' },
    { what: "a fault that is neither on nor off", text: '{"faults": {"settings-lost": "yes"}, "steps": []}', says: 'job.json, faults: settings-lost is "yes". Write true to switch it on, false to switch it off.' },
    { what: "a fault that the platform cannot have", text: '{"profile": "web", "faults": {"another-workbook-in-front": true}, "steps": []}', says: "another-workbook-in-front does not happen on web; it does on desktop and mac. Choose another profile" },
    { what: "a profile's slip", text: '{"profile": {"platfrom": "web"}, "steps": []}', says: 'job.json, profile: "platfrom" is not known here.' },
    { what: "a step that is text", text: withStep('"check"'), says: "job.json, step 2 is not an object." },
    { what: "a step of no known kind", text: withStep('{"hope": "for the best"}'), says: "job.json, step 2 is a step of no known kind." },
    { what: "two steps in one", text: withStep('{"do": "check", "paste": {}}'), says: "job.json, step 2 is do and paste at once." },
    { what: "an action beside a slip", text: withStep('{"do": "check", "whit": {}}'), says: 'job.json, step 2: "whit" is not known here.' },
    { what: "an action that is no text", text: withStep('{"do": 7}'), says: 'job.json, step 2: "do" is not an action\'s id.' },
    { what: "options that are a list", text: withStep('{"do": "check", "with": []}'), says: 'job.json, step 2 (check): "with" is not an object' },
    { what: "no sheet", text: withStep('{"type": {"at": "A1", "values": [[1]]}}'), says: 'job.json, step 2 (type): "sheet" is missing.' },
    { what: "an area instead of a cell", text: withStep('{"type": {"sheet": "S", "at": "A1:B2", "values": [[1]]}}'), says: '"at" is "A1:B2", which is not a cell.' },
    { what: "a cell off the sheet", text: withStep('{"paste": {"sheet": "S", "at": "ZZZ1", "values": [[1]]}}'), says: '"at" is "ZZZ1", which is not a cell.' },
    { what: "values that are one row only", text: withStep('{"type": {"sheet": "S", "at": "A1", "values": [1, 2]}}'), says: '"values" is not a list of rows' },
    { what: "no values", text: withStep('{"type": {"sheet": "S", "at": "A1", "values": []}}'), says: '"values" is not a list of rows' },
    { what: "an object as a value", text: withStep('{"expect": {"sheet": "S", "at": "A1", "values": [[{}]]}}'), says: '"values" is not a list of rows' },
  ])("with $what is refused, and the place is named", ({ text, says }) => {
    expect(() => job(text)).toThrow(says);
  });
});
