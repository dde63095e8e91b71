import { proposeRule } from "../../actions/network-settings.js";
import { operationCode, operationInWords, DECIDED_OPERATIONS, RULE_KINDS } from "../../model/codes.js";
import { isOfNetworkAdmins } from "../../model/policy.js";
import type { Network } from "../../network/network.js";
import { readVoters } from "../../read/read-records.js";
import { readRule } from "../../read/policies.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { oneOf, optional, wholeNumber } from "../specs.js";
import { UsageError } from "../usage-error.js";

/** A number that is missing, or that would be passed over, is no matter for a vote. */
function requireNumbers({ kind, count, outOf }: Omit<Parameters<typeof proposeRule>[1], "operation">): void {
  const wanted = { count: kind === "count" || kind === "fraction", outOf: kind === "fraction" };
  const isRight = (count !== undefined) === wanted.count && (outOf !== undefined) === wanted.outOf;
  if (isRight) {
    requirePart(count, outOf);
    return;
  }
  const takes = wanted.outOf ? "--count and --out-of" : wanted.count ? "--count alone" : "neither --count nor --out-of";
  throw new UsageError(
    `The rule ${kind} takes ${takes}.`,
    "For example: count --count 2, or fraction --count 2 --out-of 3",
  );
}

/** What no votes can ever be. */
function requirePart(count: number | undefined, outOf: number | undefined): void {
  if (count === 0) throw new UsageError("No votes at all are no rule.", "Give --count 1 or more.");
  if (count === undefined || outOf === undefined || count <= outOf) return;
  throw new UsageError(`${count} of ${outOf} is more than all.`, "Give a fraction up to 1, such as 2 of 3; or all.");
}

/** Network admins that there are not cast no votes. */
async function requireEnough(
  network: Network,
  { kind, count = 0 }: Parameters<typeof requireNumbers>[0],
): Promise<void> {
  if (kind !== "count") return;
  const { length } = await readVoters(network);
  if (count <= length) return;
  throw new UsageError(
    `Never ${count} votes: there ${length === 1 ? "is one network admin" : `are ${length} network admins`}.`,
    `Give --count ${length} or less, or appoint more first: portcullis admin propose`,
  );
}

const set = proposeCommand({
  name: "rule set",
  does: "Propose that network admins decide an operation, and how many of their votes are needed. Network admins.",
  args: { operation: oneOf("what is voted on", DECIDED_OPERATIONS), kind: oneOf("how votes are counted", RULE_KINDS) },
  options: {
    count: optional(wholeNumber("votes needed, for count and fraction")),
    outOf: optional(wholeNumber("out of how many, for fraction")),
  },
  examples: [
    "rule set add-org all",
    "rule set suspend-org fraction --count 2 --out-of 3",
    "rule set recover-node count --count 2",
  ],
  about: async (network, given) => {
    requireNumbers(given);
    await requireEnough(network, given);
    return given;
  },
  propose: proposeRule,
  warnings: async (network, { operation }) => {
    const present = await readRule(network, operationCode(operation));
    if (isOfNetworkAdmins(present)) return [];
    return [`The policy to ${operationInWords(operation)} ends, ${present.policy}: network admins alone decide then.`];
  },
});

export default group("rule", "rules: how many votes of network admins are needed", [set]);
