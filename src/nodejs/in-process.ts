import path from "node:path";
import { refusal } from "../errors/refusal.js";
import { fileURLToPath } from "node:url";
import { type Chain, openChain } from "../chain/chain.js";
import { IN_PROCESS_NETWORK } from "./in-process-network.js";
import { providerRpc } from "../chain/provider-rpc.js";

/** A chain in this process, gone when it ends. Any address may send on it once it is impersonated. */
export interface InProcessChain extends Chain {
  impersonate(address: string): Promise<void>;
}

/** Opens a chain of Hardhat's, wherever the process runs. Throws HARDHAT_MISSING: the package does not bring Hardhat. */
export async function openInProcess(): Promise<InProcessChain> {
  const { createHardhatRuntimeEnvironment } = await import("hardhat/hre").catch((cause: unknown) => {
    throw refusal("HARDHAT_MISSING", {}, { cause });
  });
  const hre = await createHardhatRuntimeEnvironment(
    { networks: { inProcess: IN_PROCESS_NETWORK } },
    {},
    // Hardhat wants a project, and there is none where a network is rehearsed.
    path.dirname(fileURLToPath(import.meta.resolve("hardhat/package.json"))),
  );
  const { provider } = await hre.network.create("inProcess");
  const rpc = providerRpc(provider);
  return {
    ...(await openChain(rpc)),
    impersonate: async (address) => {
      await rpc.send("hardhat_impersonateAccount", [address]);
    },
  };
}
