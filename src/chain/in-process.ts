import { type Chain, openChain } from "./chain.js";
import type { Rpc } from "./rpc.js";

/** A chain inside this process, gone when it ends. Any address may send on it once it is impersonated. */
export interface InProcessChain extends Chain {
  impersonate(address: string): Promise<void>;
}

export async function openInProcess(): Promise<InProcessChain> {
  const { network } = await import("hardhat");
  const { provider } = await network.create("default");
  const rpc: Rpc = { send: (method, params) => provider.request({ method, params: [...params] }) };
  return {
    ...(await openChain(rpc)),
    impersonate: async (address) => {
      await rpc.send("hardhat_impersonateAccount", [address]);
    },
  };
}
