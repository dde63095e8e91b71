import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encryptKeystoreJsonSync, HDNodeWallet } from "ethers";
import { proposeOrg } from "../../../src/actions/orgs.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { castVote } from "../../../src/actions/votes.js";
import { openChain } from "../../../src/chain/chain.js";
import { httpRpc } from "../../../src/chain/rpc.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { type Enode, formatEnode } from "../../../src/model/enode.js";
import { toJson } from "../../../src/util/json.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import { connectNetwork } from "../../../src/network/network.js";
import { readPermissionConfig, writePermissionConfig } from "../../../src/nodejs/config-file.js";
import { initNetworkFile } from "../../../src/nodejs/init-network-file.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import type { Sandbox } from "./sandbox.js";

/** What anvil's accounts are made of; the pages name them by their addresses. */
const PHRASE = "test test test test test test test test test test test junk";

const wallet = (index: number) => HDNodeWallet.fromPhrase(PHRASE, undefined, `m/44'/60'/0'/0/${index}`);
const [guardian = "", admin1 = "", admin2 = "", admin3 = "", orgAdmin = "", developer = ""] = [0, 1, 2, 3, 4, 5].map(
  (index) => wallet(index).address,
);

function node(digits: string, ip: string): Enode {
  return { enodeId: enodeIdOf(digits), ip, port: 21000, raftPort: 50400 };
}

const FIRST_NODES = [node("a1", "10.0.0.1"), node("a2", "10.0.0.2"), node("a3", "10.0.0.3")];
const ORG1_NODE = node("b1", "10.0.1.1");

/** Three nodes, and nothing else. */
export function threeNodes({ directory }: Sandbox): void {
  writeFileSync(path.join(directory, "static-nodes.json"), toJson(FIRST_NODES.map(formatEnode)));
}

/** The same, with a network file and the guardian's key. */
export function networkFile(sandbox: Sandbox): void {
  threeNodes(sandbox);
  const inside = (name: string): string => path.join(sandbox.directory, name);
  const accounts = [admin1, admin2, admin3];
  initNetworkFile({ file: inside("network.yaml"), staticNodes: inside("static-nodes.json"), guardian, accounts });
  writeKeystore(inside("guardian.json"), wallet(0));
  writeFileSync(inside("password.txt"), `${PASSWORD}\n`);
}

const PASSWORD = "secret";

/** Cheap on purpose: the keys guard nothing. */
function writeKeystore(file: string, { address, privateKey }: HDNodeWallet): void {
  const light = { scrypt: { N: 2, r: 8, p: 1 } };
  writeFileSync(file, encryptKeystoreJsonSync({ address, privateKey }, PASSWORD, light));
}

/** A password, and nothing else. */
export function passwordFile({ directory }: Sandbox): void {
  writeFileSync(path.join(directory, "password.txt"), "correct horse battery staple\n");
}

/** The network that docs/network-admin.md makes: its permission-config.json is here, and ORG1 has joined. */
export async function runningNetwork(sandbox: Sandbox): Promise<void> {
  networkFile(sandbox);
  const { directory, url } = sandbox;
  const file = readNetworkFile(path.join(directory, "network.yaml"));
  const chain = await openChain(httpRpc(url));
  const signers = [nodeSigner(guardian)];
  const network = await deployNetwork({ chain, network: file, directory, signers });
  writePermissionConfig(path.join(directory, "permission-config.json"), permissionConfig(file, network));
  await proposeOrg({ network, signer: nodeSigner(admin1) }, { org: "ORG1", node: ORG1_NODE, admin: orgAdmin });
  for (const admin of [admin1, admin2])
    await castVote({ network, signer: nodeSigner(admin) }, { id: 1, support: true });
}

/** Code that creates a contract which does nothing. */
const CREATION = "0x6001600c60003960016000f300";

/** The same, and a developer of ORG1, which has deployed a contract. */
export async function deployedContract(sandbox: Sandbox): Promise<void> {
  await runningNetwork(sandbox);
  const chain = await openChain(httpRpc(sandbox.url));
  const config = readPermissionConfig(path.join(sandbox.directory, "permission-config.json"));
  const actor = { network: await connectNetwork(chain, config), signer: nodeSigner(orgAdmin) };
  await addRole(actor, { org: "ORG1", role: "DEVELOPER", access: "call+deploy" });
  await addRole(actor, { org: "ORG1", role: "TRADER", access: "call" });
  await assignRole(actor, { org: "ORG1", account: developer, role: "DEVELOPER" });
  await chain.rpc.send("eth_sendTransaction", [{ from: developer, data: CREATION, gas: "0x186a0", gasPrice: "0x0" }]);
}

/** Four agencies and their groups, on paper; and a directory of each agency, and of one that joins later, with what it has written and its admin's key. */
export function consortiumFile({ directory }: Sandbox): void {
  const star = path.join(import.meta.dirname, "../../../examples/star");
  copyFileSync(path.join(star, "consortium.yaml"), path.join(directory, "consortium.yaml"));
  for (const [index, agency] of ["A", "B", "C", "D", "E"].entries()) {
    const own = path.join(directory, agency);
    mkdirSync(own);
    copyFileSync(path.join(star, `${agency}.yaml`), path.join(own, `${agency}.yaml`));
    writeKeystore(path.join(own, "admin.json"), wallet(index + 1));
    writeFileSync(path.join(own, "password.txt"), `${PASSWORD}\n`);
  }
  copyFileSync(path.join(star, "invitation.yaml"), path.join(directory, "A/invitation.yaml"));
}
