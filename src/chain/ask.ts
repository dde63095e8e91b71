import { isNodeTrouble } from "./node-trouble.js";

/** What a contract answers; undefined when it does not know the question, since it may be any contract. */
export async function ask<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isNodeTrouble(error)) throw error;
    return undefined;
  }
}
