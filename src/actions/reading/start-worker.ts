/** Starts the reading worker, in a script of its own. Kept apart, since only a bundle knows where that script is. */
export function startWorker(): Worker {
  return new Worker(new URL("./read-worker.ts", import.meta.url), { name: "reading" });
}
