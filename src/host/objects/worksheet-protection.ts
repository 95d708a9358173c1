/** Excel.WorksheetProtection. The host keeps no passwords: it refuses to set one, and to lift protection that has one. */
import { fieldsFrom } from "./arguments";
import { declareClass, method, scalar, type ObjectClass } from "./definition";
import { accessDenied, invalidArgument, unsupportedOperation } from "./refusal";
import { present, type SheetSelf } from "./worksheet";

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
      if (args.has(1) && args.text(1) !== "") throw unsupportedOperation("Passwords are not implemented by this host.");
      sheet.set("protection", { options: optionsFrom(args.raw(0)), passwordAttributes: {} });
    }),
    unprotect: method("1.2", (self) => {
      const sheet = present(self);
      const protection = sheet.get("protection");
      if (protection === null) return;
      if (Object.keys(protection.passwordAttributes).length > 0) throw accessDenied();
      sheet.set("protection", null);
    }),
  },
});
