import type { KeyObject } from "node:crypto";
import type { CertificateKey, Curve } from "../certificates/keys.js";
import { keySigner, type Signer } from "../chain/signers.js";
import { refusal } from "../errors/refusal.js";
import { readBytes, readMarkedText, requireAbsent, writeNew } from "./files.js";

const KEY_VARIABLE = "PORTCULLIS_PRIVATE_KEY";
const PASSWORD_VARIABLE = "PORTCULLIS_PASSWORD";

/** The key in the environment, which no process list shows; undefined when there is none. */
export function environmentSigner(): Signer | undefined {
  const key = environmentKey();
  return key === undefined ? undefined : keySigner(key, KEY_VARIABLE);
}

/** That key, as it is written; undefined when there is none. */
export function environmentKey(): string | undefined {
  // What is copied, or read from a file, brings blanks and line breaks along.
  const key = process.env[KEY_VARIABLE]?.trim();
  return key === "" ? undefined : key;
}

export interface KeystoreOptions {
  file: string;
  /** Its first line is the password. */
  passwordFile?: string | undefined;
  /** Asks the user, if no file and no variable has the password; undefined if there is no answer. */
  askPassword?: ((file: string) => Promise<string | undefined>) | undefined;
}

/** A file with the key of an account: an encrypted keystore, as geth writes it, or a private key on secp256k1, as OpenSSL does. Throws
 *  FILE_NOT_READ, PASSWORD_MISSING or KEYSTORE_NOT_OPENED, none of which shows key or password. */
export async function keystoreSigner(keystore: KeystoreOptions): Promise<Signer> {
  const [key, { accountKeyIn }] = await Promise.all([openKeyFile(keystore), import("./private-keys.js")]);
  const accountKey = accountKeyIn(key);
  if (accountKey === undefined) throw refusal("KEYSTORE_NOT_OPENED", { cause: "noAccount", file: keystore.file });
  return keySigner(accountKey);
}

/** A file with a key that signs certificates, of the same kinds, on secp256k1 or P-256. Throws the same. */
export async function openCertificateKey(keystore: KeystoreOptions): Promise<CertificateKey> {
  const [key, { certificateKey }] = await Promise.all([openKeyFile(keystore), import("./private-keys.js")]);
  return certificateKey(key, keystore.file);
}

/** What opens key files is not loaded for anybody else. */
async function openKeyFile(keystore: KeystoreOptions): Promise<KeyObject> {
  const { file } = keystore;
  const [text, bytes] = [readMarkedText(file), readBytes(file)];
  const [wallets, keys] = await Promise.all([import("ethers/wallet"), import("./private-keys.js")]);
  if (wallets.isKeystoreJson(text)) {
    const password = await passwordOf(keystore);
    const key = await decrypt(() => wallets.decryptKeystoreJson(text, password));
    if (key === undefined) throw refusal("KEYSTORE_NOT_OPENED", { cause: "password", file });
    return keys.accountPrivateKey(key);
  }
  const key = keys.readPrivateKey(bytes);
  if (key === undefined) throw refusal("KEYSTORE_NOT_OPENED", { cause: "noKeystore", file });
  if (key !== "locked") return key;
  const opened = keys.readPrivateKey(bytes, await passwordOf(keystore));
  if (typeof opened !== "object") throw refusal("KEYSTORE_NOT_OPENED", { cause: "password", file });
  return opened;
}

export interface NewKeyOptions {
  file: string;
  curve: Curve;
  /** Its first line is the password. */
  passwordFile?: string | undefined;
  /** Asks the user for a new password, if no file and no variable has one; undefined if there is no answer. */
  askPassword?: ((file: string) => Promise<string | undefined>) | undefined;
}

/** A new key that is not in its file yet. */
export interface NewKey {
  key: CertificateKey;
  /** Writes it to the file: PKCS #8, encrypted, for its owner only to read. Throws FILE_EXISTS or FILE_NOT_WRITTEN. */
  write: () => void;
}

/** Makes a key for a file of its own. Throws FILE_EXISTS, FILE_NOT_READ, PASSWORD_MISSING or PASSWORD_TOO_SHORT. */
export async function newKey({ curve, ...keystore }: NewKeyOptions): Promise<NewKey> {
  const { file } = keystore;
  requireAbsent(file);
  const password = await passwordOf(keystore);
  requirePassword(password);
  const { certificateKey, encryptedPem, newPrivateKey } = await import("./private-keys.js");
  const made = newPrivateKey(curve);
  const text = encryptedPem(made, password);
  return {
    key: certificateKey(made, file),
    write: () => {
      writeNew(file, text, OWNER_ONLY);
    },
  };
}

/** The permissions of a file that nobody else may read. */
export const OWNER_ONLY = 0o600;

/** As short as a new password may be. Throws PASSWORD_TOO_SHORT. */
export function requirePassword(password: string): void {
  if (password.length < SHORTEST) throw refusal("PASSWORD_TOO_SHORT", { length: SHORTEST });
}

const SHORTEST = 8;

async function passwordOf({ file, passwordFile, askPassword }: KeystoreOptions): Promise<string> {
  if (passwordFile !== undefined) return firstLine(readMarkedText(passwordFile));
  const password = process.env[PASSWORD_VARIABLE] ?? (await askPassword?.(file));
  if (password !== undefined) return password;
  throw refusal("PASSWORD_MISSING", { file });
}

/** As geth reads password files: a blank at the end may be part of it. */
function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? "";
}

/** The key; undefined when it does not open. The cause is left out: it might show something secret. */
async function decrypt(open: () => Promise<{ privateKey: string }>): Promise<string | undefined> {
  try {
    return (await open()).privateKey;
  } catch {
    return undefined;
  }
}
