import { until } from "../../src/chain/waiting.js";

/** Asks until there is an answer; throws when there is none within `timeout` milliseconds. */
export async function poll<T>(what: string, timeout: number, ask: () => Promise<T | undefined>): Promise<T> {
  const answer = await until(timeout, ask);
  if (answer !== undefined) return answer;
  throw new Error(`waited ${timeout / 1000} s for ${what} in vain`);
}
