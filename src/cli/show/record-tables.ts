import type { Account, NodeRecord, Org, Role } from "../../model/records.js";
import { count, facts, status, table } from "./table.js";
import type { OrgContents } from "../../read/org-contents.js";
import { hostAndPort } from "../../model/enode.js";

export function showOrgs(orgs: readonly Org[]): string {
  const byParent = new Map<string | null, Org[]>();
  for (const org of orgs) byParent.set(org.parent, [...(byParent.get(org.parent) ?? []), org]);
  const branch = (parent: string | null): Org[] =>
    (byParent.get(parent) ?? []).flatMap((org) => [org, ...branch(org.id)]);
  const rows = branch(null).map((org) => [
    `${"  ".repeat(org.level - 1)}${org.id}`,
    status(org.status),
    org.proposal === null ? "" : String(org.proposal),
  ]);
  return table(["organisation", "status", "proposal"], rows);
}

export function showNodes(nodes: readonly NodeRecord[]): string {
  if (nodes.length === 0) return "There are no nodes.";
  const rows = nodes.map(({ enodeId, org, ip, port, raftPort, status: word, proposal }) => [
    `${enodeId.slice(0, 16)}…`,
    org ?? "",
    hostAndPort({ ip, port }),
    raftPort === 0 ? "" : String(raftPort),
    status(word),
    proposal === null ? "" : String(proposal),
  ]);
  return table(["enode id", "organisation", "address", "raft port", "status", "proposal"], rows);
}

export function showAccounts(accounts: readonly Account[]): string {
  if (accounts.length === 0) return "There are no accounts.";
  const rows = accounts.map(({ address, org, role, status: word, orgAdmin, effective, proposal }) => [
    address,
    org,
    roleWords(role, effective || word === "proposed"),
    orgAdmin ? "yes" : "",
    status(word),
    proposal === null ? "" : String(proposal),
  ]);
  return table(["account", "organisation", "role", "admin", "status", "proposal"], rows);
}

function roleWords(role: string, counts: boolean): string {
  if (role === "") return "none";
  return counts ? role : `${role} (removed)`;
}

export function showRoles(roles: readonly Role[]): string {
  if (roles.length === 0) return "There are no roles.";
  const rows = roles.map(({ org, name, access, kind, admin, status: word }) => [
    org,
    name,
    access,
    status(word),
    kind === "custom" ? (admin ? "admin of its organisation" : "") : kind,
  ]);
  return table(["organisation", "role", "access", "status", "makes a"], rows);
}

export function showOrgContents({ org, subOrgs, roles, accounts, nodes }: OrgContents): string {
  return [
    facts([
      ["organisation", org.id],
      ["status", status(org.status)],
      ["parent", org.parent ?? "none"],
      ["level", String(org.level)],
      ["sub-organisations", subOrgs.map(({ id }) => id).join("\n") || "none"],
      ["open proposal", org.proposal === null ? "none" : String(org.proposal)],
    ]),
    `\n${count(roles.length, "role")}`,
    showRoles(roles),
    `\n${count(accounts.length, "account")}`,
    showAccounts(accounts),
    `\n${count(nodes.length, "node")}`,
    showNodes(nodes),
  ].join("\n");
}

export function showNode({ enodeId, url, org, status: word, proposal }: NodeRecord): string {
  return facts([
    ["enode id", enodeId],
    ["url", url],
    ["organisation", org ?? "none: any organisation may add it"],
    ["status", status(word)],
    ["open proposal", proposal === null ? "none" : String(proposal)],
  ]);
}

export function showAccount({ address, org, role, status: word, orgAdmin, effective, proposal }: Account): string {
  return facts([
    ["account", address],
    ["organisation", org],
    ["role", roleWords(role, effective || word === "proposed")],
    ["admin of its organisation", orgAdmin ? "yes" : "no"],
    ["status", status(word)],
    ["open proposal", proposal === null ? "none" : String(proposal)],
  ]);
}
