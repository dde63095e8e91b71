import { operationCode } from "../model/codes.js";
import type { Account, NodeRecord, Org } from "../model/records.js";
import { NodeFields } from "../model/solidity-constants.js";
import { type Stoppable, stopper } from "../model/stopped.js";
import type { Network } from "../network/network.js";
import { readRule } from "./policies.js";
import { keyOf, nodeAt, readAccounts, readNodes, readOrgs } from "./read-records.js";
import { readStop } from "./read-settings.js";
import { withStop } from "./stopped.js";

/** What emergency measures hold now. */
export interface Emergencies {
  /** By which policy measures are decided, in words. */
  policy: string;
  /** Until when nobody is let in, in ISO 8601, UTC; null if admissions are not stopped. */
  admissionsStoppedUntil: string | null;
  orgs: Stoppable<Org>[];
  accounts: Stoppable<Account>[];
  nodes: Stoppable<NodeRecord>[];
  /** A node that is held no longer, which the other nodes have not been told. */
  untold: Stoppable<NodeRecord> | null;
}

export async function readEmergencies(network: Network): Promise<Emergencies> {
  const isHeld = ({ heldUntil }: { heldUntil: string | null }): boolean => heldUntil !== null;
  const orgs = await readOrgs(network);
  const stoppable = stopper(orgs);
  return {
    policy: (await readRule(network, operationCode("emergency"))).policy,
    admissionsStoppedUntil: await readStop(network),
    orgs: orgs.filter(isHeld).map(stoppable),
    accounts: (await readAccounts(network)).filter(isHeld).map(stoppable),
    nodes: (await readNodes(network)).filter(isHeld).map(stoppable),
    untold: await readUntold(network),
  };
}

/** The node that was held last, if its record still says that it is held and it is not. */
async function readUntold(network: Network): Promise<Stoppable<NodeRecord> | null> {
  const { nodes } = network.contracts;
  const { index, until } = await nodes.lastHeld();
  const node = await nodeAt(network, index);
  if (node === undefined || until !== 0n) return null;
  const word = await nodes.fetchNode(keyOf(node.enodeId));
  return (word & BigInt(NodeFields.HELD)) === 0n ? null : withStop(network, node);
}
