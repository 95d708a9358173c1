/** Many returns at once: no request grows past a megabyte, and Excel is waited for no oftener than the rows need. */
import type { RequestRecord } from "../../src/host/dispatch/answer";
import { openActions } from "../support/actions";
import { commandLine } from "../support/job";
import { madeReturn } from "../support/made-returns";
import { filesOf } from "../support/sent-returns";
import { plainTotal } from "./region-stories";

jest.setTimeout(300_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

describe("a hundred and twenty returns", () => {
  it("go into the workbook in requests under a megabyte, first and again", async () => {
    const asked: RequestRecord[] = [];
    const documents = Array.from({ length: 120 }, (_, index) => madeReturn(3, index));
    const plan = await openActions({ onRequest: (record) => { if (!record.releaseOnly && !record.service) asked.push(record); } });
    try {
      await plan.done(["consolidate", { files: await filesOf(documents) }]);
      const first = asked.splice(0);
      await plan.done(["consolidate", {}]);
      for (const requests of [first, asked]) {
        expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(1_000_000);
        expect(requests.length).toBeLessThanOrEqual(10);
      }
      const sheet = plan.cells().get("Consolidated figures");
      expect(sheet?.get("C19")?.value).toBe(plainTotal(documents, "Other critical post", "posts"));
      expect(sheet?.get("C20")?.value).toBe(plainTotal(documents, null, "posts"));
    } finally {
      plan.close();
    }
    expect(plan.problems).toEqual([]);
  });
});
