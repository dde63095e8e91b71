import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import { PortcullisError } from "./errors.js";
import { readText } from "./files.js";

const address = z
  .string()
  .refine((text) => isAddress(text), "is not an address")
  .transform((text) => getAddress(text));

const permissionConfigSchema = z.object({
  permissionModel: z.literal("v2"),
  upgrdableAddress: address,
  upgradableAddress: address,
  interfaceAddress: address,
  implAddress: address,
  nodeMgrAddress: address,
  accountMgrAddress: address,
  roleMgrAddress: address,
  voterMgrAddress: address,
  orgMgrAddress: address,
  nwAdminOrg: z.string(),
  nwAdminRole: z.string(),
  orgAdminRole: z.string(),
  accounts: z.array(address).min(1),
  subOrgBreadth: z.int().min(1),
  subOrgDepth: z.int().min(1),
});

/** The file that every node reads at start. Nodes spell one key "upgrdableAddress", people "upgradableAddress". */
export type PermissionConfig = z.infer<typeof permissionConfigSchema>;

export function readPermissionConfig(file: string): PermissionConfig {
  const parsed = permissionConfigSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new PortcullisError("CONFIG_NOT_ALLOWED", `${file} is no permission-config.json: ${issues.join("; ")}.`, {
    facts: { file, issues },
    hint: "Take the file that the deployment wrote.",
  });
}

function parseJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const hint = "Take the file that the deployment wrote.";
    throw new PortcullisError("CONFIG_NOT_ALLOWED", `${file} is not JSON.`, { facts: { file }, hint, cause });
  }
}
