import { sha256, toUtf8Bytes } from "ethers";
import type { Consortium } from "../file/consortium.js";
import { groupGenesis } from "./group-genesis.js";

/** What agencies compare after each has made its own consortium file. */
export interface ComparedHashes {
  /** SHA-256 of the text of the consortium file: also of what is in no genesis, such as admins and addresses. */
  file: string;
  /** Of each group, SHA-256 of its genesis.json and the hash of the first block. */
  groups: { group: string; fileHash: string; hash: string }[];
}

export function comparedHashes(consortium: Consortium, text: string): ComparedHashes {
  const groups = consortium.groups.map((group) => {
    const { fileHash, hash } = groupGenesis(consortium, group);
    return { group: group.name, fileHash, hash };
  });
  return { file: sha256(toUtf8Bytes(text)), groups };
}
