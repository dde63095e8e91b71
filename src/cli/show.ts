import Table from "cli-table3";
import * as codes from "../codes.js";
import type { Network } from "../network.js";
import type { Proposal, Subject } from "../read/model.js";
import { paint } from "./output.js";

/** A table without colours where nobody looks. */
export function table(head: string[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({ head: head.map((title) => paint("bold", title)), style: { head: [], border: [] } });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

/** Proposals, with what they are about in words. */
export function showProposals(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return "No proposal is open.";
  const rows = proposals.map((each) => [
    String(each.id),
    each.operation,
    subject(each.about),
    `${each.votesFor} for, ${each.votesAgainst} against`,
    each.state,
    each.expiresAt.slice(0, 16),
  ]);
  return table(["id", "to", "about", "votes", "state", "expires (UTC)"], rows);
}

function subject({ org, node, account, rule, ipCheck }: Subject): string {
  const named = [
    org,
    account,
    node === null ? null : `node ${node.enodeId.slice(0, 8)}…`,
    rule === null ? null : `${rule.operation}: ${rule.rule}`,
    ipCheck === null ? null : ipCheck ? "on" : "off",
  ];
  return named.filter((name) => name !== null).join("\n");
}

/** How one account stands. */
export async function accountState({ contracts }: Network, account: string): Promise<string> {
  const [, orgId, roleId, status] = await contracts.accounts.getAccountDetails(account);
  if (status === 0n) return "unknown";
  return `${codes.accountStatusName(status)}, role ${roleId} in ${orgId}`;
}
