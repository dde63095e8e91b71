import { isUnanswered } from "./node-errors.js";

/** What a contract answers; undefined when it does not know the question, since it may be any contract. */
export async function tryCall<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isUnanswered(error)) throw error;
    return undefined;
  }
}
