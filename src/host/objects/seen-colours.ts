/** Colours of cells as they are seen, for filters and sorting. */
import { Highlights } from "../calc/highlight";
import { seenColours, type ColourOf } from "../calc/seen-colour";
import type { Session } from "./session";

/** Lets `use` ask for the colours of cells as they are now. */
export function withSeenColours<T>(session: Session, use: (colourOf: ColourOf) => T): T {
  const highlights = new Highlights(session.workbook, session);
  try {
    return use(seenColours(highlights.of));
  } finally {
    highlights.close();
  }
}
