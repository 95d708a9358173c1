/** Excel.DocumentProperties, and the custom properties beside them. */
import type { CustomProperty, DocumentProperties } from "../workbook/document";
import { textFrom, wholeFrom } from "./arguments";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass, type Owned, type Scalar } from "./definition";
import { invalidArgument, itemNotFound } from "./refusal";
import type { Session } from "./session";

interface PropertiesSelf extends Owned { readonly session: Session }
interface CustomSelf extends PropertiesSelf { readonly key: string }

const LONGEST = 255;

function property(name: keyof DocumentProperties): Scalar<PropertiesSelf, string> {
  return scalar<PropertiesSelf, string>("1.7", ({ session }) => session.workbook.properties[name], ({ session }, value) => session.workbook.setProperty(name, short(value)));
}

function short(value: unknown): string {
  const text = textFrom(value);
  if (text.length > LONGEST) throw invalidArgument();
  return text;
}

function kept({ session, key }: CustomSelf): CustomProperty {
  const value = session.workbook.customProperties.get(key);
  if (value === undefined) throw itemNotFound();
  return value;
}

/** The kind that Excel gives a value: whole numbers apart from others. */
function valueFrom(value: unknown): CustomProperty {
  if (typeof value === "boolean") return { type: "Boolean", value };
  if (typeof value === "number" && Number.isFinite(value)) return isLong(value) ? { type: "Number", value } : { type: "Float", value };
  return { type: "String", value: short(value) };
}
const isLong = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;

function change({ session }: PropertiesSelf, how: (properties: Map<string, CustomProperty>) => void): void {
  const properties = new Map(session.workbook.customProperties);
  how(properties);
  session.workbook.setCustomProperties(properties);
}

const customPropertyClass: ObjectClass<CustomSelf> = declareClass<Excel.CustomProperty, CustomSelf>("CustomProperty", { identity: ({ key }) => ({ _Id: key }) }, {
  scalars: {
    key: scalar("1.7", ({ key }) => key),
    type: scalar("1.7", (self) => kept(self).type),
    value: scalar("1.7", (self): unknown => kept(self).value, (self, value) => { kept(self); change(self, (properties) => properties.set(self.key, valueFrom(value))); }),
  },
  methods: { delete: method("1.7", (self) => { kept(self); change(self, (properties) => properties.delete(self.key)); }) },
});

/** Keys are compared without regard to case. */
function found({ session }: PropertiesSelf, key: string): HostObject | null {
  const spelt = [...session.workbook.customProperties.keys()].find((other) => other.toLowerCase() === key.toLowerCase());
  return spelt === undefined ? null : customPropertyClass.of({ session, key: spelt });
}
function existing(self: PropertiesSelf, key: string): HostObject {
  const custom = found(self, key);
  if (custom === null) throw itemNotFound();
  return custom;
}

const customPropertiesClass: ObjectClass<PropertiesSelf> = declareClass<Excel.CustomPropertyCollection, PropertiesSelf>(
  "CustomPropertyCollection",
  {
    items: ({ session }) => [...session.workbook.customProperties.keys()].map((key) => customPropertyClass.of({ session, key })),
    item: (self, args) => existing(self, args.text(0)),
  },
  {
    methods: {
      // A key that is there already gets the new value.
      add: method("1.7", (self, args) => {
        const key = short(args.raw(0));
        if (key === "") throw invalidArgument();
        const spelt = [...self.session.workbook.customProperties.keys()].find((other) => other.toLowerCase() === key.toLowerCase()) ?? key;
        const value = valueFrom(args.raw(1));
        change(self, (properties) => properties.set(spelt, value));
        return existing(self, key);
      }),
      deleteAll: method("1.7", (self) => change(self, (properties) => properties.clear())),
      getCount: method("1.7", ({ session }) => session.workbook.customProperties.size),
      getItem: method("1.7", (self, args) => existing(self, args.text(0))),
      getItemOrNullObject: method("1.7", (self, args) => found(self, args.text(0))),
    },
  },
);

export const documentPropertiesClass: ObjectClass<PropertiesSelf> = declareClass<Excel.DocumentProperties, PropertiesSelf>("DocumentProperties", {}, {
  scalars: {
    author: property("author"), category: property("category"), comments: property("comments"), company: property("company"), keywords: property("keywords"),
    manager: property("manager"), subject: property("subject"), title: property("title"),
    creationDate: scalar("1.7", ({ session }) => { const { created } = session.workbook.properties; return created === "" ? null : new Date(created); }),
    lastAuthor: scalar("1.7", ({ session }) => session.workbook.properties.lastAuthor),
    revisionNumber: scalar("1.7", ({ session }) => Number(session.workbook.properties.revision) || 0, ({ session }, value) => session.workbook.setProperty("revision", String(wholeFrom(value)))),
  },
  navigations: { custom: navigation("1.7", (self) => customPropertiesClass.of(self)) },
});
