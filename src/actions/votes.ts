import { answerNotAllowed } from "../chain/check-answer.js";
import { isApprovedByName, type NamedOperation, proposalStateCode } from "../model/codes.js";
import { refusal } from "../errors/refusal.js";
import { describeProposal } from "../read/describe-proposal.js";
import { findNode } from "../read/find.js";
import type { Enode } from "../model/enode.js";
import { parseEnode } from "../network/parse-enode.js";
import type { NodeRecord, Proposal } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readProposal } from "../read/read-proposals.js";
import { readPolicy } from "../read/read-settings.js";
import { approveAccountRecovery } from "./accounts.js";
import { approveAdmin } from "./admins.js";
import { approveNodeRecovery } from "./nodes.js";
import { approveOrg, approveOrgStatus } from "./orgs.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** Votes for or against a proposal. A vote for one names what it is about, where the contracts know such a vote: what a node
 *  shows under a number is then what is voted for, or nothing is. Throws PROPOSAL_UNKNOWN, and what the contract refuses. */
export async function castVote(actor: Actor, { id, support }: { id: number; support: boolean }): Promise<ActionResult> {
  const proposal = await readProposal(actor.network, id);
  const { operation } = proposal;
  if (!support || !isApprovedByName(operation) || (await isCustomAdmin(actor.network, proposal)))
    return voteByNumber(actor, proposal, support);
  return voteByName(actor, proposal, operation);
}

/** Whether it would make an account an admin by a custom role: a vote that names the account alone does not say by which. */
async function isCustomAdmin(network: Network, { operation, about }: Proposal): Promise<boolean> {
  if (operation !== "appoint-admin") return false;
  const { networkAdminRole, orgAdminRole } = await readPolicy(network);
  return about.role !== networkAdminRole && about.role !== orgAdminRole;
}

/** Takes back a proposal of one's own. Throws as `castVote` does. */
export async function withdrawProposal(actor: Actor, { id }: { id: number }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.withdraw.populateTransaction(id);
  return perform(actor, `Withdraw ${inFull(await readProposal(actor.network, id))}.`, tx);
}

/** Ends a proposal that has expired, or that is decided because the network admins changed. Throws as `castVote` does. */
export async function closeProposal(actor: Actor, { id }: { id: number }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.close.populateTransaction(id);
  return perform(actor, `Close ${inFull(await readProposal(actor.network, id))}.`, tx);
}

async function voteByName(actor: Actor, proposal: Proposal, operation: NamedOperation): Promise<ActionResult> {
  const { id, state, about } = proposal;
  // There may be another one about the same subject by now.
  if (state !== "open") throw refusal("ProposalNotOpen", { id, state: proposalStateCode(state) });
  const named = <Name extends "org" | "account" | "node">(name: Name) => {
    const value = about[name];
    if (value === null) throw answerNotAllowed({ cause: "proposalWithout", method: "eth_call", name, id }, about);
    return value;
  };
  // An organisation's first node may still be another one's, at another address.
  const proposedNode = (): Enode => parseEnode(named("node").url);
  const node = (): Promise<NodeRecord> => findNode(actor.network, named("node").enodeId);
  const org = named("org");
  switch (operation) {
    case "add-org":
      return approveOrg(actor, { org, node: proposedNode(), admin: named("account") });
    case "suspend-org":
      return approveOrgStatus(actor, { org, change: "suspend" });
    case "restore-org":
      return approveOrgStatus(actor, { org, change: "restore" });
    case "appoint-admin":
      return approveAdmin(actor, { org, account: named("account") });
    case "recover-node":
      return approveNodeRecovery(actor, { org, node: await node() });
    case "recover-account":
      return approveAccountRecovery(actor, { org, account: named("account") });
  }
}

function voteByNumber(actor: Actor, proposal: Proposal, support: boolean): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.vote.populateTransaction(proposal.id, support);
  return perform(actor, `Vote ${support ? "for" : "against"} ${inFull(proposal)}.`, tx);
}

/** What is signed is shown in full: an enode id with given first digits can be found by trying. */
function inFull(proposal: Proposal): string {
  return describeProposal(proposal, ({ url }) => url);
}
