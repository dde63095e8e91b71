import { ZeroAddress } from "ethers";
import { refusal } from "../errors/refusal.js";
import { latestBlock, type Network } from "../network/network.js";
import { eventReader } from "./history/events.js";
import { type RawLog, readLogs } from "./history/logs.js";

/** The block in which a network's first contract was created; undefined where the node does not have it any more. */
export async function findDeploymentBlock(network: Network): Promise<bigint | undefined> {
  return (await firstOf(network, { from: 0n, to: await latestBlock(network) }))?.blockNumber;
}

/** A block that is too late would hide what happened before. Throws DEPLOYMENT_BLOCK_DIFFERS and BLOCK_UNKNOWN. */
export async function requireDeploymentBlock(network: Network): Promise<void> {
  const { deploymentBlock: block } = network;
  if (block === undefined || (await firstOf(network, { from: block, to: block })) !== undefined) return;
  throw refusal("DEPLOYMENT_BLOCK_DIFFERS", { block });
}

/** Its constructor announces the first guardian. */
async function firstOf(
  { chain, addresses }: Network,
  blocks: { from: bigint; to: bigint },
): Promise<RawLog | undefined> {
  const readEvent = eventReader(addresses);
  const announces = (log: RawLog): boolean => {
    const event = readEvent(log);
    return event?.name === "GuardianChanged" && event.values.from === ZeroAddress;
  };
  for await (const { logs } of readLogs(chain.rpc, [addresses.PermissionsUpgradable], blocks)) {
    const found = logs.find(announces);
    if (found !== undefined) return found;
  }
  return undefined;
}
