import { type Chain, getBlock } from "../chain/chain.js";

/** Takes the base fee off a chain of Hardhat's that has one: networks of GoQuorum's know none. */
export async function withoutFees({ rpc }: Chain): Promise<void> {
  const { baseFee = 0n } = await getBlock(rpc, "latest");
  if (baseFee === 0n) return;
  await rpc.send("hardhat_setNextBlockBaseFeePerGas", ["0x0"]);
  await rpc.send("hardhat_mine", []);
}
