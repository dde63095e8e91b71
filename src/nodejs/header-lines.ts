import { type RequestHeaders, toEndpoint } from "../chain/endpoint.js";
import { refusal } from "../errors/refusal.js";

const HEADERS_VARIABLE = "PORTCULLIS_HEADERS";

/** A header, and the URL of the server that gets it: only the one that is talked to, unless another is named. */
const LINE = /^(?:((?:https?|wss?):\/\/\S+)\s+)?(?!\w+:\/\/)([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e\x80-\xff]+?)\s*$/;

/** The headers in the environment that go to a node; `main` is the node that is talked to, others are only looked at. Nobody
 *  is sent what is meant for another server. Throws HEADERS_NOT_ALLOWED, which shows none of them. */
export function environmentHeaders(address: string, main: string): RequestHeaders {
  const lines = (process.env[HEADERS_VARIABLE] ?? "").split(/\r?\n/);
  const found: Record<string, string> = {};
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [, url = main, name, value] = LINE.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined || !URL.canParse(url)) {
      throw refusal("HEADERS_NOT_ALLOWED", { line: index + 1, source: HEADERS_VARIABLE });
    }
    if (serverOf(url) === serverOf(address)) found[name.toLowerCase()] = value;
  }
  return found;
}

/** Scheme, host and port; a socket has no headers. */
function serverOf(address: string): string {
  const { kind, url } = toEndpoint(address);
  return kind === "ipc" ? url : new URL(url).origin;
}
