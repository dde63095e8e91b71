import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";

const PATIENCE = 30_000;
const PAUSE = 100;

/** Asks until the answer is the expected one. */
export async function eventually<T>(ask: () => Promise<T>, expected: T, message?: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    try {
      expect(answer, message).to.deep.equal(expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await sleep(PAUSE);
  }
}
