import path from "node:path";
import { network } from "hardhat";
import { type Chain, openChain } from "../../src/chain/chain.js";
import { providerRpc } from "../../src/chain/provider-rpc.js";
import { nodeAccounts, type Signer } from "../../src/chain/signers.js";
import { unlockedSigner } from "../../src/hardhat/unlocked-signer.js";
import { environmentSigner } from "../../src/nodejs/key-files.js";

const EXAMPLE = path.join(import.meta.dirname, "../../examples/four-nodes/network.yaml");

/** The network that Hardhat was told to use, and what the environment says. */
export interface Stage {
  chain: Chain;
  /** "default", "consortium": as hardhat.config.ts calls it. */
  name: string;
  /** Whether the chain is inside the process, so that this is a rehearsal. */
  inProcess: boolean;
  networkFile: string;
  /** Where the files of a deployment are. */
  directory: string;
}

export async function openStage(): Promise<Stage> {
  const { provider, networkName, networkConfig } = await network.create();
  const inProcess = networkConfig.type === "edr-simulated";
  const out = process.env.PORTCULLIS_OUT ?? "deployment";
  return {
    chain: await openChain(providerRpc(provider), inProcess ? { gasPrice: 0n } : {}),
    name: networkName,
    inProcess,
    networkFile: process.env.PORTCULLIS_NETWORK_FILE ?? EXAMPLE,
    directory: inProcess ? path.join(out, "rehearsal") : out,
  };
}

/** Those of the accounts that can sign here: with the key in the environment, as accounts of Hardhat's or of the node, or in a
 *  rehearsal anyhow. */
export async function signersOf({ chain, inProcess }: Stage, accounts: readonly string[]): Promise<Signer[]> {
  const own = environmentSigner();
  const held = await nodeAccounts(chain);
  const signers: Signer[] = [];
  for (const account of accounts) {
    if (account === own?.address) signers.push(own);
    else if (inProcess || held.includes(account)) signers.push(await unlockedSigner(chain, held, account));
  }
  return signers;
}
