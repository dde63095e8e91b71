import { Action, type StatusChange } from "../model/codes.js";
import { type Enode, formatEnode } from "../model/enode.js";
import type { Contracts, Network } from "../network/network.js";
import { readPolicy } from "../read/read-settings.js";
import { capital } from "../util/capital.js";
import { type End, endInWords, endSeconds } from "./end.js";
import { type Actor, type ActionResult, perform, type Proceeding } from "./perform.js";

export interface OrgNode {
  org: string;
  node: Enode;
}

type NodeArguments = [org: string, enodeId: string, ip: string, port: number, raftPort: number];

function argumentsOf({ org, node }: OrgNode): NodeArguments {
  return [org, node.enodeId, node.ip, node.port, node.raftPort];
}

/** A node that is to be added, and when its admission ends; without an end where none is given. */
export interface NodeAddition extends OrgNode {
  until?: End | undefined;
}

/** Adds an approved node to an organisation. */
export function addNode(actor: Actor, p: NodeAddition): Promise<ActionResult> {
  return perform(actor, ...nodeAddition(actor.network, p));
}

/** What adding a node says and sends. */
export function nodeAddition({ contracts }: Network, p: NodeAddition): Proceeding {
  const { until } = p;
  const what = `Add the node ${formatEnode(p.node)} to ${p.org}`;
  if (until === undefined) return [`${what}.`, contracts.interface.addNode.populateTransaction(...argumentsOf(p))];
  return [`${what} ${endInWords(until)}.`, withEnd(contracts, p, until)];
}

/** Gives a node that an organisation has another end. */
export function renewNode(actor: Actor, { until, ...p }: OrgNode & { until: End }): Promise<ActionResult> {
  const summary = `Keep the node ${formatEnode(p.node)} of ${p.org} ${endInWords(until)}.`;
  return perform(actor, summary, withEnd(actor.network.contracts, p, until));
}

function withEnd({ rules }: Contracts, p: OrgNode, until: End): Proceeding[1] {
  return rules.addNodeUntil.populateTransaction(...argumentsOf(p), endSeconds(until));
}

/** Deactivates, activates or blacklists a node; of a node of the admin organisation, proposes it. */
export async function changeNodeStatus(actor: Actor, p: OrgNode & { change: StatusChange }): Promise<ActionResult> {
  const verb = p.change === "suspend" ? "deactivate" : p.change;
  const summary = await changeInWords(actor.network, p.org, `${verb} the node ${formatEnode(p.node)} of ${p.org}.`);
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.updateNodeStatus.populateTransaction(...argumentsOf(p), Action[p.change]);
  return perform(actor, summary, tx);
}

/** Changes where a node listens; its identity stays. Of a node of the admin organisation, proposes it. */
export async function changeNodeAddress(actor: Actor, p: OrgNode): Promise<ActionResult> {
  const summary = await changeInWords(actor.network, p.org, `move the node of ${p.org} to ${formatEnode(p.node)}.`);
  const tx = actor.network.contracts.rules.changeNodeAddress.populateTransaction(...argumentsOf(p));
  return perform(actor, summary, tx);
}

/** The contracts take it for a proposal where the organisation is the admin organisation. */
async function changeInWords(network: Network, org: string, change: string): Promise<string> {
  const { adminOrg } = await readPolicy(network);
  return org === adminOrg ? `Propose to ${change}` : capital(change);
}

/** A node and its organisation, wherever the node listens. */
export interface OwnNode {
  org: string;
  node: Pick<Enode, "enodeId">;
}

/** Lets a node go: it belongs to no organisation any more. */
export function releaseNode(actor: Actor, { org, node: { enodeId } }: OwnNode): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.releaseNode.populateTransaction(org, enodeId);
  return perform(actor, `Let the node ${enodeId} of ${org} go.`, tx);
}

/** Proposes that an organisation loses a node. */
export function proposeNodeRelease(actor: Actor, { org, node: { enodeId } }: OwnNode): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.proposeNodeRelease.populateTransaction(org, enodeId);
  return perform(actor, `Propose to release the node ${enodeId} from ${org}.`, tx);
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
