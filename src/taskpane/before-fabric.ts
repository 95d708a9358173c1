/** Runs before Fabric is loaded: tells it to fetch no fonts, so that nothing leaves the machine. Import it first. */
declare global {
  interface Window { FabricConfig?: { fontBaseUrl: string } }
}

window.FabricConfig = { fontBaseUrl: "" };

export {};
