import { concat, dataLength, dataSlice, decodeRlp, encodeRlp, getAddress, ZeroHash } from "ethers";

/** The kinds of consensus whose genesis block names the validators. */
export type BftConsensus = "istanbul" | "qbft";

/** What the extra data of a genesis block says. */
export interface ExtraData {
  consensus: BftConsensus;
  /** Addresses, in the order in which they stand there. */
  validators: string[];
}

/** 32 bytes of anything, before what the consensus reads. */
const VANITY = ZeroHash;
const VANITY_BYTES = 32;
const ADDRESS_BYTES = 20;

/** Addresses in the one order in which every party writes them, each once: ascending. The consensus sorts them so itself, but the
 *  hash of the genesis block depends on how they were written. */
export function inOrder(addresses: readonly string[]): string[] {
  const unique = new Set(addresses.map((each) => each.toLowerCase()));
  return [...unique].sort().map(getAddress);
}

/** The extra data of a genesis block with these validators, in hex, whatever their order. Istanbul BFT: 32 bytes, then the RLP
 *  of validators, seal and committed seals; QBFT: the RLP of 32 bytes, validators, vote, round and seals (GoQuorum,
 *  core/types/istanbul.go and qbft.go). */
export function extraDataOf({ consensus, validators }: ExtraData): string {
  const addresses = inOrder(validators);
  if (consensus === "qbft") return encodeRlp([VANITY, addresses, [], "0x", []]);
  return concat([VANITY, encodeRlp([addresses, "0x", []])]);
}

/** Reads the extra data of a genesis block; undefined where it names no validators, as on Raft. */
export function readExtraData(extraData: string): ExtraData | undefined {
  const validators = validatorsIn(decoded(extraData), 1);
  if (validators !== undefined) return { consensus: "qbft", validators };
  if (!isHex(extraData) || dataLength(extraData) <= VANITY_BYTES) return undefined;
  const behind = validatorsIn(decoded(dataSlice(extraData, VANITY_BYTES)), 0);
  return behind && { consensus: "istanbul", validators: behind };
}

function isHex(text: string): boolean {
  return /^0x(?:[0-9a-f]{2})*$/i.test(text);
}

function decoded(data: string): unknown {
  try {
    return decodeRlp(data);
  } catch {
    return undefined;
  }
}

function validatorsIn(list: unknown, place: number): string[] | undefined {
  const found: unknown = Array.isArray(list) ? list[place] : undefined;
  if (!Array.isArray(found) || !found.every(isAddressData)) return undefined;
  return found.map((each) => getAddress(each));
}

function isAddressData(data: unknown): data is string {
  return typeof data === "string" && dataLength(data) === ADDRESS_BYTES;
}
