import { type Operation, operationInWords } from "../model/codes.js";
import { isOfNetworkAdmins, isSelf } from "../model/policy.js";
import { type Finding, finding } from "../errors/finding.js";
import type { VotingRule } from "../model/records.js";

/** While one of these needs fewer than all, the others can free themselves of a lost key. */
const WAYS_OUT: readonly Operation[] = ["appoint-admin", "remove-admin", "change-rule"];

/** What cannot be decided without everybody who votes on it, so that one lost key, or one organisation that does not answer,
 *  prevents it. Of a single network admin other findings speak. */
export function agreementFindings(rules: readonly VotingRule[], admins: number): Finding[] {
  return [...needsOfNetworkAdmins(rules, admins), ...needsOfPolicies(rules)];
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

/** What is decided by the same policy is told together. */
function needsOfPolicies(rules: readonly VotingRule[]): Finding[] {
  const needing = rules.filter((rule) => needOf(rule) !== undefined);
  return [...new Set(needing.map(({ policy }) => policy))].flatMap((policy) => {
    const same = needing.filter((rule) => rule.policy === policy);
    const [cause] = same.flatMap((rule) => needOf(rule) ?? []);
    const operations = same.map(({ operation }) => operationInWords(operation));
    return cause === undefined ? [] : [finding("POLICY_NEEDS_EVERYBODY", { cause, operations, policy })];
  });
}

/** Where a policy lists one organisation, it is meant to decide alone. */
function needOf(rule: VotingRule): "noOne" | "everybody" | undefined {
  if (isOfNetworkAdmins(rule) || isSelf(rule)) return undefined;
  if (rule.electorate === 0) return "noOne";
  return rule.needed < rule.electorate || rule.orgs.length === 1 ? undefined : "everybody";
}
