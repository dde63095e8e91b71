import { sleep } from "../util/sleep.js";
import { compareNodes, type NodeHead, type NodeState } from "../chain/compare-nodes.js";
import type { NamedNode } from "../chain/named-nodes.js";

export interface WatchNodesOptions {
  /** Ends the watching, as soon as the nodes have answered what they were asked last. */
  signal: AbortSignal;
  /** Milliseconds between two looks. */
  interval?: number | undefined;
  /** How long a node may take to get a block that another one has, in milliseconds. */
  lag?: number;
}

const INTERVAL = 5_000;

/** Each node whose state among the others changes, from "same" on. */
export async function* watchNodes(
  nodes: readonly NamedNode[],
  { signal, interval = INTERVAL, ...options }: WatchNodesOptions,
): AsyncGenerator<NodeHead, void> {
  const states = nodes.map((): NodeState => "same");
  while (!signal.aborted) {
    for (const [index, head] of (await compareNodes(nodes, options)).entries()) {
      if (states[index] !== head.state) yield head;
      states[index] = head.state;
    }
    await sleep(interval, signal);
  }
}
