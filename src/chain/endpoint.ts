import { encodeBase64, toUtf8Bytes } from "ethers";
import { refusal } from "../errors/refusal.js";

export type EndpointKind = "http" | "websocket" | "ipc";

/** Where a node listens, and how requests are sent to it. */
export interface Endpoint {
  readonly kind: EndpointKind;
  /** Without credentials, which fetch does not accept in a URL; for IPC the path of the socket. */
  readonly url: string;
  readonly headers: RequestHeaders;
  /** For people: credentials, parts of the path that may be keys, and whatever follows a question mark are masked. */
  readonly shown: string;
  /** What an answer may repeat, and nothing may show. */
  readonly secrets: readonly string[];
}

/** What is sent with each request, by its name; nothing shows the values. */
export type RequestHeaders = Readonly<Record<string, string>>;

const MASK = "***";
/** Providers put a key into the path; names given by people are shorter. */
const MAY_BE_KEY = /(?<=\/)[^/]{16,}/g;

const KINDS: Readonly<Record<string, EndpointKind>> = {
  "http:": "http",
  "https:": "http",
  "ws:": "websocket",
  "wss:": "websocket",
};

/** A socket's path: written so, or what no URL looks like. Windows has its pipes in a place of their own. */
const IPC = /^(?:ipc:(?:\/\/)?(?=.)|(?=\.{0,2}\/.)|(?=\\\\[.?]\\pipe\\.)|(?=[^:]*\.ipc$))/i;

/** Takes a URL, or the path of a socket, apart. Throws URL_NOT_ALLOWED, without showing the URL: it may hold a password. */
export function toEndpoint(text: string, headers: RequestHeaders = {}): Endpoint {
  if (IPC.test(text)) {
    const path = text.replace(IPC, "");
    return { kind: "ipc", url: path, headers: {}, shown: path, secrets: [] };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const kind = KINDS[url?.protocol ?? ""];
  if (url === undefined || kind === undefined) throw refusal("URL_NOT_ALLOWED", { cause: "noUrl" });
  const { username, password } = url;
  const secret = username === "" && password === "" ? undefined : `${decoded(username)}:${decoded(password)}`;
  url.username = "";
  url.password = "";
  // No server is sent what follows a #, and ws refuses it.
  url.hash = "";
  const shown = new URL(url);
  if (secret !== undefined) shown.username = MASK;
  shown.pathname = shown.pathname.replaceAll(MAY_BE_KEY, MASK);
  if (shown.search !== "") shown.search = MASK;
  const basic = secret === undefined ? {} : { authorization: `Basic ${encodeBase64(toUtf8Bytes(secret))}` };
  const all = { ...basic, ...headers };
  const secrets = secretsIn([...Object.values(all), decoded(password)]);
  return { kind, url: url.href, headers: all, shown: shown.href.replace(/\/$/, ""), secrets };
}

/** A text with the endpoint's secrets masked: what answers may repeat them. */
export function withoutSecrets({ secrets }: Endpoint, text: string): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}

/** What is shorter occurs by chance. */
const LEAST = 6;

/** The values and their words, the longest first. */
function secretsIn(values: readonly string[]): string[] {
  return values
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((value) => value.length >= LEAST)
    .sort((one, other) => other.length - one.length);
}

/** A % that does not begin an escape is meant literally. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
