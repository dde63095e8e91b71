import { type Operation, operationInWords } from "../model/codes.js";
import { isOfNetworkAdmins, isSelf } from "../model/policy.js";
import { type Finding, finding } from "../errors/finding.js";
import type { VotingRule } from "../model/records.js";

/** While one of these needs fewer than all, the others can free themselves of a lost key. */
const WAYS_OUT: readonly Operation[] = ["appoint-admin", "remove-admin", "change-rule"];

/** What cannot be decided without everybody who votes on it, so that one lost key, or one organisation that does not answer,
 *  prevents it. Of a single network admin other findings speak. */
export function agreementFindings(rules: readonly VotingRule[], admins: number): Finding[] {
  return [...needsOfNetworkAdmins(rules, admins), ...rules.flatMap(needsOfPolicy)];
}

function needsOfNetworkAdmins(rules: readonly VotingRule[], admins: number): Finding[] {
  const allowed = rules.filter((rule) => rule.kind !== "forbidden" && !isSelf(rule));
  const needing = allowed.filter((rule) => isOfNetworkAdmins(rule) && rule.needed === admins);
  if (admins < 2 || needing.length === 0) return [];
  const everything = needing.length === allowed.length;
  const who = admins === 2 ? "Both" : `All ${admins}`;
  const operations = everything ? "everything" : needing.map(({ operation }) => operationInWords(operation));
  const free = allowed.some((rule) => WAYS_OUT.includes(rule.operation) && !needing.includes(rule));
  return [finding("ALL_MUST_AGREE", { cause: free ? "forNow" : "forEver", who, operations })];
}

/** Where a policy lists one organisation, it is meant to decide alone. */
function needsOfPolicy(rule: VotingRule): Finding[] {
  const { operation, policy, needed, electorate, orgs } = rule;
  if (isOfNetworkAdmins(rule) || isSelf(rule)) return [];
  const words = operationInWords(operation);
  if (electorate === 0) return [finding("POLICY_NEEDS_EVERYBODY", { cause: "noOne", operation: words, policy })];
  if (needed < electorate || orgs.length === 1) return [];
  return [finding("POLICY_NEEDS_EVERYBODY", { cause: "everybody", operation: words, policy })];
}
