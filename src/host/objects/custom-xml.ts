/** Excel.CustomXmlPartCollection, CustomXmlPartScopedCollection and CustomXmlPart. Custom XML is not part of undo, as in Excel. */
import type { CustomXmlPart } from "../workbook/document";
import { FileProblem } from "../file/file-problem";
import { scanXml, type XmlElement } from "../file/xml/scan";
import { declareClass, method, scalar, type HostObject, type Method, type ObjectClass, type Owned } from "./definition";
import { generalException, invalidArgument, itemNotFound } from "./refusal";
import type { Session } from "./session";

interface PartsSelf extends Owned { readonly session: Session }
interface ScopedSelf extends PartsSelf { readonly namespace: string }
interface PartSelf extends PartsSelf { readonly id: string }

function kept({ session, id }: PartSelf): CustomXmlPart {
  const part = session.customXml.parts.find((candidate) => candidate.id === id);
  if (part === undefined) throw itemNotFound();
  return part;
}

/** @throws Refusal InvalidArgument for text that is no XML document */
function rootOf(xml: string): XmlElement {
  try {
    return scanXml(xml, "custom XML");
  } catch (error) {
    if (error instanceof FileProblem) throw invalidArgument("The text is no well-formed XML.");
    throw error;
  }
}

/** The namespace of the root element; "" for none. */
function namespaceOf(xml: string): string {
  const { name, attributes } = rootOf(xml);
  const colon = name.indexOf(":");
  return attributes.get(colon < 0 ? "xmlns" : `xmlns:${name.slice(0, colon)}`) ?? "";
}

const partClass: ObjectClass<PartSelf> = declareClass<Excel.CustomXmlPart, PartSelf>("CustomXmlPart", { identity: ({ id }) => ({ Id: id }) }, {
  scalars: {
    id: scalar("1.5", (self) => kept(self).id),
    namespaceUri: scalar("1.5", (self) => namespaceOf(kept(self).xml)),
  },
  methods: {
    delete: method("1.5", (self) => {
      kept(self);
      self.session.customXml.set(self.session.customXml.parts.filter(({ id }) => id !== self.id));
    }),
    getXml: method("1.5", (self) => kept(self).xml),
    setXml: method("1.5", (self, args) => {
      kept(self);
      const xml = args.text(0);
      rootOf(xml);
      self.session.customXml.set(self.session.customXml.parts.map((part) => (part.id === self.id ? { ...part, xml } : part)));
    }),
  },
});

const objects = (session: Session, parts: readonly CustomXmlPart[]): readonly HostObject[] => parts.map(({ id }) => partClass.of({ session, id }));

function within({ session, namespace }: ScopedSelf): readonly CustomXmlPart[] {
  return session.customXml.parts.filter(({ xml }) => namespaceOf(xml) === namespace);
}

function found(session: Session, among: readonly CustomXmlPart[], id: string): HostObject | null {
  const part = among.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  return part === undefined ? null : partClass.of({ session, id: part.id });
}
function existing(session: Session, among: readonly CustomXmlPart[], id: string): HostObject {
  const part = found(session, among, id);
  if (part === null) throw itemNotFound();
  return part;
}

/** What both collections have. */
function shared<S extends PartsSelf>(parts: (self: S) => readonly CustomXmlPart[]): { readonly getCount: Method<S>; readonly getItem: Method<S>; readonly getItemOrNullObject: Method<S> } {
  return {
    getCount: method("1.5", (self) => parts(self).length),
    getItem: method("1.5", (self, args) => existing(self.session, parts(self), args.text(0))),
    getItemOrNullObject: method("1.5", (self, args) => found(self.session, parts(self), args.text(0))),
  };
}

const scopedClass: ObjectClass<ScopedSelf> = declareClass<Excel.CustomXmlPartScopedCollection, ScopedSelf>(
  "CustomXmlPartScopedCollection",
  { items: (self) => objects(self.session, within(self)), item: (self, args) => existing(self.session, within(self), args.text(0)) },
  {
    methods: {
      ...shared(within),
      getOnlyItem: method("1.5", (self) => {
        const [first, second] = within(self);
        if (first === undefined || second !== undefined) throw generalException("The collection does not hold exactly one part.");
        return partClass.of({ session: self.session, id: first.id });
      }),
      getOnlyItemOrNullObject: method("1.5", (self) => {
        const [first, second] = within(self);
        if (second !== undefined) throw generalException("The collection holds more than one part.");
        return first === undefined ? null : partClass.of({ session: self.session, id: first.id });
      }),
    },
  },
);

const all = ({ session }: PartsSelf): readonly CustomXmlPart[] => session.customXml.parts;

export const customXmlClass: ObjectClass<PartsSelf> = declareClass<Excel.CustomXmlPartCollection, PartsSelf>(
  "CustomXmlPartCollection",
  { items: (self) => objects(self.session, all(self)), item: (self, args) => existing(self.session, all(self), args.text(0)) },
  {
    methods: {
      ...shared(all),
      add: method("1.5", ({ session }, args) => {
        const xml = args.text(0);
        rootOf(xml);
        const id = `{${crypto.randomUUID().toUpperCase()}}`;
        session.customXml.set([...session.customXml.parts, { id, xml }]);
        return partClass.of({ session, id });
      }),
      getByNamespace: method("1.5", ({ session }, args) => scopedClass.of({ session, namespace: args.text(0) })),
    },
  },
);
