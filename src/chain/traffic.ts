import { getAddress } from "ethers";
import { sleep } from "../util/sleep.js";
import { getBlockNumber } from "./chain.js";
import { getTransactions } from "./full-block.js";
import type { NamedNode, NamedNodes } from "./named-nodes.js";
import { isNodeError } from "./node-errors.js";
import { readPool, type Sought } from "./pool.js";

/** How long a look at the traffic lasts. */
export interface LookLength {
  /** So many new blocks. */
  blocks: number;
  /** Or so many milliseconds without one: Raft makes none while no one sends. */
  standstill: number;
  /** Milliseconds between two questions. */
  pause: number;
}

const LENGTH: LookLength = { blocks: 5, standstill: 10_000, pause: 500 };

/** A transaction that was seen during a look: where it waits, or which block has it. */
export interface SeenTransaction {
  account: string;
  nonce: number;
  /** Name of the node that holds it; null once a block has it. */
  node: string | null;
  block: number | null;
}

/** What was seen of some accounts. */
export interface Traffic {
  seen: SeenTransaction[];
  /** Names of the nodes that answered. */
  nodes: string[];
  /** Of those that did not always answer. */
  silent: string[];
  /** Of those that do not show their pool. */
  withoutPool: string[];
}

/** Looks at the pools of the nodes, and at the blocks that the first of them gets meanwhile, for transactions of some
 *  accounts, and for those to some contracts. The first one must answer. */
export async function lookAtTraffic(
  nodes: NamedNodes,
  sought: Sought,
  length: Partial<LookLength> = {},
): Promise<Traffic> {
  const { blocks, standstill, pause } = { ...LENGTH, ...length };
  const look = new Look(nodes, sought);
  const first = await look.begin();
  let [head, changed] = [first, Date.now()];
  for (;;) {
    const before = head;
    head = await look.again();
    if (head > before) changed = Date.now();
    if (head - first >= BigInt(blocks) || Date.now() - changed >= standstill) return look.traffic();
    await sleep(pause);
  }
}

class Look {
  private head = 0n;
  private readonly seen = new Map<string, SeenTransaction>();
  private readonly silent = new Set<string>();
  private readonly withoutPool = new Set<string>();
  private readonly accounts: ReadonlySet<string>;
  private readonly contracts: ReadonlySet<string>;

  constructor(
    private readonly nodes: NamedNodes,
    private readonly sought: Sought,
  ) {
    this.accounts = new Set(sought.accounts.map((each) => each.toLowerCase()));
    this.contracts = new Set(sought.contracts.map((each) => each.toLowerCase()));
  }

  async begin(): Promise<bigint> {
    this.head = await getBlockNumber(this.nodes[0].rpc);
    return this.head;
  }

  /** Blocks before pools: a transaction leaves the pool for a block. Answers the latest block that was read. */
  async again(): Promise<bigint> {
    await this.readBlocks();
    await Promise.all(this.nodes.map((node) => this.readPoolOf(node)));
    return this.head;
  }

  traffic(): Traffic {
    const names = this.nodes.map(({ name }) => name);
    const silent = [...this.silent];
    return {
      seen: [...this.seen.values()],
      nodes: names.filter((name) => !silent.includes(name)),
      silent,
      withoutPool: [...this.withoutPool],
    };
  }

  private async readBlocks(): Promise<void> {
    const { rpc } = this.nodes[0];
    const latest = await getBlockNumber(rpc);
    while (this.head < latest) {
      const transactions = await getTransactions(rpc, this.head + 1n);
      // Behind one address there may be several nodes.
      if (transactions === undefined) return;
      this.head += 1n;
      for (const { from, to, nonce } of transactions) {
        if (!this.accounts.has(from.toLowerCase()) && !this.contracts.has((to ?? "").toLowerCase())) continue;
        this.note({ account: getAddress(from), nonce: Number(nonce), node: null, block: Number(this.head) });
      }
    }
  }

  private async readPoolOf(node: NamedNode): Promise<void> {
    try {
      const { held, isShown } = await readPool(node.rpc, this.sought);
      if (!isShown) this.withoutPool.add(node.name);
      for (const { account, nonces } of held) {
        for (const nonce of nonces) this.note({ account, nonce, node: node.name, block: null });
      }
    } catch (error) {
      if (node === this.nodes[0] || !isNodeError(error)) throw error;
      this.silent.add(node.name);
    }
  }

  private note(found: SeenTransaction): void {
    this.seen.set(JSON.stringify(found), found);
  }
}
