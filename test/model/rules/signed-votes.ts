import { ZeroHash } from "ethers";
import { Op, SignedVoteResult as Result, State } from "../../data/codes.js";
import { type Content, contentOf, hashOf, type Signed } from "../../helpers/signed-votes.js";
import { cast, hasExpired, payloadOf, vote } from "./proposals.js";
import { isNetworkAdmin } from "./standing.js";
import { type Happening, type Verdict, when } from "./verdict.js";
import type { Address, Proposal, World } from "./world.js";

/** A vote that was signed; `signer` is whose signature it is, if it is one. */
export interface SignedVote extends Signed {
  signer: string | undefined;
}

const MOST = 64;

/** What a proposal would carry out. */
export function contentOfProposal(proposal: Proposal): Content {
  const { id, op, org, node, role, account } = proposal;
  const place: Partial<Address> = op === Op.RELEASE || node === undefined ? {} : (proposedPlace(proposal) ?? node);
  const { ip = "", port = 0, raftPort = 0 } = place;
  return contentOf(BigInt(id), op, {
    organisation: org?.id ?? "",
    enodeId: node?.enodeId ?? "",
    host: ip,
    port,
    raftPort,
    ...(account === undefined ? {} : { account: account.address }),
    role: role?.name ?? "",
    roleOrganisation: role?.org.id ?? "",
    payload: payloadOf(proposal),
  });
}

function hashOfProposal(proposal: Proposal): string {
  return hashOf(contentOfProposal(proposal));
}

function proposedPlace({ id, node }: Proposal): Address | undefined {
  return node?.proposal === id ? node.proposed : undefined;
}

/** What the contracts answer. */
export function shownHash(proposal: Proposal): string {
  return proposal.state === State.OPEN ? hashOfProposal(proposal) : ZeroHash;
}

export function termOf(w: World, address: string): bigint {
  return w.voters.find((voter) => voter.address === address)?.term ?? 0n;
}

export function voteByHash(w: World, caller: string, id: bigint, hash: string, support: boolean): Verdict {
  const verdict = vote(w, caller, id, support);
  const proposal = w.proposals[Number(id) - 1];
  const differs = proposal !== undefined && shownHash(proposal) !== hash;
  return { ...verdict, against: [...verdict.against, ...when(differs, "ProposalDiffers", id)] };
}

/** Each vote is judged after those before it have taken effect, and left out if it cannot count. Nothing changes unless one
 *  counts, so what each would become of is found out on the way. */
export function castSignedVotes(w: World, _: string, votes: readonly SignedVote[]): Verdict {
  const first = votes.findIndex((each) => resultOf(w, each) === Result.COUNTED);
  return {
    against: [
      ...when(votes.length > MOST, "TooManyVotes", votes.length, MOST),
      ...when(
        first === -1,
        "NoVoteCounts",
        votes.map((each) => resultOf(w, each)),
      ),
    ],
    happens: () => votes.flatMap((each) => castOne(w, each)),
  };
}

function castOne(w: World, each: SignedVote): Happening[] {
  const proposal = w.proposals[Number(each.id) - 1];
  const { signer } = each;
  if (resultOf(w, each) !== Result.COUNTED || proposal === undefined || signer === undefined) return [];
  return cast(w, signer, proposal, each.support);
}

function resultOf(w: World, { id, hash, deadline, term, signer }: SignedVote): bigint {
  const proposal = w.proposals[Number(id) - 1];
  if (signer === undefined) return Result.NOT_SIGNED;
  if (proposal?.state !== State.OPEN) return Result.NOT_OPEN;
  if (hasExpired(w, proposal)) return Result.EXPIRED;
  if (w.now > deadline) return Result.TOO_LATE;
  if (!isNetworkAdmin(w, signer)) return Result.NOT_A_VOTER;
  if (termOf(w, signer) !== term) return Result.OTHER_TERM;
  if (hash !== hashOfProposal(proposal)) return Result.DIFFERS;
  return proposal.votes.has(signer) ? Result.ALREADY_VOTED : Result.COUNTED;
}
