import { formatEther } from "ethers";
import { refusal } from "../errors/refusal.js";
import { type Chain, getBlock } from "./chain.js";
import { checked } from "./check-answer.js";
import { fromQuantity, quantity } from "./quantities.js";
import type { Rpc } from "./rpc.js";
import { unknownMethod } from "./rpc-error.js";

/** What is offered for a unit of gas, in wei: what the chain was opened with, or else what the node suggests, and enough for three
 *  full blocks to raise the base fee. On a free network it is 0, and no account needs a balance. */
export async function gasPriceOf({ rpc, gasPrice }: Chain): Promise<bigint> {
  if (gasPrice !== undefined) return gasPrice;
  const suggested = await suggestedGasPrice(rpc).catch((error: unknown) => {
    if (unknownMethod(error) === undefined) throw error;
    return 0n;
  });
  const { baseFee = 0n } = await getBlock(rpc, "latest");
  const lasting = (baseFee * 3n + 1n) / 2n;
  return suggested > lasting ? suggested : lasting;
}

export async function suggestedGasPrice(rpc: Rpc): Promise<bigint> {
  const method = "eth_gasPrice";
  return fromQuantity(await rpc.send(method, []), method);
}

export async function balanceOf({ rpc }: Chain, account: string): Promise<bigint> {
  const method = "eth_getBalance";
  return checked(method, quantity, await rpc.send(method, [account, "latest"]));
}

/** Refuses what the account could not pay for: nodes want it to have the price of the whole gas limit. Throws
 *  INSUFFICIENT_FUNDS. */
export async function requireFunds(chain: Chain, account: string, gas: bigint, gasPrice: bigint): Promise<void> {
  if (gasPrice === 0n) return;
  const [has, needs] = [await balanceOf(chain, account), gas * gasPrice];
  if (has >= needs) return;
  throw refusal("INSUFFICIENT_FUNDS", {
    cause: "counted",
    account,
    gas,
    gasPrice,
    has: inEther(has),
    needs: inEther(needs),
    missing: inEther(needs - has),
  });
}

/** An amount of wei as people write it. */
export function inEther(wei: bigint): string {
  return `${formatEther(wei).replace(/\.0$/, "")} ether`;
}
