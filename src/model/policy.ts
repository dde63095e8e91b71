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

type PolicyArguments = readonly [
  kind: number,
  count: number,
  outOf: number,
  counted: number,
  orgs: string[],
  roles: string[],
];

/** A policy as contracts take it. */
export function policyArguments({ kind, count, outOf, counted, orgs, roles }: Policy): PolicyArguments {
  const code = (words: readonly string[], word: string): number => words.indexOf(word);
  return [code(RULE_KINDS, kind), count, outOf, code(COUNTED, counted), orgs, roles];
}

/** "majority of organisations", "count 2 of the accounts of ORG1, ORG2 with the role organisation admin". */
export function policyInWords({ kind, count, outOf, counted, orgs, roles }: Policy): string {
  const [code] = policyArguments({ kind, count, outOf, counted, orgs, roles });
  const whose = orgs.length === 0 ? "" : ` ${counted === "accounts" ? "of " : ""}${orgs.join(", ")}`;
  const role = roles.length === 0 ? "" : ` with the role ${roles.join(" or ")}`;
  return `${ruleName(code, count, outOf)} of the ${counted}${whose}${role}`;
}

const POLICY = "tuple(uint256,uint256,uint256,uint256,string[],string[])";

/** What the hash of a proposal says of a policy that is proposed for an operation (its number): contracts/rules/ProposalHashes.sol. */
export function policyHash(operation: number, policy: Policy): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", POLICY], [operation, policyArguments(policy)]));
}
