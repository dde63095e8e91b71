import type { Rpc } from "../../src/chain/rpc.js";

/** Asks the node whatever is asked at once, and gives no answer before all of these are there. */
export class RoundTrips implements Rpc {
  /** What was asked in each of them. */
  readonly all: string[][] = [];
  private waiting: { method: string; ask: () => Promise<unknown>; settle: (answer: Promise<unknown>) => void }[] = [];

  constructor(private readonly rpc: Rpc) {}

  send(method: string, params: readonly unknown[]): Promise<unknown> {
    return new Promise((settle) => {
      this.waiting.push({ method, ask: () => this.rpc.send(method, params), settle });
      if (this.waiting.length === 1) setImmediate(() => void this.go());
    });
  }

  private async go(): Promise<void> {
    const asked = this.waiting;
    this.waiting = [];
    this.all.push(asked.map(({ method }) => method));
    const answers = asked.map(({ ask }) => ask());
    await Promise.allSettled(answers);
    for (const [index, { settle }] of asked.entries()) settle(answers[index] ?? Promise.resolve());
  }
}
