/** Excel.WorksheetProtection and Excel.WorkbookProtection. */
import { fieldsFrom } from "./arguments";
import type { Arguments } from "./arguments";
import { declareClass, method, scalar, type ObjectClass, type Owned } from "./definition";
import { hashPassword, isPassword } from "./password-hash";
import { accessDenied, invalidArgument } from "./refusal";
import type { Session } from "./session";
import { present, type SheetSelf } from "./worksheet";

const LONGEST_PASSWORD = 255;
const FLAGS = [
  "allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios", "allowFormatCells", "allowFormatColumns",
  "allowFormatRows", "allowInsertColumns", "allowInsertHyperlinks", "allowInsertRows", "allowPivotTables", "allowSort",
] as const;

function optionsFrom(value: unknown): Readonly<Record<string, boolean | string>> {
  const asked = value === undefined || value === null ? {} : fieldsFrom(value);
  const options: Record<string, boolean | string> = { selectionMode: "Normal" };
  for (const flag of FLAGS) options[flag] = false;
  for (const [name, wish] of Object.entries(asked)) {
    if (wish === null || wish === undefined) continue;
    const isMode = name === "selectionMode" && (wish === "Normal" || wish === "Unlocked" || wish === "None");
    if (isMode) options[name] = String(wish);
    else if (FLAGS.some((flag) => flag === name) && typeof wish === "boolean") options[name] = wish;
    else throw invalidArgument();
  }
  return options;
}

function passwordFrom(args: Arguments, index: number): string {
  const password = args.textOr(index, "");
  if (password.length > LONGEST_PASSWORD) throw invalidArgument();
  return password;
}

export const worksheetProtectionClass: ObjectClass<SheetSelf> = declareClass<Excel.WorksheetProtection, SheetSelf>("WorksheetProtection", {}, {
  scalars: {
    protected: scalar("1.2", (self) => present(self).get("protection") !== null),
    options: scalar("1.2", (self) => present(self).get("protection")?.options ?? null),
  },
  methods: {
    // Protecting a protected sheet is refused, as Excel does.
    protect: method("1.2", (self, args) => {
      const sheet = present(self);
      if (sheet.get("protection") !== null) throw accessDenied();
      const options = optionsFrom(args.raw(0));
      sheet.set("protection", { options, passwordAttributes: hashPassword(passwordFrom(args, 1)) });
    }),
    // Lifting protection that is not there does nothing.
    unprotect: method("1.2", (self, args) => {
      const sheet = present(self);
      const protection = sheet.get("protection");
      if (protection === null && self.session.faults.has("protection-refused")) throw accessDenied();
      if (protection === null) return;
      if (!isPassword(passwordFrom(args, 0), protection.passwordAttributes)) throw accessDenied("The password is not the one that was set.");
      sheet.set("protection", null);
    }),
  },
});

interface WorkbookSelf extends Owned { readonly session: Session }

export const workbookProtectionClass: ObjectClass<WorkbookSelf> = declareClass<Excel.WorkbookProtection, WorkbookSelf>("WorkbookProtection", {}, {
  scalars: { protected: scalar("1.7", ({ session }) => session.workbook.structureLocked) },
  methods: {
    protect: method("1.7", ({ session }, args) => {
      if (session.workbook.structureLocked) throw accessDenied();
      session.workbook.lockStructure(hashPassword(passwordFrom(args, 0)));
    }),
    unprotect: method("1.7", ({ session }, args) => {
      const { workbook } = session;
      if (!workbook.structureLocked) return;
      if (!isPassword(passwordFrom(args, 0), workbook.structurePassword)) throw accessDenied("The password is not the one that was set.");
      workbook.freeStructure();
    }),
  },
});
