import { ZeroAddress, ZeroHash } from "ethers";
import { refusal } from "../errors/refusal.js";
import { operationCode, proposalStateCode } from "../model/codes.js";
import { policyHash } from "../model/policy.js";
import type { Proposal, Subject } from "../model/records.js";
import { changesHash, type ProposalContent, proposalHash } from "../model/vote-message.js";
import type { Network } from "../network/network.js";
import { parseEnode } from "../network/parse-enode.js";
import { describeProposal } from "./describe-proposal.js";
import { readProposalWithPayload } from "./read-proposals.js";

/** A proposal that can be voted on: as it is shown, and the hash of that, which the contracts compute too. */
export interface Votable {
  proposal: Proposal;
  content: ProposalContent;
  hash: string;
}

/** What is voted on. Throws PROPOSAL_UNKNOWN, ProposalNotOpen; CHANGE_NOT_READABLE, unless the vote is against it; PROPOSAL_SHOWN_WRONG if the contracts have the hash of something
 *  else than what the node shows. */
export async function readVotable(network: Network, id: number, support = true): Promise<Votable> {
  const { proposal: shown, payload } = await readProposalWithPayload(network, id);
  // Whatever number the node gives it.
  const proposal = { ...shown, id };
  const { state } = proposal;
  if (state !== "open") throw refusal("ProposalNotOpen", { id, state: proposalStateCode(state) });
  if (support) requireReadable(proposal);
  const content = contentOf(proposal, payload);
  const hash = proposalHash(content);
  const real = await network.contracts.rules.getProposalHash(id);
  if (real === hash) return { proposal, content, hash };
  // It may have ended meanwhile.
  if (real === ZeroHash) throw refusal("ProposalNotOpen", { id, state: 0 });
  throw refusal("PROPOSAL_SHOWN_WRONG", { id, shown: describeProposal(proposal), hash, real });
}

/** Nobody votes for what cannot be shown. */
function requireReadable({ id, about }: Proposal): void {
  const place = about.resolution?.findIndex(({ does }) => does === null) ?? -1;
  if (place >= 0) throw refusal("CHANGE_NOT_READABLE", { id, change: place + 1 });
}

/** What is hashed of a proposal, from what is shown of it. */
function contentOf({ id, operation, about }: Proposal, payload: bigint): ProposalContent {
  const { org, node, account, role, roleOrg } = about;
  const enode = node === null ? undefined : parseEnode(node.url);
  // A node is released or held wherever it listens: its organisation may move it meanwhile.
  const place = operation === "release" || operation === "emergency" ? undefined : enode;
  return {
    id,
    operation: operationCode(operation),
    organisation: org ?? "",
    enodeId: node?.enodeId ?? "",
    host: place?.ip ?? "",
    port: place?.port ?? 0,
    raftPort: place?.raftPort ?? 0,
    account: account ?? ZeroAddress,
    role: role ?? "",
    roleOrganisation: roleOrg ?? "",
    payload: namedPayload(about, payload),
  };
}

/** Of changes and policies their hash: where the contracts keep them cannot be shown. */
function namedPayload({ rule, resolution }: Subject, payload: bigint): string {
  if (resolution !== null) return changesHash(resolution.map(({ data }) => data)).toString();
  if (rule?.policy == null) return payload.toString();
  return BigInt(policyHash(operationCode(rule.operation), rule.policy)).toString();
}
