import type { Operation } from "../model/codes.js";
import { type Policy, policyInWords, ruleInWords, vetoersInWords } from "../model/policy.js";
import { durationInWords } from "../util/duration.js";
import type { ListedPolicy } from "./policy-file.js";

/** Policies as `parsePolicyFile` reads them, in YAML. Operations that are decided alike stand together. */
export function policyText(policies: readonly Pick<ListedPolicy, "operation" | "policy">[]): string {
  const alike = new Map<string, { policy: Policy; operations: Operation[] }>();
  for (const { operation, policy } of policies) {
    const words = policyInWords(policy);
    const operations = [...(alike.get(words)?.operations ?? []), operation];
    alike.set(words, { policy, operations });
  }
  return ["policies:", ...[...alike.values()].flatMap(entryOf), ""].join("\n");
}

function entryOf({ policy, operations }: { policy: Policy; operations: readonly Operation[] }): string[] {
  const lines = [`  - operations: [${operations.join(", ")}]`, `    rule: ${ruleInWords(policy)}`];
  // Nobody votes on what is forbidden.
  if (policy.kind === "forbidden") return lines;
  const { counted, orgs, roles, delay, veto } = policy;
  return [
    ...lines,
    ...(counted === "accounts" ? ["    counted: accounts"] : []),
    ...listed("organisations", orgs),
    ...listed("roles", roles),
    ...(delay === 0 ? [] : [`    delay: ${durationInWords(delay)}`]),
    ...listed("veto", vetoersInWords(veto)),
  ];
}

function listed(key: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`    ${key}: [${names.map((name) => JSON.stringify(name)).join(", ")}]`];
}
