import { sha256, toUtf8Bytes } from "ethers";
import type { Consortium, Group } from "../file/consortium.js";
import { inOrder } from "./extra-data.js";
import { nodeAddress } from "../../model/node-address.js";
import { type Genesis, genesisOf, genesisText } from "./genesis.js";
import { genesisHash } from "./genesis-hash.js";

/** The first block of a group, as each of its agencies makes it by itself. */
export interface GroupGenesis {
  group: Group;
  /** Addresses of the nodes that make blocks, in the order of the genesis; on Raft they are not in it. */
  validators: string[];
  genesis: Genesis;
  /** Hash of the first block, as nodes show it. It does not depend on the chain id. */
  hash: string;
  /** SHA-256 of the file, by which the agencies compare what they have made: it covers everything. */
  fileHash: string;
}

/** The genesis of a group of a consortium, which does not depend on the order in which anything is listed. */
export function groupGenesis({ nodes }: Consortium, group: Group): GroupGenesis {
  const runs = nodes.flatMap((node) => node.runs).filter((run) => run.group === group.name && run.validator);
  const validators = inOrder(runs.map(({ enodeId }) => nodeAddress(enodeId)));
  const genesis = genesisOf({ ...group, validators });
  const fileHash = sha256(toUtf8Bytes(genesisText(genesis)));
  return { group, validators, genesis, hash: genesisHash(genesis), fileHash };
}
