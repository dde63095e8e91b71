import { ofNetworkAdmins, ofOrganisations, type Policy } from "../../../model/policy.js";
import { asList, asRecord, asText } from "../values.js";

/** A policy of ChainMaker in Portcullis' words, or why there is none. */
export type PolicyReading = { policy: Policy } | { whyNot: string };

/** Roles that ChainMaker itself knows. Its admins are those of an organisation, of whom there may be several. */
const ADMIN = "admin";
const ANY_ADMIN = "any admin";

/** What {rule, org_list, role_list} means. `orgs` is the number of organisations of the chain, and `nameFor` says what they are called
 *  here. As ChainMaker's evaluator has it:
 *  organisations count once each, MAJORITY and SELF look at neither list, and a rule is read as it is written. */
export function readPolicy(value: unknown, orgs: number, nameFor: (org: string) => string): PolicyReading {
  const { rule: written, org_list: orgList, role_list: roleList } = asRecord(value);
  const rule = asText(written);
  const named = { orgs: once(namesIn(orgList).map(nameFor)), roles: once(namesIn(roleList).map(roleOf)) };
  const made = (others: Pick<Policy, "kind"> & Partial<Policy>) => ({
    policy: { ...ofOrganisations({ kind: others.kind, count: 0, outOf: 0 }), ...named, ...others },
  });
  const among = named.orgs.length === 0 ? orgs : named.orgs.length;
  if (rule === "ANY") return made({ kind: "any" });
  if (rule === "ALL") return made({ kind: "all" });
  if (rule === "MAJORITY") return made({ kind: "majority", orgs: [], roles: [ANY_ADMIN] });
  if (rule === "FORBIDDEN") return { policy: ofNetworkAdmins({ kind: "forbidden", count: 0, outOf: 0 }) };
  if (rule === "SELF") return made({ kind: "self", orgs: [], roles: [ANY_ADMIN] });
  const [, count, , outOf] = /^(\d{1,9})(\/(\d{1,9}))?$/.exec(rule ?? "") ?? [];
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

function once(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function roleOf(role: string): string {
  return role.toLowerCase() === ADMIN ? ANY_ADMIN : role.toUpperCase();
}
