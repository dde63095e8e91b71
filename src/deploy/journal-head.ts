import type { Chain } from "../chain/chain.js";
import { PortcullisError } from "../errors/error.js";
import { differentKeys, type NetworkFile, networkFileHash } from "../network-file/network-file.js";

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
    throw new PortcullisError("JOURNAL_OF_OTHER_CHAIN", `${file} belongs to a deployment on another chain.`, {
      facts: { file, found, given },
      hint: "Name another output directory, or the node that the deployment was begun with.",
    });
  }
  if (found.networkFile === given.networkFile) return;
  const changed = found.network && given.network ? differentKeys(given.network, found.network) : [];
  const change = changed.length === 0 ? "the change" : `the change of ${changed.join(", ")}`;
  throw new PortcullisError("NETWORK_FILE_CHANGED", "The network file has changed since the deployment was begun.", {
    facts: { file, found, given, changed },
    hint: `Take back ${change}; or name another output directory to deploy another network.`,
  });
}
