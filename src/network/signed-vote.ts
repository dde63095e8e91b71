import { getAddress, isAddress, Signature } from "ethers";
import * as z from "zod";
import { refusal } from "../errors/refusal.js";
import {
  type ProposalContent,
  proposalHash,
  signerOfVote,
  type TypedVote,
  typedVote,
  type VotePlace,
} from "../model/vote-message.js";
import { toJson } from "../util/json.js";
import type { TextSource } from "../util/text-source.js";
import type { Network } from "./network.js";

/** The version of the file's format. */
const FORMAT = 1;

/** A vote that its author has signed, for anybody to send: what its file holds. */
export interface SignedVote {
  signedVote: typeof FORMAT;
  /** In decimal digits. */
  chainId: string;
  /** Address of the network's interface. */
  interface: string;
  proposal: ProposalContent;
  /** Of the proposal, as the contracts compute it. */
  hash: string;
  support: boolean;
  /** ISO 8601, UTC, to the second: the last one in which it counts. */
  deadline: string;
  /** In decimal digits. */
  term: string;
  voter: string;
  /** 65 bytes. */
  signature: string;
}

const address = z.string().refine((given) => isAddress(given) && getAddress(given) === given, "no address");
const count = z.int().min(0);
const decimal = z.string().regex(/^\d{1,78}$/);

const content = z.strictObject({
  id: count,
  operation: count,
  organisation: z.string(),
  enodeId: z.string(),
  host: z.string(),
  port: count.max(65_535),
  raftPort: count.max(65_535),
  account: address,
  role: z.string(),
  roleOrganisation: z.string(),
  payload: decimal,
}) satisfies z.ZodType<ProposalContent>;

const schema = z.strictObject({
  signedVote: z.literal(FORMAT),
  chainId: decimal,
  interface: address,
  proposal: content,
  hash: z.string().regex(/^0x[0-9a-f]{64}$/),
  support: z.boolean(),
  deadline: z.iso.datetime().refine((given) => Date.parse(given) % 1000 === 0, "no whole second"),
  term: decimal,
  voter: address,
  signature: z.string().regex(/^0x[0-9a-f]{130}$/),
}) satisfies z.ZodType<SignedVote>;

/** Where the votes of a network count. */
export function votePlace({ chain, addresses }: Network): VotePlace {
  return { chainId: chain.chainId, permInterface: addresses.PermissionsInterface };
}

/** What was signed. */
export function typedVoteOf(vote: Omit<SignedVote, "signature">): TypedVote {
  const { chainId, interface: permInterface, proposal, support, term } = vote;
  const message = { proposal, support, deadline: secondsOf(vote.deadline), term };
  return typedVote({ chainId: BigInt(chainId), permInterface }, message);
}

export function secondsOf(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}

/** The vote with its signature, in the form that the contracts take; `by` is who was to sign. Throws VOTE_SIGNATURE_NOT_ALLOWED. */
export function withSignature(vote: Omit<SignedVote, "signature" | "signedVote">, signature: string): SignedVote {
  const unsigned = { signedVote: FORMAT, ...vote } as const;
  if (signerOfVote(typedVoteOf(unsigned), signature) !== vote.voter)
    throw refusal("VOTE_SIGNATURE_NOT_ALLOWED", { voter: vote.voter });
  return { ...unsigned, signature: Signature.from(signature).serialized };
}

/** Reads the file of a signed vote. Throws SIGNED_VOTE_NOT_ALLOWED if it is none, or if what it shows is not what its voter has
 *  signed. */
export function parseSignedVote(from: TextSource): SignedVote {
  const file = from.name;
  const { success, data, error } = schema.safeParse(jsonIn(from));
  if (!success) {
    const [issue] = error.issues;
    const place = issue?.path.join(".") ?? "";
    throw refusal("SIGNED_VOTE_NOT_ALLOWED", { cause: "shape", file, place: place === "" ? "as a whole" : place });
  }
  if (proposalHash(data.proposal) !== data.hash) throw refusal("SIGNED_VOTE_NOT_ALLOWED", { cause: "hash", file });
  if (signerOfVote(typedVoteOf(data), data.signature) !== data.voter)
    throw refusal("SIGNED_VOTE_NOT_ALLOWED", { cause: "signature", file, voter: data.voter });
  return data;
}

function jsonIn(from: TextSource): unknown {
  try {
    return JSON.parse(from.read());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The text of its file. */
export function signedVoteText(vote: SignedVote): string {
  return toJson(vote);
}
