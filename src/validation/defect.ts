/** A rule that fails is a finding itself, and hides no other. */
import type { Finding } from "./finding";

/** What a rule finds, a portion at a time; where it fails, that it did. @param failed - the finding that says so, and why */
export function* orDefect(find: () => Iterable<readonly Finding[]>, failed: (why: string) => readonly Finding[]): Generator<readonly Finding[], void> {
  try {
    yield* find();
  } catch (error) {
    yield failed(error instanceof Error ? error.message : String(error));
  }
}
