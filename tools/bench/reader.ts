import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import path from "node:path";
import { openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import type { SuiteAddresses } from "../../src/model/contracts.js";
import { startAnvil } from "../shared/processes.js";
import { withScratch } from "../shared/scratch.js";
import { fabricateNetwork, type Sizes } from "./large-network.js";
import type { Reading, Way } from "./reading.js";

/** Fabricates a network on anvil, and reads it in each way. */
export async function compareReading(sizes: Sizes): Promise<Record<Way, Reading>> {
  const anvil = await startAnvil();
  try {
    const chain = await openChain(httpRpc(anvil.url, { timeout: 120_000 }));
    const { network } = await withScratch((directory) => fabricateNetwork(chain, sizes, directory));
    return {
      snapshot: await read("snapshot", anvil.url, network.addresses),
      records: await read("records", anvil.url, network.addresses),
    };
  } finally {
    await anvil.stop();
  }
}

/** Reads a network in a process of its own. */
export async function read(way: Way, url: string, addresses: SuiteAddresses): Promise<Reading> {
  const script = path.join(import.meta.dirname, "read-network.ts");
  const reader = spawn(process.execPath, ["--import", "tsx", script, way, url, JSON.stringify(addresses)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(await text(reader.stdout)) as Reading;
}
