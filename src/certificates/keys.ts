import { p256 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { computeAddress, getBytes, hexlify, sha256 } from "ethers";

/** The curves whose keys are known here. A key on secp256k1 is an account of Ethereum, too. */
export const CURVES = ["secp256k1", "P-256"] as const;

export type Curve = (typeof CURVES)[number];

export interface PublicKey {
  readonly curve: Curve;
  /** 65 bytes: 4, x and y. */
  readonly point: Uint8Array;
  /** The account of that key; undefined unless it is on secp256k1. */
  readonly account: string | undefined;
}

/** A private key that signs certificates, requests and revocation lists, wherever it is. */
export interface CertificateKey {
  readonly publicKey: PublicKey;
  /** ECDSA with SHA-256 over these bytes, in DER. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

const MATHS = { secp256k1, "P-256": p256 } as const;

const POINT_LENGTH = 65;

/** A public key; undefined if that is no point of the curve, or one that is not written in full. */
export function toPublicKey(curve: Curve, point: Uint8Array): PublicKey | undefined {
  if (point.length !== POINT_LENGTH) return undefined;
  try {
    MATHS[curve].Point.fromBytes(point).assertValidity();
  } catch {
    return undefined;
  }
  return { curve, point, account: curve === "secp256k1" ? computeAddress(hexlify(point)) : undefined };
}

export function isSameKey(one: PublicKey, other: PublicKey): boolean {
  return one.curve === other.curve && isSame(one.point, other.point);
}

/** Whether a key has signed these bytes: ECDSA with SHA-256, in DER, with either of the two values of s, since OpenSSL makes both. */
export function hasSigned({ curve, point }: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return MATHS[curve].verify(signature, digest(bytes), point, { format: "der", lowS: false });
  } catch {
    return false;
  }
}

/** SHA-256, 32 bytes. */
export function digest(bytes: Uint8Array): Uint8Array {
  return getBytes(sha256(bytes));
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
