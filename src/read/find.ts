import { refusal } from "../errors/refusal.js";
import { type Enode, isSameEnode } from "../model/enode.js";
import { parseEnode } from "../network/parse-enode.js";
import type { Network } from "../network/network.js";
import type { Account, NodeRecord, Org } from "../model/records.js";
import { nodePages, readAccount, readNode, readOrg } from "./read-records.js";

/** The organisation with this full id. Throws OrgUnknown. */
export async function findOrg(network: Network, id: string): Promise<Org> {
  const found = await readOrg(network, id);
  if (found !== undefined) return found;
  throw refusal("OrgUnknown", { orgId: id });
}

/** The account of this address. Throws ACCOUNT_UNKNOWN. */
export async function findAccount(network: Network, address: string): Promise<Account> {
  const found = await readAccount(network, address);
  if (found !== undefined) return found;
  throw refusal("ACCOUNT_UNKNOWN", { address });
}

/** So much of an enode id names a node, if no other one begins alike. */
const LEAST_DIGITS = 8;

/** The node that is named by its enode URL, its enode id, or at least the first eight digits of the id. Throws NodeUnknown,
 *  NODE_AMBIGUOUS, and NodeAddressDiffers when the URL gives another address than the network knows. */
export async function findNode(network: Network, name: string): Promise<NodeRecord> {
  if (name.startsWith("enode:"))
    return requireSameAddress(parseEnode(name), await findById(network, parseEnode(name).enodeId));
  const digits = name.toLowerCase();
  if (/^[0-9a-f]{128}$/.test(digits)) return findById(network, digits);
  if (!/^[0-9a-f]+$/.test(digits) || digits.length < LEAST_DIGITS || digits.length > 128) {
    throw refusal("ENODE_NOT_ALLOWED", { cause: "noNode", name, least: LEAST_DIGITS });
  }
  return findByBeginning(network, digits);
}

async function findById(network: Network, enodeId: string): Promise<NodeRecord> {
  return (await readNode(network, enodeId)) ?? unknownNode(enodeId);
}

async function findByBeginning(network: Network, digits: string): Promise<NodeRecord> {
  const found: NodeRecord[] = [];
  for await (const page of nodePages(network)) found.push(...page.filter(({ enodeId }) => enodeId.startsWith(digits)));
  const [first, second] = found;
  if (first === undefined) return unknownNode(digits);
  if (second === undefined) return first;
  const enodeIds = found.map(({ enodeId }) => enodeId);
  throw refusal("NODE_AMBIGUOUS", { digits, enodeIds, count: found.length });
}

function unknownNode(enodeId: string): never {
  throw refusal("NodeUnknown", { enodeId });
}

/** Nodes print URLs without the Raft port on some networks, so none given is as good as the right one. */
function requireSameAddress(given: Enode, found: NodeRecord): NodeRecord {
  if (isSameEnode({ ...given, raftPort: given.raftPort === 0 ? found.raftPort : given.raftPort }, found)) return found;
  throw refusal(
    "NodeAddressDiffers",
    { ...given, listed: found.url },
    { hint: `It is listed at ${found.url}: give that URL, or move the node first.`, actions: [{ name: "move-node" }] },
  );
}
