import { toQuantity, ZeroAddress, ZeroHash } from "ethers";
import { toJson } from "../../util/json.js";
import { extraDataOf } from "./extra-data.js";

/** The kinds of consensus of GoQuorum that the tools make networks with. */
export const CONSENSUS = ["raft", "istanbul", "qbft"] as const;
export type Consensus = (typeof CONSENSUS)[number];

/** What a network is made of, before there is a block. */
export interface NewChain {
  /** From 2 to 2^53 - 1. Two networks with one id take each other's transactions, and GoQuorum does not start with Ethereum's, 1. */
  chainId: number;
  consensus: Consensus;
  /** Addresses of the nodes that make blocks, in any order; Raft has none in its genesis. */
  validators: readonly string[];
  /** Gas that a block holds. */
  gasLimit?: number | undefined;
  /** Seconds between two blocks. Only QBFT has it in the genesis; the others are told it at the start of a node. */
  blockPeriod?: number | undefined;
}

/** The genesis.json of GoQuorum, in the order of its keys. */
export interface Genesis {
  config: Readonly<Record<string, unknown>>;
  nonce: string;
  timestamp: string;
  extraData: string;
  gasLimit: string;
  difficulty: string;
  mixHash: string;
  coinbase: string;
  parentHash: string;
  alloc: Readonly<Record<string, never>>;
}

/** Room for the 47,000,000 gas with which a node sends that boots a network, and what GoQuorum's validators aim at anyway. */
export const USUAL_GAS_LIMIT = 700_000_000;

export const USUAL_BLOCK_PERIOD = 1;

/** By the mixed hash nodes know that a block is one of Istanbul BFT or QBFT; Raft has one of its own. */
const BFT_DIGEST = "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";
const RAFT_DIGEST = "0x00000000000000000000000000000000000000647572616c65787365646c6578";

/** The contracts need Istanbul's opcodes, and nodes before 21.10 know no later fork. */
const FORKS = ["homestead", "eip150", "eip155", "eip158", "byzantium", "constantinople", "petersburg", "istanbul"];

/** Blocks after which votes on validators are forgotten. */
const EPOCH = 30_000;

/** Kilobytes: contracts as large as Ethereum allows, and transactions as long as nodes take without being told. */
const CODE_SIZE = 24;
const TRANSACTION_SIZE = 64;

/** The genesis of a network that can be permissioned: contracts of 24,576 bytes, blocks in which a node can boot, no price of gas
 *  and so nobody who needs a balance. Validators count in every quorum by two thirds, rounded up. */
export function genesisOf({ chainId, consensus, validators, ...others }: NewChain): Genesis {
  const { gasLimit = USUAL_GAS_LIMIT, blockPeriod = USUAL_BLOCK_PERIOD } = others;
  const isRaft = consensus === "raft";
  return {
    config: {
      chainId,
      ...Object.fromEntries(FORKS.map((fork) => [`${fork}Block`, 0])),
      eip150Hash: ZeroHash,
      isQuorum: true,
      maxCodeSizeConfig: [{ block: 0, size: CODE_SIZE }],
      txnSizeLimit: TRANSACTION_SIZE,
      ...CONSENSUS_SETTINGS[consensus](blockPeriod),
    },
    nonce: "0x0",
    timestamp: "0x0",
    extraData: isRaft ? ZeroHash : extraDataOf({ consensus, validators: [...validators] }),
    gasLimit: toQuantity(gasLimit),
    difficulty: isRaft ? "0x0" : "0x1",
    mixHash: isRaft ? RAFT_DIGEST : BFT_DIGEST,
    coinbase: ZeroAddress,
    parentHash: ZeroHash,
    alloc: {},
  };
}

const CONSENSUS_SETTINGS: Readonly<Record<Consensus, (blockPeriod: number) => object>> = {
  raft: () => ({}),
  istanbul: () => ({ istanbul: { epoch: EPOCH, policy: 0, ceil2Nby3Block: 0 } }),
  qbft: (blockperiodseconds) => ({
    qbft: { epochlength: EPOCH, policy: 0, ceil2Nby3Block: 0, blockperiodseconds },
  }),
};

/** The text of the file: the same bytes for the same network, whoever writes it. */
export function genesisText(genesis: Genesis): string {
  return toJson(genesis);
}
