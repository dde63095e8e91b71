import { isMadeByHand, type Operation } from "../../../model/codes.js";
import { isSamePolicy, isSelf, type Policy, policyInWords, ROLE_WORDS, votesNeeded } from "../../../model/policy.js";
import type { Path } from "../../../network/placed-text.js";
import { LONGEST_LIST } from "../../../network/policy-file.js";
import type { FoundGroup } from "../found.js";
import type { Input } from "../input.js";
import { asList, asRecord, asText } from "../values.js";
import { operationsOf, whyNoOperation } from "./operations.js";
import { type PolicyReading, readPolicy } from "./policy.js";

/** The policies of a chain's resources, also under their name up to 2.1. */
export function readResources(input: Input, group: FoundGroup): void {
  const file = asRecord(input.leaves.value);
  const orgs = asList(file.trust_roots).length;
  for (const key of ["resource_policies", "permissions"])
    for (const [index, entry] of asList(file[key]).entries())
      readResource(input, [key, index], { entry: asRecord(entry), orgs, group });
}

/** An entry of the list, and the chain of which it is. */
interface Resource {
  entry: Readonly<Record<string, unknown>>;
  /** How many organisations there are. */
  orgs: number;
  group: FoundGroup;
}

function readResource({ leaves, found }: Input, path: Path, { entry, orgs, group }: Resource): void {
  // The second spelling is a slip in samples of 2.0 and 2.1.
  const resource = asText(entry.resource_name) ?? asText(entry._esource_name) ?? "";
  const operations = operationsOf(resource);
  if (operations.length === 0) {
    leaves.unused(path, `${resource}: ${whyNoOperation(resource)}`);
    return;
  }
  const written = readPolicy(entry.policy ?? entry.principle, orgs, (org) => found.nameFor(org));
  const reading = withoutFlaw(written, operations, orgs);
  if ("whyNot" in reading) {
    leaves.unused(path, `${resource}: ${reading.whyNot}`);
    return;
  }
  const words = policyInWords(reading.policy);
  const taken = operations.filter((operation) => isTaken(group, operation, reading.policy));
  const others = operations.filter((operation) => !taken.includes(operation)).join(" and ");
  const but = others === "" ? "" : `; something else is said before for ${others}`;
  if (taken.length > 0) leaves.used(path, `the policy of ${taken.join(" and ")}: ${words}${but}`);
  else leaves.given(path, false, `the policy of ${others}: ${words}`);
}

/** Whether an operation could be given a policy, or had this one already. */
function isTaken({ policies }: FoundGroup, operation: Operation, policy: Policy): boolean {
  const said = policies.get(operation) ?? policy;
  policies.set(operation, said);
  return isSamePolicy(said, policy);
}

/** The policy, unless the contracts would refuse it for one of the operations. */
function withoutFlaw(reading: PolicyReading, operations: readonly Operation[], orgs: number): PolicyReading {
  if ("whyNot" in reading) return reading;
  const flaw = operations.map((each) => flawOf(each, reading.policy, orgs)).find((each) => each !== undefined);
  return flaw === undefined ? reading : { whyNot: flaw };
}

/** Why the contracts would refuse a policy for an operation; undefined where they would not. */
function flawOf(operation: Operation, policy: Policy, orgs: number): string | undefined {
  const { kind, roles } = policy;
  if (isSelf(policy) && !isMadeByHand(operation))
    return `no organisation decides alone on ${operation}, and a vote does`;
  const odd = roles.find((role) => !isWord(role) && !/^[A-Z0-9_-]{1,64}$/.test(role));
  if (odd !== undefined) return "it names a role that cannot have this name here";
  if (policy.orgs.length > LONGEST_LIST || roles.length > LONGEST_LIST)
    return `it lists more than ${LONGEST_LIST} organisations or roles`;
  if (operation !== "change-rule") return undefined;
  const among = policy.orgs.length === 0 ? orgs : policy.orgs.length;
  if (kind === "forbidden" || (among > 0 && votesNeeded(policy, among) >= among))
    return "policies could never be changed again where one organisation is missing";
  if (roles.length > 0 && !roles.some(isWord)) return "policies are not changed by roles that an organisation defines";
  return undefined;
}

function isWord(role: string): boolean {
  return ROLE_WORDS.some((word) => word === role);
}
