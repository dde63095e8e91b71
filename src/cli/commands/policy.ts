import { policiesToSet, proposeNewPolicies, refusedPolicies } from "../../actions/policies.js";
import { operationCode, operationInWords, DECIDED_OPERATIONS } from "../../model/codes.js";
import { isFirstPolicy, isSelf, ROLE_WORDS } from "../../model/policy.js";
import type { VotingRule } from "../../model/records.js";
import type { Network } from "../../network/network.js";
import type { ListedPolicy } from "../../network/policy-file.js";
import { readPolicies } from "../../nodejs/network-files.js";
import { readRule, readRules } from "../../read/policies.js";
import { readRoles } from "../../read/read-records.js";
import { readElectorate, type Voice } from "../../read/voices.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { voiceInWords } from "../show/proposal-tables.js";
import { facts, table } from "../show/table.js";
import { fileName, oneOf } from "../specs.js";

function neededOf(rule: VotingRule): string {
  const { needed, electorate } = rule;
  if (isSelf(rule)) return "none";
  return needed > electorate ? "never" : `${needed} of ${electorate}`;
}

const list = readCommand({
  name: "policy list",
  alias: "ls",
  does: "List how each operation is decided: by whom, and how votes are counted.",
  examples: ["policy list", "policy list --json"],
  read: readRules,
  show: (rules) => {
    const rows = rules.map((rule) => [rule.operation, operationInWords(rule.operation), rule.policy, neededOf(rule)]);
    return table(["operation", ["to", "lines"], ["policy", "lines"], "votes needed"], rows);
  },
});

function whoCouldVote(voices: readonly Voice[], suffices: boolean): [string, string][] {
  return [
    ["could vote now", voices.map(voiceInWords).join("\n") || "no one"],
    ["would suffice", suffices ? "yes, if all of them vote for it" : "no, not even if all of them vote for it"],
  ];
}

const show = readCommand({
  name: "policy show",
  does: "Show how an operation is decided, who could vote now, and whether they suffice.",
  args: {
    operation: oneOf("what is voted on", DECIDED_OPERATIONS),
  },
  examples: ["policy show add-org"],
  read: async (network, { operation }) => {
    const op = operationCode(operation);
    const rule = await readRule(network, op);
    const isFirst = isFirstPolicy(operation, rule);
    if (isSelf(rule)) return { rule, isFirst, voices: [], suffices: false };
    const voices = await readElectorate(network, rule);
    const speakers = voices.flatMap(({ accounts }) => accounts.slice(0, 1));
    const suffices = await network.contracts.rules.wouldPass(op, speakers);
    return { rule, isFirst, voices, suffices };
  },
  show: ({ rule, isFirst, voices, suffices }) =>
    facts([
      ["operation", rule.operation],
      ["to", operationInWords(rule.operation)],
      ["policy", rule.policy],
      ["because", isFirst ? "it is decided so unless a vote says otherwise" : "it was set by vote"],
      [
        "votes needed",
        isSelf(rule) ? "none: the organisation that it concerns acts alone, and at once" : neededOf(rule),
      ],
      ...(isSelf(rule) ? [] : whoCouldVote(voices, suffices)),
    ]),
});

/** What a file names, and those of it that are not in force. */
interface Policies {
  readonly named: readonly ListedPolicy[];
  readonly toSet: readonly ListedPolicy[];
}

/** All that is wrong with a file is told at once, where it stands. */
async function policiesIn(network: Network, file: string): Promise<Policies> {
  const { policies, refuse } = readPolicies(file);
  const toSet = await policiesToSet(network, policies);
  const refused = await refusedPolicies(network, toSet);
  refuse(
    refused.map(({ policy, why }) => ({
      path: policy.path,
      message: `To ${operationInWords(policy.operation)}: ${why.message}`,
      hint: why.hint ?? "",
    })),
  );
  return { named: policies, toSet };
}

/** Any organisation may define a role of that name later, so it is no mistake. */
async function warnOfRoles(network: Network, { named: policies }: Policies): Promise<string[]> {
  const named = policies.flatMap(({ policy }) => policy.roles);
  const known = new Set<string>(ROLE_WORDS);
  for (const { name, active } of await readRoles(network)) if (active) known.add(name);
  const unknown = [...new Set(named)].filter((role) => !known.has(role));
  return unknown.map((role) => `No organisation has a role ${role}, so nobody could vote with it now.`);
}

const FORMAT = `  policies:
    - operations: [add-org, suspend-org]
      rule: fraction 2 of 3
      roles: [any admin]
    - operations: [change-setting]
      rule: majority
      counted: accounts
      roles: [network admin]`;

const set = proposeCommand({
  name: "policy set",
  does: "Propose how operations are decided: who votes, and how votes are counted. Several are decided as one. Network admins, or who votes on change-rule by its policy.",
  args: { file: fileName("YAML or JSON: a list of policies") },
  examples: ["policy set policies.yaml", "policy set policies.yaml --dry-run"],
  format: FORMAT,
  about: (network, { file }) => policiesIn(network, file),
  propose: (actor, { toSet }) => proposeNewPolicies(actor, toSet),
  warnings: (network, _given, policies) => warnOfRoles(network, policies),
});

export default group("policy", "policies: who votes on what, and how votes are counted", [list, show, set]);
