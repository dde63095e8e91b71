import { policyText } from "../../network/policy-text.js";
import type { Found } from "./found.js";

/** How operations of a group are to be decided, as far as files say it. */
export interface GroupPolicies {
  /** Name of the group. */
  group: string;
  /** The policy file, in YAML. */
  text: string;
}

/** The policy files of the groups for which a file says any. */
export function policiesOf({ groups }: Found): GroupPolicies[] {
  return [...groups.values()].flatMap(({ name, policies }) => {
    if (policies.size === 0) return [];
    const listed = [...policies].map(([operation, policy]) => ({ operation, policy }));
    const head = `# Made from other files: how operations of ${name} are decided. Propose it once the network runs: portcullis policy set`;
    return [{ group: name, text: `${head}\n${policyText(listed)}` }];
  });
}
