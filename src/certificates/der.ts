import { AsnConvert } from "@peculiar/asn1-schema";
import { isSame } from "./keys.js";

/** An object of ASN.1; undefined if the bytes are none of that type, not in DER, or followed by others. What is written otherwise
 *  than DER wants it would mean one thing here and another to somebody else. */
export function decode<T>(type: new () => T, bytes: Uint8Array | ArrayBuffer): T | undefined {
  try {
    // A long list has more parts than the package takes unless it is told; never more than octets.
    const berOptions = { maxNodes: bytes.byteLength, maxContentLength: bytes.byteLength };
    const value = AsnConvert.parse(bytes, type, { berOptions });
    return isSame(encode(value), new Uint8Array(bytes)) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(AsnConvert.serialize(value));
}

/** A copy that belongs to nobody else, as the packages for ASN.1 want it. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
