import { AlgorithmIdentifier, SubjectPublicKeyInfo } from "@peculiar/asn1-x509";
import * as asn1js from "asn1js";
import { hexlify } from "ethers";
import { bufferOf } from "./der.js";
import { type Curve, CURVES, type PublicKey, toPublicKey } from "./keys.js";

/** Object identifiers of RFC 5480 and SEC 2, and what else certificates of consortia are found to have. */
const EC_PUBLIC_KEY = "1.2.840.10045.2.1";
const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const CURVE_IDS: Readonly<Record<Curve, string>> = { secp256k1: "1.3.132.0.10", "P-256": "1.2.840.10045.3.1.7" };

const OTHERS: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.1": "RSA",
  "1.2.840.113549.1.1.11": "RSA",
  "1.3.101.112": "Ed25519",
  "1.2.156.10197.1.301": "SM2",
  "1.2.156.10197.1.501": "SM2",
  "1.3.132.0.34": "the curve P-384",
  "1.3.132.0.35": "the curve P-521",
  "1.2.840.10045.4.1": "ECDSA with SHA-1",
  "1.2.840.10045.4.3.3": "ECDSA with SHA-384",
  "1.2.840.10045.4.3.4": "ECDSA with SHA-512",
};

/** A public key, or in words what it is instead. */
export function readPublicKey({ algorithm, subjectPublicKey }: SubjectPublicKeyInfo): PublicKey | string {
  if (algorithm.algorithm !== EC_PUBLIC_KEY) return `a key of ${named(algorithm.algorithm)}`;
  const id = algorithm.parameters ? oidIn(algorithm.parameters) : undefined;
  const curve = CURVES.find((each) => CURVE_IDS[each] === id);
  if (curve === undefined) return `a key on ${id === undefined ? "a curve without a name" : named(id)}`;
  return toPublicKey(curve, new Uint8Array(subjectPublicKey)) ?? `a key that is no point of ${curve} in full length`;
}

export function publicKeyInfo({ curve, point }: PublicKey): SubjectPublicKeyInfo {
  const parameters = new asn1js.ObjectIdentifier({ value: CURVE_IDS[curve] }).toBER();
  return new SubjectPublicKeyInfo({
    algorithm: new AlgorithmIdentifier({ algorithm: EC_PUBLIC_KEY, parameters }),
    subjectPublicKey: bufferOf(point),
  });
}

export function signatureAlgorithm(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
}

/** In words by what something is signed, unless that is ECDSA with SHA-256. It stands outside the signed part, and in certificates and
 *  lists also in it: both must say the same. */
export function otherAlgorithm(outside: AlgorithmIdentifier, inside = outside): string | undefined {
  const found = [outside, inside].find(
    ({ algorithm, parameters }) => algorithm !== ECDSA_WITH_SHA256 || parameters !== undefined,
  );
  return found && `a signature by ${named(found.algorithm)}`;
}

function named(id: string): string {
  return OTHERS[id] ?? `the algorithm ${id}`;
}

function oidIn(parameters: ArrayBuffer): string | undefined {
  const { result } = asn1js.fromBER(parameters);
  const id = result instanceof asn1js.ObjectIdentifier ? result : undefined;
  return id !== undefined && hexlify(new Uint8Array(id.toBER())) === hexlify(new Uint8Array(parameters))
    ? id.getValue()
    : undefined;
}
