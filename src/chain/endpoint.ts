import { PortcullisError } from "../errors/error.js";

/** Where a node listens, and how it is asked. */
export interface Endpoint {
  /** Without credentials, which fetch does not take in a URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For people: credentials, parts of the path that may be keys, and whatever follows a question mark are masked. */
  readonly shown: string;
}

const MASK = "***";
/** Providers put a key into the path; a name that somebody gave is shorter. */
const MAY_BE_KEY = /(?<=\/)[^/]{16,}/g;

/** Takes an http URL apart. Throws URL_NOT_ALLOWED, without showing the URL: it may hold a password. */
export function toEndpoint(text: string): Endpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new PortcullisError("URL_NOT_ALLOWED", "The node's address is not an http URL.", {
      hint: "Write it as in http://127.0.0.1:22000.",
    });
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
    headers: secret === undefined ? {} : { authorization: `Basic ${Buffer.from(secret).toString("base64")}` },
    shown: shown.href.replace(/\/$/, ""),
  };
}

/** A sign that is no escape is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
