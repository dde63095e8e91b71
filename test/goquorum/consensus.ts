import { computeAddress, concat, encodeRlp, toBeHex, ZeroAddress, ZeroHash } from "ethers";
import type { Enode } from "../../src/model/enode.js";

export const CHAIN_ID = 1337;

/** Mixed hashes by which nodes know a block of Istanbul BFT, and of the other consensus. */
const ISTANBUL_DIGEST = "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";
const RAFT_DIGEST = "0x00000000000000000000000000000000000000647572616c65787365646c6578";

const GAS_LIMIT = 700_000_000;

const FORKS = ["homestead", "eip150", "eip155", "eip158", "byzantium", "constantinople", "petersburg", "istanbul"];

/** What differs between kinds of consensus. */
interface Consensus {
  genesis: (validators: readonly Enode[]) => object;
  /** How a node is started that makes blocks. */
  flags: (node: Enode) => string[];
}

export const CONSENSUS = {
  raft: {
    genesis: () => genesis({}, { difficulty: "0x0", mixhash: RAFT_DIGEST, extraData: ZeroHash }),
    flags: ({ raftPort }) => ["--raft", "--raftport", String(raftPort)],
  },
  istanbul: {
    genesis: (validators) =>
      genesis(
        { istanbul: { epoch: 30_000, policy: 0, ceil2Nby3Block: 0 } },
        { difficulty: "0x1", mixhash: ISTANBUL_DIGEST, extraData: istanbulExtra(validators) },
      ),
    flags: () => ["--istanbul.blockperiod", "1", "--istanbul.requesttimeout", "3000", "--mine", "--minerthreads", "1"],
  },
} as const satisfies Record<string, Consensus>;

export type ConsensusName = keyof typeof CONSENSUS;

function genesis(config: object, head: object): object {
  const forks = Object.fromEntries(FORKS.map((fork) => [`${fork}Block`, 0]));
  const quorum = { isQuorum: true, maxCodeSizeConfig: [{ block: 0, size: 24 }] };
  return {
    config: { chainId: CHAIN_ID, ...forks, eip150Hash: ZeroHash, ...quorum, ...config },
    nonce: "0x0",
    timestamp: "0x0",
    gasLimit: toBeHex(GAS_LIMIT),
    coinbase: ZeroAddress,
    parentHash: ZeroHash,
    alloc: {},
    ...head,
  };
}

/** Vanity, then the validators, and no seals yet. */
function istanbulExtra(validators: readonly Enode[]): string {
  const addresses = validators.map(({ enodeId }) => computeAddress(`0x04${enodeId}`));
  // Nodes take the validators in the order of their addresses.
  addresses.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return concat([ZeroHash, encodeRlp([addresses, `0x${"00".repeat(65)}`, []])]);
}
