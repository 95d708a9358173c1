/** Excel.WorksheetCollection. */
import type { Sheet } from "../workbook/sheet";
import { declareClass, method, type HostObject, type ObjectClass, type Owned } from "./definition";
import { eventMethods, worksheetCollectionEvents } from "./event-registration";
import { itemNotFound } from "./refusal";
import type { Session } from "./session";
import { assertStructureFree, checkSheetName, worksheetClass } from "./worksheet";

interface CollectionSelf extends Owned { readonly session: Session }

const sheetObject = ({ session }: CollectionSelf, sheet: Sheet): HostObject => worksheetClass.of({ session, sheet });

function find({ session }: CollectionSelf, key: string): Sheet | null {
  return session.workbook.sheetById(key) ?? session.workbook.sheetByName(key);
}

function found(sheet: Sheet | null | undefined): Sheet {
  if (sheet === null || sheet === undefined) throw itemNotFound();
  return sheet;
}

function sheets({ session }: CollectionSelf, visibleOnly: boolean): readonly Sheet[] {
  return session.workbook.sheets.filter((sheet) => !visibleOnly || sheet.get("visibility") === "Visible");
}

/** "Sheet1", "Sheet2", …: the first that is free. */
function freeName(session: Session): string {
  for (let n = 1; ; n++) if (!session.workbook.isTabName(`Sheet${n}`)) return `Sheet${n}`;
}

export const worksheetsClass: ObjectClass<CollectionSelf> = declareClass<Excel.WorksheetCollection, CollectionSelf>(
  "WorksheetCollection",
  {
    items: (self) => self.session.workbook.sheets.map((sheet) => sheetObject(self, sheet)),
    item: (self, args) => sheetObject(self, found(find(self, args.text(0)))),
  },
  {
    methods: {
      add: method("1.1", (self, args) => {
        const { session } = self;
        assertStructureFree(session);
        const name = args.has(0) && args.text(0) !== "" ? checkSheetName(session, args.text(0), null) : freeName(session);
        return sheetObject(self, session.workbook.addSheet(name));
      }),
      getActiveWorksheet: method("1.1", (self) => sheetObject(self, self.session.activeSheet)),
      getCount: method("1.4", (self, args) => sheets(self, args.flagOr(0, false)).length),
      getFirst: method("1.5", (self, args) => sheetObject(self, found(sheets(self, args.flagOr(0, false))[0]))),
      getLast: method("1.5", (self, args) => sheetObject(self, found(sheets(self, args.flagOr(0, false)).at(-1)))),
      getItem: method("1.1", (self, args) => sheetObject(self, found(find(self, args.text(0))))),
      getItemOrNullObject: method("1.4", (self, args) => {
        const sheet = find(self, args.text(0));
        return sheet === null ? null : sheetObject(self, sheet);
      }),
    },
    wire: eventMethods(worksheetCollectionEvents, () => "Workbook"),
  },
);
