import { proposeRule } from "../src/actions/settings.js";
import { writeScript } from "../src/cli/network-script.js";
import { toNumber } from "../src/cli/values.js";
import { RULE_KINDS } from "../src/codes.js";

await writeScript({
  does: "Propose how the votes on an operation are counted. Network admins.",
  args: { operation: "number of the operation, 1 to 9", kind: RULE_KINDS },
  settings: { count: "votes needed, for count and fraction", outOf: "of how many, for fraction" },
  act: (actor, { args, settings }) =>
    proposeRule(actor, {
      op: toNumber(args.operation),
      kind: RULE_KINDS.indexOf(args.kind),
      count: toNumber(settings.count ?? "0"),
      outOf: toNumber(settings.outOf ?? "0"),
    }),
});
