import type { Operation } from "../../../model/codes.js";
import { NO_VETO, type Policy } from "../../../model/policy.js";
import { asList, asRecord, asText } from "../values.js";

/** A policy of ChainMaker in Portcullis' words, or why there is none. */
export type PolicyReading = { policy: Policy } | { whyNot: string };

const EVERYBODY = {
  count: 0,
  outOf: 0,
  counted: "organisations",
  orgs: [],
  roles: [],
  delay: 0,
  veto: NO_VETO,
} as const;

/** Roles that ChainMaker itself knows. Its admins are those of an organisation, of whom there may be several. */
const ADMIN = "admin";
const ANY_ADMIN = "any admin";

/** What {rule, org_list, role_list} means. `orgs` is the number of organisations of the chain, and `nameFor` says what they are called
 *  here. As ChainMaker's evaluator has it:
 *  organisations count once each, MAJORITY looks at neither list, and a rule is read as it is written. */
export function readPolicy(value: unknown, orgs: number, nameFor: (org: string) => string): PolicyReading {
  const { rule: written, org_list: orgList, role_list: roleList } = asRecord(value);
  const rule = asText(written);
  const named = { orgs: [...new Set(namesIn(orgList).map(nameFor))], roles: namesIn(roleList).map(roleOf) };
  const made = (others: Pick<Policy, "kind"> & Partial<Policy>) => ({
    policy: { ...EVERYBODY, ...named, ...others },
  });
  const among = named.orgs.length === 0 ? orgs : named.orgs.length;
  if (rule === "ANY") return made({ kind: "any" });
  if (rule === "ALL") return made({ kind: "all" });
  if (rule === "MAJORITY") return made({ kind: "majority", orgs: [], roles: [ANY_ADMIN] });
  if (rule === "FORBIDDEN") return made({ kind: "forbidden", orgs: [], roles: [] });
  if (rule === "SELF") return { whyNot: "the admins of the organisation itself do this, without a vote" };
  const [, count, , outOf] = /^(\d+)(\/(\d+))?$/.exec(rule ?? "") ?? [];
  const [votes, of] = [Number(count ?? 0), outOf === undefined ? undefined : Number(outOf)];
  if (count === undefined || votes === 0 || of === 0)
    return { whyNot: `"${asText(written) ?? ""}" is no rule that can be kept` };
  const isOutOfReach = of === undefined ? votes > among : votes > of;
  if (isOutOfReach) return { whyNot: `"${asText(written) ?? ""}" asks for more organisations than there are` };
  return of === undefined ? made({ kind: "count", count: votes }) : made({ kind: "fraction", count: votes, outOf: of });
}

function namesIn(list: unknown): string[] {
  return asList(list).flatMap((each) => asText(each) ?? []);
}

function roleOf(role: string): string {
  return role.toLowerCase() === ADMIN ? ANY_ADMIN : role.toUpperCase();
}

/** What is voted on in Portcullis in the place of a resource of ChainMaker. */
const OPERATION_OF: Readonly<Record<string, Operation>> = {
  "CHAIN_CONFIG-TRUST_ROOT_ADD": "add-org",
  "CHAIN_CONFIG-TRUST_ROOT_DELETE": "suspend-org",
  "CHAIN_CONFIG-PERMISSION_ADD": "change-rule",
  "CHAIN_CONFIG-PERMISSION_UPDATE": "change-rule",
  "CHAIN_CONFIG-PERMISSION_DELETE": "change-rule",
};

export function operationOf(resource: string): Operation | undefined {
  return OPERATION_OF[resource.toUpperCase()];
}

/** Why a resource stands for nothing that is voted on. */
export function whyNoOperation(resource: string): string {
  const name = resource.toUpperCase();
  if (name === "CHAIN_CONFIG-CERTS_FREEZE")
    return "ChainMaker knows no such resource: freezing certificates is CERT_MANAGE-CERTS_FREEZE";
  if (name.startsWith("CHAIN_CONFIG-NODE_"))
    return "the admins of an organisation look after its nodes, without a vote";
  if (/^(?:CERT|PUBKEY|ACCOUNT)_MANAGE-/.test(name))
    return "the admins of an organisation look after its accounts, without a vote";
  if (name.startsWith("CONTRACT_MANAGE-")) return "who may create contracts is said by the access of roles";
  return "nothing of the kind is voted on";
}
