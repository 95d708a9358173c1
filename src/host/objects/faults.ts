/** What goes wrong in Excel now and then, each to be switched on by itself: as data, and as it is at work in one open workbook. */
import { platformRules, type Platform, type Profile } from "./profile";
import { refusedAs } from "./refusal";

interface Fault {
  /** What happens while it is on. */
  readonly says: string;
  /** Where it was seen or is documented. */
  readonly source: string;
  readonly known: "documented" | "reported";
  /** Platforms on which it is on unless it is switched off. */
  readonly usualOn: readonly Platform[];
  /** Platforms on which it can happen at all. */
  readonly possibleOn: readonly Platform[];
}

const everywhere: readonly Platform[] = ["web", "desktop", "mac"];
const outsideTheWeb: readonly Platform[] = ["desktop", "mac"];

export const faultTable = {
  "cell-being-edited": {
    says: "a person is editing a cell: every request is refused with InvalidOperationInCellEditMode, or waits where the add-in asked for that (delayForCellEdit)",
    source: "Microsoft's page on cell-edit mode; office-js 625, 806, 3323", known: "documented", usualOn: [], possibleOn: everywhere,
  },
  "another-workbook-in-front": {
    says: "another workbook has the focus: adding, opening, deleting and freezing sheets, selecting cells and hiding gridlines are refused with GeneralException or InvalidSelection",
    source: "Microsoft's page on troubleshooting Excel add-ins", known: "documented", usualOn: [], possibleOn: outsideTheWeb,
  },
  "protection-refused": {
    says: "unprotecting a sheet that is not protected is refused with AccessDenied, as protecting a protected one always is",
    source: "office-js 6784, summer of 2026", known: "reported", usualOn: [], possibleOn: everywhere,
  },
  "changes-untold": {
    says: "what a person enters raises no onChanged",
    source: "office-js 420 (picked from a list), 3729 (text to columns)", known: "reported", usualOn: [], possibleOn: everywhere,
  },
  "table-rows-lost": {
    says: "rows that TableRowCollection.add put in are gone when a co-author's change of the same table arrives",
    source: "Microsoft's page on co-authoring", known: "documented", usualOn: [], possibleOn: everywhere,
  },
  "settings-lost": {
    says: "settings are empty when the workbook is opened, and what is set now is not saved",
    source: "office-js 6091", known: "reported", usualOn: ["mac"], possibleOn: everywhere,
  },
  "custom-xml-lost": {
    says: "custom XML parts are gone when the workbook is opened, and those that are added now are not saved",
    source: "office-js 6091", known: "reported", usualOn: ["mac"], possibleOn: everywhere,
  },
  "other-list-separator": {
    says: "Worksheet.getRanges parts the addresses of a text by semicolons, as lists are parted in this person's country, and refuses commas with InvalidArgument",
    source: "office-js 1985, 2891", known: "reported", usualOn: [], possibleOn: everywhere,
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faultTable;
/** Faults to switch on (true) or off (false) beside those that the platform usually has. */
export type FaultSwitches = { readonly [name in FaultName]?: boolean };

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(faultTable, name);
const names = Object.keys(faultTable).filter(isFaultName);

/** Why a fault cannot be had on a platform, or null. */
export function faultProblem(name: FaultName, platform: Platform): string | null {
  const { possibleOn } = faultTable[name] as Fault;
  return possibleOn.includes(platform) ? null : `${name} does not happen on ${platform}; it does on ${possibleOn.join(" and ")}.`;
}

/** Members that need the workbook's window in front, with the code that each gives otherwise. */
const needsFront: Readonly<Record<string, string>> = {
  "Chart.activate": "GeneralException", "Range.select": "GeneralException", "Table.clearFilters": "GeneralException", "Workbook.getActiveCell": "InvalidSelection",
  "Workbook.getSelectedRange": "InvalidSelection", "Workbook.getSelectedRanges": "InvalidSelection", "Worksheet.activate": "GeneralException",
  "Worksheet.delete": "InvalidSelection", "Worksheet.gridlines =": "GeneralException", "Worksheet.showGridlines =": "GeneralException",
  "Worksheet.headings =": "GeneralException", "Worksheet.showHeadings =": "GeneralException", "WorksheetCollection.add": "GeneralException",
  "WorksheetFreezePanes.freezeAt": "GeneralException", "WorksheetFreezePanes.freezeColumns": "GeneralException", "WorksheetFreezePanes.freezeRows": "GeneralException",
  "WorksheetFreezePanes.getLocationOrNullObject": "GeneralException", "WorksheetFreezePanes.unfreeze": "GeneralException",
};

/** One use of a member that is to be refused, whatever the reason. */
export interface PlannedRefusal {
  /** As in the table of members: "ChartCollection.add", or "Worksheet.name =" for a property that is set. */
  readonly member: string;
  readonly code: string;
  /** Uses that go well before it; none unless said. */
  readonly after?: number;
}

export class Faults {
  private readonly on: Set<FaultName>;
  private planned: PlannedRefusal[] = [];
  private readonly cleared: string[] = [];
  private readonly uses = new Map<string, number>();

  /**
   * @param onCleared - told when a member is used that empties the undo history
   * @throws RangeError for a fault that the platform cannot have
   */
  constructor(private readonly profile: Profile, switches: FaultSwitches, private readonly onCleared: () => void) {
    this.on = new Set(names.filter((name) => switches[name] ?? (faultTable[name] as Fault).usualOn.includes(profile.platform)));
    for (const name of this.on) this.assertPossible(name);
  }

  has(name: FaultName): boolean { return this.on.has(name); }

  /** @throws RangeError for a fault that the platform cannot have */
  turn(name: FaultName, on: boolean): void {
    if (!on) this.on.delete(name);
    else {
      this.assertPossible(name);
      this.on.add(name);
    }
  }

  /** Refuses one use of a member, once. */
  refuse(planned: PlannedRefusal): void { this.planned.push(planned); }
  /** Lets everything through again. */
  refuseNothing(): void { this.planned = []; }

  /** How often each member was used, in the order of first use. */
  get used(): ReadonlyMap<string, number> { return this.uses; }

  /** Members that were used and emptied the undo history, in the order in which they were. */
  get clearedUndo(): readonly string[] { return this.cleared; }

  /** Before a member is used. @throws Refusal where this Excel refuses it now */
  assertUsable(member: string): void {
    this.uses.set(member, (this.uses.get(member) ?? 0) + 1);
    const code = (this.has("another-workbook-in-front") ? needsFront[member] : undefined) ?? this.plannedFor(member);
    if (code !== undefined) throw refusedAs(code, member);
  }

  /** After a member was used. */
  wasUsed(member: string): void {
    if (!platformRules[this.profile.platform].clearsUndo.has(member)) return;
    this.cleared.push(member);
    this.onCleared();
  }

  private plannedFor(member: string): string | undefined {
    const index = this.planned.findIndex((each) => each.member === member);
    const found = this.planned[index];
    if (found === undefined) return undefined;
    const after = found.after ?? 0;
    if (after > 0) this.planned[index] = { ...found, after: after - 1 };
    else this.planned.splice(index, 1);
    return after > 0 ? undefined : found.code;
  }

  private assertPossible(name: FaultName): void {
    const problem = faultProblem(name, this.profile.platform);
    if (problem !== null) throw new RangeError(problem);
  }
}
