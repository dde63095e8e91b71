import { toEndpoint } from "./endpoint.js";
import { httpRpc, type Rpc } from "./rpc.js";

/** A node among several, and what messages call it. */
export interface NamedNode {
  readonly name: string;
  readonly rpc: Rpc;
}

/** One node, and maybe others. */
export type NamedNodes = readonly [NamedNode, ...NamedNode[]];

/** The nodes at these URLs, each once, in this order. Throws URL_NOT_ALLOWED. */
export function namedNodes([first, ...others]: readonly [string, ...string[]]): NamedNodes {
  const known = new Set([toEndpoint(first).url]);
  const distinct = others.filter((url) => !known.has(toEndpoint(url).url) && known.add(toEndpoint(url).url));
  return [named(first), ...distinct.map(named)];
}

function named(url: string): NamedNode {
  return { name: toEndpoint(url).shown, rpc: httpRpc(url) };
}
