import { Signature, SigningKey, TypedDataEncoder } from "ethers";
import type { Person, Suite } from "./contract-suite.js";

/** What a proposal says, in names and values: the EIP-712 struct, written down a second time. */
export interface Content {
  id: bigint;
  operation: bigint;
  organisation: string;
  enodeId: string;
  host: string;
  port: number;
  raftPort: number;
  account: string;
  role: string;
  roleOrganisation: string;
  payload: bigint;
}

export interface Signed {
  id: bigint;
  hash: string;
  support: boolean;
  deadline: bigint;
  term: bigint;
  r: string;
  s: string;
  v: number;
}

const PROPOSAL = [
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
];

const VOTE = [
  { name: "proposal", type: "Proposal" },
  { name: "support", type: "bool" },
  { name: "deadline", type: "uint256" },
  { name: "term", type: "uint256" },
];

const NOBODY = "0x0000000000000000000000000000000000000000";

export const FAR = 2n ** 40n;

export function contentOf(id: bigint, operation: bigint, about: Partial<Content> = {}): Content {
  const none = { organisation: "", enodeId: "", host: "", port: 0, raftPort: 0, account: NOBODY };
  return { id, operation, ...none, role: "", roleOrganisation: "", payload: 0n, ...about };
}

export function hashOf(content: Content): string {
  return TypedDataEncoder.hashStruct("Proposal", { Proposal: PROPOSAL }, content);
}

export interface Wish {
  support?: boolean;
  deadline?: bigint;
  term?: bigint;
  domain?: Partial<Awaited<ReturnType<typeof domainOf>>>;
}

export async function domainOf(s: Suite) {
  const { chainId } = await s.ethers.provider.getNetwork();
  return { name: "Portcullis", version: "1", chainId, verifyingContract: await s.permInterface.getAddress() };
}

type Domain = Awaited<ReturnType<typeof domainOf>>;

interface Message {
  proposal: Content;
  support: boolean;
  deadline: bigint;
  term: bigint;
}

const TYPES = { Vote: VOTE, Proposal: PROPOSAL };

/** A vote as a wallet signs it. */
export async function signed(s: Suite, voter: Person, content: Content, wish: Wish = {}): Promise<Signed> {
  const { support = true, deadline = FAR, term = await s.permInterface.getTermIn(content.id, voter) } = wish;
  const domain = { ...(await domainOf(s)), ...wish.domain };
  const message = { proposal: content, support, deadline, term };
  return asStruct(message, await voter.signTypedData(domain, TYPES, message));
}

/** The same, with a key. */
export function signedWith(key: string, domain: Domain, message: Message): Signed {
  const signature = new SigningKey(key).sign(TypedDataEncoder.hash(domain, TYPES, message));
  return asStruct(message, signature.serialized);
}

function asStruct({ proposal, support, deadline, term }: Message, signature: string): Signed {
  const { r, s, v } = Signature.from(signature);
  return { id: proposal.id, hash: hashOf(proposal), support, deadline, term, r, s, v };
}
