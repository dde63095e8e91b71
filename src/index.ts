/** The library: connect to a network, read it, change it. Every function that can fail throws a `PortcullisError`, whose codes
 *  are those of the catalogue. */

export { type Chain, openChain } from "./chain/chain.js";
export { httpRpc, type Rpc } from "./chain/rpc.js";
export { connect, type Network, networkAt } from "./network.js";
export {
  type PermissionConfig,
  readPermissionConfig,
  type SuiteAddresses,
} from "./permission-config/permission-config.js";
export { environmentSigner, keySigner, keystoreSigner, nodeAccounts, nodeSigner, type Signer } from "./signers.js";
export { type Enode, formatEnode, parseEnode } from "./enode.js";
export { CATALOGUE, type ErrorCode } from "./errors/catalogue.js";
export { PortcullisError } from "./errors/error.js";

export * from "./actions/accounts.js";
export * from "./actions/admins.js";
export * from "./actions/guardian.js";
export * from "./actions/nodes.js";
export * from "./actions/orgs.js";
export type { Actor, Done, Intent } from "./actions/perform.js";
export * from "./actions/roles.js";
export * from "./actions/settings.js";
export * from "./actions/votes.js";
export { deployImplementation, type Upgrade, upgrade, type UpgradeOptions } from "./upgrade.js";

export { maySend, TRANSACTION_KINDS, type TransactionKind } from "./read/checks.js";
export { explainConnecting, explainSending, type Explanation } from "./read/explain.js";
export { findAccount, findNode, findOrg } from "./read/find.js";
export type * from "./read/model.js";
export * from "./read/proposals.js";
export {
  accountPages,
  nodePages,
  orgPages,
  readAccount,
  readAccounts,
  readNode,
  readNodes,
  readOrg,
  readOrgs,
  readRoles,
  readVoters,
  rolePages,
} from "./read/records.js";
export { type OrgContents, readOrgContents } from "./read/org-contents.js";
export { readSettings } from "./read/settings.js";
export { readSnapshot, type Snapshot } from "./read/snapshot.js";

export { exportCsv } from "./audit/export/csv.js";
export { CSV_TABLES, type CsvTable } from "./audit/export/csv-tables.js";
export { exportJson, type NetworkExport } from "./audit/export/json.js";
export { drawMermaid } from "./audit/graph/mermaid.js";
export { drawSvg } from "./audit/graph/svg.js";
export { drawText } from "./audit/graph/text.js";
export { buildTree, type Tree } from "./audit/graph/tree.js";
export type { HistoryEntry } from "./audit/history/entries.js";
export { readHistory, type HistoryOptions } from "./audit/history/read-history.js";
export { watch, type WatchOptions } from "./audit/watch.js";

export { bootNetwork } from "./deploy/boot-network.js";
export { approvedNodes, writeBundle } from "./setup/bundle.js";
export { checkChain } from "./setup/check-chain.js";
export { checkDeployment } from "./setup/check-deployment.js";
export { checkConfig, checkNetworkFile } from "./setup/check-files.js";
export type { Finding } from "./setup/finding.js";
export { initNetworkFile } from "./setup/init.js";
export { deployNetwork } from "./deploy/deploy-network.js";
export { type NetworkFile, parseNetworkFile, readNetworkFile } from "./network-file/network-file.js";
