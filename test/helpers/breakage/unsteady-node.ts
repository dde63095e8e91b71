import { toQuantity } from "ethers";
import type { Rpc } from "../../../src/chain/rpc.js";
import { PortcullisError } from "../../../src/errors/error.js";

type Answer = (method: string, params: readonly unknown[]) => Promise<unknown>;

const asksBlock = (method: string): boolean => method === "eth_getBlockByNumber";

/** A node whose condition a test changes. */
export class UnsteadyNode implements Rpc {
  private readonly answer: Answer;
  private condition: Answer;
  private hear: () => void = () => undefined;

  constructor(rpc: Rpc) {
    this.answer = (method, params) => rpc.send(method, params);
    this.condition = this.answer;
  }

  async send(method: string, params: readonly unknown[]): Promise<unknown> {
    const answer = await this.condition(method, params);
    if (params[0] === "latest") this.hear();
    return answer;
  }

  /** Until the latest block has been asked for. */
  toldLatest(): Promise<void> {
    return new Promise((resolve) => (this.hear = resolve));
  }

  recovers(): void {
    this.condition = this.answer;
  }

  vanishes(): void {
    this.condition = () => Promise.reject(new PortcullisError("NODE_UNREACHABLE", "No JSON-RPC node answers."));
  }

  /** It is at an older block, and knows nothing of later ones. */
  fallsBackTo(block: bigint): void {
    this.condition = (method, params) => {
      if (method === "eth_getLogs") return Promise.resolve([]);
      if (!asksBlock(method)) return this.answer(method, params);
      if (params[0] === "latest") return this.answer(method, [toQuantity(block), false]);
      return BigInt(params[0] as string) > block ? Promise.resolve(null) : this.answer(method, params);
    };
  }

  /** It is at an older block, or at one of its own where a hash is given. */
  isAt(block: bigint, hash?: string): void {
    this.condition = async (method, params) => {
      const answer = await this.answer(method, params);
      if (method === "eth_blockNumber") return toQuantity(block);
      const isOwn = hash !== undefined && asksBlock(method) && params[0] === toQuantity(block);
      return isOwn ? { ...(answer as object), hash } : answer;
    };
  }

  /** It loses a block as soon as it has said that it has it. */
  loses(block: bigint): void {
    this.condition = (method, params) => {
      if (method === "eth_getLogs") return Promise.resolve([]);
      return asksBlock(method) && params[0] === toQuantity(block) ? Promise.resolve(null) : this.answer(method, params);
    };
  }

  /** Another chain with as many blocks as that runs there now. */
  beginsAnewUpTo(block: bigint): void {
    this.condition = async (method, params) => {
      const asked = params[0] === "latest" ? [toQuantity(block), false] : params;
      const answer = (await this.answer(method, asksBlock(method) ? asked : params)) as object;
      return asksBlock(method) ? { ...answer, hash: `0x${"00".repeat(32)}` } : answer;
    };
  }
}
