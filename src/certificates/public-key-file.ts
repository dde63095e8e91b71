import { SubjectPublicKeyInfo } from "@peculiar/asn1-x509";
import { readPublicKey } from "./algorithms.js";
import { decode } from "./der.js";
import type { PublicKey } from "./keys.js";
import { pemBlocks } from "./pem.js";

/** The public key that a text holds in PEM, or in words what it is instead; undefined where there is none, or a damaged one. */
export function publicKeyIn(text: string): PublicKey | string | undefined {
  const der = pemBlocks(text).find(({ label }) => label === "PUBLIC KEY")?.der;
  const info = der && decode(SubjectPublicKeyInfo, der);
  return info && readPublicKey(info);
}
