import { proposeRule } from "../src/actions/votes.js";
import { writeScript } from "../src/cli/network-script.js";
import { toNumber, toWord } from "../src/cli/values.js";
import { RULE_KINDS } from "../src/codes.js";

await writeScript({
  does: "Propose how the votes on an operation are counted. Network admins.",
  args: { operation: "number of the operation, 1 to 9", kind: RULE_KINDS.join(", ") },
  settings: { count: "votes needed, for count and fraction", outOf: "of how many, for fraction" },
  act: (actor, { args, settings }) =>
    proposeRule(actor, {
      op: toNumber(args.operation),
      kind: RULE_KINDS.indexOf(toWord(args.kind, RULE_KINDS)),
      count: toNumber(settings.count ?? "0"),
      outOf: toNumber(settings.outOf ?? "0"),
    }),
});
