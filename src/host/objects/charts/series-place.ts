/** Which series of a chart an object is of. It follows its series while others come, go and change places, as in Excel. */
import type { Session } from "../session";

export interface SeriesPlace { at: number }

/** Enough that looking for places that nobody holds any more is rare. */
const MANY = 200;
const held = new WeakMap<Session, Map<string, WeakRef<SeriesPlace>[]>>();

function placesIn(session: Session, chart: string): readonly SeriesPlace[] {
  return (held.get(session)?.get(chart) ?? []).flatMap((reference) => reference.deref() ?? []);
}

/** @param chart - its id */
export function seriesPlace(session: Session, chart: string, at: number): SeriesPlace {
  const charts = held.get(session) ?? new Map<string, WeakRef<SeriesPlace>[]>();
  held.set(session, charts);
  const place: SeriesPlace = { at };
  const before = charts.get(chart) ?? [];
  charts.set(chart, [...(before.length > MANY ? before.filter((reference) => reference.deref() !== undefined) : before), new WeakRef(place)]);
  return place;
}

/** Tells the objects of a chart's series where each series is now. @param to - its new place; null for one that is gone */
export function seriesMoved(session: Session, chart: string, to: (at: number) => number | null): void {
  for (const place of placesIn(session, chart)) if (place.at >= 0) place.at = to(place.at) ?? -1;
}
