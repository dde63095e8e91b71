import type { Remedy } from "./action.js";
import { PortcullisError } from "./error.js";
import { type FactsOf, refusal } from "./refusal.js";

/** The same again sends what was signed, and comes to what is to be signed next. */
const WAY_ON: Remedy = {
  hint: "Take the file to where the key is and have it signed. The same again then sends it, and goes on with what follows.",
  actions: [{ name: "sign-transaction" }, { name: "do-again" }],
};

/** Does what may take several transactions: where one waits for its signature, the way out is not only about that one. */
export async function signingSeveral<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.code !== "SIGNATURE_AWAITED") throw error;
    throw refusal(error.code, error.facts as FactsOf<typeof error.code>, { cause: error, ...WAY_ON });
  }
}
