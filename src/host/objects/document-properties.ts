/** Excel.DocumentProperties. */
import type { DocumentProperties } from "../workbook/workbook";
import { textFrom } from "./arguments";
import { declareClass, scalar, type ObjectClass, type Owned, type Scalar } from "./definition";
import { invalidArgument } from "./refusal";
import type { Session } from "./session";

interface PropertiesSelf extends Owned { readonly session: Session }

const LONGEST = 255;

function property(name: keyof DocumentProperties): Scalar<PropertiesSelf, string> {
  return scalar<PropertiesSelf, string>("1.7", ({ session }) => session.workbook.properties[name], ({ session }, value) => {
    const text = textFrom(value);
    if (text.length > LONGEST) throw invalidArgument();
    session.workbook.properties[name] = text;
    session.workbook.tell({ kind: "properties", cause: "api" });
  });
}

export const documentPropertiesClass: ObjectClass<PropertiesSelf> = declareClass<Excel.DocumentProperties, PropertiesSelf>("DocumentProperties", {}, {
  scalars: {
    author: property("author"), category: property("category"), comments: property("comments"), company: property("company"), keywords: property("keywords"),
    manager: property("manager"), subject: property("subject"), title: property("title"),
    lastAuthor: scalar("1.7", ({ session }) => session.workbook.properties.lastAuthor),
    revisionNumber: scalar("1.7", ({ session }) => Number(session.workbook.properties.revision) || 0),
  },
});
