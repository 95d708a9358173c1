/** An add-in's page in a browser: an iframe beside the grid, reached by postMessage. */
import type { Frame, FrameOptions } from "./frame";
import type { WacHost } from "./wac-host";

/** As Excel on the web sandboxes its add-ins. */
const SANDBOX = "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox";

export interface IframePage {
  readonly frame: Frame;
  readonly element: HTMLIFrameElement;
}

/**
 * Opens a page in an iframe. The page that calls this must be served over https and from the same hostname, or the library
 * refuses to start in the page.
 *
 * @param place - the element that the iframe is put into
 */
export function openInIframe(host: WacHost, url: string, options: Pick<FrameOptions, "kind" | "owner">, place: HTMLElement): IframePage {
  const address = new URL(url, location.href);
  const frame = host.addFrame({ ...options, origin: address.origin, hostUrl: location.origin + location.pathname });
  const element = document.createElement("iframe");
  element.id = frame.id;
  element.setAttribute("sandbox", host.downloads ? `${SANDBOX} allow-downloads` : SANDBOX);
  element.name = frame.windowName;
  element.src = frame.addressOf(address.href);
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source === element.contentWindow && event.origin === address.origin && typeof event.data === "string") host.receive(frame, event.data);
  };
  window.addEventListener("message", onMessage);
  frame.attach(
    (text) => element.contentWindow?.postMessage(text, address.origin),
    () => {
      window.removeEventListener("message", onMessage);
      element.remove();
    },
  );
  place.appendChild(element);
  return { frame, element };
}
