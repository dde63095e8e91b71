import { describeProposal } from "../read/describe.js";
import { findNode } from "../read/find.js";
import type { Proposal } from "../read/model.js";
import { readProposal } from "../read/proposals.js";
import { approveAccountRecovery } from "./accounts.js";
import { approveAdmin } from "./admins.js";
import { approveNodeRecovery } from "./nodes.js";
import { approveOrg, approveOrgStatus } from "./orgs.js";
import { type Actor, type Done, perform } from "./perform.js";

/** Votes for or against a proposal. A vote for one names what it is about, where the contracts know such a vote: what a node
 *  shows under a number is then what is voted for, or nothing is. Throws PROPOSAL_UNKNOWN, and what the contract refuses. */
export async function vote(actor: Actor, { id, support }: { id: number; support: boolean }): Promise<Done> {
  const proposal = await readProposal(actor.network, id);
  // One that is over may have a successor about the same subject.
  const byName = support && proposal.state === "open" ? await voteByName(actor, proposal) : undefined;
  return byName ?? voteByNumber(actor, proposal, support);
}

/** Takes back a proposal of one's own. Throws as `vote` does. */
export async function withdraw(actor: Actor, id: number): Promise<Done> {
  const tx = actor.network.contracts.rules.withdraw.populateTransaction(id);
  return perform(actor, `Withdraw ${inFull(await readProposal(actor.network, id))}.`, tx);
}

/** Ends a proposal that has expired, or that is decided because the network admins changed. Throws as `vote` does. */
export async function close(actor: Actor, id: number): Promise<Done> {
  const tx = actor.network.contracts.rules.close.populateTransaction(id);
  return perform(actor, `Close ${inFull(await readProposal(actor.network, id))}.`, tx);
}

async function voteByName(actor: Actor, { operation, about }: Proposal): Promise<Done | undefined> {
  const { org, account, role } = about;
  const node = about.node === null ? null : await findNode(actor.network, about.node.enodeId);
  if (org === null) return undefined;
  switch (operation) {
    case "add-org":
      return node === null || account === null ? undefined : approveOrg(actor, { org, node, admin: account });
    case "suspend-org":
      return approveOrgStatus(actor, { org, change: "suspend" });
    case "restore-org":
      return approveOrgStatus(actor, { org, change: "restore" });
    case "appoint-admin":
      return account === null || role === null ? undefined : approveAdmin(actor, { org, account, role });
    case "recover-node":
      return node === null ? undefined : approveNodeRecovery(actor, { org, node });
    case "recover-account":
      return account === null ? undefined : approveAccountRecovery(actor, { org, account });
    default:
      return undefined;
  }
}

function voteByNumber(actor: Actor, proposal: Proposal, support: boolean): Promise<Done> {
  const tx = actor.network.contracts.rules.vote.populateTransaction(proposal.id, support);
  return perform(actor, `Vote ${support ? "for" : "against"} ${inFull(proposal)}.`, tx);
}

/** What is signed for is shown in full: the first digits of an enode id can be had by trying. */
function inFull(proposal: Proposal): string {
  return describeProposal(proposal, ({ url }) => url);
}
