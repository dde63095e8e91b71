import { AbiCoder, keccak256 } from "ethers";
import { durationInWords } from "../util/duration.js";
import {
  type Counted,
  COUNTED,
  countedName,
  isMadeByHand,
  type Operation,
  type RuleKind,
  RULE_KINDS,
  ruleKindName,
} from "./codes.js";

/** How many votes are needed: contracts/types/Rule.sol. */
export interface VotesNeeded {
  kind: RuleKind;
  /** Votes needed, for "count" and "fraction"; 0 for the other kinds. */
  count: number;
  /** Of how many, for "fraction"; 0 for the other kinds. */
  outOf: number;
}

/** How an operation is decided: contracts/types/Policy.sol. */
export interface Policy extends VotesNeeded {
  /** What is counted. */
  counted: Counted;
  /** Ids of organisations without parent; none for all. */
  orgs: string[];
  /** Role ids as the organisations define them, or the words "network admin", "organisation admin", "any admin"; none for any
   *  role. */
  roles: string[];
  /** How long what has passed waits before it can be carried out, in seconds. */
  delay: number;
  /** Who may stop it in that time. */
  veto: Veto;
}

/** Who may stop what has passed: each of some alone, and some of the network admins together. */
export interface Veto {
  /** Ids of organisations without parent, or the words "the guardian", "the organisation concerned". */
  by: string[];
  /** How many of `outOf` network admins; both are 0 if these may not. */
  count: number;
  outOf: number;
}

export const NO_VETO: Veto = { by: [], count: 0, outOf: 0 };

/** What a policy can say of vetoes instead of an organisation's id: the library VetoWord of contracts/types/Policy.sol. */
export const VETO_WORDS = ["the guardian", "the organisation concerned"] as const;

/** What a policy can say instead of the id of a role: the library RoleWord of contracts/types/Policy.sol. */
export const ROLE_WORDS = ["network admin", "organisation admin", "any admin"] as const;

const NETWORK_ADMINS: readonly string[] = ["network admin"];

/** Whether network admins vote, each with one vote. No other accounts are counted. */
export function isOfNetworkAdmins({ counted, orgs, roles }: Policy): boolean {
  return counted === "accounts" && orgs.length === 0 && roles.join() === NETWORK_ADMINS.join();
}

/** The policy by which network admins vote. */
export function ofNetworkAdmins({ kind, count, outOf }: VotesNeeded): Policy {
  return { kind, count, outOf, counted: "accounts", orgs: [], roles: [...NETWORK_ADMINS], delay: 0, veto: NO_VETO };
}

/** The policy by which all organisations vote, each with one voice, by any of their accounts. */
export function ofOrganisations({ kind, count, outOf }: VotesNeeded): Policy {
  return { kind, count, outOf, counted: "organisations", orgs: [], roles: [], delay: 0, veto: NO_VETO };
}

/** Whether the organisation concerned acts alone, and nobody votes. */
export function isSelf({ kind }: VotesNeeded): boolean {
  return kind === "self";
}

/** Whether it is the policy of an operation at first: the majority of the network admins, that an organisation's admins act alone,
 *  or that an emergency measure is forbidden. */
export function isFirstPolicy(operation: Operation, policy: Policy): boolean {
  if (isMadeByHand(operation)) return isSelf(policy) && policy.roles.join() === "any admin";
  if (operation === "emergency") return policy.kind === "forbidden";
  return policy.kind === "majority" && policy.delay === 0 && isOfNetworkAdmins(policy);
}

/** Whether two policies say the same, the lists in the same order. */
export function isSamePolicy(one: Policy, other: Policy): boolean {
  return policyInWords(one) === policyInWords(other);
}

/** A policy as contracts answer it. */
interface AnsweredPolicy {
  kind: bigint;
  count: bigint;
  outOf: bigint;
  counted: bigint;
  orgs: readonly string[];
  roles: readonly string[];
  delay: bigint;
  veto: { by: readonly string[]; count: bigint; outOf: bigint };
}

