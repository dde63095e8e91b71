import { existsSync } from "node:fs";
import path from "node:path";
import { refusal } from "../errors/refusal.js";
import { DEPLOYMENT } from "../nodejs/deployment/journal-names.js";
import { type Chain, openChain } from "../chain/chain.js";
import { type NamedNodes, namedNodes } from "../chain/named-nodes.js";
import type { Rpc } from "../chain/rpc.js";
import { watchedRpc } from "../chain/watched-rpc.js";
import { connectNetwork, type Network } from "../network/network.js";
import { toEndpoint } from "../chain/endpoint.js";
import type { Profile } from "../nodejs/profiles.js";
import { readPermissionConfig } from "../nodejs/config-file.js";
import { environmentSigner, keystoreSigner } from "../nodejs/key-files.js";
import { elsewhereSigner } from "../nodejs/transaction-files.js";
import { openRemoteSigner } from "../chain/remote-signer.js";
import { nodeAccounts, nodeSigner, type Signer } from "../chain/signers.js";
import { environmentHeaders } from "../nodejs/header-lines.js";
import { openRpc } from "../nodejs/open-rpc.js";
import { LABELS_FILE, presentLabels } from "./account-labels.js";
import { sayAmidProgress } from "./progress.js";
import { suggesting } from "../read/suggest.js";
import { askPassword } from "./questions.js";
import { address, fileName, type Given, manyOrVariable, nodeUrl, optional, orVariable, profile, wei } from "./specs.js";
import { UsageError } from "./usage-error.js";

/** The node that is talked to. */
export const NODE_OPTIONS = {
  network: orVariable(nodeUrl("URL or IPC socket of a node"), "PORTCULLIS_NETWORK"),
  profile: orVariable(profile("profile that says what is not given"), "PORTCULLIS_PROFILE"),
} as const;

/** Which contracts are a network's. */
export const CONFIG_OPTION = {
  config: orVariable(
    fileName("the network's permission-config.json (default: here, or in deployment/)"),
    "PORTCULLIS_CONFIG",
  ),
} as const;

/** What people call accounts, where a command shows any to people. */
export const LABELS_OPTION = {
  labels: orVariable(
    fileName(`names for accounts, as JSON (default: ${LABELS_FILE} beside that file)`),
    "PORTCULLIS_LABELS",
  ),
} as const;

/** A network, for programs. */
export const RECORDS_OPTIONS = { ...NODE_OPTIONS, ...CONFIG_OPTION } as const;

/** A network, for people. */
export const NETWORK_OPTIONS = { ...RECORDS_OPTIONS, ...LABELS_OPTION } as const;

/** More nodes of the network, which are only looked at. */
export const NODE_URL_OPTION = {
  nodeUrl: manyOrVariable(nodeUrl("the network's other nodes"), "PORTCULLIS_NODE_URLS"),
} as const;

export const GAS_PRICE_OPTION = {
  gasPrice: orVariable(
    wei("what to offer for a unit of gas (default: what the node suggests)"),
    "PORTCULLIS_GAS_PRICE",
  ),
} as const;

/** Where a key may be that signs at once. */
export const KEY_OPTIONS = {
  keystore: optional(fileName("file with an encrypted key to sign with: a keystore, or PKCS #8")),
  passwordFile: optional(fileName("file with the key's password (default: ask for it)")),
  signer: orVariable(nodeUrl("URL of a program that signs, such as clef or EthSigner"), "PORTCULLIS_SIGNER"),
} as const;

/** Who somebody is. */
export const IDENTITY_OPTIONS = {
  from: orVariable(address("account that signs"), "PORTCULLIS_FROM"),
  ...KEY_OPTIONS,
} as const;

export const SIGNER_OPTIONS = {
  ...IDENTITY_OPTIONS,
  ...GAS_PRICE_OPTION,
  unsigned: optional(fileName("have it signed elsewhere: write it to this file; once it is signed there, send it")),
} as const;

export type IdentityOptions = Partial<Given<typeof IDENTITY_OPTIONS>>;
export type SignerOptions = Partial<Given<typeof SIGNER_OPTIONS>>;

/** `otherwise` says what can be done without one. */
export function namedNetwork(url: string | undefined, otherwise = ""): string {
  if (url !== undefined) return url;
  const hint = `Name a node with --network URL, or in PORTCULLIS_NETWORK. ${otherwise}`;
  throw new UsageError("No network is named.", hint.trim());
}

/** The node that is talked to, and the others that are only looked at. */
export function givenNodes(url: string | undefined, others: readonly string[]): NamedNodes {
  const main = namedNetwork(url);
  return namedNodes([main, ...others], (each) => openNode(each, main));
}

/** A node, with the headers that are meant for it; `main` is the one that is talked to. */
export function openNode(url: string, main = url): Rpc {
  return openRpc(url, { headers: environmentHeaders(url, main) });
}

/** In milliseconds. */
const PATIENCE = 5_000;

/** Says when a node does not answer, whatever it is asked or waited for. */
function telling(rpc: Rpc, url: string): Rpc {
  return watchedRpc(rpc, {
    patience: PATIENCE,
    onSilence: () => {
      sayAmidProgress(`${url} has not answered for ${PATIENCE / 1000} s. It is asked again.`);
    },
    onAnswer: () => {
      sayAmidProgress(`${url} answers again.`);
    },
  });
}

