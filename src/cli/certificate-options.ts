import { type CertificateKey, type Curve, CURVES } from "../certificates/keys.js";
import { newKey, openCertificateKey } from "../nodejs/key-files.js";
import { requireAbsent } from "../nodejs/files.js";
import { print } from "./output.js";
import { askNewPassword, askPassword } from "./questions.js";
import { fileName, type Given, oneOf, optional, type Spec, wholeNumber } from "./specs.js";
import { UsageError } from "./usage-error.js";

export const PASSWORD_OPTION = {
  passwordFile: optional(fileName("file with the password of the key (default: ask for it)")),
} as const;

/** Where the key of a new certificate comes from. */
export const OWN_KEY_OPTIONS = {
  key: optional(fileName("file with a key that there is already (default: a new one)")),
  curve: optional(oneOf("curve of a new key (default: secp256k1, which accounts have)", CURVES)),
  ...PASSWORD_OPTION,
} as const;

/** Who issues, and with which key. */
export const ISSUER_OPTIONS = {
  issuer: fileName("certificate of the root or intermediate that signs"),
  key: fileName("file with its key"),
  ...PASSWORD_OPTION,
} as const;

/** A number of days. */
export function days(about: string): Spec<number | undefined> {
  return optional({ ...wholeNumber(about), placeholder: "days" });
}

/** A key that is there, or a new one, which `write` puts beside the file that it is for and says where. */
export async function ownKey(
  { key, curve, passwordFile }: Given<typeof OWN_KEY_OPTIONS>,
  file: string,
  usual: Curve = "secp256k1",
): Promise<{ key: CertificateKey; write: () => void }> {
  requireAbsent(file);
  if (key === undefined) {
    const beside = withEnding(file, "key");
    const made = await newKey({ file: beside, curve: curve ?? usual, passwordFile, askPassword: askNewPassword });
    const write = (): void => {
      made.write();
      print(beside);
    };
    return { key: made.key, write };
  }
  if (curve !== undefined)
    throw new UsageError("--key and --curve exclude each other: a key has its curve.", "Leave one of them out.");
  return { key: await openCertificateKey({ file: key, passwordFile, askPassword }), write: () => undefined };
}

export function issuerKey({
  key,
  passwordFile,
}: Pick<Given<typeof ISSUER_OPTIONS>, "key" | "passwordFile">): Promise<CertificateKey> {
  return openCertificateKey({ file: key, passwordFile, askPassword });
}

/** The same name with another ending: "alice.csr" and "crt" are "alice.crt". */
export function withEnding(file: string, ending: string): string {
  return `${file.replace(/\.(?:crt|csr|pem|der|cer|req)$/i, "")}.${ending}`;
}

/** A name for files, in letters that every system takes. */
export function asFileName(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
}
