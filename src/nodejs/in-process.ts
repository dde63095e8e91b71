import type { Provider } from "@nomicfoundation/edr";
import { type Chain, openChain } from "../chain/chain.js";
import type { Rpc } from "../chain/rpc.js";
import { RpcError } from "../chain/rpc-error.js";
import { refusal } from "../errors/refusal.js";
import { once } from "../util/once.js";
import { IN_PROCESS_NETWORK } from "./in-process-network.js";

/** A chain in this process, gone when it ends. Any address may send on it once it is impersonated. */
export interface InProcessChain extends Chain {
  impersonate(address: string): Promise<void>;
}

/** Opens a chain of EDR's, the EVM that Hardhat runs too. Throws EVM_MISSING: it is optional, and not there for every machine. */
export async function openInProcess(): Promise<InProcessChain> {
  const rpc = rpcOf(await createProvider());
  return {
    ...(await openChain(rpc, { gasPrice: 0n })),
    impersonate: async (address) => {
      await rpc.send("hardhat_impersonateAccount", [address]);
    },
  };
}

/** It wants to be made once in a process. */
const context = once(async () => {
  const { default: edr } = await import("@nomicfoundation/edr").catch((cause: unknown) => {
    throw refusal("EVM_MISSING", {}, { cause });
  });
  const made = new edr.EdrContext();
  await made.registerProviderFactory(edr.L1_CHAIN_TYPE, edr.l1ProviderFactory());
  return { edr, made };
});

async function createProvider(): Promise<Provider> {
  const { edr, made } = await context();
  const { chainId, blockGasLimit, transactionGasCap, allowUnlimitedContractSize } = IN_PROCESS_NETWORK;
  const limit = BigInt(blockGasLimit);
  const silent = { enable: false, decodeConsoleLogInputsCallback: () => [], printLineCallback: () => undefined };
  return made.createProvider(
    edr.L1_CHAIN_TYPE,
    {
      allowBlocksWithSameTimestamp: false,
      allowUnlimitedContractSize,
      bailOnCallFailure: true,
      bailOnTransactionFailure: true,
      chainId: BigInt(chainId),
      coinbase: new Uint8Array(20),
      defaultTransactionGasLimit: limit,
      genesisState: [],
      hardfork: edr.l1HardforkToString(edr.L1Hardfork.Istanbul),
      minGasPrice: 0n,
      mining: { autoMine: true, blockGasLimit: limit, memPool: { order: edr.MineOrdering.Fifo } },
      network: { genesisBlockGasLimit: limit },
      networkId: BigInt(chainId),
      observability: {},
      ownedAccounts: [],
      precompileOverrides: [],
      transactionGasCap,
    },
    silent,
    { subscriptionCallback: () => undefined },
    new edr.ContractDecoder(),
  );
}

interface Answer {
  result?: unknown;
  error?: { message: string; code: number; data?: unknown };
}

function rpcOf(provider: Provider): Rpc {
  return {
    send: async (method, params) => {
      const response = await provider.handleRequest(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
      // A long answer comes as an object.
      const data: unknown = response.data;
      const { result, error } = (typeof data === "string" ? JSON.parse(data) : data) as Answer;
      if (error !== undefined) throw new RpcError(error.message, error.code, error.data);
      return result;
    },
  };
}
