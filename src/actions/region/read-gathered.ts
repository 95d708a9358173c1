/** What a region's workbook holds, gathered again from the returns that it keeps, without changing anything. */
import { findOurs } from "../../excel/identity";
import { readRegion, type RegionReading } from "../../excel/region/read-region";
import { inExcel } from "../../excel/session";
import { ActionProblem, type Progress } from "../action";
import { withExcelWords } from "../excel-words";
import { Turns } from "../turns";
import type { RegionGiven } from "./collecting-for";
import { gather, GATHERED_FROM, type Gathered } from "./gathering";

export const NOTHING_GIVEN: RegionGiven = { draftsToo: false, expected: [] };

/**
 * Two syncs, and more where there are many returns.
 * @throws ActionProblem "no-returns" where the workbook keeps none
 */
export async function readGathered({ step, signal }: Progress, says: string): Promise<{ readonly reading: RegionReading; readonly gathered: Gathered }> {
  step(says, 0, 0);
  signal.throwIfAborted();
  const { rest } = new Turns(signal);
  const reading = await withExcelWords(() => inExcel("reading the returns", async (context) => readRegion(context, await findOurs(context), new Set(GATHERED_FROM))));
  const gathered = await gather(reading, NOTHING_GIVEN, [], rest);
  assertReturns(gathered);
  return { reading, gathered };
}

/** @throws ActionProblem "no-returns" */
export function assertReturns({ returns }: Gathered): void {
  if (returns.length === 0) throw new ActionProblem("no-returns", "This workbook keeps no returns yet. Collect them first, under Consolidate. Nothing was changed.");
}
