import { Action, type StatusChange } from "../model/codes.js";
import { type Enode, formatEnode } from "../model/enode.js";
import { capital } from "../util/capital.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

export interface OrgNode {
  org: string;
  node: Enode;
}

type NodeArguments = [org: string, enodeId: string, ip: string, port: number, raftPort: number];

function argumentsOf({ org, node }: OrgNode): NodeArguments {
  return [org, node.enodeId, node.ip, node.port, node.raftPort];
}

/** Adds an approved node to an organisation. */
export function addNode(actor: Actor, p: OrgNode): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.addNode.populateTransaction(...argumentsOf(p));
  return perform(actor, `Add the node ${formatEnode(p.node)} to ${p.org}.`, tx);
}

/** Deactivates, activates or blacklists a node. */
export function changeNodeStatus(actor: Actor, p: OrgNode & { change: StatusChange }): Promise<ActionResult> {
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.updateNodeStatus.populateTransaction(...argumentsOf(p), Action[p.change]);
  const verb = p.change === "suspend" ? "deactivate" : p.change;
  return perform(actor, `${capital(verb)} the node ${formatEnode(p.node)} of ${p.org}.`, tx);
}

/** Changes where a node listens; its identity stays. */
export function changeNodeAddress(actor: Actor, p: OrgNode): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.changeNodeAddress.populateTransaction(...argumentsOf(p));
  return perform(actor, `Move the node of ${p.org} to ${formatEnode(p.node)}.`, tx);
}

/** Proposes to lift the blacklisting of a node. */
export function proposeNodeRecovery(actor: Actor, p: OrgNode): Promise<ActionResult> {
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.startBlacklistedNodeRecovery.populateTransaction(...argumentsOf(p));
  return perform(actor, `Propose to recover the node ${formatEnode(p.node)} of ${p.org}.`, tx);
}

/** Votes to lift the blacklisting of exactly this node. */
export function approveNodeRecovery(actor: Actor, p: OrgNode): Promise<ActionResult> {
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.approveBlacklistedNodeRecovery.populateTransaction(...argumentsOf(p));
  return perform(actor, `Vote to recover the node ${formatEnode(p.node)} of ${p.org}.`, tx);
}
