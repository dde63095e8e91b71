import type { Operation } from "../../../model/codes.js";

const REMOVE_NODE = ["set-node-status", "let-go"] as const;
const REMOVE_ACCOUNT = ["set-account-status", "let-go"] as const;

/** What is done in Portcullis in the place of a resource of ChainMaker. */
const OPERATIONS_OF: ReadonlyMap<string, readonly Operation[]> = new Map(
  Object.entries<readonly Operation[]>({
    "CHAIN_CONFIG-TRUST_ROOT_ADD": ["add-org"],
    "CHAIN_CONFIG-TRUST_ROOT_DELETE": ["suspend-org"],
    "CHAIN_CONFIG-PERMISSION_ADD": ["change-rule"],
    "CHAIN_CONFIG-PERMISSION_UPDATE": ["change-rule"],
    "CHAIN_CONFIG-PERMISSION_DELETE": ["change-rule"],
    "CHAIN_CONFIG-NODE_ID_ADD": ["add-node"],
    "CHAIN_CONFIG-NODE_ID_UPDATE": ["move-node"],
    "CHAIN_CONFIG-NODE_ID_DELETE": REMOVE_NODE,
    "CHAIN_CONFIG-NODE_ORG_ADD": ["add-node"],
    "CHAIN_CONFIG-NODE_ORG_DELETE": REMOVE_NODE,
    "CHAIN_CONFIG-TRUST_MEMBER_ADD": ["assign-role"],
    "CHAIN_CONFIG-TRUST_MEMBER_UPDATE": ["assign-role"],
    "CHAIN_CONFIG-TRUST_MEMBER_DELETE": REMOVE_ACCOUNT,
    "PUBKEY_MANAGE-PUBKEY_ADD": ["assign-role"],
    "PUBKEY_MANAGE-PUBKEY_DELETE": REMOVE_ACCOUNT,
    "CERT_MANAGE-CERTS_FREEZE": ["set-account-status"],
    "CERT_MANAGE-CERTS_UNFREEZE": ["set-account-status"],
    "CERT_MANAGE-CERTS_REVOKE": ["set-account-status"],
    "CONTRACT_MANAGE-FREEZE_CONTRACT": ["contract-access"],
    "CONTRACT_MANAGE-UNFREEZE_CONTRACT": ["contract-access"],
  }),
);

export function operationsOf(resource: string): readonly Operation[] {
  return OPERATIONS_OF.get(resource.toUpperCase()) ?? [];
}

/** Why nothing is done in the place of a resource. */
export function whyNoOperation(resource: string): string {
  const name = resource.toUpperCase();
  if (name === "CHAIN_CONFIG-CERTS_FREEZE")
    return "ChainMaker knows no such resource: freezing certificates is CERT_MANAGE-CERTS_FREEZE";
  if (name === "CHAIN_CONFIG-TRUST_ROOT_UPDATE")
    return "an organisation has no root here: its admin is appointed by vote, for which appoint-admin has a policy";
  if (name === "CHAIN_CONFIG-NODE_ORG_UPDATE") return "an organisation's nodes are added, moved and removed one by one";
  if (name.startsWith("CERT_MANAGE-")) return "no certificates are kept on the chain";
  if (name === "CONTRACT_MANAGE-REVOKE_CONTRACT")
    return "no contract is revoked for good: it is frozen, for which contract-access has a policy";
  if (name.startsWith("CONTRACT_MANAGE-"))
    return "who may create contracts is said by the access of roles, and by the setting restrict-deploying";
  return "nothing of the kind is decided here";
}
