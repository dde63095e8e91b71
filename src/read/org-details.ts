import { formatEnode } from "../enode.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network.js";
import { nullIfEmpty, orgList } from "./org-list.js";
import { whole } from "./pages.js";
import * as raw from "./raw.js";

/** What quorumPermission.getOrgDetails prints. */
interface OrgDetails {
  acctList: { acctId: string; isOrgAdmin: boolean; orgId: string; roleId: string; status: number }[] | null;
  nodeList: { orgId: string; status: number; url: string }[] | null;
  roleList:
    { access: number; active: boolean; isAdmin: boolean; isVoter: boolean; orgId: string; roleId: string }[] | null;
  subOrgList: string[] | null;
}

export async function getOrgDetails(network: Network, orgId: string): Promise<OrgDetails> {
  const org = (await orgList(network)).find((each) => each.fullOrgId === orgId);
  if (org === undefined) throw refusal("OrgUnknown", { orgId });
  const isOwn = (record: { orgId: string }): boolean => record.orgId === orgId;
  const accounts = (await whole(raw.rawAccounts(network))).filter(isOwn).map(toAccount);
  const nodes = (await whole(raw.rawNodes(network))).filter(isOwn).map(toNode);
  const roles = (await whole(raw.rawRoles(network))).filter(isOwn).map(toRole);
  return {
    acctList: nullIfEmpty(accounts),
    nodeList: nullIfEmpty(nodes),
    roleList: nullIfEmpty(roles),
    subOrgList: org.subOrgList,
  };
}

function toAccount({ account, orgAdmin, orgId, roleId, status }: raw.RecordOf<typeof raw.rawAccounts>) {
  return { acctId: account.toLowerCase(), isOrgAdmin: orgAdmin, orgId, roleId, status: Number(status) };
}

function toNode({ enodeId, ip, port, raftPort, orgId, status }: raw.RecordOf<typeof raw.rawNodes>) {
  const url = formatEnode({ enodeId, ip, port: Number(port), raftPort: Number(raftPort) });
  return { orgId, status: Number(status), url };
}

function toRole({ access, active, admin, voter, orgId, roleId }: raw.RecordOf<typeof raw.rawRoles>) {
  return { access: Number(access), active, isAdmin: admin, isVoter: voter, orgId, roleId };
}
