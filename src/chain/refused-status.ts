import type { PortcullisError } from "../errors/error.js";
import { tlsDiffers } from "./connection-errors.js";
import type { Endpoint } from "./endpoint.js";
import { parseJson } from "./json-rpc.js";
import * as nodeErrors from "./node-errors.js";

/** What a server answers that is no answer of JSON-RPC. */
export interface Reply {
  status: number;
  retryAfter: string | null;
  /** Where it redirects to. */
  location: string | null;
  text: string;
}

/** What servers say that expect TLS: Go's, and so geth's; nginx; Apache. */
const WANTS_TLS = /HTTP request (?:was sent )?to (?:an )?HTTPS (?:server|port)|plain HTTP to an SSL/i;

/** What this means. */
export function refusedStatus(endpoint: Endpoint, { status, retryAfter, location, text }: Reply): PortcullisError {
  if (status === 429 || status === 503) return nodeErrors.nodeBusy(endpoint, status, milliseconds(retryAfter));
  if (location !== null && status >= 300 && status < 400) return nodeErrors.sentOn(endpoint, status, location);
  if (WANTS_TLS.test(text)) return tlsDiffers(endpoint, "wanted");
  if (status >= 500 || isCut(status, text)) return nodeErrors.nodeFailed(endpoint, status, text);
  if (status === 401 || status === 403) return nodeErrors.nodeUnauthorised(endpoint, status, text);
  return nodeErrors.notANode(endpoint, status, text);
}

function isCut(status: number, text: string): boolean {
  return status < 300 && parseJson(text) === undefined && (text.trim() === "" || text.startsWith("{"));
}

/** Seconds or a date. */
function milliseconds(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
