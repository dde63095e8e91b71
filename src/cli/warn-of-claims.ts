import { type Enode, shortId } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { readAccount, readNode } from "../read/read-records.js";

/** What another organisation has taken without a vote, a vote takes over: who votes should know. */
export async function warnOfClaims(
  network: Network,
  { org, node, account }: { org: string; node?: Pick<Enode, "enodeId"> | null; account: string | null },
): Promise<string[]> {
  const holder = node == null ? undefined : (await readNode(network, node.enodeId))?.org;
  const member = account === null ? undefined : await readAccount(network, account);
  return [
    ...(node == null || holder == null || holder === org
      ? []
      : [taken(`The node ${shortId(node.enodeId)}`, holder, org)]),
    ...(member === undefined || member.org === org ? [] : [taken(`The account ${member.address}`, member.org, org)]),
  ];
}

function taken(what: string, holder: string, org: string): string {
  return `${what} belongs to ${holder}, which took it in without a vote, and goes over to ${org} when this is approved.`;
}
