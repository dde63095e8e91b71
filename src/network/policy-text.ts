import { Document, isScalar, visit } from "yaml";
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
  const file = new Document({ policies: [...alike.values()].map(entryOf) }, { aliasDuplicateObjects: false });
  visit(file, {
    Seq: (_, list) => {
      list.flow = list.items.every(isScalar);
    },
  });
  return file.toString({ flowCollectionPadding: false, lineWidth: 0 });
}

/** An entry of the file, without what need not be said. */
function entryOf({ policy, operations }: { policy: Policy; operations: readonly Operation[] }): object {
  const rule = { operations, rule: ruleInWords(policy) };
  // Nobody votes on what is forbidden.
  if (policy.kind === "forbidden") return rule;
  const { counted, orgs, roles, delay, veto } = policy;
  return {
    ...rule,
    counted: counted === "accounts" ? counted : undefined,
    organisations: listed(orgs),
    roles: listed(roles),
    delay: delay === 0 ? undefined : durationInWords(delay),
    veto: listed(vetoersInWords(veto)),
  };
}

function listed(names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 ? undefined : names;
}
