import { encodeRlp, keccak256, stripZerosLeft, zeroPadValue } from "ethers";
import type { Genesis } from "./genesis.js";

/** Hashes of what an empty block has none of. */
const NO_UNCLES = keccak256(encodeRlp([]));
const EMPTY_TRIE = keccak256(encodeRlp("0x"));

const BLOOM = `0x${"00".repeat(256)}`;
const NONCE_BYTES = 8;

/** What the header of a first block is made of; numbers in hex, of any length. */
export type FirstHeader = Pick<
  Genesis,
  "parentHash" | "coinbase" | "difficulty" | "gasLimit" | "timestamp" | "extraData" | "mixHash" | "nonce"
>;

/** The hash of the first block as nodes compute it: that of a header as it was before London. Nodes of Istanbul BFT and QBFT
 *  leave out round and committed seals, of which a genesis has none. Of the accounts that exist from the beginning only the root of
 *  their trie is needed; without it there are none. */
export function genesisHash(header: FirstHeader, stateRoot = EMPTY_TRIE): string {
  const { parentHash, coinbase, difficulty, gasLimit, timestamp, extraData, mixHash, nonce } = header;
  const bodies = [stateRoot, EMPTY_TRIE, EMPTY_TRIE, BLOOM];
  const amounts = [difficulty, "0x0", gasLimit, "0x0", timestamp].map(scalar);
  const proof = [extraData, mixHash, zeroPadValue(even(nonce), NONCE_BYTES)];
  return keccak256(encodeRlp([parentHash, NO_UNCLES, coinbase, ...bodies, ...amounts, ...proof]));
}

/** A number as RLP has it, without leading zeros. */
function scalar(hex: string): string {
  return stripZerosLeft(even(hex));
}

function even(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0x0${hex.slice(2)}`;
}
