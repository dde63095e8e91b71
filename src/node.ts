/** What the library has besides on Node: files, keystores, the environment, and deployments that go on after a crash. */

export { initNetworkFile, type InitNetworkFileOptions } from "./node/init-network-file.js";
export { writeBundle, type WriteBundleOptions } from "./node/write-bundle.js";
export { bootNetwork, type BootNetworkOptions } from "./node/deployment/boot-network.js";
export { deployNetwork, type DeployNetworkOptions } from "./node/deployment/deploy-network.js";
export type { DeploymentRunOptions } from "./node/deployment/begin-run.js";
export { fileAt } from "./node/files.js";
export { type InProcessChain, openInProcess } from "./node/in-process.js";
export { readNetworkFile, readPermissionConfig, readStaticNodes, writePermissionConfig } from "./node/network-files.js";
export { environmentSigner, keystoreSigner, type KeystoreOptions } from "./node/key-files.js";
