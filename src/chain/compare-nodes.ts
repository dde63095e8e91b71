import { toQuantity } from "ethers";
import { PortcullisError } from "../errors/error.js";
import { getBlock, getBlockNumber } from "./chain.js";
import type { NamedNode } from "./named-nodes.js";
import { until } from "./waiting.js";

/** "behind": it did not get a block in time that another one has. "other block": it has a block of its own in the place of
 *  one that the others have. "other chain": its first block is another one. "silent": it does not answer. */
export const NODE_STATES = ["same", "behind", "other block", "other chain", "silent"] as const;

export type NodeState = (typeof NODE_STATES)[number];

/** Where a node stands among others. */
export interface NodeHead {
  node: string;
  state: NodeState;
  /** Its latest block, and the latest that any of them has. */
  block: number | null;
  highest: number | null;
  /** The block that was compared, the latest that all have, and its hash at this node. */
  compared: number | null;
  hash: string | null;
  /** Why it is silent. */
  trouble: PortcullisError | null;
}

/** How long a node may take to get a block that another one has, in milliseconds. */
const LAG = 5_000;

interface Answering extends NamedNode {
  genesis: string;
  latest: bigint;
}

/** Compares the latest blocks of nodes. Where they differ, what most of them have counts, or else what the first one has. */
export async function compareNodes(
  nodes: readonly NamedNode[],
  { lag = LAG }: { lag?: number } = {},
): Promise<NodeHead[]> {
  const asked = await Promise.all(nodes.map((node) => answerOf(node, () => begin(node))));
  const genesis = asked.find((each) => "genesis" in each)?.genesis;
  const same = asked.filter((each) => "genesis" in each && each.genesis === genesis) as Answering[];
  const highest = same.reduce((most, { latest }) => (latest > most ? latest : most), 0n);
  const heads = await Promise.all(
    asked.map(async (each): Promise<NodeHead> => {
      if (!("genesis" in each)) return each;
      if (each.genesis !== genesis) return head(each, "other chain", each.latest);
      return answerOf(each, () => caughtUp(each, highest, lag));
    }),
  );
  return withForks(
    nodes,
    heads.map((each) => ({ ...each, highest: Number(highest) })),
  );
}

async function begin(node: NamedNode): Promise<Answering> {
  const [first, latest] = [await getBlock(node.rpc, "0x0"), await getBlockNumber(node.rpc)];
  return { ...node, genesis: first.hash, latest };
}

async function caughtUp(node: Answering, highest: bigint, lag: number): Promise<NodeHead> {
  let { latest } = node;
  const reached = await until(latest >= highest ? 0 : lag, async () => {
    if (latest < highest) latest = await getBlockNumber(node.rpc);
    return latest >= highest ? true : undefined;
  });
  return head(node, reached === true ? "same" : "behind", latest);
}

/** The latest block that all have is compared: what differs there differs in all later ones. */
async function withForks(nodes: readonly NamedNode[], heads: readonly NodeHead[]): Promise<NodeHead[]> {
  const isHere = ({ state }: NodeHead): boolean => state === "same" || state === "behind";
  const compared = Math.min(...heads.filter(isHere).map(({ block }) => block ?? 0));
  const hashed = await Promise.all(
    heads.map(async (each, index): Promise<NodeHead> => {
      const node = nodes[index];
      if (node === undefined || !isHere(each)) return each;
      return answerOf(node, async () => {
        const { hash } = await getBlock(node.rpc, toQuantity(compared));
        return { ...each, compared, hash };
      });
    }),
  );
  const hashes = hashed.filter(isHere).map(({ hash }) => hash);
  const votes = (hash: string | null): number => hashes.filter((each) => each === hash).length;
  const agreed = hashes.reduce((best, each) => (votes(each) > votes(best) ? each : best), hashes[0] ?? null);
  return hashed.map((each) => (isHere(each) && each.hash !== agreed ? { ...each, state: "other block" } : each));
}

async function answerOf<T>(node: NamedNode, ask: () => Promise<T>): Promise<T | NodeHead> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PortcullisError)) throw error;
    return { ...head(node, "silent", null), trouble: error };
  }
}

function head({ name }: NamedNode, state: NodeState, block: bigint | null): NodeHead {
  return {
    node: name,
    state,
    block: block === null ? null : Number(block),
    highest: null,
    compared: null,
    hash: null,
    trouble: null,
  };
}
