import { type AddressLike, getAddress, resolveAddress } from "ethers";
import { type Chain } from "../chain/chain.js";
import { nodeAccounts } from "../chain/signers.js";
import { refusal } from "../errors/refusal.js";
import { DEFAULT_LIMITS, DEFAULT_SWITCHES } from "../network/network-file/file-schema.js";
import type { Enode } from "../model/enode.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import { nodeNamed } from "./made-up-node.js";

/** What a test wants otherwise than it usually is. */
export interface PermissionedNetworkOptions {
  /** Deploys, links and boots; the last of the chain's accounts. */
  guardian?: AddressLike;
  /** The three accounts before the guardian's, so that a test's own people come first. */
  networkAdmins?: readonly AddressLike[];
  /** One that is made up. */
  nodes?: readonly Enode[];
  /** ADMINORG. */
  adminOrg?: string;
  /** ADMIN. */
  networkAdminRole?: string;
  /** ORGADMIN. */
  orgAdminRole?: string;
  /** 3. */
  subOrgBreadth?: number;
  /** 4. */
  subOrgDepth?: number;
}

/** The network as a test wants it. Throws ACCOUNTS_MISSING where the chain has too few accounts. */
export async function planNetwork(chain: Chain, options: PermissionedNetworkOptions): Promise<NetworkFile> {
  const { guardian, networkAdmins, nodes, ...others } = options;
  const accounts = guardian === undefined || networkAdmins === undefined ? await nodeAccounts(chain) : [];
  const usual = accounts.slice(-4);
  const last = usual.pop();
  return {
    adminOrg: "ADMINORG",
    networkAdminRole: "ADMIN",
    orgAdminRole: "ORGADMIN",
    subOrgBreadth: 3,
    subOrgDepth: 4,
    ...DEFAULT_SWITCHES,
    ...DEFAULT_LIMITS,
    ...others,
    guardian: await accountOf(guardian ?? last ?? missing("guardian")),
    accounts: await Promise.all(
      (networkAdmins ?? (usual.length > 0 ? usual : missing("networkAdmins"))).map(accountOf),
    ),
    nodes: [...(nodes ?? [nodeNamed("the first node")])],
    bootOperators: [],
  };
}

export async function accountOf(account: AddressLike): Promise<string> {
  return getAddress(await resolveAddress(account));
}

function missing(option: keyof PermissionedNetworkOptions): never {
  throw refusal("ACCOUNTS_MISSING", { option });
}
