import { refusal } from "../../errors/refusal.js";
import type { Network } from "../../network/network.js";
import { type AccountEntry, accountList, type NodeEntry, nodeList, type RoleEntry, roleList } from "./record-lists.js";
import { nullIfEmpty, orgList } from "./org-list.js";

/** What quorumPermission.getOrgDetails prints. */
interface OrgDetails {
  acctList: AccountEntry[] | null;
  nodeList: NodeEntry[] | null;
  roleList: RoleEntry[] | null;
  subOrgList: string[] | null;
}

export async function getOrgDetails(network: Network, orgId: string): Promise<OrgDetails> {
  const org = (await orgList(network)).find((each) => each.fullOrgId === orgId);
  if (org === undefined) throw refusal("OrgUnknown", { orgId });
  const isOwn = (record: { orgId: string }): boolean => record.orgId === orgId;
  return {
    acctList: nullIfEmpty((await accountList(network)).filter(isOwn)),
    nodeList: nullIfEmpty((await nodeList(network)).filter(isOwn)),
    roleList: nullIfEmpty((await roleList(network)).filter(isOwn)),
    subOrgList: org.subOrgList,
  };
}
