import { OrgStatus } from "../../model/solidity-constants.js";
import type { Network } from "../../network/network.js";
import { whole } from "../pages.js";
import { rawOrgs, type RecordOf } from "../raw-records.js";

const APPROVED = BigInt(OrgStatus.APPROVED);

/** An organisation as quorumPermission.orgList prints it. */
export interface OrgListEntry {
  fullOrgId: string;
  level: number;
  orgId: string;
  parentOrgId: string;
  status: number;
  subOrgList: string[] | null;
  ultimateParent: string;
}

export async function orgList(network: Network): Promise<OrgListEntry[]> {
  const orgs = (await whole(rawOrgs(network))).filter((org) => org.status !== 0n);
  return orgs.map((org) => toEntry(org, orgs));
}

/** The full ids of organisations whose suspension has ended without a record of that. */
export async function returnedOrgs(network: Network): Promise<string[]> {
  const ended = (await whole(rawOrgs(network))).filter(({ status, endsAt }) => status === APPROVED && endsAt !== 0n);
  return ended.map(({ fullId }) => fullId);
}

export function nullIfEmpty<T>(list: T[]): T[] | null {
  return list.length === 0 ? null : list;
}

function toEntry(org: RecordOf<typeof rawOrgs>, orgs: readonly RecordOf<typeof rawOrgs>[]): OrgListEntry {
  const children = orgs.filter((each) => each.parentId === org.fullId).map((each) => each.fullId);
  return {
    fullOrgId: org.fullId,
    level: Number(org.level),
    orgId: org.fullId.slice(org.fullId.lastIndexOf(".") + 1),
    parentOrgId: org.parentId,
    status: Number(org.status),
    subOrgList: nullIfEmpty(children),
    ultimateParent: org.ultimateId,
  };
}
