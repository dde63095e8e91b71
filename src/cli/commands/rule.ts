import { proposeRule } from "../../actions/network-settings.js";
import { operationInWords, OPERATIONS, RULE_KINDS } from "../../model/codes.js";
import { readRules, votesNeeded } from "../../read/read-proposals.js";
import { readVoters } from "../../read/read-records.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { table } from "../show/table.js";
import { oneOf, optional, wholeNumber } from "../specs.js";
import { UsageError } from "../usage-error.js";

const show = readCommand({
  name: "rule show",
  does: "Show how votes are counted.",
  examples: ["rule show", "rule show --json"],
  read: async (network) => {
    const electorate = (await readVoters(network)).length;
    const rules = await readRules(network);
    return {
      electorate,
      rules: rules.map((rule) => ({ ...rule, votesNeeded: votesNeeded(rule, electorate) })),
    };
  },
  show: ({ electorate, rules }) => {
    const rows = rules.map(({ operation, rule, votesNeeded: needed }) => [
      operation,
      operationInWords(operation),
      rule,
      needed > electorate ? "never" : `${needed} of ${electorate}`,
    ]);
    return table(["operation", ["to", "lines"], ["rule", "lines"], "votes needed"], rows);
  },
});

/** A number that is missing, or that would be passed over, is no matter for a vote. */
function requireNumbers({ kind, count, outOf }: Omit<Parameters<typeof proposeRule>[1], "operation">): void {
  const wanted = { count: kind === "count" || kind === "fraction", outOf: kind === "fraction" };
  const isRight = (count !== undefined) === wanted.count && (outOf !== undefined) === wanted.outOf;
  if (isRight) return;
  const takes = wanted.outOf ? "--count and --out-of" : wanted.count ? "--count alone" : "neither --count nor --out-of";
  throw new UsageError(
    `The rule ${kind} takes ${takes}.`,
    "For example: count --count 2, or fraction --count 2 --out-of 3",
  );
}

const operations = OPERATIONS.filter((each) => each !== "none");

const set = proposeCommand({
  name: "rule set",
  does: "Propose how the votes on an operation are counted. Network admins.",
  args: { operation: oneOf("what is voted on", operations), kind: oneOf("how votes are counted", RULE_KINDS) },
  options: {
    count: optional(wholeNumber("votes needed, for count and fraction")),
    outOf: optional(wholeNumber("out of how many, for fraction")),
  },
  examples: [
    "rule set add-org all",
    "rule set suspend-org fraction --count 2 --out-of 3",
    "rule set recover-node count --count 2",
  ],
  about: (_network, given) => {
    requireNumbers(given);
    return given;
  },
  propose: proposeRule,
});

export default group("rule", "rules: how votes are counted", [show, set]);
