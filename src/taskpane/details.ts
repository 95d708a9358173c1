/** What a person can copy and send when something did not work. Names the fault and the Excel it happened in; holds no figures. */

/** @param during - what was being done: an action's id @param cause - the error, with what lies behind it */
export function detailsOf(during: string, cause: unknown): string {
  const { host, platform, version } = Office.context.diagnostics;
  return [`Talent Plan, ${during}`, `${host} ${version}, ${platform}`, ...chain(cause)].join("\n");
}

/** Each error and what caused it, outermost first. */
function chain(cause: unknown): readonly string[] {
  if (cause === undefined || cause === null) return [];
  if (!(cause instanceof Error)) return [String(cause)];
  const code = "code" in cause ? ` [${String(cause.code)}]` : "";
  return [`${cause.name}${code}: ${cause.message}`, cause.stack ?? "", ...chain(cause.cause)].filter((line) => line !== "");
}
