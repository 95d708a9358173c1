/** From files as they are sent to findings and traces: each place that the region names is the cell of the file that holds the figure. */
import { collect } from "../../../src/returns/collect/collect";
import { keyInWords } from "../../../src/returns/collect/changes";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import { totalled } from "../../../src/returns/consolidate/gather";
import { traceOf } from "../../../src/returns/consolidate/trace";
import { readReturn } from "../../../src/returns/file/read-return";
import { writeReturn } from "../../../src/returns/file/write-return";
import type { ReturnDocument } from "../../../src/returns/format/return-document";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { readCells, type CellsBySheet } from "../../support/plain-cells.cjs";
import { codeOf, madeReturn } from "../../support/made-returns";
import { collecting, small } from "../region-of-returns";

const documents: readonly ReturnDocument[] = [
  ...Array.from({ length: 9 }, (_, index) => madeReturn(11, index, index === 4 ? { tables: (tables) => { tables["profile"] = [...(tables["profile"] ?? [])].reverse(); } } : {})),
  small({ code: "RZA", demand: [["Medical director", 2, 3, 1], ["Finance director", 40, 31, "<5"]], shared: [["Finance director", "Posts", "RZB", 1]], header: { demandUnit: "wte" } }),
  small({ code: "RZB", demand: [["Finance director", 1, "n/a", ""]], shared: [["Medical director", "Posts", "RZA", 1], ["Finance director", "Posts", "RZA", 2]] }),
];

describe("a region read from files", () => {
  const files = new Map<string, CellsBySheet>();
  const byCode = new Map(documents.map((document) => [document.header.organisation.code, document]));
  const arriving = Promise.all(documents.map(async (document) => {
    const bytes = await writeReturn(document);
    const name = `${document.header.organisation.code}.xlsx`;
    files.set(name, readCells(bytes));
    return readReturn({ name, size: bytes.length, bytes });
  }));
  const shownAt = (file: string, place: string): string => { const [sheet = "", cell = ""] = place.split("!"); return String(files.get(file)?.get(sheet)?.get(cell)?.value ?? "(no such cell)"); };
  /** As a return's sheets show a figure. */
  const shown = (figure: unknown): string => (figure === null || figure === undefined ? "" : typeof figure === "object" && "withheld" in figure ? String(figure.withheld) : String(figure));

  it("has each finding in the cell that it is about", async () => {
    const collection = collect(await arriving, collecting);
    expect(collection.included).toHaveLength(documents.length);
    const { findings } = consolidate(collection, shippedPack);
    const placed = findings.filter(({ table, organisation, measure }) => ["demand", "profile", "shared-posts"].includes(table) && byCode.get(organisation)?.tables[table]?.some(({ figures }) => measure in figures) === true);
    expect(new Set(placed.map(({ table }) => table))).toEqual(new Set(["demand", "profile", "shared-posts"]));
    expect(placed.map(({ organisation, key, measure, place }) => [organisation, key, measure, shownAt(`${organisation}.xlsx`, place)]))
      .toEqual(placed.map(({ organisation, table, key, measure }) => [organisation, key, measure, shown(byCode.get(organisation)?.tables[table]?.find((row) => keyInWords(row) === key)?.figures[measure])]));
  });

  it("traces every total to cells that hold what it is made of", async () => {
    const collection = collect(await arriving, collecting);
    const made = consolidate(collection, shippedPack);
    const wrong = (["demand", "profile"] as const).flatMap((table) => made[table].flatMap(({ key }) => totalled[table].flatMap((measure) => {
      const lines = traceOf(collection, made, { table, key, measure });
      const cells = lines.map(({ file, place }) => shownAt(file, place));
      return JSON.stringify(cells.map((cell) => (cell === "(no such cell)" ? "" : cell))) === JSON.stringify(lines.map(({ figure }) => shown(figure))) ? [] : [[table, key, measure, cells]];
    })));
    expect(wrong).toEqual([]);
    expect(traceOf(collection, made, { table: "demand", key: { "role-group": "Finance director" }, measure: "posts" })).toHaveLength(11);
    expect(collection.register.map(({ code }) => code)).toEqual([...Array.from({ length: 9 }, (_, index) => codeOf(index)), "RZA", "RZB"]);
  });
});
