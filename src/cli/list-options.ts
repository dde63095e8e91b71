import { oneOf, optional, type Spec, text } from "./specs.js";

/** What to keep of a list; all that is given must hold. */
export function listOptions<const Word extends string>(
  statuses: readonly Word[],
): {
  org: Spec<string | undefined>;
  status: Spec<Word | undefined>;
} {
  return {
    org: optional(text("only those of this organisation and all below it", "org")),
    status: optional(
      oneOf(
        "only those that are so",
        statuses.filter((status) => status !== "none"),
      ),
    ),
  };
}
