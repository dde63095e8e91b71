import { JsonRpcProvider, JsonRpcSigner, type TransactionRequest } from "ethers";
import { startAnvil } from "../shared/processes.js";

export interface Chain extends AsyncDisposable {
  url: string;
  /** The node's unlocked account with this number. */
  signer(index: number): JsonRpcSigner;
  /** The account of this address, whoever has its key. */
  impersonate(address: string): JsonRpcSigner;
}

const ACCOUNTS = "20";

/** A fresh anvil at the Istanbul level: the reference's figures were measured on it too. */
export async function startChain(...flags: string[]): Promise<Chain> {
  const anvil = await startAnvil("--accounts", ACCOUNTS, ...flags);
  const provider = new JsonRpcProvider(anvil.url, 1337, { staticNetwork: true, cacheTimeout: -1 });
  provider.pollingInterval = 10;
  await provider.send("anvil_autoImpersonateAccount", [true]);
  const addresses = (await provider.send("eth_accounts", [])) as string[];
  const impersonate = (address: string): JsonRpcSigner => new LegacySigner(provider, address);

  return {
    url: anvil.url,
    impersonate,
    signer(index) {
      const address = addresses[index];
      if (address === undefined) throw new Error(`anvil has no account ${index}`);
      return impersonate(address);
    },
    async [Symbol.asyncDispose]() {
      provider.destroy();
      await anvil.stop();
    },
  };
}

/** Istanbul has no fee market, and what a transaction may use is not what is measured. */
class LegacySigner extends JsonRpcSigner {
  override sendUncheckedTransaction(transaction: TransactionRequest): Promise<string> {
    return super.sendUncheckedTransaction({ ...transaction, type: 0, gasPrice: 0, gasLimit: 100_000_000 });
  }
}
