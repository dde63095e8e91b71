import { toEndpoint } from "./endpoint.js";
import { httpRpc, type Rpc } from "./rpc.js";

/** A node among several, and what messages call it. */
export interface NamedNode {
  readonly name: string;
  readonly rpc: Rpc;
}

/** One node, and maybe others. */
export type NamedNodes = readonly [NamedNode, ...NamedNode[]];

/** The nodes at these URLs, each once, in this order, as `open` opens them. Throws URL_NOT_ALLOWED. */
export function namedNodes(
  [first, ...others]: readonly [string, ...string[]],
  open: (url: string) => Rpc = httpRpc,
): NamedNodes {
  const known = new Set([toEndpoint(first).url]);
  const distinct = others.filter((url) => !known.has(toEndpoint(url).url) && known.add(toEndpoint(url).url));
  const named = (url: string): NamedNode => ({ name: toEndpoint(url).shown, rpc: open(url) });
  return [named(first), ...distinct.map(named)];
}
