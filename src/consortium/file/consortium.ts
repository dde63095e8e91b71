import type { Consensus } from "../genesis/genesis.js";

/** One of those who run the networks. It becomes an organisation of each group in which it has a node. */
export interface Agency {
  /** Its name as an organisation. */
  name: string;
  /** Accounts of its admins. */
  admins: string[];
}

/** A network of its own, with a chain of its own. */
export interface Group {
  name: string;
  chainId: number;
  consensus: Consensus;
  /** Seconds between two blocks. */
  blockPeriod: number;
  /** Gas that a block holds. */
  gasLimit: number;
}

/** A node's part in one group: a process with its own key, ports and data. */
export interface Run {
  group: string;
  enodeId: string;
  /** Where the other nodes of the group reach it. */
  port: number;
  /** Where it answers JSON-RPC. */
  rpcPort: number;
  /** Where it speaks Raft; only in a group on Raft. */
  raftPort?: number | undefined;
  /** Whether it makes blocks from the beginning. */
  validator: boolean;
}

/** A machine, or a place on one, with a process for each group. */
export interface ConsortiumNode {
  name: string;
  agency: string;
  /** IP address or host name. */
  host: string;
  runs: Run[];
}

/** Agencies that run several networks together. */
export interface Consortium {
  agencies: Agency[];
  groups: Group[];
  nodes: ConsortiumNode[];
}
