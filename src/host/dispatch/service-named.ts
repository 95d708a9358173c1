/** Services of the host itself, which the library makes with `new` and not from the workbook. */
import { declareClass, method, type HostObject, type Owned } from "../objects/definition";

interface AddinInternalService { notifyActionHandlerReady(): void }

/** The library calls this once, when a page can be given ribbon functions; unanswered, the page gets an unhandled rejection. */
const addinInternalService = declareClass<AddinInternalService, Owned>("AddinInternalService", {}, {
  methods: { notifyActionHandlerReady: method("1.1", () => null, "recorded") },
});

/** @returns null for a service that this host does not have */
export function serviceNamed(name: string, session: Owned["session"]): HostObject | null {
  return name === "Microsoft.InternalService.AddinInternalService" ? addinInternalService.of({ session }) : null;
}