/** What is known of a chain before its node is asked. */
interface KnownOfChain {
  profile?: Profile | undefined;
  gasPrice?: bigint | undefined;
}

/** Throws PROFILE_CHAIN_DIFFERS where the node is not of the profile's chain. */
export async function openRemoteChain(
  url: string | undefined,
  { profile, gasPrice }: KnownOfChain = {},
): Promise<Chain> {
  const named = namedNetwork(url);
  const chain = await openChain(telling(openNode(named), toEndpoint(named).shown), { gasPrice });
  const { chainId } = profile ?? {};
  if (profile === undefined || chainId === undefined || chain.chainId === BigInt(chainId)) return chain;
  const facts = { url: toEndpoint(named).shown, found: chain.chainId, name: profile.name, chainId };
  throw refusal("PROFILE_CHAIN_DIFFERS", facts);
}

/** Where the file is looked for when none is named: where `deploy` leaves it. */
const USUAL_PLACES = ["permission-config.json", "deployment/permission-config.json"] as const;

/** The permission-config.json that was named, or the one in a usual place; undefined where there is none. */
export function findConfigFile({ config }: { config?: string | undefined }): string | undefined {
  return config ?? USUAL_PLACES.find((file) => existsSync(file));
}

/** The same. Throws CONFIG_MISSING. */
export function configFileOf(given: { config?: string | undefined }): string {
  const { config } = given;
  if (config !== undefined && !existsSync(config)) throw refusal("CONFIG_MISSING", { cause: "named", file: config });
  const found = findConfigFile(given);
  if (found !== undefined) return found;
  const places = USUAL_PLACES.map((file) => path.dirname(path.resolve(file)));
  const journal = places.map((place) => path.join(place, DEPLOYMENT)).find((file) => existsSync(file));
  if (journal === undefined) throw refusal("CONFIG_MISSING", { cause: "notDeployed", places });
  throw refusal("CONFIG_MISSING", { cause: "begun", places, journal });
}

/** The network, without names for accounts. */
export async function openRecords(given: Given<typeof RECORDS_OPTIONS>, gasPrice?: bigint): Promise<Network> {
  const config = readPermissionConfig(configFileOf(given));
  return connectNetwork(await openRemoteChain(given.network, { profile: given.profile, gasPrice }), config);
}

/** The network, with accounts shown by the names that people have for them. */
export function openNetwork(given: Given<typeof NETWORK_OPTIONS>, gasPrice?: bigint): Promise<Network> {
  presentLabels(given.labels, findConfigFile(given));
  return openRecords(given, gasPrice);
}

/** A file for a signer elsewhere, a program that signs, a keystore file, the key in the environment, or an account of the node, in
 *  this order; `usual` is the account when none is named. */
export async function openSigner(chain: Chain, options: SignerOptions, usual?: string): Promise<Signer> {
  const { from, unsigned } = options;
  if (unsigned !== undefined) {
    requireNoKey(options);
    return elsewhereSigner(from ?? usual ?? missingSender(), unsigned);
  }
  return (await openKey(options, from ?? usual)) ?? nodeSigner(from ?? usual ?? (await onlyAccount(chain)));
}

/** A signer that has a key, or knows who has; undefined where none is named. `wanted` is whose it must be. */
export async function openKey(options: IdentityOptions, wanted?: string): Promise<Signer | undefined> {
  const { keystore, passwordFile, signer, from = wanted } = options;
  if (signer !== undefined) {
    if (keystore !== undefined)
      throw new UsageError("--signer and --keystore exclude each other.", "Leave one of them out.");
    const remote = openRemoteSigner(signer);
    return remote.signer(from ?? only(await remote.accounts(), "The signer"));
  }
  const own =
    keystore === undefined ? environmentSigner() : await keystoreSigner({ file: keystore, passwordFile, askPassword });
  if (own === undefined || options.from === undefined || options.from === own.address) return own;
  const holder = keystore === undefined ? "PORTCULLIS_PRIVATE_KEY" : "The keystore file";
  throw new UsageError(
    `${holder} holds the key of ${own.address}, not of ${options.from}.`,
    "Correct one of them, or leave it out.",
  );
}

function requireNoKey({ keystore, signer }: IdentityOptions): void {
  if (keystore === undefined && signer === undefined) return;
  throw new UsageError("What is signed elsewhere (--unsigned) needs no key here.", "Leave one of them out.");
}

function missingSender(): never {
  throw new UsageError("It is not said who signs it elsewhere.", "Name the account with --from.");
}

function only(accounts: readonly string[], holder: string): string {
  const [account, ...others] = accounts;
  if (account !== undefined && others.length === 0) return account;
  throw new UsageError(
    `${holder} has ${account === undefined ? "no" : "several"} accounts, and none is named.`,
    "Name one with --from, a file with --keystore, or put a key into PORTCULLIS_PRIVATE_KEY.",
  );
}

async function onlyAccount(chain: Chain): Promise<string> {
  return only(await nodeAccounts(chain), "The node");
}

/** Works on the network. Whoever named something that is not there is told what may be meant. */
export async function withNetwork<T>(
  given: Given<typeof NETWORK_OPTIONS>,
  work: (network: Network) => Promise<T>,
  gasPrice?: bigint,
): Promise<T> {
  const network = await openNetwork(given, gasPrice);
  return suggesting(network, () => work(network));
}
