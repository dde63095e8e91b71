import { ZeroHash } from "ethers";
import { Op, SignedVoteResult as Result, State } from "../../data/codes.js";
import { changesHash } from "../../helpers/resolutions.js";
import { type Content, contentOf, hashOf, type Signed } from "../../helpers/signed-votes.js";
import { isRuleOf, policyHash } from "./policy-words.js";
import { decide, hasExpired, payloadOf, record, vote } from "./proposals.js";
import { isNetworkAdmin } from "./standing.js";
import { type Happening, type Verdict, when } from "./verdict.js";
import { standingOn, turnOf } from "./voices.js";
import { type Address, NOBODY, type Org, type Proposal, type World } from "./world.js";

/** A vote that was signed; `signer` is whose signature it is, if it is one. */
export interface SignedVote extends Signed {
  signer: string | undefined;
}

const MOST = 64;
const BITS = 24n;

/** What a proposal would carry out. */
export function contentOfProposal(proposal: Proposal): Content {
  const { id, op, org, node, role, account } = proposal;
  // Its organisation may move it meanwhile.
  const isAnywhere = op === Op.RELEASE || op === Op.EMERGENCY;
  const place: Partial<Address> = isAnywhere || node === undefined ? {} : (proposedPlace(proposal) ?? node);
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
    payload: namedPayload(proposal),
  });
}

/** Of changes and policies their hash: where they are kept says nothing. */
function namedPayload(proposal: Proposal): bigint {
  const { resolution, setting } = proposal;
  if (resolution !== undefined) return changesHash(resolution.changes.map(({ data }) => data));
  return isRuleOf(setting) && setting.terms !== undefined ? policyHash(setting) : payloadOf(proposal);
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

/** What a signed vote on a proposal names: the voter's term, for whom it speaks, and how often its voice was taken off. */
export function termIn(w: World, proposal: Proposal, address: string): bigint {
  const { speaker, losses } = standingOn(w, proposal, address);
  return termOf(w, address) | (placeOf(w, speaker) << BITS) | (losses << (2n * BITS));
}

function placeOf({ orgs }: World, org: Org | undefined): bigint {
  return org === undefined ? 0n : BigInt(orgs.indexOf(org) + 1);
}

export function voteByHash(w: World, caller: string, id: bigint, hash: string, support: boolean): Verdict {
  const verdict = vote(w, caller, id, support);
  const proposal = w.proposals[Number(id) - 1];
  const differs = proposal?.state === State.OPEN && hashOfProposal(proposal) !== hash;
  return { ...verdict, against: [...verdict.against, ...when(differs, "ProposalDiffers", id)] };
}

/** Those that cannot count are left out. Nothing changes unless one counts, so what would become of each is known before. */
export function voteBySignatures(w: World, _: string, votes: readonly SignedVote[]): Verdict {
  const anyCounts = votes.some((each) => resultOf(w, each) === Result.COUNTED);
  return {
    against: [
      ...when(votes.length > MOST, "TooManyVotes", votes.length, MOST),
      ...when(
        !anyCounts,
        "NoVoteCounts",
        votes.map((each) => resultOf(w, each)),
      ),
    ],
    happens: () => runsOf(votes).flatMap((run) => castRun(w, run)),
  };
}

/** Votes on one proposal that come one after the other. */
function runsOf(votes: readonly SignedVote[]): SignedVote[][] {
  const runs: SignedVote[][] = [];
  for (const each of votes) {
    const run = runs.at(-1);
    if (run?.[0]?.id === each.id) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** They are judged as the proposal is before them, counted together, and then decide; later ones are judged by what that has
 *  changed. */
function castRun(w: World, run: readonly SignedVote[]): Happening[] {
  const proposal = w.proposals[Number(run[0]?.id) - 1];
  if (proposal === undefined) return [];
  const fit: readonly bigint[] = [Result.COUNTED, Result.ALREADY_VOTED];
  const votes = run
    .filter((each) => fit.includes(resultOf(w, each)))
    .map((each) => recordOne(w, proposal, each))
    .filter(({ happened }) => happened.length > 0);
  // Those of network admins are told last.
  const told = [false, true].flatMap((first) => votes.filter(({ isAdmins }) => isAdmins === first));
  return votes.length === 0 ? [] : [...told.flatMap(({ happened }) => happened), ...decide(w, proposal)];
}

function recordOne(
  w: World,
  proposal: Proposal,
  { signer = NOBODY, support }: SignedVote,
): { isAdmins: boolean; happened: Happening[] } {
  const isAdmins = isNetworkAdmin(w, signer) && !proposal.votes.has(signer);
  const counts = turnOf(w, proposal, signer) === "may vote";
  return { isAdmins, happened: counts ? record(w, signer, proposal, support) : [] };
}

function resultOf(w: World, { id, hash, deadline, term, signer }: SignedVote): bigint {
  const proposal = w.proposals[Number(id) - 1];
  if (signer === undefined) return Result.NOT_SIGNED;
  if (w.now > deadline) return Result.TOO_LATE;
  if (proposal?.state !== State.OPEN) return Result.NOT_OPEN;
  if (hash !== hashOfProposal(proposal)) return Result.DIFFERS;
  if (hasExpired(w, proposal)) return Result.EXPIRED;
  const turn = turnOf(w, proposal, signer);
  if (turn === "no voter") return Result.NOT_A_VOTER;
  if (termIn(w, proposal, signer) !== term) return Result.OTHER_TERM;
  return turn === "has voted" ? Result.ALREADY_VOTED : Result.COUNTED;
}
