import { OctetString } from "@peculiar/asn1-schema";
import * as x509 from "@peculiar/asn1-x509";
import { dataSlice, getBytes, hexlify, sha256 } from "ethers";
import { canonicalHost, isIp } from "../model/enode.js";
import { bufferOf, decode, encode } from "./der.js";
import type { PublicKey } from "./keys.js";

/** What a key may be used for: the words of RFC 5280, section 4.2.1.3. */
export type KeyUse = x509.KeyUsageType;

/** What the extensions of a certificate, or of a request for one, say. */
export interface Extensions {
  /** Whether it may sign certificates, and how many others may stand between it and the last one. */
  readonly isAuthority: boolean;
  readonly pathLength: number | undefined;
  /** What the key may be used for; undefined if that is not said. */
  readonly uses: readonly KeyUse[] | undefined;
  /** Object identifiers of the purposes, such as TLS; undefined if they are not said. */
  readonly purposes: readonly string[] | undefined;
  /** Host names and IP addresses of subjectAltName. */
  readonly hosts: readonly string[];
  /** What names its key, and that of its issuer: lower-case hex digits; undefined where it is not said. */
  readonly keyId: string | undefined;
  readonly issuerKeyId: string | undefined;
  /** Object identifiers of those that are there twice, that cannot be read, or that must be understood and are not. */
  readonly odd: readonly string[];
}

export type RawExtension = x509.Extension;

/** Those that whoever reads a certificate has to understand, and that are understood here. */
const KNOWN: readonly string[] = [
  x509.id_ce_basicConstraints,
  x509.id_ce_keyUsage,
  x509.id_ce_extKeyUsage,
  x509.id_ce_subjectAltName,
  x509.id_ce_subjectKeyIdentifier,
  x509.id_ce_authorityKeyIdentifier,
];

export function readExtensions(all: readonly RawExtension[]): Extensions {
  const broken: string[] = [];
  const read = <T>(id: string, type: new () => T): T | undefined => {
    const found = all.find(({ extnID }) => extnID === id);
    if (found === undefined) return undefined;
    const value = decode(type, found.extnValue.buffer);
    if (value === undefined) broken.push(id);
    return value;
  };
  const constraints = read(x509.id_ce_basicConstraints, x509.BasicConstraints);
  const uses = read(x509.id_ce_keyUsage, x509.KeyUsage);
  const purposes = read(x509.id_ce_extKeyUsage, x509.ExtendedKeyUsage);
  const names = read(x509.id_ce_subjectAltName, x509.SubjectAlternativeName);
  const keyId = read(x509.id_ce_subjectKeyIdentifier, x509.SubjectKeyIdentifier);
  const issuerKeyId = read(x509.id_ce_authorityKeyIdentifier, x509.AuthorityKeyIdentifier)?.keyIdentifier;
  const ids = all.map(({ extnID }) => extnID);
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  const unknown = all.filter(({ extnID, critical }) => critical && !KNOWN.includes(extnID)).map(({ extnID }) => extnID);
  return {
    isAuthority: constraints?.cA === true,
    pathLength: constraints?.pathLenConstraint,
    uses: uses?.toJSON(),
    purposes: purposes && [...purposes],
    hosts: (names === undefined ? [] : [...names]).flatMap(({ dNSName, iPAddress }) => dNSName ?? iPAddress ?? []),
    keyId: keyId && digits(keyId),
    issuerKeyId: issuerKeyId && digits(issuerKeyId),
    odd: [...new Set([...broken, ...doubled, ...unknown])],
  };
}

function digits({ buffer }: OctetString): string {
  return hexlify(new Uint8Array(buffer)).slice(2);
}

/** What a certificate says of itself besides whose it is. */
interface Profile {
  isAuthority: boolean;
  pathLength?: number | undefined;
  uses: number;
  purposes?: readonly string[] | undefined;
  hosts?: readonly string[] | undefined;
}

export const PROFILES = {
  root: {
    isAuthority: true,
    pathLength: 1,
    uses: x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
  },
  intermediate: {
    isAuthority: true,
    pathLength: 0,
    uses: x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
  },
  member: { isAuthority: false, uses: x509.KeyUsageFlags.digitalSignature },
  tls: {
    isAuthority: false,
    uses: x509.KeyUsageFlags.digitalSignature,
    purposes: [x509.id_kp_serverAuth, x509.id_kp_clientAuth],
  },
} as const satisfies Readonly<Record<string, Profile>>;

export function extensionsOf(profile: Profile, key: PublicKey, issuerKeyId: string): x509.Extensions {
  const { isAuthority, pathLength, uses, purposes, hosts = [] } = profile;
  const constraints = { cA: isAuthority, ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }) };
  return new x509.Extensions([
    extension(x509.id_ce_basicConstraints, new x509.BasicConstraints(constraints), true),
    extension(x509.id_ce_keyUsage, new x509.KeyUsage(uses), true),
    ...(purposes === undefined ? [] : [extension(x509.id_ce_extKeyUsage, new x509.ExtendedKeyUsage([...purposes]))]),
    extension(x509.id_ce_subjectKeyIdentifier, new x509.SubjectKeyIdentifier(bufferOf(getBytes(`0x${keyIdOf(key)}`)))),
    authorityKeyId(issuerKeyId),
    ...(hosts.length === 0 ? [] : [hostExtension(hosts)]),
  ]);
}

export function authorityKeyId(issuerKeyId: string): RawExtension {
  const keyIdentifier = new x509.KeyIdentifier(bufferOf(getBytes(`0x${issuerKeyId}`)));
  return extension(x509.id_ce_authorityKeyIdentifier, new x509.AuthorityKeyIdentifier({ keyIdentifier }));
}

export function hostExtension(hosts: readonly string[]): RawExtension {
  const names = hosts.map((host) =>
    isIp(host) ? new x509.GeneralName({ iPAddress: canonicalHost(host) }) : new x509.GeneralName({ dNSName: host }),
  );
  return extension(x509.id_ce_subjectAltName, new x509.SubjectAlternativeName(names));
}

export function extension(id: string, value: unknown, critical = false): RawExtension {
  return rawExtension(id, encode(value).buffer, critical);
}

/** The same of a value that is in DER already. */
export function rawExtension(id: string, content: ArrayBuffer, critical = false): RawExtension {
  return new x509.Extension({ extnID: id, critical, extnValue: new OctetString(content) });
}

/** What names a key: the first 160 bits of SHA-256 of it (RFC 7093, method 1), as lower-case hex digits. */
export function keyIdOf({ point }: PublicKey): string {
  return dataSlice(sha256(point), 0, 20).slice(2);
}
