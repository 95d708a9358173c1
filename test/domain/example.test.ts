/** The made-up region must hang together, or the first thing a newcomer sees is an error. */
import { madeUpExample } from "../../src/domain/example";
import { numberOf, type Figure } from "../../src/domain/figures";
import { isoDate, type IsoDate } from "../../src/domain/period";
import { groups, horizons, populations, roleGroups } from "../../src/domain/taxonomy";

const asAt: IsoDate = isoDate("2009-07-31") ?? fail("a date");
function fail(what: string): never { throw new Error(what); }
const example = madeUpExample(roleGroups.map((each) => each.name), groups.map((each) => each.name), asAt);
const count = (figure: Figure): number => numberOf(figure) ?? fail("a number");

function people(group: string, population: string): number {
  const row = example.profile.find((each) => each.group === group && each.population === population) ?? fail(`${group}, ${population}`);
  return count(row.inGroup) + count(row.notInGroup) + count(row.unknown);
}

describe("the made-up example", () => {
  it("is the size of a strategic health authority", () => {
    expect(example.demand.map((row) => row.posts).reduce((a, b) => a + b, 0)).toBe(673);
    expect(example.demand).toHaveLength(12);
    expect(example.profile).toHaveLength(35);
  });

  it("sorts the same people by every group: as many post-holders as filled posts, as many ready as are in supply", () => {
    const filled = example.demand.reduce((sum, row) => sum + row.posts - row.demand.now, 0);
    const ready = horizons.map(({ id }) => example.demand.reduce((sum, row) => sum + row.supply[id], 0));
    for (const group of groups) expect(populations.map((population) => people(group.name, population.name))).toEqual([filled, ...ready]);
  });

  it("has no more doctors than clinicians in any population", () => {
    const inGroup = (group: string) => example.profile.filter((row) => row.group === group && row.inGroup.kind === "number").map((row) => count(row.inGroup));
    const clinicians = inGroup("Clinicians");
    expect(inGroup("Doctors").filter((doctors, index) => doctors > (clinicians[index] ?? 0))).toEqual([]);
    expect(clinicians).toHaveLength(6);
  });

  it("has role groups of every colour", () => {
    const ratios = example.demand.map((row) => row.supply.now / row.demand.now);
    expect([ratios.filter((r) => r >= 3).length > 2, ratios.filter((r) => r >= 1 && r < 3).length > 1, ratios.filter((r) => r < 1).length > 2]).toEqual([true, true, true]);
  });

  it("gives figures to role groups and groups of the reader's own", () => {
    const own = madeUpExample(["Chief executive", "Ambulance director"], ["BME", "Carers"], asAt);
    expect(own.demand.map((row) => [row.roleGroup, row.posts])).toEqual([["Chief executive", 42], ["Ambulance director", 28]]);
    expect(own.profile.filter((row) => row.group === "Carers")).toHaveLength(7);
  });

  it("says in every row that it is made up", () => {
    expect([...example.demand, ...example.profile].filter((row) => row.source !== "Made-up example")).toEqual([]);
  });
});
