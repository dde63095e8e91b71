import { type Chain, openChain } from "../chain/chain.js";
import { httpRpc } from "../chain/rpc.js";
import { connect, type Network } from "../network.js";
import { readPermissionConfig } from "../permission-config.js";
import { environmentSigner, keystoreSigner, nodeAccounts, nodeSigner, type Signer } from "../signers.js";
import { toAddress, UsageError } from "./values.js";

export const NETWORK_SETTINGS = {
  network: "URL of a node's JSON-RPC server (default: PORTCULLIS_NETWORK)",
  config: "the network's permission-config.json (default: in this directory)",
} as const;

export const SIGNER_SETTINGS = {
  from: "account that the node signs for",
  keystore: "encrypted keystore file to sign with",
  passwordFile: "file with the keystore's password (default: PORTCULLIS_PASSWORD)",
} as const;

type NetworkSettings = Readonly<Record<keyof typeof NETWORK_SETTINGS, string | undefined>>;
export type SignerSettings = Readonly<Record<keyof typeof SIGNER_SETTINGS, string | undefined>>;

export async function openRemoteChain(network: string | undefined): Promise<Chain> {
  const url = network ?? process.env.PORTCULLIS_NETWORK;
  if (url === undefined) throw new UsageError("No network is named.", "Name a node with --network URL.");
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new UsageError(`"${url}" is not an http URL.`, "Write --network http://127.0.0.1:22000");
  }
  return openChain(httpRpc(url));
}

export async function openNetwork(settings: NetworkSettings): Promise<Network> {
  const config = readPermissionConfig(settings.config ?? "permission-config.json");
  return connect(await openRemoteChain(settings.network), config);
}

/** A keystore file, the key in the environment, or an account of the node, in this order; `usual` is the node's account when
 *  none is named. */
export async function openSigner(chain: Chain, settings: SignerSettings, usual?: string): Promise<Signer> {
  const { keystore, passwordFile } = settings;
  const from = settings.from === undefined ? undefined : toAddress(settings.from);
  const own = keystore === undefined ? environmentSigner() : await keystoreSigner({ file: keystore, passwordFile });
  if (own !== undefined && (from === undefined || from === own.address)) return own;
  if (own !== undefined && keystore !== undefined) {
    throw new UsageError(`The keystore file holds the key of ${own.address}, not of ${String(from)}.`, "Correct one.");
  }
  return nodeSigner(from ?? usual ?? (await onlyAccount(chain)));
}

async function onlyAccount(chain: Chain): Promise<string> {
  const [account, ...others] = await nodeAccounts(chain);
  if (account !== undefined && others.length === 0) return account;
  const hint = "Name one with --from, a file with --keystore, or put a key into PORTCULLIS_PRIVATE_KEY.";
  throw new UsageError(`The node has ${account === undefined ? "no" : "several"} accounts, and none is named.`, hint);
}
