import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  pbkdf2Sync,
  randomBytes,
  sign,
} from "node:crypto";
import { type BaseBlock, Integer, Null, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { getBytes, SigningKey } from "ethers";
import { type CertificateKey, type Curve, CURVES, toPublicKey } from "../certificates/keys.js";
import { pemOf } from "../certificates/pem.js";
import { refusal } from "../errors/refusal.js";

/** As OpenSSL calls the curves. */
const NAMES: Readonly<Record<Curve, string>> = { secp256k1: "secp256k1", "P-256": "prime256v1" };

/** A new key on a curve. */
export function newPrivateKey(curve: Curve): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: NAMES[curve] }).privateKey;
}

/** A key of an account, as 0x and 64 hex digits. */
export function accountPrivateKey(hex: string): KeyObject {
  const point = getBytes(new SigningKey(hex).publicKey);
  const written = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
  const [d, x, y] = [written(getBytes(hex)), written(point.slice(1, 33)), written(point.slice(33))];
  return createPrivateKey({ format: "jwk", key: { kty: "EC", crv: "secp256k1", d, x, y } });
}

/** The key of an account, as 0x and 64 hex digits; undefined if it is not on the curve of accounts. */
export function accountKeyIn(key: KeyObject): string | undefined {
  if (curveOf(key) !== "secp256k1") return undefined;
  return `0x${Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url").toString("hex")}`;
}

/** A private key in PEM or DER, as OpenSSL writes it. "locked" if it is encrypted and no password is given or another one; undefined if
 *  it is none. */
export function readPrivateKey(bytes: Buffer, passphrase?: string): KeyObject | "locked" | undefined {
  // An encrypted one that is read as if it were not is one that lacks its password.
  const forms = [{ format: "pem" }, { format: "der", type: "pkcs8" }, { format: "der", type: "sec1" }] as const;
  const opened = forms.map((form) => openPrivateKey({ key: bytes, ...form }));
  const [key] = opened.filter((each) => typeof each === "object");
  if (key !== undefined) return key;
  const form = forms[opened.indexOf("locked")];
  if (form === undefined) return undefined;
  if (passphrase === undefined) return "locked";
  return openPrivateKey({ key: bytes, ...form, passphrase }) ?? "locked";
}

/** The cause is left out: it might show something secret. */
function openPrivateKey(given: Parameters<typeof createPrivateKey>[0]): KeyObject | "locked" | undefined {
  try {
    return createPrivateKey(given);
  } catch (error) {
    return WANTS_PASSWORD.includes((error as NodeJS.ErrnoException).code ?? "") ? "locked" : undefined;
  }
}

/** What Node says of an encrypted key in DER, and of one in PEM. */
const WANTS_PASSWORD: readonly string[] = ["ERR_MISSING_PASSPHRASE", "ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED"];

/** A key that signs certificates; `file` says where it is from. Throws KEYSTORE_NOT_OPENED for one on another curve. */
export function certificateKey(key: KeyObject, file: string): CertificateKey {
  const curve = curveOf(key);
  if (curve === undefined) throw refusal("KEYSTORE_NOT_OPENED", { cause: "algorithm", file });
  const { x = "", y = "" } = createPublicKey(key).export({ format: "jwk" });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  const publicKey = toPublicKey(curve, new Uint8Array(point));
  if (publicKey === undefined) throw refusal("KEYSTORE_NOT_OPENED", { cause: "algorithm", file });
  return { publicKey, sign: (bytes) => Promise.resolve(new Uint8Array(sign("sha256", bytes, key))) };
}

function curveOf({ asymmetricKeyDetails }: KeyObject): Curve | undefined {
  return CURVES.find((each) => NAMES[each] === asymmetricKeyDetails?.namedCurve);
}

/** Object identifiers of RFC 8018, appendix C, and of NIST for AES. */
const PBES2 = "1.2.840.113549.1.5.13";
const PBKDF2 = "1.2.840.113549.1.5.12";
const HMAC_WITH_SHA256 = "1.2.840.113549.2.9";
const AES256_CBC = "2.16.840.1.101.3.4.1.42";

/** What OWASP's Password Storage Cheat Sheet recommends for PBKDF2 with SHA-256. Node itself takes 2,048, which does not hold up who guesses. */
const ITERATIONS = 600_000;

/** A private key as PKCS #8 in PEM, encrypted with a password as RFC 8018 says, so that OpenSSL reads it: PBES2 with PBKDF2, SHA-256 and
 *  AES-256. */
export function encryptedPem(key: KeyObject, password: string): string {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const secret = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", secret, iv);
  const encrypted = Buffer.concat([cipher.update(key.export({ format: "der", type: "pkcs8" })), cipher.final()]);
  const derivation = sequence(
    new ObjectIdentifier({ value: PBKDF2 }),
    sequence(
      octets(salt),
      new Integer({ value: ITERATIONS }),
      sequence(new ObjectIdentifier({ value: HMAC_WITH_SHA256 }), new Null()),
    ),
  );
  const encryption = sequence(new ObjectIdentifier({ value: AES256_CBC }), octets(iv));
  const algorithm = sequence(new ObjectIdentifier({ value: PBES2 }), sequence(derivation, encryption));
  return pemOf("ENCRYPTED PRIVATE KEY", new Uint8Array(sequence(algorithm, octets(encrypted)).toBER()));
}

function sequence(...value: BaseBlock[]): Sequence {
  return new Sequence({ value });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes).buffer });
}
