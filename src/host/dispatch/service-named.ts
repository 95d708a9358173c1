/** Services of the host itself, which the library makes with `new` and not from the workbook. */
import { declareClass, method, type HostObject, type Owned } from "../objects/definition";
import { dynamicRibbonClass } from "../objects/ribbon";
import type { Session } from "../objects/session";

interface AddinInternalService { notifyActionHandlerReady(): void }

/** The library calls this once, when a page can be given ribbon functions; unanswered, the page gets an unhandled rejection. */
const addinInternalService = declareClass<AddinInternalService, Owned>("AddinInternalService", {}, {
  methods: { notifyActionHandlerReady: method("1.1", () => null, "recorded") },
});

/** @returns null for a service that this host does not have */
export function serviceNamed(name: string, session: Session): HostObject | null {
  const { ribbon } = session.around;
  switch (name) {
    case "Microsoft.InternalService.AddinInternalService": return addinInternalService.of({ session });
    case "Microsoft.DynamicRibbon.DynamicRibbon": return ribbon === null ? null : dynamicRibbonClass.of({ session, ribbon });
    default: return null;
  }
}
