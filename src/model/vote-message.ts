import {
  AbiCoder,
  keccak256,
  type TypedDataDomain,
  type TypedDataField,
  TypedDataEncoder,
  verifyTypedData,
} from "ethers";

/** The EIP-712 message that a vote is, as contracts/types/SignedVote.sol describes it. */

/** What a proposal would carry out, in names and values. What it is not about is empty or 0. */
export interface ProposalContent {
  id: number;
  /** The number of the operation. */
  operation: number;
  organisation: string;
  enodeId: string;
  host: string;
  port: number;
  raftPort: number;
  account: string;
  role: string;
  roleOrganisation: string;
  /** A decimal number: contracts/types/Payload.sol; of a resolution, the hash of its changes. */
  payload: string;
}

export interface VoteMessage {
  proposal: ProposalContent;
  support: boolean;
  /** The last second in which it counts, since 1970. */
  deadline: number;
  /** In decimal digits: of what the contracts answer. */
  term: string;
}

/** Where votes count: on this chain, at this interface. */
export interface VotePlace {
  chainId: bigint;
  permInterface: string;
}

type Types = Record<string, TypedDataField[]>;

const PROPOSAL_TYPES: Types = {
  Proposal: [
    { name: "id", type: "uint256" },
    { name: "operation", type: "uint256" },
    { name: "organisation", type: "string" },
    { name: "enodeId", type: "string" },
    { name: "host", type: "string" },
    { name: "port", type: "uint16" },
    { name: "raftPort", type: "uint16" },
    { name: "account", type: "address" },
    { name: "role", type: "string" },
    { name: "roleOrganisation", type: "string" },
    { name: "payload", type: "uint256" },
  ],
};

const VOTE_TYPES: Types = {
  Vote: [
    { name: "proposal", type: "Proposal" },
    { name: "support", type: "bool" },
    { name: "deadline", type: "uint256" },
    { name: "term", type: "uint256" },
  ],
  ...PROPOSAL_TYPES,
};

/** Typed data, for whoever signs it. */
export interface TypedVote {
  domain: TypedDataDomain;
  types: Record<string, TypedDataField[]>;
  message: VoteMessage;
}

/** What stands for the changes of a resolution. */
export function changesHash(changes: readonly string[]): bigint {
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["bytes[]"], [changes])));
}

/** What the contracts compute for the proposal. */
export function proposalHash(content: ProposalContent): string {
  return TypedDataEncoder.hashStruct("Proposal", PROPOSAL_TYPES, content);
}

export function typedVote({ chainId, permInterface }: VotePlace, message: VoteMessage): TypedVote {
  const domain = { name: "Portcullis", version: "1", chainId, verifyingContract: permInterface };
  return { domain, types: VOTE_TYPES, message };
}

/** The account whose signature it is; undefined if it is none. */
export function signerOfVote({ domain, types, message }: TypedVote, signature: string): string | undefined {
  try {
    return verifyTypedData(domain, types, message, signature);
  } catch {
    return undefined;
  }
}

/** As a node takes it that signs for its accounts (eth_signTypedData_v4). */
export function typedVoteJson({ domain, types, message }: TypedVote): unknown {
  return TypedDataEncoder.getPayload(domain, types, message);
}
