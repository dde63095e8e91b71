import { keySigner, type Signer } from "../chain/signers.js";
import { refusal } from "../errors/refusal.js";
import { readMarkedText } from "./files.js";

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

/** An encrypted keystore file, as geth writes it. Throws FILE_NOT_READ, PASSWORD_MISSING or KEYSTORE_NOT_OPENED, none of
 *  which shows key or password. */
export async function keystoreSigner(keystore: KeystoreOptions): Promise<Signer> {
  const { file } = keystore;
  const text = readMarkedText(file);
  // What opens them is not loaded for anybody else.
  const wallets = await import("ethers/wallet");
  if (!wallets.isKeystoreJson(text)) throw refusal("KEYSTORE_NOT_OPENED", { cause: "noKeystore", file });
  const password = await passwordOf(keystore);
  const key = await decrypt(() => wallets.decryptKeystoreJson(text, password));
  if (key === undefined) throw refusal("KEYSTORE_NOT_OPENED", { cause: "password", file });
  return keySigner(key);
}

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
