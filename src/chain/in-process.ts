import path from "node:path";
import { fileURLToPath } from "node:url";
import { PortcullisError } from "../errors/error.js";
import { type Chain, openChain } from "./chain.js";
import { IN_PROCESS_NETWORK } from "./in-process-network.js";
import type { Rpc } from "./rpc.js";

/** A chain inside this process, gone when it ends. Any address may send on it once it is impersonated. */
export interface InProcessChain extends Chain {
  impersonate(address: string): Promise<void>;
}

/** Opens a chain of Hardhat's, wherever the process runs. Throws HARDHAT_MISSING: the package does not bring Hardhat. */
export async function openInProcess(): Promise<InProcessChain> {
  const { createHardhatRuntimeEnvironment } = await import("hardhat/hre").catch((cause: unknown) => {
    throw new PortcullisError("HARDHAT_MISSING", "A chain inside the process needs Hardhat, which is not installed.", {
      hint: "Name a node with --network, or run it in a checkout of Portcullis on Node 22.13 or newer.",
      cause,
    });
  });
  const hre = await createHardhatRuntimeEnvironment(
    { networks: { inProcess: IN_PROCESS_NETWORK } },
    {},
    // Hardhat wants a project, and there is none where a network is rehearsed.
    path.dirname(fileURLToPath(import.meta.resolve("hardhat/package.json"))),
  );
  const { provider } = await hre.network.create("inProcess");
  const rpc: Rpc = { send: (method, params) => provider.request({ method, params: [...params] }) };
  return {
    ...(await openChain(rpc)),
    impersonate: async (address) => {
      await rpc.send("hardhat_impersonateAccount", [address]);
    },
  };
}
