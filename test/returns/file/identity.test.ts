/** Writing and reading give back any return, whatever people pasted into its cells. */
import { readReturn } from "../../../src/returns/file/read-return";
import { writeReturn } from "../../../src/returns/file/write-return";
import { awkwardReturn } from "../../support/awkward-returns";
import { Chance } from "../../support/chance";

describe("any return", () => {
  it("is the same after it was written and read, for 300 seeds", async () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const document = awkwardReturn(new Chance(seed));
      const bytes = await writeReturn(document);
      const arrival = await readReturn({ name: `seed ${seed}`, size: bytes.length, bytes });
      expect(arrival).toEqual({ kind: "read", file: `seed ${seed}`, document, wholeness: "as-written", notes: [] });
    }
  }, 60_000);
});
