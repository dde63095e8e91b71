import { encodeBase64, toUtf8Bytes } from "ethers";
import { refusal } from "../errors/refusal.js";

/** A node's URL, and how requests are sent to it. */
export interface Endpoint {
  /** Without credentials, which fetch does not accept in a URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For people: credentials, parts of the path that may be keys, and whatever follows a question mark are masked. */
  readonly shown: string;
}

const MASK = "***";
/** Providers put a key into the path; names given by people are shorter. */
const MAY_BE_KEY = /(?<=\/)[^/]{16,}/g;

/** Takes an http URL apart. Throws URL_NOT_ALLOWED, without showing the URL: it may hold a password. */
export function toEndpoint(text: string): Endpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw refusal("URL_NOT_ALLOWED", {});
  }
  const { username, password } = url;
  const secret = username === "" && password === "" ? undefined : `${decoded(username)}:${decoded(password)}`;
  url.username = "";
  url.password = "";
  const shown = new URL(url);
  if (secret !== undefined) shown.username = MASK;
  shown.pathname = shown.pathname.replaceAll(MAY_BE_KEY, MASK);
  if (shown.search !== "") shown.search = MASK;
  shown.hash = "";
  return {
    url: url.href,
    headers: secret === undefined ? {} : { authorization: `Basic ${encodeBase64(toUtf8Bytes(secret))}` },
    shown: shown.href.replace(/\/$/, ""),
  };
}

/** A % that does not begin an escape is meant literally. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
