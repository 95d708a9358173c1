/** Excel.WorksheetCustomPropertyCollection and its items. Keys are compared without regard to case. */
import { textFrom } from "./arguments";
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "./definition";
import { itemNotFound } from "./refusal";
import { present, type SheetSelf } from "./worksheet";

interface PropertySelf extends SheetSelf { readonly key: string }

function spelling(self: SheetSelf, key: string): string | null {
  const wanted = key.toLowerCase();
  return [...present(self).get("properties").keys()].find((other) => other.toLowerCase() === wanted) ?? null;
}

function put(self: SheetSelf, key: string, value: string): void {
  const sheet = present(self);
  sheet.set("properties", new Map(sheet.get("properties")).set(spelling(self, key) ?? key, value));
}

function kept(self: PropertySelf): string {
  const value = present(self).get("properties").get(self.key);
  if (value === undefined) throw itemNotFound();
  return value;
}

const propertyClass: ObjectClass<PropertySelf> = declareClass<Excel.WorksheetCustomProperty, PropertySelf>("WorksheetCustomProperty", { identity: ({ key }) => ({ _Id: key }) }, {
  scalars: {
    key: scalar("1.12", ({ key }) => key),
    value: scalar("1.12", kept, (self, value) => put(self, self.key, textFrom(value))),
  },
  methods: {
    delete: method("1.12", (self) => {
      kept(self);
      const properties = new Map(self.sheet.get("properties"));
      properties.delete(self.key);
      self.sheet.set("properties", properties);
    }),
  },
});

function found(self: SheetSelf, key: string): HostObject | null {
  const spelt = spelling(self, key);
  return spelt === null ? null : propertyClass.of({ ...self, key: spelt });
}
function existing(self: SheetSelf, key: string): HostObject {
  const property = found(self, key);
  if (property === null) throw itemNotFound();
  return property;
}

export const customPropertiesClass: ObjectClass<SheetSelf> = declareClass<Excel.WorksheetCustomPropertyCollection, SheetSelf>(
  "WorksheetCustomPropertyCollection",
  {
    items: (self) => [...present(self).get("properties").keys()].map((key) => propertyClass.of({ ...self, key })),
    item: (self, args) => existing(self, args.text(0)),
  },
  {
    methods: {
      add: method("1.12", (self, args) => {
        put(self, args.text(0), args.text(1));
        return existing(self, args.text(0));
      }),
      getCount: method("1.12", (self) => present(self).get("properties").size),
      getItem: method("1.12", (self, args) => existing(self, args.text(0))),
      getItemOrNullObject: method("1.12", (self, args) => found(self, args.text(0))),
    },
  },
);
