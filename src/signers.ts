import { getAddress, keccak256, Wallet } from "ethers";
import type { Chain } from "./chain/chain.js";
import { NOTHING_SIGNED, type Prepared, type Transaction } from "./chain/transactions.js";
import { messageOf, PortcullisError } from "./errors/error.js";
import { readText } from "./files.js";

/** Who sends. Without `sign`, the node holds the key and signs. */
export interface Signer {
  readonly address: string;
  readonly sign?: (tx: Transaction, chainId: bigint) => Promise<Prepared>;
}

const KEY_VARIABLE = "PORTCULLIS_PRIVATE_KEY";
const PASSWORD_VARIABLE = "PORTCULLIS_PASSWORD";

/** An account that the node has unlocked. */
export function nodeSigner(address: string): Signer {
  return { address: getAddress(address) };
}

export function keySigner(privateKey: string): Signer {
  const wallet = new Wallet(privateKey);
  return {
    address: wallet.address,
    async sign({ to, data, gas, nonce }, chainId) {
      const tx = { type: 0, chainId, to: to ?? null, data, gasLimit: gas, gasPrice: 0n, nonce };
      const raw = await wallet.signTransaction(tx);
      return { raw, hash: keccak256(raw) };
    },
  };
}

/** The key in the environment, which no process list shows; undefined when there is none. */
export function environmentSigner(): Signer | undefined {
  const key = process.env[KEY_VARIABLE];
  if (key === undefined || key === "") return undefined;
  try {
    return keySigner(key);
  } catch {
    // The cause is left out: it would show the key.
    throw new PortcullisError("KEY_NOT_ALLOWED", `${KEY_VARIABLE} is not a private key.`, {
      hint: "It has 0x and 64 hex digits.",
    });
  }
}

interface Keystore {
  file: string;
  passwordFile?: string | undefined;
  /** Asks whoever sits there; undefined when nobody answers. */
  askPassword?: ((file: string) => Promise<string | undefined>) | undefined;
}

/** An encrypted keystore file, as geth writes it. */
export async function keystoreSigner({ file, passwordFile, askPassword }: Keystore): Promise<Signer> {
  const known = passwordFile === undefined ? process.env[PASSWORD_VARIABLE] : readText(passwordFile).trimEnd();
  const password = known ?? (await askPassword?.(file));
  if (password === undefined) {
    throw new PortcullisError("PASSWORD_MISSING", `The keystore file ${file} needs a password.`, {
      hint: `Name a password file, or set ${PASSWORD_VARIABLE}.`,
    });
  }
  try {
    return keySigner((await Wallet.fromEncryptedJson(readText(file), password)).privateKey);
  } catch (cause) {
    if (cause instanceof PortcullisError) throw cause;
    throw new PortcullisError("KEYSTORE_NOT_OPENED", `The keystore file ${file} does not open: ${messageOf(cause)}.`, {
      hint: "Check the file and its password.",
      cause,
    });
  }
}

/** Signs a transaction, unless the node will. */
export function prepare(chain: Chain, signer: Signer, tx: Transaction): Promise<Prepared> {
  return signer.sign === undefined ? Promise.resolve(NOTHING_SIGNED) : signer.sign(tx, chain.chainId);
}

/** The accounts that the node signs for. */
export async function nodeAccounts(chain: Chain): Promise<string[]> {
  const accounts = (await chain.rpc.send("eth_accounts", [])) as string[];
  return accounts.map((account) => getAddress(account));
}
