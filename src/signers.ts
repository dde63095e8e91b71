import { decryptKeystoreJson, getAddress, isKeystoreJson, keccak256, Wallet } from "ethers";
import { z } from "zod";
import { checked, hex } from "./chain/answers.js";
import type { Chain } from "./chain/chain.js";
import { NOTHING_SIGNED, type Prepared, type Transaction } from "./chain/transactions.js";
import { PortcullisError } from "./errors/error.js";
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

/** A key of 0x and 64 hex digits; `source` says where it is from. Throws KEY_NOT_ALLOWED, which does not show it. */
export function keySigner(privateKey: string, source = "What was given"): Signer {
  const wallet = toWallet(privateKey, source);
  return {
    address: wallet.address,
    async sign({ to, data, gas, nonce }, chainId) {
      const tx = { type: 0, chainId, to: to ?? null, data, gasLimit: gas, gasPrice: 0n, nonce };
      const raw = await wallet.signTransaction(tx);
      return { raw, hash: keccak256(raw) };
    },
  };
}

function toWallet(privateKey: string, source: string): Wallet {
  try {
    return new Wallet(privateKey);
  } catch {
    // The cause is left out: it would show the key.
    throw new PortcullisError("KEY_NOT_ALLOWED", `${source} is not a private key.`, {
      hint: "It has 0x and 64 hex digits.",
    });
  }
}

/** The key in the environment, which no process list shows; undefined when there is none. */
export function environmentSigner(): Signer | undefined {
  const key = process.env[KEY_VARIABLE];
  return key === undefined || key === "" ? undefined : keySigner(key, KEY_VARIABLE);
}

interface Keystore {
  file: string;
  /** Its first line is the password. */
  passwordFile?: string | undefined;
  /** Asks whoever sits there, when no file and no variable has the password; undefined when nobody answers. */
  askPassword?: ((file: string) => Promise<string | undefined>) | undefined;
}

/** An encrypted keystore file, as geth writes it. Throws FILE_NOT_READ, PASSWORD_MISSING or KEYSTORE_NOT_OPENED, none of
 *  which shows key or password. */
export async function keystoreSigner(keystore: Keystore): Promise<Signer> {
  const { file } = keystore;
  const text = readText(file);
  if (!isKeystoreJson(text)) throw notOpened(file, "is no encrypted keystore", "Name the file that geth wrote.");
  const key = await decrypt(text, await passwordOf(keystore));
  if (key === undefined) throw notOpened(file, "does not open with this password", "Check the password.");
  return keySigner(key);
}

async function passwordOf({ file, passwordFile, askPassword }: Keystore): Promise<string> {
  if (passwordFile !== undefined) return firstLine(readText(passwordFile));
  const password = process.env[PASSWORD_VARIABLE] ?? (await askPassword?.(file));
  if (password !== undefined) return password;
  throw new PortcullisError("PASSWORD_MISSING", `The keystore file ${file} needs a password.`, {
    hint: `Name a password file, or set ${PASSWORD_VARIABLE}.`,
  });
}

/** As geth reads password files: a blank at the end may be part of it. */
function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? "";
}

/** The key; undefined when it does not open. The cause is left out: nobody knows what it shows. */
async function decrypt(text: string, password: string): Promise<string | undefined> {
  try {
    return (await decryptKeystoreJson(text, password)).privateKey;
  } catch {
    return undefined;
  }
}

function notOpened(file: string, why: string, hint: string): PortcullisError {
  return new PortcullisError("KEYSTORE_NOT_OPENED", `The file ${file} ${why}.`, { facts: { file }, hint });
}

/** Signs a transaction, unless the node will. */
export function prepare(chain: Chain, signer: Signer, tx: Transaction): Promise<Prepared> {
  return signer.sign === undefined ? Promise.resolve(NOTHING_SIGNED) : signer.sign(tx, chain.chainId);
}

/** The accounts that the node signs for. */
export async function nodeAccounts(chain: Chain): Promise<string[]> {
  const accounts = checked("eth_accounts", z.array(hex), await chain.rpc.send("eth_accounts", []));
  return accounts.map((account) => getAddress(account));
}
