import canonicalize from "canonicalize";
import { sha256, toUtf8Bytes } from "ethers";

/** The one form in which everybody writes a value, in UTF-8: JSON as RFC 8785 has it, whatever the order of keys was. */
export function canonicalBytes(value: unknown): Uint8Array {
  return toUtf8Bytes(canonicalize(value) ?? "");
}

/** SHA-256 of that form: 64 lower-case hex digits. */
export function canonicalHash(value: unknown): string {
  return sha256(canonicalBytes(value)).slice(2);
}

/** So many digits of a hash are compared by voice: nobody finds another text with the same. */
const COMPARED = 32;

/** The beginning of a hash as people read it to each other: "1f0c 93ab …", eight groups. */
export function spokenHash(hash: string): string {
  const digits = hash.replace(/^0x/, "").slice(0, COMPARED);
  return (digits.match(/.{4}/g) ?? []).join(" ");
}
