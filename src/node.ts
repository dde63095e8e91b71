/** What the library has besides on Node: files, keystores, the environment, and deployments that go on after a crash. */

export { initNetworkFile, type InitNetworkFileOptions } from "./nodejs/init-network-file.js";
export { writeBundle, type WriteBundleOptions } from "./nodejs/write-bundle.js";
export { bootNetwork, type BootNetworkOptions, planBoot } from "./nodejs/deployment/boot-network.js";
export { deployNetwork, type DeployNetworkOptions } from "./nodejs/deployment/deploy-network.js";
export { planDeployment } from "./nodejs/deployment/plan-deployment.js";
export { type GroupFiles, type GroupPlan, planGroup, readFoundings } from "./nodejs/deployment/group-founding.js";
export { rehearse, type RehearsalOptions } from "./nodejs/deployment/rehearse.js";
export type { DeployOptions } from "./deploy/deploy.js";
export type { PlannedStep } from "./deploy/survey.js";
export type { DeploymentRunOptions } from "./nodejs/deployment/begin-run.js";
export { fileAt } from "./nodejs/files.js";
export { type InProcessChain, openInProcess } from "./nodejs/in-process.js";
export {
  type AdmissionInFull,
  admitCardFile,
  gatherCardFiles,
  type InviteToJoinOptions,
  readAgencyFile,
  readInvitation,
  writeCard,
  writeInvitationToJoin,
} from "./nodejs/card-files.js";
export {
  checkPackage,
  type CheckPackageOptions,
  writePackages,
  type WritePackagesOptions,
} from "./nodejs/package-files.js";
export { makeNodeKeys, type NodeKey, withEnodeIds } from "./nodejs/node-keys.js";
export {
  compareGenesisFiles,
  readConsortiumFile,
  readGroupGenesis,
  readSoundConsortium,
  writeGenesis,
  writeReading,
} from "./nodejs/consortium-files.js";
export { consortiumInputs, type SkippedFile } from "./nodejs/consortium-inputs.js";
export { readPermissionConfig, writePermissionConfig } from "./nodejs/config-file.js";
export {
  readAbi,
  readImportFile,
  readNetworkFile,
  readResolutionFile,
  readStaticNodes,
} from "./nodejs/network-files.js";
export {
  readCertificate,
  readCertificates,
  readContents,
  readRequest,
  readRevocationList,
  readRevocationLists,
  replacePem,
  writeNewPem,
} from "./nodejs/certificate-files.js";
export {
  environmentSigner,
  keystoreSigner,
  type KeystoreOptions,
  newKey,
  type NewKey,
  type NewKeyOptions,
  openCertificateKey,
} from "./nodejs/key-files.js";
export { openRpc } from "./nodejs/open-rpc.js";
export { elsewhereSigner, readTransactionFile, writeTransactionFile } from "./nodejs/transaction-files.js";
