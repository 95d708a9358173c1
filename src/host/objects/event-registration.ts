/** How pages ask for events: the wire's register and unregister methods, by the event numbers of the library. */
import { method, type Method, type Owned } from "./definition";
import type { Session } from "./session";

/** Event numbers on the wire. */
export const eventType = {
  worksheetChanged: 10, worksheetActivated: 11, worksheetDeactivated: 12, worksheetAdded: 13, worksheetSelectionChanged: 14, worksheetDeleted: 15,
  worksheetCalculated: 16, worksheetFormatChanged: 18, worksheetNameChanged: 25, worksheetVisibilityChanged: 26, worksheetMoved: 27,
  tableSelectionChanged: 100, tableChanged: 101, tableAdded: 102, tableDeleted: 103,
} as const;

interface Registration { readonly register: string; readonly since: string; readonly type: number }

const registration = (register: string, since: string, type: number): Registration => ({ register, since, type });

/** onChanged, onActivated, onDeactivated, onSelectionChanged, onCalculated, onFormatChanged, onNameChanged, onVisibilityChanged. */
const sheetEvents: readonly Registration[] = [
  registration("_RegisterDataChangedEvent", "1.7", eventType.worksheetChanged),
  registration("_RegisterActivatedEvent", "1.7", eventType.worksheetActivated),
  registration("_RegisterDeactivatedEvent", "1.7", eventType.worksheetDeactivated),
  registration("_RegisterSelectionChangedEvent", "1.7", eventType.worksheetSelectionChanged),
  registration("_RegisterCalculatedEvent", "1.8", eventType.worksheetCalculated),
  registration("_RegisterFormatChangedEvent", "1.9", eventType.worksheetFormatChanged),
  registration("_RegisterEventNameChanged", "1.17", eventType.worksheetNameChanged),
  registration("_RegisterEventVisibilityChanged", "1.17", eventType.worksheetVisibilityChanged),
];
export const worksheetEvents = sheetEvents;
export const worksheetCollectionEvents: readonly Registration[] = [
  ...sheetEvents,
  registration("_RegisterAddedEvent", "1.7", eventType.worksheetAdded),
  registration("_RegisterDeletedEvent", "1.7", eventType.worksheetDeleted),
  registration("_RegisterEventMoved", "1.17", eventType.worksheetMoved),
];
export const tableEvents: readonly Registration[] = [
  registration("_RegisterDataChangedEvent", "1.7", eventType.tableChanged),
  registration("_RegisterSelectionChangedEvent", "1.7", eventType.tableSelectionChanged),
];
export const tableCollectionEvents: readonly Registration[] = [
  registration("_RegisterDataChangedEvent", "1.7", eventType.tableChanged),
  registration("_RegisterAddedEvent", "1.9", eventType.tableAdded),
  registration("_RegisterDeletedEvent", "1.9", eventType.tableDeleted),
];

/** What a collection's events are addressed to when they are about the whole workbook. */
export const WORKBOOK_TARGET = "Workbook";

/** @param targetOf - what the library addresses the object's events to: its id, or "Workbook" */
export function eventMethods<S extends Owned & { readonly session: Session }>(events: readonly Registration[], targetOf: (self: S) => string): Readonly<Record<string, Method<S>>> {
  return Object.fromEntries(events.flatMap(({ register, since, type }) => [
    [register, method<S>(since, (self) => self.session.listenTo(self.session.page, type, targetOf(self)), "recorded")],
    [register.replace("_Register", "_Unregister"), method<S>(since, (self) => self.session.stopListening(self.session.page, type, targetOf(self)), "recorded")],
  ]));
}
