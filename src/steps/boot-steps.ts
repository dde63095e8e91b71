import { settingCode, settingInWords, type NetworkSettingName, settingValueCode } from "../model/codes.js";
import { type Enode, formatEnode, hostAndPort, isSameEnode, shortId } from "../model/enode.js";
import { refusal } from "../errors/refusal.js";
import type { Contracts, Network } from "../network/network.js";
import { unusualSettings } from "../network/network-file/file-settings.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import { compareFounders } from "../read/founders.js";
import { readContractRules } from "../read/read-settings.js";
import type { SuiteAddresses } from "../model/contracts.js";
import type { Step } from "./step.js";

function step(
  name: string,
  senders: readonly string[],
  populate: Step["request"],
  isDone: () => Promise<boolean>,
): Step {
  return { name, senders, request: populate, isDone };
}

/** The name of the step that only the guardian takes. */
export const LINK = "link the suite";

/** The name of the last step. */
export const END = "end the boot";

/** The guardian links the suite and names who else may boot the network. */
export function linkSteps(network: NetworkFile, { upgradable }: Contracts, addresses: SuiteAddresses): Step[] {
  const { PermissionsInterface, PermissionsImplementation } = addresses;
  const guardian = [network.guardian];
  const link = () => upgradable.init.populateTransaction(PermissionsInterface, PermissionsImplementation);
  const isLinked = async () =>
    (await upgradable.getPermInterface()) === PermissionsInterface &&
    (await upgradable.getPermImpl()) === PermissionsImplementation;
  return [
    step(LINK, guardian, link, isLinked),
    ...network.bootOperators.map((operator) =>
      step(
        `name boot operator ${operator}`,
        guardian,
        () => upgradable.setBootOperator.populateTransaction(operator, true),
        () => upgradable.isBootOperator(operator),
      ),
    ),
  ];
}

/** Who may boot a network, as its network file says. */
export function bootOperatorsOf({ guardian, bootOperators }: NetworkFile): string[] {
  return [guardian, ...bootOperators];
}

/** What a node would do at its first start, done before any node needs it. */
export function bootSteps(network: NetworkFile, deployed: Network, senders: string[]): Step[] {
  const { contracts } = deployed;
  return [
    policyStep(network, contracts, senders),
    limitsStep(network, contracts, senders),
    ...settingSteps(network, deployed, senders),
    ...[
      ...network.nodes.map((node) => nodeStep(node, contracts, senders)),
      ...network.accounts.map((account) => accountStep(account, contracts, senders)),
    ].map((each) => ({ ...each, inAnyOrder: true })),
    endStep(network, deployed, senders),
  ];
}

function policyStep(network: NetworkFile, { interface: permInterface, rules }: Contracts, senders: string[]): Step {
  const { adminOrg, networkAdminRole, orgAdminRole } = network;
  const call = () => permInterface.setPolicy.populateTransaction(adminOrg, networkAdminRole, orgAdminRole);
  return step("set the policy", senders, call, async () => {
    const [org, role, orgRole] = await rules.getPolicyDetails();
    return org === adminOrg && role === networkAdminRole && orgRole === orgAdminRole;
  });
}

function limitsStep(network: NetworkFile, { interface: permInterface, orgs }: Contracts, senders: string[]): Step {
  const { adminOrg, subOrgBreadth, subOrgDepth } = network;
  const call = () => permInterface.init.populateTransaction(subOrgBreadth, subOrgDepth);
  return step("create the admin organisation", senders, call, async () => {
    if (!(await orgs.checkOrgExists(adminOrg))) return false;
    const limits = await orgs.getLimits();
    const found = { breadth: Number(limits.breadth), depth: Number(limits.depth) };
    const wanted = { breadth: subOrgBreadth, depth: subOrgDepth };
    if (found.breadth === wanted.breadth && found.depth === wanted.depth) return true;
    throw refusal("LIMITS_DIFFER", { has: inWords(found), asked: inWords(wanted), found, wanted });
  });
}

/** A setting that is to be as the contracts have it anyway takes no transaction. */
function settingSteps(network: NetworkFile, deployed: Network, senders: string[]): Step[] {
  const { rules, nodes, accounts, roles, orgs } = deployed.contracts;
  const inForce: Record<NetworkSettingName, () => Promise<boolean | bigint>> = {
    "ip-check": async () => (await nodes.getAddressRules()).ipCompared,
    "host-names": async () => (await nodes.getAddressRules()).hostNamesAllowed,
    "node-limit": () => nodes.limitOf(0),
    "account-limit": () => accounts.limitOf(0),
    "role-limit": () => roles.limitOf(0),
    "sub-org-limit": () => orgs.limitOf(0),
    "move-limit": () => nodes.moveLimitOf(0),
    "registered-only": async () => (await readContractRules(deployed)).registeredOnly,
    "restrict-deploying": async () => (await readContractRules(deployed)).restrictDeploying,
  };
  return unusualSettings(network).map(({ setting, value }) => {
    const call = () => rules.setAtBoot.populateTransaction(settingCode(setting), settingValueCode(value));
    const isDone = async () => Number(await inForce[setting]()) === settingValueCode(value);
    return step(`set ${settingInWords({ setting, value })}`, senders, call, isDone);
  });
}

function inWords({ breadth, depth }: { breadth: number; depth: number }): string {
  return `breadth ${breadth} and depth ${depth}`;
}

function nodeStep(node: Enode, { interface: permInterface, nodes }: Contracts, senders: string[]): Step {
  const { enodeId, ip, port, raftPort } = node;
  const call = () => permInterface.addAdminNode.populateTransaction(enodeId, ip, port, raftPort);
  return step(`add node ${shortId(enodeId)} at ${hostAndPort(node)}`, senders, call, async () => {
    const details = await nodes.getNodeDetails(enodeId);
    if (details.nodeStatus === 0n) return false;
    const found = { enodeId, ip: details.ip, port: Number(details.port), raftPort: Number(details.raftPort) };
    if (isSameEnode(found, node)) return true;
    throw refusal("NODE_DIFFERS", { has: formatEnode(found), asked: formatEnode(node), found, wanted: node });
  });
}

function accountStep(account: string, { interface: permInterface }: Contracts, senders: string[]): Step {
  const call = () => permInterface.addAdminAccount.populateTransaction(account);
  return step(`add network admin ${account}`, senders, call, () => permInterface.isNetworkAdmin(account));
}

/** From here on the network admins decide. */
function endStep(network: NetworkFile, deployed: Network, senders: string[]): Step {
  const { interface: permInterface } = deployed.contracts;
  const call = async () => {
    await requireNamedAdmins(network, deployed);
    return permInterface.updateNetworkBootStatus.populateTransaction();
  };
  return step(END, senders, call, () => permInterface.getNetworkBootStatus());
}

/** The first network admins must be exactly those of the network file. Throws ADMINS_DIFFER. */
export async function requireNamedAdmins({ accounts, adminOrg }: NetworkFile, deployed: Network): Promise<void> {
  const { strangers, missing } = await compareFounders(deployed, { adminOrg, named: accounts });
  const uninvited = strangers.filter(({ active }) => active).map(({ account }) => account);
  if (uninvited.length === 0 && missing.length === 0) return;
  const cause = missing.length === 0 ? "strangersAtBoot" : uninvited.length === 0 ? "missingAtBoot" : "bothAtBoot";
  throw refusal("ADMINS_DIFFER", { cause, strangers: uninvited, missing });
}
