import type { Chain } from "../../chain/chain.js";
import { refusal } from "../../errors/refusal.js";
import { differentKeys, type NetworkFile, networkFileHash } from "../../network/network-file/network-file.js";

/** What a journal belongs to. */
export interface JournalHead {
  chainId: string;
  genesis: string;
  networkFile: string;
  network?: NetworkFile | undefined;
  deployer: string;
}

export function journalHead(chain: Chain, network: NetworkFile, deployer: string): JournalHead {
  return {
    chainId: chain.chainId.toString(),
    genesis: chain.genesis,
    networkFile: networkFileHash(network),
    network,
    deployer,
  };
}

/** Throws JOURNAL_OF_OTHER_CHAIN or NETWORK_FILE_CHANGED. */
export function requireSame(file: string, found: JournalHead, given: JournalHead): void {
  if (found.chainId !== given.chainId || found.genesis !== given.genesis) {
    throw refusal("JOURNAL_OF_OTHER_CHAIN", { file, found, given });
  }
  if (found.networkFile === given.networkFile) return;
  const changed = found.network && given.network ? differentKeys(given.network, found.network) : [];
  const cause = changed.length === 0 ? "layout" : "keys";
  throw refusal("NETWORK_FILE_CHANGED", { cause, file, found, given, changed });
}
