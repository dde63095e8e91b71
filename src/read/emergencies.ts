import { operationCode } from "../model/codes.js";
import type { Account, NodeRecord, Org } from "../model/records.js";
import { type Stoppable, stopper } from "../model/stopped.js";
import type { Network } from "../network/network.js";
import { readRule } from "./policies.js";
import { readAccounts, readMarkedNodes, readOrgs } from "./read-records.js";
import { readStop } from "./read-settings.js";

/** What emergency measures hold now. */
export interface Emergencies {
  /** By which policy measures are decided, in words. */
  policy: string;
  /** Until when nobody is let in, in ISO 8601, UTC; null if admissions are not stopped. */
  admissionsStoppedUntil: string | null;
  orgs: Stoppable<Org>[];
  accounts: Stoppable<Account>[];
  nodes: Stoppable<NodeRecord>[];
  /** Nodes that are held no longer, which the other nodes have not been told. */
  untold: Stoppable<NodeRecord>[];
}

export async function readEmergencies(network: Network): Promise<Emergencies> {
  const isHeld = ({ heldUntil }: { heldUntil: string | null }): boolean => heldUntil !== null;
  const orgs = await readOrgs(network);
  const stoppable = stopper(orgs);
  const nodes = await readMarkedNodes(network);
  return {
    policy: (await readRule(network, operationCode("emergency"))).policy,
    admissionsStoppedUntil: await readStop(network),
    orgs: orgs.filter(isHeld).map(stoppable),
    accounts: (await readAccounts(network)).filter(isHeld).map(stoppable),
    nodes: nodes.filter(isHeld).map(stoppable),
    untold: nodes.filter((node) => !isHeld(node)).map(stoppable),
  };
}
