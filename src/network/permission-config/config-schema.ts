import { getAddress } from "ethers";
import * as z from "zod";
import { addressFlaw } from "../../model/address.js";
import type { ContractName } from "../../model/contracts.js";

/** The key of each contract, in the order of the documents. Nodes spell the first one so; people spell it right. */
export const KEYS = {
  PermissionsUpgradable: "upgrdableAddress",
  PermissionsInterface: "interfaceAddress",
  PermissionsImplementation: "implAddress",
  NodeManager: "nodeMgrAddress",
  AccountManager: "accountMgrAddress",
  RoleManager: "roleMgrAddress",
  VoterManager: "voterMgrAddress",
  OrgManager: "orgMgrAddress",
  ContractManager: "contractMgrAddress",
} as const satisfies Record<ContractName, string>;

export const CONTRACTS = Object.entries(KEYS) as [ContractName, AddressKey][];

export type AddressKey = (typeof KEYS)[ContractName];

/** Both spellings of the upgradable contract's key. Nodes read the first, documents say the second. */
export const SPELLINGS = [KEYS.PermissionsUpgradable, "upgradableAddress"] as const;

const address = z
  .string()
  .refine((text) => addressFlaw(text) !== "form", { error: "is not an address: 0x and 40 hex digits", abort: true })
  .refine((text) => addressFlaw(text) !== "checksum", { error: "is an address with a wrong checksum", abort: true })
  .refine((text) => addressFlaw(text) !== "zero", "is the zero address")
  .transform((text) => getAddress(text));

const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/i)
  .toLowerCase();

/** Which chain a network is on, and since which block. Nodes ignore these keys; GoQuorum's own files do not have them. */
const namingShape = {
  /** Rounded as JSON rounds it, where it is longer. */
  chainId: z.number().positive().optional(),
  genesisHash: hash.optional(),
  deploymentBlock: z.int().min(0).optional(),
};

/** What nodes read. */
const nodeShape = {
  permissionModel: z.string().toLowerCase().pipe(z.literal("v2")),
  upgradableAddress: address,
  ...(Object.fromEntries(CONTRACTS.map(([, key]) => [key, address])) as Record<AddressKey, typeof address>),
  nwAdminOrg: z.string().min(1),
  nwAdminRole: z.string().min(1),
  orgAdminRole: z.string().min(1),
  accounts: z.array(address).min(1),
  subOrgBreadth: z.int().min(1),
  subOrgDepth: z.int().min(1),
};

export const KEYS_OF_NODES = Object.keys(nodeShape);

export const configSchema = z.object({ ...nodeShape, ...namingShape });

/** The keys that tools know, as they are spelled. */
export const KNOWN = Object.keys(configSchema.shape);

/** Numbers that nodes read with Go's big.Int. */
export const WHOLE_NUMBERS = ["subOrgBreadth", "subOrgDepth"] as const;

/** The file that every node reads at start. */
export type PermissionConfig = z.infer<typeof configSchema>;
