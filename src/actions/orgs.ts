import { Action } from "../model/codes.js";
import { type Enode, formatEnode } from "../model/enode.js";
import { endInWords, endSeconds } from "./end.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

export interface NewOrg {
  org: string;
  node: Enode;
  admin: string;
}

/** Proposes an organisation with its first node and its admin. */
export function proposeOrg(actor: Actor, { org, node, admin }: NewOrg): Promise<ActionResult> {
  const { enodeId, ip, port, raftPort } = node;
  const tx = actor.network.contracts.interface.addOrg.populateTransaction(org, enodeId, ip, port, raftPort, admin);
  return perform(actor, `Propose ${inWords({ org, node, admin })}.`, tx);
}

/** Votes for exactly this organisation, node and admin. */
export function approveOrg(actor: Actor, { org, node, admin }: NewOrg): Promise<ActionResult> {
  const { enodeId, ip, port, raftPort } = node;
  const tx = actor.network.contracts.interface.approveOrg.populateTransaction(org, enodeId, ip, port, raftPort, admin);
  return perform(actor, `Vote for ${inWords({ org, node, admin })}.`, tx);
}

function inWords({ org, node, admin }: NewOrg): string {
  return `the organisation ${org} with the admin ${admin} and the node ${formatEnode(node)}`;
}

/** Adds a sub-organisation, with or without a node. */
export function addSubOrg(
  actor: Actor,
  p: { parent: string; org: string; node?: Enode | undefined },
): Promise<ActionResult> {
  const { enodeId, ip, port, raftPort } = p.node ?? { enodeId: "", ip: "", port: 0, raftPort: 0 };
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.addSubOrg.populateTransaction(p.parent, p.org, enodeId, ip, port, raftPort);
  const where = p.node === undefined ? "without a node" : `with the node ${formatEnode(p.node)}`;
  return perform(actor, `Add ${p.parent}.${p.org} ${where}.`, tx);
}

export type OrgChange = "suspend" | "restore";

const ORG_ACTION = { suspend: Action.suspend, restore: Action.activate } as const;

/** Proposes to suspend an organisation until a time, or that its suspension ends then. */
export function proposeSuspension(actor: Actor, { org, until }: { org: string; until: Date }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.suspendOrgUntil.populateTransaction(org, endSeconds(until));
  return perform(actor, `Propose to suspend ${org} ${endInWords(until)}.`, tx);
}

/** Records that the suspension of an organisation has ended, for the lists of nodes, and for its voice to count again. */
export function recordEndOfSuspension(actor: Actor, { org }: { org: string }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.endSuspension.populateTransaction(org);
  return perform(actor, `Record that the suspension of ${org} has ended.`, tx);
}

/** Proposes to suspend or to restore an organisation. */
export function proposeOrgStatus(actor: Actor, p: { org: string; change: OrgChange }): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.updateOrgStatus.populateTransaction(p.org, ORG_ACTION[p.change]);
  return perform(actor, `Propose to ${p.change} ${p.org}.`, tx);
}

/** Votes for exactly this change of this organisation. */
export function approveOrgStatus(actor: Actor, p: { org: string; change: OrgChange }): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.approveOrgStatus.populateTransaction(p.org, ORG_ACTION[p.change]);
  return perform(actor, `Vote to ${p.change} ${p.org}.`, tx);
}
