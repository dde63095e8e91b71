import { toBeHex } from "ethers";
import { IN_PROCESS_NETWORK } from "../../../src/nodejs/in-process-network.js";
import { contentOf, signedWith } from "../../helpers/signed-votes.js";
import { contentOfProposal, type SignedVote, termIn, termOf } from "../rules/signed-votes.js";
import { NOBODY, type World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";
import type { FittingArguments } from "./fitting-arguments.js";
import { keyOfPerson } from "./values.js";

/** Of the chain that the model is compared on. */
const CHAIN_ID = BigInt(IN_PROCESS_NETWORK.chainId);
const SECOND_S = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** Votes on a few proposals, some of which cannot count. */
export function someSignedVotes(want: FittingArguments, w: World, c: Chooser): SignedVote[] {
  const votes: SignedVote[] = [];
  const id = want.toVoteOn();
  const count = c.one("how many", [1, 1, 2, 3, 5]);
  while (votes.length < count) {
    const on = c.chance("another proposal", 25) ? want.proposalId(() => true) : id;
    const [last] = votes.slice(-1);
    votes.push(last !== undefined && c.chance("the same again", 10) ? last : aSignedVote(want, w, c, on));
  }
  return votes;
}

function aSignedVote(want: FittingArguments, w: World, c: Chooser, id: bigint): SignedVote {
  const proposal = w.proposals[Number(id) - 1];
  const voter = want.voter(proposal);
  const shown = proposal === undefined ? contentOf(id, 1n) : contentOfProposal(proposal);
  const content = c.chance("another content", 6) ? { ...shown, payload: shown.payload + 1n } : { ...shown, id };
  const deadline = c.chance("late", 6) ? w.now - c.one("how late", [0n, 5n]) : w.now + c.one("left", [1n, 2n, 3600n]);
  const real = proposal === undefined ? termOf(w, voter) : termIn(w, proposal, voter);
  const term = c.chance("another term", 6) ? c.one("term", [real + 1n, termOf(w, voter)]) : real;
  const verifyingContract = c.chance("elsewhere", 4) ? w.deployed.otherInterface : w.deployed.permInterface;
  const domain = { name: "Portcullis", version: "1", chainId: CHAIN_ID, verifyingContract };
  const support = c.chance("for", 75);
  const signed = signedWith(keyOfPerson(voter), domain, { proposal: content, support, deadline, term });
  const isOurs = verifyingContract === w.deployed.permInterface;
  if (c.chance("the other s", 4)) {
    const twin = { ...signed, s: toBeHex(SECOND_S - BigInt(signed.s), 32), v: 55 - signed.v };
    return { ...twin, signer: undefined };
  }
  // Whoever it is whose signature that would be has no part here.
  return { ...signed, signer: isOurs && voter !== NOBODY ? signerOf(voter) : NOBODY };
}

function signerOf(voter: string): string {
  return keyOfPerson(voter) === keyOfPerson(NOBODY) ? NOBODY : voter;
}
