import type { Chain } from "../chain/chain.js";
import { balanceOf, gasPriceOf, inEther, suggestedGasPrice } from "../chain/fees.js";
import { askEach } from "../chain/ask-each.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { GAS_NEEDED } from "../network/gas-needed.js";

/** What gas costs. Throws where the node does not say what it suggests: what sends offers nothing then. */
export async function priceFinding(chain: Chain): Promise<Finding> {
  if (chain.gasPrice === undefined) await suggestedGasPrice(chain.rpc);
  const price = await gasPriceOf(chain);
  if (price === 0n) return ok("Gas costs nothing here.");
  const { deployment, vote } = GAS_NEEDED;
  const costs = { deployment: inEther(deployment * price), vote: inEther(vote * price) };
  return finding("GAS_PRICE_ASKED", { price: price.toLocaleString("en-US"), ...costs });
}

/** Somebody who will send, and what for. */
export interface Sender {
  who: "guardian" | "network admin";
  account: string;
  needs: keyof typeof GAS_NEEDED;
}

/** Those who have not enough for what they will send. */
export async function fundsFindings(chain: Chain, senders: readonly Sender[]): Promise<Finding[]> {
  const price = await gasPriceOf(chain);
  if (price === 0n) return [];
  const judged = await askEach(senders, async ({ who, account, needs }) => {
    const [has, cost] = [await balanceOf(chain, account), GAS_NEEDED[needs] * price];
    return has >= cost
      ? []
      : [finding("ACCOUNT_CANNOT_PAY", { who, account, has: inEther(has), needs: inEther(cost) })];
  });
  return judged.flat();
}
