import Table from "cli-table3";
import * as codes from "../codes.js";
import type { Network } from "../network.js";
import { type NodeRecord, type ProposalRecord, readAccounts, readNodes, readOrgs } from "../read/records.js";
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

async function subjects(network: Network): Promise<(proposal: ProposalRecord) => string> {
  const orgs = await readOrgs(network);
  const accounts = await readAccounts(network);
  const nodes = await readNodes(network);
  return (proposal) => {
    const named = [
      recordAt(orgs, proposal.org)?.fullId,
      recordAt(accounts, proposal.account)?.account,
      shortNode(recordAt(nodes, proposal.node)),
      setting(proposal),
    ];
    return named.filter((name) => name !== undefined).join("\n");
  };
}

/** Proposals name records by their place, from 1 on; 0 is none. */
function recordAt<T>(records: readonly T[], place: bigint): T | undefined {
  return records[Number(place) - 1];
}

function shortNode(node: NodeRecord | undefined): string | undefined {
  return node === undefined ? undefined : `node ${node.enodeId.slice(0, 8)}…`;
}

const CHANGE_RULE = 8n;
const CHANGE_IP_CHECK = 9n;

/** The new value of a setting: a voting rule is packed as operation, kind, count and "out of", 32 bits for the numbers. */
function setting({ op, payload }: ProposalRecord): string | undefined {
  if (op === CHANGE_IP_CHECK) return payload === 1n ? "on" : "off";
  if (op !== CHANGE_RULE) return undefined;
  const bits = (from: bigint, count: number) => BigInt.asUintN(count, payload >> from);
  return `${codes.operationName(bits(72n, 8))}: ${codes.ruleName(bits(64n, 8), bits(32n, 32), bits(0n, 32))}`;
}

/** How one account stands. */
export async function accountState({ contracts }: Network, account: string): Promise<string> {
  const [, orgId, roleId, status] = await contracts.accounts.getAccountDetails(account);
  if (status === 0n) return "unknown";
  return `${codes.accountStatusName(status)}, role ${roleId} in ${orgId}`;
}
