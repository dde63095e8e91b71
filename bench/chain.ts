import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { JsonRpcProvider, JsonRpcSigner, type TransactionRequest } from "ethers";

export interface Chain extends AsyncDisposable {
  /** The node's unlocked account with this number. */
  signer(index: number): JsonRpcSigner;
}

const ACCOUNTS = 20;
const anvil = path.join(import.meta.dirname, "../node_modules/.bin/anvil");
const level = ["--hardfork", "istanbul", "--gas-price", "0", "--base-fee", "0", "--gas-limit", "500000000"];

/** A fresh anvil at the Istanbul level: the reference's figures were measured on it too. */
export async function startChain(): Promise<Chain> {
  const port = await freePort();
  const child = spawn(anvil, ["--port", String(port), "--silent", "--accounts", String(ACCOUNTS), ...level]);
  const provider = new JsonRpcProvider(`http://127.0.0.1:${port}`, 31337, { staticNetwork: true, cacheTimeout: -1 });
  provider.pollingInterval = 10;
  while (!(await answers(provider))) {
    if (child.exitCode !== null) throw new Error(`anvil ended with ${child.exitCode}`);
    await delay(20);
  }
  const addresses = (await provider.send("eth_accounts", [])) as string[];
  const signers = addresses.map((address) => new LegacySigner(provider, address));

  return {
    signer(index) {
      const signer = signers[index];
      if (signer === undefined) throw new Error(`anvil has no account ${index}`);
      return signer;
    },
    [Symbol.asyncDispose]() {
      provider.destroy();
      child.kill();
      return Promise.resolve();
    },
  };
}

/** Istanbul has no fee market, and what a transaction may use is not what is measured. */
class LegacySigner extends JsonRpcSigner {
  override sendUncheckedTransaction(transaction: TransactionRequest): Promise<string> {
    return super.sendUncheckedTransaction({ ...transaction, type: 0, gasPrice: 0, gasLimit: 100_000_000 });
  }
}

async function answers(provider: JsonRpcProvider): Promise<boolean> {
  try {
    await provider.send("eth_chainId", []);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}
