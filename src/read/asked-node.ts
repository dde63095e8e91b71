import * as z from "zod";
import { checked, hex } from "../chain/check-answer.js";
import type { Rpc } from "../chain/rpc.js";
import { tryCall } from "../chain/try-call.js";
import { nodeAddress } from "../model/node-address.js";
import type { NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readNode, readNodes } from "./read-records.js";

/** What a node says about itself; undefined where it, or a proxy before it, does not offer the method. */
async function ask<T>(rpc: Rpc, method: string, shape: z.ZodType<T>, ...params: unknown[]): Promise<T | undefined> {
  try {
    return checked(method, shape, await rpc.send(method, params));
  } catch {
    // Whatever is wrong with the node, the questions that must be answered will tell.
    return undefined;
  }
}

const enodeId = z
  .object({ enode: z.string() })
  .transform(({ enode }) => /^enode:\/\/([0-9a-f]{128})@/.exec(enode)?.[1]);

/** The node that is talked to: its enode id, and its record, if the contracts have one. Undefined where it does not say which
 *  one it is. */
export async function readAskedNode(
  network: Network,
): Promise<{ enodeId: string; record: NodeRecord | undefined } | undefined> {
  const { rpc } = network.chain;
  const own = await ask(rpc, "admin_nodeInfo", enodeId);
  if (own !== undefined) return { enodeId: own, record: await readNode(network, own) };
  const address = (await ask(rpc, "istanbul_nodeAddress", hex))?.toLowerCase();
  if (address === undefined) return undefined;
  const record = (await readNodes(network)).find((node) => addressOf(node) === address);
  return record && { enodeId: record.enodeId, record };
}

/** Istanbul BFT calls a node by the address of its key. */
function addressOf({ enodeId: id }: NodeRecord): string | undefined {
  try {
    return nodeAddress(id).toLowerCase();
  } catch {
    return undefined;
  }
}

/** An account of no organisation. */
const NOBODY = "0x00000000000000000000000000000000000000ff";

const NOTHING = { from: NOBODY, to: NOBODY, value: "0x0", gas: "0x5208", gasPrice: "0x0" };

/** Whether the node that is talked to refuses what the contracts do not allow: not before the boot, not without
 *  --permissioned, not before the block qip714Block. One that does not say does. */
export async function enforcesPermissions({ chain, contracts }: Network): Promise<boolean> {
  if ((await tryCall(contracts.rules.transactionAllowed(NOBODY, NOBODY, 0, 0, 0, "0x"))) === true) return false;
  return (await ask(chain.rpc, "quorumPermission_transactionAllowed", z.boolean(), NOTHING)) !== true;
}
