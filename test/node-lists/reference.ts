import { Contract, Interface, type Log, toQuantity } from "ethers";
import type { Network } from "../../src/network/network.js";
import { reader } from "../../src/chain/call.js";
import { REFERENCE_ABI } from "../data/abi-v2.js";

/** The managers from which nodes read lists and hear events. */
const LISTING = ["OrgManager", "RoleManager", "AccountManager", "NodeManager"] as const;

export type Listing = (typeof LISTING)[number];

/** An event as a node decodes it: by its name and the order of its values. */
export interface Heard {
  name: string;
  values: readonly unknown[];
}

const INTERFACES = Object.fromEntries(LISTING.map((name) => [name, new Interface(REFERENCE_ABI[name])])) as Record<
  Listing,
  Interface
>;

/** The managers' events of one block that nodes know, in their order. */
export async function eventsOf({ chain, addresses }: Network, block: bigint): Promise<Heard[]> {
  const tag = toQuantity(block);
  const address = LISTING.map((name) => addresses[name]);
  const logs = (await chain.rpc.send("eth_getLogs", [{ address, fromBlock: tag, toBlock: tag }])) as Log[];
  const known = new Map(LISTING.map((name) => [addresses[name].toLowerCase(), INTERFACES[name]]));
  return logs
    .map((log) => known.get(log.address.toLowerCase())?.parseLog(log) ?? null)
    .filter((event) => event !== null)
    .map(({ name, args }) => ({ name, values: [...args] as unknown[] }));
}

/** All records of a list by their place, as the contracts answered after a block. */
export async function recordsByPlace(
  { chain, addresses }: Network,
  block: bigint,
  manager: Listing,
  count: string,
  details: string,
): Promise<readonly unknown[][]> {
  const contract = new Contract(addresses[manager], INTERFACES[manager], reader(chain.rpc, toQuantity(block)));
  const length = (await contract.getFunction(count)()) as bigint;
  const records: unknown[][] = [];
  for (let place = 0n; place < length; place++) {
    records.push([...((await contract.getFunction(details)(place)) as unknown[])]);
  }
  return records;
}
