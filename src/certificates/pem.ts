import { decodeBase64, encodeBase64 } from "ethers";

/** What stands in PEM: a label, such as "CERTIFICATE", and what was encoded. */
export interface PemBlock {
  readonly label: string;
  /** Undefined if it is damaged. */
  readonly der: Uint8Array | undefined;
}

/** The labels of RFC 7468, and others that programs write in their place. */
export const LABELS = {
  certificate: ["CERTIFICATE", "X509 CERTIFICATE"],
  "certificate request": ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"],
  "revocation list": ["X509 CRL", "CRL"],
} as const;

export type PemContent = keyof typeof LABELS;

const LINE = 64;

/** Everything that a text holds in PEM. Other lines are left out: OpenSSL writes explanations before. */
export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(/-----BEGIN ([^-\r\n]+)-----([^-]*)-----END \1-----/g)].map(([, label = "", body = ""]) => ({
    label,
    der: fromBase64(body),
  }));
}

export function pemText(content: PemContent, der: Uint8Array): string {
  return pemOf(LABELS[content][0], der);
}

export function pemOf(label: string, der: Uint8Array): string {
  const lines = encodeBase64(der).match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

function fromBase64(body: string): Uint8Array | undefined {
  const text = body.replaceAll(/\s/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  return decodeBase64(text);
}
