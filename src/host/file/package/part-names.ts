/** When two spellings name one part. */

/**
 * Part names are the same without regard to case, and with or without signs spelt by number (OPC part 2, 6.2.2).
 *
 * @example sameNameKey("xl/Worksheets/My%20sheet.xml") // => "xl/worksheets/my sheet.xml"
 */
export function sameNameKey(name: string): string {
  return decoded(name).toLowerCase();
}

function decoded(name: string): string {
  if (!name.includes("%")) return name;
  try {
    return decodeURI(name);
  } catch (error) {
    // A lone % is a sign like any other.
    if (error instanceof URIError) return name;
    throw error;
  }
}
