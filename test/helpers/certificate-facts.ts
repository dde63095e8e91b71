import { X509Certificate } from "node:crypto";
import { computeAddress } from "ethers";
import type { CertificateReader } from "../../typechain-types/index.js";

/** What both OpenSSL, by Node, and the chain say of a certificate. */
export interface CertificateFacts {
  readonly serial: bigint;
  readonly organisation: string;
  readonly role: string;
  readonly name: string;
  /** In seconds since 1970. */
  readonly notBefore: bigint;
  /** Undefined if it has no end. */
  readonly notAfter: bigint | undefined;
  readonly account: string;
  readonly isAuthority: boolean;
}

const NO_END = Date.parse("9999-12-31T23:59:59Z");

/** Undefined if it cannot be read. Of several attributes of a kind, the first one is told. */
export function factsByNode(der: Uint8Array): CertificateFacts | undefined {
  try {
    const { serialNumber, subject, validFrom, validTo, publicKey, ca } = new X509Certificate(der);
    const valueOf = (type: string): string =>
      subject
        .split("\n")
        .find((line) => line.startsWith(`${type}=`))
        ?.slice(type.length + 1) ?? "";
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const point = [x, y].map((text) => Buffer.from(text, "base64url").toString("hex")).join("");
    const end = Date.parse(validTo);
    return {
      serial: BigInt(`0x${serialNumber}`),
      organisation: valueOf("O"),
      role: valueOf("OU"),
      name: valueOf("CN"),
      notBefore: BigInt(Date.parse(validFrom) / 1000),
      notAfter: end === NO_END ? undefined : BigInt(end / 1000),
      account: computeAddress(`0x04${point}`),
      isAuthority: ca,
    };
  } catch {
    return undefined;
  }
}

export async function factsByChain(reader: CertificateReader, der: Uint8Array): Promise<CertificateFacts> {
  const { serial, organisation, role, name, notBefore, notAfter, account, isAuthority } = await reader.read(der);
  const end = notAfter === 2n ** 256n - 1n ? undefined : notAfter;
  return { serial, organisation, role, name, notBefore, notAfter: end, account, isAuthority };
}
