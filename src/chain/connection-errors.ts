import { messageOf, type PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import type { Endpoint } from "./endpoint.js";

/** What the codes of Node, undici and OpenSSL mean, where there is no connection. */
const NO_CONNECTION = [
  ["broken", ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]],
  ["unknownHost", ["ENOTFOUND", "EAI_AGAIN"]],
  ["noSocket", ["ENOENT"]],
  ["socketForbidden", ["EACCES", "EPERM"]],
] as const;

const CERTIFICATE = [
  [
    "unknownIssuer",
    [
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "UNABLE_TO_GET_ISSUER_CERT",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
  ],
  ["otherHost", ["ERR_TLS_CERT_ALTNAME_INVALID"]],
  ["otherTime", ["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"]],
] as const;

/** What a server that does not speak TLS looks like to OpenSSL. */
const SPEAKS_NO_TLS = /wrong.version.number|packet.length.too.long|record.layer.failure|http.request/i;

/** Why there is no connection to the node, or none any more. */
export function noConnection(endpoint: Endpoint, cause: unknown): PortcullisError {
  const { shown: url } = endpoint;
  const code = codeOf(cause);
  const certificate = meaningOf(code, CERTIFICATE);
  if (certificate !== undefined) return refusal("CERTIFICATE_NOT_TRUSTED", { cause: certificate, url }, { cause });
  if (/^ERR_SSL|^EPROTO/.test(code)) {
    const isPlain = SPEAKS_NO_TLS.test(`${code} ${reasonOf(cause)}`);
    return tlsDiffers(endpoint, isPlain ? "notOffered" : "failed", cause);
  }
  const why = meaningOf(code, NO_CONNECTION) ?? "nothing";
  return refusal("NODE_UNREACHABLE", { cause: why, url }, { cause });
}

/** That a connection broke after it was open. */
export function connectionBroken({ shown }: Endpoint, cause?: unknown): PortcullisError {
  return refusal("NODE_UNREACHABLE", { cause: "broken", url: shown }, { cause });
}

export function tlsDiffers(
  { shown }: Endpoint,
  how: "wanted" | "notOffered" | "failed",
  cause?: unknown,
): PortcullisError {
  return refusal("TLS_DIFFERS", { cause: how, url: shown, reason: reasonOf(cause) }, { cause });
}

function meaningOf<Meaning extends string>(
  code: string,
  table: readonly (readonly [Meaning, readonly string[]])[],
): Meaning | undefined {
  return table.find(([, codes]) => codes.includes(code))?.[0];
}

/** fetch keeps the cause in its error. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}

/** OpenSSL's ends with an empty line. */
function reasonOf(error: unknown): string {
  return messageOf(rootOf(error)).trim();
}

function codeOf(error: unknown): string {
  const root = rootOf(error);
  return root instanceof Error && "code" in root ? String(root.code) : "";
}
