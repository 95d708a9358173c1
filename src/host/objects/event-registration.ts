/** How pages ask for events: the wire's register and unregister methods, by the event numbers of the library. */
import { method, type Method, type Owned } from "./definition";
import type { Session } from "./session";

/** Event numbers on the wire. */
export const eventType = {
  worksheetChanged: 10, worksheetActivated: 11, worksheetDeactivated: 12, worksheetAdded: 13, worksheetSelectionChanged: 14, worksheetDeleted: 15,
  worksheetCalculated: 16, worksheetFormatChanged: 18, rowSorted: 19, columnSorted: 20, singleClicked: 21, rowHiddenChanged: 22, formulaChanged: 23,
  protectionChanged: 24, worksheetNameChanged: 25, worksheetVisibilityChanged: 26, worksheetMoved: 27, chartAdded: 50, chartDeleted: 53,
  tableSelectionChanged: 100, tableChanged: 101, tableAdded: 102, tableDeleted: 103,
  commentAdded: 250, commentDeleted: 251, commentChanged: 252, autoSaveChanged: 2200, workbookActivated: 2203,
} as const;

interface Registration { readonly register: string; readonly since: string; readonly type: number }

const registration = (register: string, since: string, type: number): Registration => ({ register, since, type });

/** Those of one sheet, which the collection has for every sheet. */
const sheetEvents: readonly Registration[] = [
  registration("_RegisterDataChangedEvent", "1.7", eventType.worksheetChanged),
  registration("_RegisterActivatedEvent", "1.7", eventType.worksheetActivated),
  registration("_RegisterDeactivatedEvent", "1.7", eventType.worksheetDeactivated),
  registration("_RegisterSelectionChangedEvent", "1.7", eventType.worksheetSelectionChanged),
  registration("_RegisterCalculatedEvent", "1.8", eventType.worksheetCalculated),
  registration("_RegisterFormatChangedEvent", "1.9", eventType.worksheetFormatChanged),
  registration("_RegisterRowSortedEvent", "1.10", eventType.rowSorted),
  registration("_RegisterColumnSortedEvent", "1.10", eventType.columnSorted),
  registration("_RegisterSingleClickedEvent", "1.10", eventType.singleClicked),
  registration("_RegisterRowHiddenChangedEvent", "1.11", eventType.rowHiddenChanged),
  registration("_RegisterFormulaChangedEvent", "1.13", eventType.formulaChanged),
  registration("_RegisterProtectionChangedEvent", "1.14", eventType.protectionChanged),
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
export const workbookEvents: readonly Registration[] = [
  registration("_RegisterActivatedEvent", "1.13", eventType.workbookActivated),
  // The host has no place that saves by itself, so the setting never changes.
  registration("_RegisterAutoSaveSettingChangedEvent", "1.9", eventType.autoSaveChanged),
];
export const chartCollectionEvents: readonly Registration[] = [
  registration("_RegisterAddedEvent", "1.8", eventType.chartAdded),
  registration("_RegisterDeletedEvent", "1.8", eventType.chartDeleted),
];
export const commentEvents: readonly Registration[] = [
  registration("_RegisterAddedEvent", "1.12", eventType.commentAdded),
  registration("_RegisterChangedEvent", "1.12", eventType.commentChanged),
  registration("_RegisterDeletedEvent", "1.12", eventType.commentDeleted),
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
