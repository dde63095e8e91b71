import type { NamedNodes } from "../chain/named-nodes.js";
import { type LookLength, lookAtTraffic, type SeenTransaction, type Traffic } from "../chain/traffic.js";
import { mayBeGoQuorum } from "../chain/client.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import { partsOf, type RightsChange } from "../read/rights-change.js";
import { readWhoLoses } from "../read/rights-taken.js";

export interface QuietOptions {
  /** All nodes whose pools are looked at; blocks are read from the first. Without them the network's own node. */
  nodes?: NamedNodes;
  /** Who will send the change. */
  sender?: string;
  /** How long to wait for silence, in milliseconds. Without it there is one look. */
  within?: number;
  /** How long one look lasts. */
  length?: Partial<LookLength>;
}

/** The accounts that lose rights, all of them silent, the contracts to which nobody sends, and what was seen. */
export interface Silence extends Traffic {
  accounts: string[];
  contracts: string[];
}

/** Makes sure that none of the accounts that a change takes rights away from is sending: GoQuorum nodes may disagree about
 *  the transactions of such an account, and then the chain halts. Of a contract that is open to fewer, it makes sure that nobody
 *  is sending to it. Answers nothing where nobody loses anything, or the node is not GoQuorum's. Throws RIGHT_UNDER_TRAFFIC, or TIMED_OUT where it waited. */
export async function requireQuiet(
  network: Network,
  change: RightsChange,
  { nodes, sender, within, length }: QuietOptions = {},
): Promise<Silence | undefined> {
  if (!(await mayBeGoQuorum(network.chain.rpc))) return undefined;
  const { contracts, kinds, others } = partsOf(change);
  const losers = await losersBy(network, others);
  if (sender !== undefined && losers.includes(sender))
    throw refusal("RIGHT_UNDER_TRAFFIC", { cause: "sender", account: sender });
  // What the sender sends is neither closed nor of that kind: a vote goes to the interface.
  const byKind = (await losersBy(network, kinds)).filter((account) => account !== sender);
  const accounts = [...new Set([...losers, ...byKind])];
  if (accounts.length === 0 && contracts.length === 0) return undefined;
  const looked: NamedNodes = nodes ?? [{ name: "the node", rpc: network.chain.rpc }];
  const counted = contracts.length === 0 ? accounts : await readWhoLoses(network, change);
  const deadline = Date.now() + (within ?? 0);
  for (;;) {
    const traffic = await lookAtTraffic(looked, { accounts, contracts, counted }, length);
    if (traffic.seen.length === 0) return { accounts, contracts, ...traffic };
    const facts = { list: summaryOf(traffic.seen), ...traffic };
    if (within === undefined) throw refusal("RIGHT_UNDER_TRAFFIC", { cause: "sending", ...facts });
    if (Date.now() >= deadline)
      throw refusal("TIMED_OUT", { cause: "traffic", ...facts, timeout: within, seconds: within / 1000 });
  }
}

async function losersBy(network: Network, changes: readonly RightsChange[]): Promise<string[]> {
  return changes.length === 0 ? [] : await readWhoLoses(network, { about: "several", changes });
}

/** For each account and place a line: "0x…: nonces 5 to 9 wait at http://node". */
function summaryOf(seen: readonly SeenTransaction[]): string[] {
  const places = new Map<string, { account: string; node: string | null; nonces: number[]; blocks: number[] }>();
  for (const { account, node, nonce, block } of seen) {
    const key = JSON.stringify([account, node]);
    const place = places.get(key) ?? { account, node, nonces: [], blocks: [] };
    places.set(key, place);
    place.nonces.push(nonce);
    if (block !== null) place.blocks.push(block);
  }
  return [...places.values()].map(({ account, node, nonces, blocks }) =>
    node === null
      ? `${account}: ${range("nonce", nonces)} in ${range("block", blocks)}`
      : `${account}: ${range("nonce", nonces)} at ${node}`,
  );
}

/** "nonce 5", "nonces 5 to 9". */
function range(noun: string, numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? `${noun} ${least}` : `${noun}s ${least} to ${most}`;
}
