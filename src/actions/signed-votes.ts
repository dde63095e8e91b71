import { Signature } from "ethers";
import { signTyped, type Signer } from "../chain/signers.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { operationName, type SignedVoteResult, signedVoteResultName } from "../model/codes.js";
import type { Network } from "../network/network.js";
import { secondsOf, type SignedVote, typedVoteOf, votePlace, withSignature } from "../network/signed-vote.js";
import { describeInFull } from "../read/describe-proposal.js";
import { hasVoted, readVoteStanding } from "../read/may-vote.js";
import { readVotable } from "../read/votable.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** The most that the contracts take at a time (contracts/rules/SignedVotes.sol). */
export const MOST_SIGNED_VOTES = 64;

/** What is to be signed, and where. */
export interface SignVote {
  id: number;
  support: boolean;
  /** The last moment in which it counts; the proposal's end unless it is said. */
  deadline?: Date | undefined;
}

/** Who signs, and where. */
export interface VoteSigner {
  readonly network: Network;
  readonly signer: Signer;
  /** Called with what is about to be signed, in words; with `false` nothing is signed. */
  readonly approve?: (summary: string) => Promise<boolean>;
}

/** Signs a vote for others to send, once it is known that it would count now. Throws what `readVotable` throws, NotAVoter,
 *  AlreadyVoted, DEADLINE_PASSED, CANCELLED, SIGNING_NOT_OFFERED, VOTE_SIGNATURE_NOT_ALLOWED. */
export async function signVote({ network, signer, approve }: VoteSigner, wish: SignVote): Promise<SignedVote> {
  const { id, support } = wish;
  const { address: voter } = signer;
  const { proposal, content, hash } = await readVotable(network, id, support);
  const standing = await readVoteStanding(network, id, voter);
  if (standing === "may not vote") throw refusal("NotAVoter", { account: voter });
  if (standing === "has voted") throw refusal("AlreadyVoted", { id: BigInt(id), voter });
  const deadline = wholeSecond(wish.deadline ?? new Date(proposal.expiresAt));
  if (Date.parse(deadline) < Date.now()) throw refusal("DEADLINE_PASSED", { deadline });
  const summary = `Sign a vote ${support ? "for" : "against"} ${describeInFull(proposal)}, good until ${deadline}.`;
  if ((await approve?.(summary)) === false) throw refusal("CANCELLED", { cause: "notSigned", summary });
  const { chainId, permInterface } = votePlace(network);
  const vote = {
    chainId: chainId.toString(),
    interface: permInterface,
    proposal: content,
    hash,
    support,
    deadline,
    term: (await network.contracts.rules.getTermIn(id, voter)).toString(),
    voter,
  };
  return withSignature(vote, await signTyped(network.chain, signer, typedVoteOf({ signedVote: 1, ...vote })));
}

/** Why a signed vote is left out. */
export type LeftOutReason = Exclude<SignedVoteResult, "counted"> | "other network";

/** A signed vote, and whether it would count now. */
export interface JudgedVote {
  vote: SignedVote;
  /** None if it would. */
  reason: LeftOutReason | null;
}

/** Asks the contracts which of the votes would count now, if they were sent in this order. Throws TooManyVotes. */
export async function judgeVotes(network: Network, votes: readonly SignedVote[]): Promise<JudgedVote[]> {
  const { chainId, permInterface } = votePlace(network);
  const isOwn = (vote: SignedVote): boolean => vote.chainId === chainId.toString() && vote.interface === permInterface;
  const results = (await resultsOf(network, votes.filter(isOwn))).values();
  return votes.map((vote) => {
    const result = isOwn(vote) ? (results.next().value ?? "another proposal") : "other network";
    return { vote, reason: result === "counted" ? null : result };
  });
}

async function resultsOf(network: Network, votes: readonly SignedVote[]): Promise<SignedVoteResult[]> {
  if (votes.length === 0) return [];
  if (votes.length > MOST_SIGNED_VOTES) throw refusal("TooManyVotes", { given: votes.length, most: MOST_SIGNED_VOTES });
  try {
    const results = await network.contracts.rules.voteBySignatures.staticCall(votes.map(toStruct));
    return results.map(signedVoteResultName);
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.code !== "NoVoteCounts") throw error;
    return [...(error.facts.results as Iterable<bigint>)].map(signedVoteResultName);
  }
}

/** What came of sending signed votes. */
export interface SubmittedVotes {
  sent: ActionResult;
  /** Those that count; after a dry run, those that would. */
  counted: SignedVote[];
  leftOut: { vote: SignedVote; reason: LeftOutReason }[];
}

/** Sends the votes that count, in one transaction of any account that may send. Throws NO_SIGNED_VOTE_COUNTS, TooManyVotes,
 *  and what `perform` throws. */
export async function submitVotes(actor: Actor, votes: readonly SignedVote[]): Promise<SubmittedVotes> {
  const { network } = actor;
  const judged = await judgeVotes(network, votes);
  const leftOut = judged.flatMap(({ vote, reason }) => (reason === null ? [] : [{ vote, reason }]));
  const good = judged.filter(({ reason }) => reason === null).map(({ vote }) => vote);
  if (good.length === 0) {
    const list = leftOut.map(({ vote, reason }) => `${inWords(vote)}: ${reason}`);
    throw refusal("NO_SIGNED_VOTE_COUNTS", { list });
  }
  const tx = network.contracts.rules.voteBySignatures.populateTransaction(good.map(toStruct));
  const sent = await perform(actor, await summaryOf(network, good), tx);
  if (sent.hash === null) return { sent, counted: good, leftOut };
  // Another transaction may have come first.
  const counted = await Promise.all(
    good.map(async ({ proposal: { id, operation }, voter, support }) =>
      hasVoted(network, { proposal: { id, operation: operationName(operation) }, voter, support }),
    ),
  );
  return {
    sent,
    counted: good.filter((_, index) => counted[index]),
    leftOut: [
      ...leftOut,
      ...good.filter((_, index) => !counted[index]).map((vote) => ({ vote, reason: "not open" as const })),
    ],
  };
}

async function summaryOf(network: Network, votes: readonly SignedVote[]): Promise<string> {
  const ids = [...new Set(votes.map(({ proposal }) => proposal.id))];
  const parts = await Promise.all(
    ids.map(async (id) => {
      const own = votes.filter(({ proposal }) => proposal.id === id);
      const voices = own.map(({ support, voter }) => `${voter} ${support ? "for" : "against"}`);
      return `${describeInFull((await readVotable(network, id)).proposal)}: ${voices.join(", ")}`;
    }),
  );
  return `Cast ${votes.length === 1 ? "a signed vote" : `${votes.length} signed votes`} on ${parts.join("; ")}.`;
}

function inWords({ proposal, support, voter }: SignedVote): string {
  return `the vote of ${voter} ${support ? "for" : "against"} proposal ${proposal.id}`;
}

function toStruct(vote: SignedVote) {
  const { r, s, v } = Signature.from(vote.signature);
  const { proposal, hash, support, term } = vote;
  return { id: proposal.id, hash, support, deadline: secondsOf(vote.deadline), term, r, s, v };
}

function wholeSecond(time: Date): string {
  return new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
}
