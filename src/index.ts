/** The library, in browsers and on Node: connect to a network, read it, change it. Every function that can fail throws a
 *  `PortcullisError`, whose codes are those of the catalogue. What needs Node is in node.ts. */

export type { Action, ActionName, Remedy } from "./errors/action.js";
export { CATALOGUE, type ErrorCode } from "./errors/catalogue.js";
export { type DeveloperCode, type ErrorDetails, type ErrorFacts, PortcullisError } from "./errors/error.js";
export type { Level } from "./errors/descriptor.js";
export type { Finding, FindingLevel } from "./errors/finding.js";

export { type Certificate, parseCertificate } from "./certificates/certificate.js";
export { type CertificateContents, parseContents } from "./certificates/contents.js";
export type { Extensions, KeyUse } from "./certificates/extensions.js";
export {
  type CertificateDraft,
  type CertificateUse,
  draftCertificate,
  type DraftOptions,
  makeRoot,
  type RootOptions,
  signCertificate,
} from "./certificates/issue.js";
export type { CertificateKey, Curve, PublicKey } from "./certificates/keys.js";
export type { DistinguishedName, CertificateSubject } from "./certificates/names.js";
export { type PemContent, pemText } from "./certificates/pem.js";
export { type CertificateRequest, makeRequest, parseRequest } from "./certificates/request.js";
export type { OtherExtension, Revocation, RevocationReason } from "./certificates/revocation.js";
export { parseRevocationList, type RevocationList } from "./certificates/revocation-list.js";
export { renewRevocationList, type RenewListOptions, withoutHold, withRevocation } from "./certificates/revoke.js";
export { verifyCertificate, type VerifyOptions } from "./certificates/verify.js";

export { type Chain, type ChainOptions, openChain, type Waits } from "./chain/chain.js";
export type { RequestHeaders } from "./chain/endpoint.js";
export { httpRpc, type Patience, type Rpc, type RpcOptions } from "./chain/rpc.js";
export { type NamedNode, type NamedNodes, namedNodes } from "./chain/named-nodes.js";
export { compareNodes, type NodeHead, type NodeState } from "./chain/compare-nodes.js";
export type { LookLength, SeenTransaction, Traffic } from "./chain/traffic.js";
export { type Provider, providerRpc } from "./chain/provider-rpc.js";
export { keySigner, nodeAccounts, nodeSigner, type Purpose, type Signer } from "./chain/signers.js";
export { openRemoteSigner, type RemoteSigner } from "./chain/remote-signer.js";
export type { Prepared, Transaction } from "./chain/transactions.js";
export type { OnPending, PendingTransaction } from "./chain/sending.js";

export type { TransactionRequest } from "./chain/call.js";

export type {
  AccessLevel,
  AccountStatus,
  Counted,
  LimitName,
  NodeStatus,
  Opening,
  Operation,
  OrgStatus,
  ProposalState,
  RoleKind,
  RoleStatus,
  RuleKind,
  SettingName,
  SettingValue,
  SignedVoteResult,
  StatusChange,
  Waiting,
} from "./model/codes.js";
export { type Enode, formatEnode } from "./model/enode.js";
export type { Tone } from "./model/tones.js";
export { parseRule, type Policy, policyInWords, type Veto, type VotesNeeded, votesNeeded } from "./model/policy.js";
export type * from "./model/records.js";
export type { Stoppable } from "./model/stopped.js";
export type { ProposalContent, TypedVote, VoteMessage } from "./model/vote-message.js";
export { parseEnode } from "./network/parse-enode.js";
export { parseSignedVote, type SignedVote, signedVoteText } from "./network/signed-vote.js";
export { type TextSource, textAtHand } from "./util/text-source.js";
export { type ListedPolicy, parsePolicyFile, type PolicyFile } from "./network/policy-file.js";
export { policyText } from "./network/policy-text.js";
export type { Path } from "./network/placed-text.js";
export type { Refuse } from "./network/refusing.js";
export { type ListedChange, parseResolutionFile, type ResolutionFile } from "./network/resolution-file.js";
export { type ImportEntry, type ImportFile, parseImportFile } from "./network/import-file.js";
export { type NetworkFile, parseNetworkFile } from "./network/network-file/network-file.js";
export { type ListedNode, parseNodesFile, parseStaticNodes } from "./network/network-file/static-nodes.js";
export { type PermissionConfig, parsePermissionConfig } from "./network/permission-config/permission-config.js";
export type { ContractName, SuiteAddresses } from "./model/contracts.js";
export { type Module, readModules } from "./network/modules.js";
export { callInWords, type CallInWords } from "./network/call-in-words.js";
export { parseTransactionFile, type TransactionFile, transactionText } from "./network/transaction-file.js";
export { type Abi, type Method, methodInWords, type NamedMethod, parseAbi, parseMethod } from "./network/method.js";
export { connectNetwork, type Contracts, type Network, networkAt } from "./network/network.js";

