import path from "node:path";
import { getAddress } from "ethers";
import type { Actor } from "../../src/actions/perform.js";
import { castVote } from "../../src/actions/votes.js";
import { type InProcessChain, openInProcess } from "../../src/nodejs/in-process.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import type { Network } from "../../src/network/network.js";
import { type PermissionConfig, permissionConfig } from "../../src/network/permission-config/permission-config.js";
import { nodeSigner } from "../../src/chain/signers.js";
import { aNetworkFile, enodeIdOf } from "../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";

export const GUARDIAN = getAddress("0x9186eb3d20cbd1f5f992a950d808c4495153abd5");
export const ADMIN = getAddress("0xed9d02e382b34818e88b88a309c7fe71e65f419d");
export const SECOND = getAddress("0xca843569e3427144cead5e4d5999a3d0ccf92b8e");
export const THIRD = getAddress("0x0fbdc686b912d7722dc86510934589e0aaf3b55a");

export const NODES = ["a1", "a2"].map((digits, index) => ({
  enodeId: enodeIdOf(digits),
  ip: "127.0.0.1",
  port: 21000 + index,
  raftPort: 0,
}));

export const NETWORK = aNetworkFile(GUARDIAN, { accounts: [ADMIN, SECOND, THIRD], nodes: NODES });

/** An in-process network, on which guardian and admins may send. */
export interface Deployed {
  chain: InProcessChain;
  network: Network;
  config: PermissionConfig;
  /** Of the test's own, for journals and other files. */
  directory: string;
  as(account: string): Actor;
  /** Two of the three network admins vote for what was proposed. */
  decide(proposed: Promise<{ opened: number[] }>): Promise<void>;
  remove(): void;
}

export async function deployed(): Promise<Deployed> {
  const chain = await openInProcess();
  for (const account of [GUARDIAN, ...NETWORK.accounts]) await chain.impersonate(account);
  const directory = makeScratch();
  const options = { chain, network: NETWORK, directory: path.join(directory, "deployment") };
  const network = await deployNetwork({ ...options, signers: [nodeSigner(GUARDIAN)] });
  const as = (account: string): Actor => ({ network, signer: nodeSigner(account) });
  return {
    chain,
    network,
    config: permissionConfig(NETWORK, network),
    directory,
    as,
    async decide(proposed) {
      const [id = 0] = (await proposed).opened;
      for (const admin of [ADMIN, SECOND]) await castVote(as(admin), { id, support: true });
    },
    remove: () => {
      removeScratch(directory);
    },
  };
}