export function toPolicy({ kind, count, outOf, counted, orgs, roles, delay, veto }: AnsweredPolicy): Policy {
  return {
    kind: ruleKindName(kind),
    count: Number(count),
    outOf: Number(outOf),
    counted: countedName(counted),
    orgs: [...orgs],
    roles: [...roles],
    delay: Number(delay),
    veto: { by: [...veto.by], count: Number(veto.count), outOf: Number(veto.outOf) },
  };
}

/** A policy as contracts take it. */
export function policyArguments({ kind, counted, ...others }: Policy) {
  return { ...others, kind: codeOf(RULE_KINDS, kind), counted: codeOf(COUNTED, counted) };
}

/** "majority", "count 2", "fraction 2 of 3". */
export function ruleInWords({ kind, count, outOf }: VotesNeeded): string {
  const numbers = [count, outOf].filter((number) => number > 0).map(String);
  return `${kind} ${numbers.join(" of ")}`.trim();
}

/** Reads what `ruleInWords` writes; undefined for anything else. */
export function parseRule(text: string): VotesNeeded | undefined {
  const [, word = "", count, outOf] = /^([a-z]+)(?: (\d{1,9})(?: of (\d{1,9}))?)?$/.exec(text) ?? [];
  const kind = RULE_KINDS.find((each) => each === word);
  const numbers = [count, outOf].filter((each) => each !== undefined).length;
  const wanted = kind === "fraction" ? 2 : kind === "count" ? 1 : 0;
  return kind === undefined || numbers !== wanted
    ? undefined
    : { kind, count: Number(count ?? 0), outOf: Number(outOf ?? 0) };
}

/** As contracts/libraries/VotingRule.sol counts: of what all votes weigh together, what those for it must weigh. More than all
 *  where the operation is forbidden. */
export function votesNeeded({ kind, count, outOf }: VotesNeeded, electorate: number): number {
  switch (kind) {
    case "majority":
      return Math.floor(electorate / 2) + 1;
    case "all":
      return electorate;
    case "any":
      return 1;
    case "count":
      return Math.min(count, electorate);
    case "fraction":
      return Math.ceil((electorate * count) / outOf);
    default:
      return electorate + 1;
  }
}

/** "majority of the network admins", "count 2 of the organisations ORG1, ORG2 with the role organisation admin", "self by accounts with
 *  the role any admin". */
export function policyInWords(policy: Policy): string {
  const { counted, orgs, roles } = policy;
  if (policy.delay > 0) return `${policyInWords({ ...policy, delay: 0 })} ${delayInWords(policy)}`;
  if (isSelf(policy))
    return `self by accounts with ${roles.length === 0 ? "any role" : `the role ${roles.join(" or ")}`}`;
  if (isOfNetworkAdmins(policy)) return `${ruleInWords(policy)} of the network admins`;
  const whose = orgs.length === 0 ? "" : ` ${orgs.join(", ")}`;
  const role = roles.length === 0 ? "" : ` with the role ${roles.join(" or ")}`;
  return `${ruleInWords(policy)} of the ${counted}${whose}${role}`;
}

/** "after 2 days unless stopped by ORG1 or 2 of 3 network admins". */
function delayInWords({ delay, veto }: Policy): string {
  const who = vetoersInWords(veto);
  return `after ${durationInWords(delay)}${who.length === 0 ? "" : ` unless stopped by ${who.join(" or ")}`}`;
}

/** Who may stop what has passed, one by one: ids, words, "2 of 3 network admins". */
export function vetoersInWords({ by, count, outOf }: Veto): string[] {
  return count === 0 ? by : [...by, `${count} of ${outOf} network admins`];
}

const POLICY =
  "tuple(uint256 kind, uint256 count, uint256 outOf, uint256 counted, string[] orgs, string[] roles, uint256 delay, " +
  "tuple(string[] by, uint256 count, uint256 outOf) veto)";

/** What the hash of a proposal says of a policy that is proposed for an operation (its number): contracts/rules/ProposalHashes.sol. */
export function policyHash(operation: number, policy: Policy): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", POLICY], [operation, policyArguments(policy)]));
}

function codeOf(words: readonly string[], word: string): number {
  return words.indexOf(word);
}