export { maySend, type SendQuestion, TRANSACTION_KINDS, type TransactionKind } from "./read/checks.js";
export { explainConnecting, explainSending, type Explanation, readNodesFor } from "./read/explain.js";
export type { ListDifference, ListName } from "./read/node-lists/compare-lists.js";
export { DIFFERENCE_REASONS, type DifferenceReason } from "./read/node-lists/difference-reasons.js";
export { compareNodeLists, type NodeListsCompared } from "./read/node-lists/node-lists.js";
export { findAccount, findNode, findOrg } from "./read/find.js";
export {
  type ContractInFull,
  contractPages,
  findContract,
  readContract,
  readContractInFull,
  readContracts,
  readMethods,
} from "./read/read-contracts.js";
export { openingInWords } from "./read/opening-in-words.js";
export { type AdminInFull, readAdmin, readAdmins } from "./read/admins.js";
export { type OrgContents, readOrgContents } from "./read/org-contents.js";
export { readRoleInFull, type RoleInFull } from "./read/role-in-full.js";
export { withStop, withStops } from "./read/stopped.js";
export * from "./read/read-proposals.js";
export { readRule, readRules } from "./read/policies.js";
export { type Emergencies, readEmergencies } from "./read/emergencies.js";
export { endingsAmong, type Endings, readEndingsFor } from "./read/endings.js";
export { type CastVotes, readCastVotes } from "./read/cast-votes.js";
export { readTallies, type Tally } from "./read/tallies.js";
export { readElectorate, type Voice } from "./read/voices.js";
export { type ConsideredVote, considerVotes, type Decision } from "./read/consider-votes.js";
export { readVoteStanding, type VoteStanding } from "./read/may-vote.js";
export type { RightsChange } from "./read/rights-change.js";
export { readVotable, type Votable } from "./read/votable.js";
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
} from "./read/read-records.js";
export { changeOf, type Holders, readChangeBy, readWhoLoses, whoLoses } from "./read/rights-taken.js";
export { readSettings } from "./read/read-settings.js";
export { readSnapshot, type Snapshot } from "./read/read-snapshot.js";

export * from "./actions/accounts.js";
export * from "./actions/admins.js";
export * from "./actions/contracts.js";
export * from "./actions/guardian.js";
export { importRecords, type Imported, type ImportOptions } from "./actions/import/import.js";
export type { ImportPlan } from "./actions/import/plan.js";
export type { End } from "./actions/end.js";
export * from "./actions/nodes.js";
export * from "./actions/orgs.js";
export type { Actor, ActionResult, Intent, Proceeding, Sender } from "./actions/perform.js";
export { sendSigned, type SentSigned } from "./actions/send-signed.js";
export { type QuietOptions, requireQuiet, type Silence } from "./actions/quiet.js";
export * from "./actions/roles.js";
export * from "./actions/emergencies.js";
export * from "./actions/network-settings.js";
export * from "./actions/policies.js";
export * from "./actions/resolutions.js";
export * from "./actions/votes.js";
export * from "./actions/signed-votes.js";
export {
  deployImplementation,
  type OwnImplementation,
  type UpgradeModule,
  type UpgradeResult,
  upgradeImplementation,
  type UpgradeOptions,
} from "./actions/upgrade/upgrade.js";

