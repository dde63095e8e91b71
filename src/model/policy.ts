import { AbiCoder, keccak256 } from "ethers";
import { type Counted, COUNTED, type RuleKind, RULE_KINDS, ruleName } from "./codes.js";

/** How an operation is decided: contracts/types/Policy.sol. */
export interface Policy {
  kind: RuleKind;
  /** Votes needed, for "count" and "fraction"; 0 for the other kinds. */
  count: number;
  /** Of how many, for "fraction"; 0 for the other kinds. */
  outOf: number;
  /** What is counted. */
  counted: Counted;
  /** Ids of organisations without parent; none for all. */
  orgs: string[];
  /** Role ids as the organisations define them, or the words "network admin", "organisation admin", "any admin"; none for any
   *  role. */
  roles: string[];
}

/** A policy as contracts take it. */
export function policyArguments({ kind, counted, ...others }: Policy) {
  return { ...others, kind: codeOf(RULE_KINDS, kind), counted: codeOf(COUNTED, counted) };
}

/** "majority of the organisations", "count 2 of the organisations ORG1, ORG2 with the role organisation admin". */
export function policyInWords({ kind, count, outOf, counted, orgs, roles }: Policy): string {
  const whose = orgs.length === 0 ? "" : ` ${orgs.join(", ")}`;
  const role = roles.length === 0 ? "" : ` with the role ${roles.join(" or ")}`;
  return `${ruleName(codeOf(RULE_KINDS, kind), count, outOf)} of the ${counted}${whose}${role}`;
}

const POLICY = "tuple(uint256 kind, uint256 count, uint256 outOf, uint256 counted, string[] orgs, string[] roles)";

/** What the hash of a proposal says of a policy that is proposed for an operation (its number): contracts/rules/ProposalHashes.sol. */
export function policyHash(operation: number, policy: Policy): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", POLICY], [operation, policyArguments(policy)]));
}

function codeOf(words: readonly string[], word: string): number {
  return words.indexOf(word);
}
