import { computeAddress, decodeBase64, hexlify } from "ethers";

/** The curve of a public key, and the account that it belongs to, if one can. */
export interface PublicKey {
  curve: "secp256k1" | "P-256" | "SM2";
  /** Only of a key on secp256k1. */
  address?: string;
}

/** Object identifiers of curves, in DER. */
const CURVES = {
  "06052b8104000a": "secp256k1",
  "06082a8648ce3d030107": "P-256",
  "06082a811ccf5501822d": "SM2",
} as const;

/** Reads a public key in PEM (SubjectPublicKeyInfo); undefined where it is something else, or on another curve. */
export function readPublicKey(pem: string): PublicKey | undefined {
  const [, body] = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem) ?? [];
  if (body === undefined) return undefined;
  const der = hexlify(decodeBase64(body.replaceAll(/\s/g, "")));
  const found = Object.entries(CURVES).find(([oid]) => der.includes(oid));
  const [point] = /04[\da-f]{128}$/.exec(der) ?? [];
  if (found === undefined || point === undefined) return undefined;
  const [, curve] = found;
  return curve === "secp256k1" ? { curve, address: computeAddress(`0x${point}`) } : { curve };
}