export { exportCsv } from "./audit/export/export-csv.js";
export { CSV_TABLES, type CsvTable } from "./audit/export/csv-tables.js";
export { exportJson, type NetworkExport } from "./audit/export/export-json.js";
export { drawMermaid } from "./audit/graph/draw-mermaid.js";
export { drawSvg } from "./audit/graph/draw-svg.js";
export { drawText, type Paint } from "./audit/graph/draw-text.js";
export type { TreeEntry } from "./audit/graph/tree-entry.js";
export { buildTree, type Tree, type TreeBranch } from "./audit/graph/tree.js";
export type { HistoryEntry } from "./audit/history/history-entry.js";
export type { EventName } from "./audit/history/events.js";
export type { HistoryFilter } from "./audit/history/filter.js";
export type { HistoryChange } from "./audit/history/sentences.js";
export { type HistoryOptions, readHistory } from "./audit/history/read-history.js";
export { watchNodes, type WatchNodesOptions } from "./audit/watch-nodes.js";
export { watchNetwork, type WatchNetworkOptions } from "./audit/watch-network.js";

export { newNetworkFile, type NewNetwork } from "./network/network-file/new-network-file.js";
export { approvedNodes } from "./node-bundle/approved-nodes.js";
export { type Bundle, bundleFiles } from "./node-bundle/bundle-files.js";
export { checkChain, type CheckChainOptions } from "./check/check-chain.js";
export { checkDeployment, type CheckDeploymentOptions } from "./check/check-deployment.js";
export { checkConfig, checkNetworkFile, type CheckNetworkFileOptions, checkNodeList } from "./check/check-files.js";
export { checkNodes } from "./check/compared-nodes.js";

export { checkConsortiumFile } from "./consortium/check/check-consortium.js";
export {
  type AgencyPart,
  type AgencyPlan,
  type AgencyNode,
  parseAgencyFile,
  type PlannedRun,
} from "./consortium/cards/agency-file.js";
export { spokenHash } from "./consortium/cards/canonical.js";
export { type CardSigner, makeCard } from "./consortium/cards/card.js";
export { gatherCards, type Gathering, type GatherOptions } from "./consortium/cards/gather.js";
export type { GatheredFile, MadeFile } from "./consortium/cards/made-file.js";
export { type InspectedCard, inspectCard } from "./consortium/cards/inspect-card.js";
export {
  groupsOf,
  type Invitation,
  invitationHash,
  type InvitedAgency,
  type InvitedGroup,
  parseInvitation,
} from "./consortium/cards/invitation.js";
export { type Admission, admitAgency, type AdmitOptions, invitationToJoin } from "./consortium/cards/join.js";
export { type JoinStep, joinSteps } from "./consortium/cards/join-steps.js";
export type { SignerOptions } from "./consortium/cards/signer-findings.js";
export {
  inspectPackage,
  type InspectPackageOptions,
  type PackageContents,
} from "./consortium/packages/inspect-package.js";
export { type ComparedHashes, comparedHashes } from "./consortium/genesis/compared-hashes.js";
export type { Agency, Consortium, ConsortiumNode, Group, Run } from "./consortium/file/consortium.js";
export { parseConsortiumFile } from "./consortium/file/consortium-file.js";
export { type ConsortiumReading, type FileReading, readConsortium } from "./consortium/read/read-consortium.js";
export type { GroupPolicies } from "./consortium/read/group-policies.js";
export type { ReadValue } from "./consortium/read/leaves.js";
export type { DraftFile, Gap } from "./consortium/read/new-consortium-file.js";
export { type BftConsensus, type ExtraData, extraDataOf, readExtraData } from "./consortium/genesis/extra-data.js";
export { nodeAddress } from "./model/node-address.js";
export { type RaftMember, readValidators, type Validators } from "./read/validators.js";
export {
  changeValidator,
  planValidatorChange,
  type ValidatorChange,
  type ValidatorPlan,
} from "./actions/validators.js";
export { type Admittance, admitOrg } from "./actions/admit-org.js";
export { type Founding, foundings, type LeftToMember } from "./consortium/founding/founding.js";
export { type Consensus, type Genesis, genesisOf, genesisText, type NewChain } from "./consortium/genesis/genesis.js";
export { type GroupGenesis, groupGenesis } from "./consortium/genesis/group-genesis.js";
export { type ComparedGenesis, compareGenesis } from "./consortium/genesis/compare-genesis.js";
export { type FirstHeader, genesisHash } from "./consortium/genesis/genesis-hash.js";

export type { StepReport } from "./steps/step.js";
