import { ZeroAddress } from "ethers";
import { mayBeGoQuorum } from "../chain/client.js";
import type { CallRequest } from "../chain/call.js";
import { tryCall } from "../chain/try-call.js";
import { refusal } from "../errors/refusal.js";
import { hostAndPort, shortId } from "../model/enode.js";
import { topOf } from "../model/org-id.js";
import type { NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { enforcesPermissions, readAskedNode } from "../read/asked-node.js";
import { nodesOfTree, takesFrom } from "../read/nodes-of-tree.js";
import { readAccount } from "../read/read-records.js";
import { requireAllowed } from "../read/require-allowed.js";

/** Makes sure that the node will take a transaction, if it is GoQuorum's. Answers whether it is sure: nodes take only what
 *  accounts of their own organisation's tree send, and not every node says which one it is. Throws SENDER_NOT_ALLOWED, or
 *  NODE_OF_OTHER_ORG. */
export async function requireTaken(network: Network, request: CallRequest & { from: string }): Promise<boolean> {
  const { from: account, to, data } = request;
  if (!(await mayBeGoQuorum(network.chain.rpc)) || !(await enforcesPermissions(network))) return true;
  const { transactionAllowed } = network.contracts.rules;
  const allowed = await tryCall(transactionAllowed(account, to ?? ZeroAddress, 0, 0, 0, data));
  // An implementation that does not answer cannot say why. The node decides.
  if (allowed === undefined) return false;
  if (!allowed) await requireAllowed(network, { account, to, data });
  const org = (await readAccount(network, account))?.org;
  // What an account of no organisation may send at all, it may send anywhere.
  if (org === undefined) return true;
  const node = await readAskedNode(network);
  if (node === undefined) return false;
  const { enodeId, record } = node;
  if (record !== undefined && takesFrom(record, org)) return true;
  const facts = { account, org, enodeId, stands: standing(record) };
  const nodes = (await nodesOfTree(network, org)).map((each) => `${hostAndPort(each)} (${shortId(each.enodeId)})`);
  if (nodes.length === 0) throw refusal("NODE_OF_OTHER_ORG", { cause: "noNode", ...facts, top: topOf(org) });
  throw refusal("NODE_OF_OTHER_ORG", { cause: "explained", ...facts, nodes });
}

function standing(record: NodeRecord | undefined): string {
  if (record === undefined) return "unknown to the contracts";
  const of = record.org === null ? "of no organisation" : `of ${record.org}`;
  return record.status === "approved" ? of : `${of}, and ${record.status}`;
}
