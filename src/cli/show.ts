import Table from "cli-table3";
import * as codes from "../codes.js";
import type { Network } from "../network.js";
import { readAccounts, readNodes, readOrgs, type ProposalRecord } from "../read/records.js";
import { paint } from "./output.js";

/** A table without colours where nobody looks. */
export function table(head: string[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({ head: head.map((title) => paint("bold", title)), style: { head: [], border: [] } });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

/** Open proposals, with what they are about in words. */
export async function showProposals(proposals: readonly ProposalRecord[], network: Network): Promise<string> {
  if (proposals.length === 0) return "No proposal is open.";
  const subject = await subjects(network);
  const rows = proposals.map((each) => [
    each.id.toString(),
    codes.operationName(each.op),
    subject(each),
    `${each.votesFor.toString()} for, ${each.votesAgainst.toString()} against`,
    codes.proposalStateName(each.state),
    new Date(Number(each.expiresAt) * 1000).toISOString().slice(0, 16),
  ]);
  return table(["id", "to", "about", "votes", "state", "expires (UTC)"], rows);
}

/** Proposals name records by their place, from 1 on. */
async function subjects(network: Network): Promise<(proposal: ProposalRecord) => string> {
  const orgs = await readOrgs(network);
  const nodes = await readNodes(network);
  return ({ org, node, op, payload }) => {
    const account = op === 8n || op === 9n || payload === 0n ? "" : `0x${payload.toString(16).padStart(40, "0")}`;
    const enodeId = nodes[Number(node) - 1]?.enodeId.slice(0, 8);
    const parts = [orgs[Number(org) - 1]?.fullId ?? "", account, enodeId === undefined ? "" : `node ${enodeId}…`];
    return parts.filter((part) => part !== "").join("\n");
  };
}

/** How one account stands. */
export async function accountState(network: Network, account: string): Promise<string> {
  const found = (await readAccounts(network)).find((each) => each.account === account);
  if (found === undefined || found.status === 0n) return "unknown";
  return `${codes.accountStatusName(found.status)}, role ${found.roleId} in ${found.orgId}`;
}
