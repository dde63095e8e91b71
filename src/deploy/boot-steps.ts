import { type Enode, formatEnode, hostAndPort, isSameEnode, shortId } from "../enode.js";
import { CATALOGUE } from "../errors/catalogue.js";
import { PortcullisError } from "../errors/error.js";
import type { Contracts, Network } from "../network.js";
import type { NetworkFile } from "../network-file/network-file.js";
import { compareFounders } from "../read/founders.js";
import type { SuiteAddresses } from "../permission-config/permission-config.js";
import type { Step } from "./step.js";

const BEGIN_ANEW = "Somebody else did that, at the boot or since. Ask who, or begin anew in another output directory.";

function step(
  name: string,
  senders: readonly string[],
  populate: Step["request"],
  isDone: () => Promise<boolean>,
): Step {
  return { name, senders, request: populate, isDone };
}

/** The guardian links the suite and names who else may boot the network. */
export function linkSteps(network: NetworkFile, { upgradable }: Contracts, addresses: SuiteAddresses): Step[] {
  const { PermissionsInterface, PermissionsImplementation } = addresses;
  const guardian = [network.guardian];
  const link = () => upgradable.init.populateTransaction(PermissionsInterface, PermissionsImplementation);
  const isLinked = async () =>
    (await upgradable.getPermInterface()) === PermissionsInterface &&
    (await upgradable.getPermImpl()) === PermissionsImplementation;
  return [
    step("link the suite", guardian, link, isLinked),
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
    ...network.nodes.map((node) => nodeStep(node, contracts, senders)),
    ...network.accounts.map((account) => accountStep(account, contracts, senders)),
    endStep(network, deployed, senders),
  ];
}

function policyStep(network: NetworkFile, { interface: face, implementation }: Contracts, senders: string[]): Step {
  const { adminOrg, networkAdminRole, orgAdminRole } = network;
  const call = () => face.setPolicy.populateTransaction(adminOrg, networkAdminRole, orgAdminRole);
  return step("set the policy", senders, call, async () => {
    const [org, role, orgRole] = await implementation.getPolicyDetails();
    return org === adminOrg && role === networkAdminRole && orgRole === orgAdminRole;
  });
}

function limitsStep(network: NetworkFile, { interface: face, orgs }: Contracts, senders: string[]): Step {
  const { adminOrg, subOrgBreadth, subOrgDepth } = network;
  const call = () => face.init.populateTransaction(subOrgBreadth, subOrgDepth);
  return step("create the admin organisation", senders, call, async () => {
    if (!(await orgs.checkOrgExists(adminOrg))) return false;
    const limits = await orgs.getLimits();
    const found = { breadth: Number(limits.breadth), depth: Number(limits.depth) };
    const wanted = { breadth: subOrgBreadth, depth: subOrgDepth };
    if (found.breadth === wanted.breadth && found.depth === wanted.depth) return true;
    const message = `The network has ${inWords(found)}, not ${inWords(wanted)}.`;
    throw new PortcullisError("LIMITS_DIFFER", message, { facts: { found, wanted }, hint: BEGIN_ANEW });
  });
}

function inWords({ breadth, depth }: { breadth: number; depth: number }): string {
  return `breadth ${breadth} and depth ${depth}`;
}

function nodeStep(node: Enode, { interface: face, nodes }: Contracts, senders: string[]): Step {
  const { enodeId, ip, port, raftPort } = node;
  const call = () => face.addAdminNode.populateTransaction(enodeId, ip, port, raftPort);
  return step(`add node ${shortId(enodeId)} at ${hostAndPort(node)}`, senders, call, async () => {
    const details = await nodes.getNodeDetails(enodeId);
    if (details.nodeStatus === 0n) return false;
    const found = { enodeId, ip: details.ip, port: Number(details.port), raftPort: Number(details.raftPort) };
    if (isSameEnode(found, node)) return true;
    const message = `The network has the node ${formatEnode(found)}, not ${formatEnode(node)}.`;
    throw new PortcullisError("NODE_DIFFERS", message, { facts: { found, wanted: node }, hint: BEGIN_ANEW });
  });
}

function accountStep(account: string, { interface: face }: Contracts, senders: string[]): Step {
  const call = () => face.addAdminAccount.populateTransaction(account);
  return step(`add network admin ${account}`, senders, call, () => face.isNetworkAdmin(account));
}

/** From here on the network admins decide. */
function endStep(network: NetworkFile, deployed: Network, senders: string[]): Step {
  const { interface: face } = deployed.contracts;
  const call = async () => {
    await requireNamedAdmins(network, deployed);
    return face.updateNetworkBootStatus.populateTransaction();
  };
  return step("end the boot", senders, call, () => face.getNetworkBootStatus());
}

/** The first network admins must be those of the network file and nobody else. Throws ADMINS_DIFFER. */
export async function requireNamedAdmins({ accounts, adminOrg }: NetworkFile, deployed: Network): Promise<void> {
  const { strangers, missing } = await compareFounders(deployed, { adminOrg, named: accounts });
  const uninvited = strangers.filter(({ active }) => active).map(({ account }) => account);
  const differences = [
    ...(uninvited.length === 0
      ? []
      : [`has ${uninvited.join(", ")}, whom the file does not name and no vote appointed`]),
    ...(missing.length === 0 ? [] : [`never had ${missing.join(", ")}, whom the file names`]),
  ];
  if (differences.length === 0) return;
  const message = `Among its network admins the network ${differences.join(", and ")}.`;
  throw new PortcullisError("ADMINS_DIFFER", message, {
    facts: { strangers: uninvited, missing },
    hint: CATALOGUE.ADMINS_DIFFER[1],
  });
}
