import { AbiCoder, keccak256 } from "ethers";
import { Counting, RuleKind } from "../../data/codes.js";
import { countsOrgs, RoleWord } from "./policies.js";
import type { NewSetting, Rule, Veto } from "./world.js";

/** What a policy says, in names and values. */
export interface Policy extends Pick<Rule, "kind" | "count" | "outOf" | "counted"> {
  orgs: readonly string[];
  roles: readonly string[];
  delay: bigint;
  veto: Veto;
}

const TUPLE =
  "(uint256 kind, uint256 count, uint256 outOf, uint256 counted, string[] orgs, string[] roles, uint256 delay, " +
  "(string[] by, uint256 count, uint256 outOf) veto)";

const NO_VETO: Veto = { by: [], count: 0n, outOf: 0n };

/** What is answered where nothing proposes a policy. */
export const NO_POLICY = [0n, 0n, 0n, 0n, [], [], 0n, [[], 0n, 0n]] as const;

/** Organisations act alone by any of their admins at first, and network admins vote elsewhere. */
export function policyOf(rule: Rule): Policy {
  const { kind, count, outOf, terms } = rule;
  const isSelf = kind === RuleKind.SELF;
  const first = isSelf ? RoleWord.ANY_ADMIN : RoleWord.NETWORK_ADMIN;
  return {
    kind,
    count,
    outOf,
    counted: isSelf ? Counting.ORGANISATIONS : rule.counted,
    orgs: terms?.orgs.map(({ id }) => id) ?? [],
    roles: terms !== undefined && (isSelf || countsOrgs(rule)) ? terms.roles : [first],
    delay: terms?.delay ?? 0n,
    veto: terms?.veto ?? NO_VETO,
  };
}

/** In the order of its fields. */
export function describe({ kind, count, outOf, counted, orgs, roles, delay, veto }: Policy): unknown[] {
  return [kind, count, outOf, counted, orgs, roles, delay, [veto.by, veto.count, veto.outOf]];
}

/** What stands for a policy in the hash that votes name. */
export function policyHash(rule: Rule): bigint {
  const content = [rule.op, describe(policyOf(rule))];
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", `tuple${TUPLE}`], content)));
}

export function isRuleOf(setting: Rule | NewSetting | undefined): setting is Rule {
  return setting !== undefined && "op" in setting;
}
