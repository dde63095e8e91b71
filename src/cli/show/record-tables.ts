import type { Account, NodeRecord, Role } from "../../model/records.js";
import type { Stoppable } from "../../model/stopped.js";
import type { SizedOrg } from "../../read/org-sizes.js";
import { count, facts, standing, table } from "./table.js";
import type { AdminInFull } from "../../read/admins.js";
import type { OrgContents } from "../../read/org-contents.js";
import { hostAndPort } from "../../model/enode.js";

export function showOrgs(orgs: readonly Stoppable<SizedOrg>[]): string {
  if (orgs.length === 0) return "There are no organisations.";
  const listed = new Set(orgs.map(({ id }) => id));
  const byParent = new Map<string | null, typeof orgs>();
  for (const org of orgs) {
    // What is above a branch, and not listed, is no place for it in the tree.
    const parent = org.parent !== null && listed.has(org.parent) ? org.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), org]);
  }
  const branch = (parent: string | null): typeof orgs =>
    (byParent.get(parent) ?? []).flatMap((org) => [org, ...branch(org.id)]);
  const rows = branch(null).map((org) => [
    `${"  ".repeat(org.level - 1)}${org.id}`,
    standing(org),
    String(org.nodes),
    String(org.accounts),
    proposalOf(org),
  ]);
  return table([["organisation", "middle"], ["status", "lines"], "nodes", "accounts", "proposal"], rows, [
    "left",
    "left",
    "right",
    "right",
  ]);
}

function proposalOf({ proposal }: { proposal: number | null }): string {
  return proposal === null ? "" : String(proposal);
}

/** So much of an enode id names a node (src/read/find.ts), and that is what the id of a list is for. */
const ID_DIGITS = 12;

export function showNodes(nodes: readonly Stoppable<NodeRecord>[]): string {
  if (nodes.length === 0) return "There are no nodes.";
  const hasRaft = nodes.some(({ raftPort }) => raftPort !== 0);
  const rows = nodes.map((node) => [
    node.enodeId.slice(0, ID_DIGITS),
    node.org ?? "",
    hostAndPort(node),
    ...(hasRaft ? [node.raftPort === 0 ? "" : String(node.raftPort)] : []),
    standing(node),
    proposalOf(node),
  ]);
  const raft = hasRaft ? ["raft port"] : [];
  return table(
    ["enode id", ["organisation", "middle"], ["address", "middle"], ...raft, ["status", "lines"], "proposal"],
    rows,
  );
}

export function showAccounts(accounts: readonly Stoppable<Account>[]): string {
  if (accounts.length === 0) return "There are no accounts.";
  const rows = accounts.map((account) => [
    account.address,
    account.org,
    roleWords(account),
    account.orgAdmin ? "yes" : "",
    standing(account),
    proposalOf(account),
  ]);
  return table(
    [["account", "lines"], ["organisation", "middle"], ["role", "middle"], "admin", ["status", "lines"], "proposal"],
    rows,
  );
}

/** A role may have been added again since it was removed; who held it before does not have it back. That it has ended is said with
 *  the status. */
function roleWords({ role, effective, status: word, ended }: Account): string {
  if (role === "") return "none";
  return effective || ended || word === "proposed" ? role : `${role} (removed since)`;
}

export function showRoles(roles: readonly Stoppable<Role>[]): string {
  if (roles.length === 0) return "There are no roles.";
  const rows = roles.map((role) => [role.org, role.name, role.access, standing(role), makes(role)]);
  return table(
    [["organisation", "middle"], ["role", "middle"], "access", ["status", "lines"], ["makes a", "lines"]],
    rows,
  );
}

/** What a role makes of its holders, besides what they may send. */
function makes({ kind, admin }: Role): string {
  return kind === "custom" ? (admin ? "admin of its organisation" : "") : kind;
}

export function showRole({ role, holders }: { role: Stoppable<Role>; holders: readonly Stoppable<Account>[] }): string {
  return [
    facts([
      ["role", role.name],
      ["organisation", role.org],
      ["access", role.access],
      ["status", standing(role)],
      ["makes a", makes(role) || "member of its organisation"],
    ]),
    `\n${count(holders.length, "holder")}`,
    showAccounts(holders),
  ].join("\n");
}

export function showAdmin({ account, office, waiting }: AdminInFull): string {
  return facts([
    ...accountFacts(account),
    ["decides as", office],
    ["has yet to vote on", waiting.length === 0 ? "nothing" : waiting.map((id) => `proposal ${id}`).join(", ")],
  ]);
}

export function showOrgContents({ org, subOrgs, roles, accounts, nodes }: OrgContents): string {
  return [
    facts([
      ["organisation", org.id],
      ["status", standing(org)],
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

export function showNode(node: Stoppable<NodeRecord>): string {
  const { enodeId, url, org, proposal } = node;
  return facts([
    ["enode id", enodeId],
    ["url", url],
    ["organisation", org ?? "none: any organisation may add it"],
    ["status", standing(node)],
    ["open proposal", proposal === null ? "none" : String(proposal)],
  ]);
}

export function showAccount(account: Stoppable<Account>): string {
  return facts(accountFacts(account));
}

function accountFacts(account: Stoppable<Account>): (readonly [name: string, value: string])[] {
  const { address, org, orgAdmin, proposal } = account;
  return [
    ["account", address],
    ["organisation", org],
    ["role", roleWords(account)],
    ["admin of its organisation", orgAdmin ? "yes" : "no"],
    ["status", standing(account)],
    ["open proposal", proposal === null ? "none" : String(proposal)],
  ];
}
