import type { Chain } from "../../chain/chain.js";
import { refusal } from "../../errors/refusal.js";
import type { PermissionConfig } from "./config-schema.js";

/** Where a network is: its chain, and the block in which its first contract was created, if that is known. */
export interface Whereabouts {
  readonly chain: Pick<Chain, "chainId" | "genesis">;
  readonly deploymentBlock?: bigint | undefined;
}

/** What a permission-config.json says of that. */
interface ChainNaming {
  chainId: number;
  genesisHash: string;
  deploymentBlock?: number;
}

/** The keys that say where a network is. */
export function chainNaming({ chain, deploymentBlock }: Whereabouts): ChainNaming {
  const block = deploymentBlock === undefined ? {} : { deploymentBlock: Number(deploymentBlock) };
  return { chainId: Number(chain.chainId), genesisHash: chain.genesis.toLowerCase(), ...block };
}

/** Networks that the same account deployed have the same addresses, each on its chain. A file that names no chain is taken for
 *  any. Throws CONFIG_OF_OTHER_CHAIN. */
export function requireSameChain(config: PermissionConfig, chain: Chain): void {
  const { chainId, genesisHash: genesis } = chainNaming({ chain });
  if (config.chainId !== undefined && config.chainId !== chainId)
    throw refusal("CONFIG_OF_OTHER_CHAIN", { cause: "id", named: config.chainId, chainId });
  if (config.genesisHash !== undefined && config.genesisHash !== genesis)
    throw refusal("CONFIG_OF_OTHER_CHAIN", { cause: "genesis", named: config.genesisHash, genesis, chainId });
}
