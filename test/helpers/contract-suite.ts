import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { type BaseContract, Contract, id, SigningKey } from "ethers";
import type { network } from "hardhat";
import {
  type AccountManager,
  type ContractManager,
  type NextImplementation,
  type NodeManager,
  type OrgManager,
  type PermissionsImplementation,
  PermissionsImplementation__factory,
  type PermissionsInterface,
  PermissionsInterface__factory,
  type PermissionsUpgradable,
  type RoleManager,
  type VoterManager,
} from "../../typechain-types/index.js";
import { MODULE_NAMES } from "../../src/model/contracts.js";
import { State } from "../data/codes.js";

export type Connection = Awaited<ReturnType<typeof network.create>>;
export type Ethers = Connection["ethers"];
export type Person = HardhatEthersSigner;
/** Enough of them for every test. */
export type Strangers = readonly [Person, Person, Person, Person, Person, Person, ...Person[]];
export type Node = readonly [enodeId: string, ip: string, port: number, raftPort: number];

/** Functions of the implementation that the interface does not declare and passes on all the same. */
const EXTRA_FUNCTIONS = [
  "vote",
  "voteByHash",
  "voteBySignatures",
  "withdraw",
  "close",
  "proposeAdminRemoval",
  "proposeRule",
  "proposeSetting",
  "proposeLimit",
  "setAtBoot",
  "changeNodeAddress",
  "addNodeUntil",
  "assignAccountRoleUntil",
  "suspendOrgUntil",
  "endSuspension",
  "releaseAccount",
  "proposeAccountRelease",
  "releaseNode",
  "proposeNodeRelease",
  "proposeChanges",
  "carryOut",
  "getChanges",
  "proposePolicy",
  "getPolicy",
  "getProposedPolicy",
  "getPoll",
  "getTermIn",
  "mayVoteOn",
  "wouldPass",
  "mayActFor",
  "mayVetoAlone",
  "vetoShareOf",
  "veto",
  "proposeHold",
  "endHold",
  "getHold",
  "registerContract",
  "setContractAccess",
  "setMethodAccess",
  "forgetDeployer",
] as const;

/** The interface's address with everything that can be called there. */
export type PermInterface = PermissionsInterface & Pick<PermissionsImplementation, (typeof EXTRA_FUNCTIONS)[number]>;

export const POLICY = ["ADMINORG", "ADMIN", "ORGADMIN"] as const;
export const [ADMIN_ORG, NETWORK_ADMIN, ORG_ADMIN] = POLICY;
export const BREADTH = 3n;
export const DEPTH = 4n;

export interface Managers {
  orgs: OrgManager;
  roles: RoleManager;
  accounts: AccountManager;
  voters: VoterManager;
  nodes: NodeManager;
  contracts: ContractManager;
}

export interface Suite extends Managers, Pick<Connection, "ethers" | "networkHelpers"> {
  upgradable: PermissionsUpgradable;
  implementation: PermissionsImplementation;
  permInterface: PermInterface;
  guardian: Person;
  operator: Person;
  admins: readonly [Person, Person, Person];
  /** Accounts unknown to the network. */
  free: Strangers;
  as: (person: Person) => PermInterface;
}

/* MADE-UP THINGS */

/** A node with an enode id of its own for each name. */
export function nodeNamed(name: string, ip = "10.0.0.1", port = 30303, raftPort = 0): Node {
  return [new SigningKey(id(name)).publicKey.slice(4), ip, port, raftPort];
}

/** The same node somewhere else. */
export function movedTo(node: Node, ip: string, port = node[2], raftPort = node[3]): Node {
  return [node[0], ip, port, raftPort];
}

/* FROM NOTHING TO A NETWORK */

/** All contracts, linked by the guardian, before the network has booted. */
export async function linkedSuite({
  ethers,
  networkHelpers,
}: Pick<Connection, "ethers" | "networkHelpers">): Promise<Suite> {
  const people = await ethers.getSigners();
  const [guardian, operator, a, b, c] = people as [Person, Person, Person, Person, Person];
  const free = people.slice(5) as unknown as Strangers;
  const upgradable = await ethers.deployContract("PermissionsUpgradable", [guardian.address]);
  const managers = await deployManagers(ethers, upgradable);
  const permissions = await ethers.deployContract("PermissionsInterface", [upgradable]);
  const implementation = await deployImplementation(ethers, upgradable, permissions, managers);
  await upgradable.init(permissions, implementation);
  await upgradable.setBootOperator(operator.address, true);

  const permInterface = permInterfaceAt(await permissions.getAddress(), guardian);
  const as = (person: Person): PermInterface => permInterface.connect(person) as PermInterface;
  return {
    ethers,
    networkHelpers,
    upgradable,
    implementation,
    permInterface,
    guardian,
    operator,
    admins: [a, b, c],
    free,
    as,
    ...managers,
  };
}

/** A network that has booted: the admin organisation with four nodes and three network admins. */
export async function bootedSuite(connection: Connection): Promise<Suite> {
  const s = await linkedSuite(connection);
  const boot = s.as(s.operator);
  await boot.setPolicy(...POLICY);
  await boot.init(BREADTH, DEPTH);
  for (const n of [1, 2, 3, 4]) await boot.addAdminNode(...adminNode(n));
  for (const admin of s.admins) await boot.addAdminAccount(admin);
  await boot.updateNetworkBootStatus();
  return s;
}

/** One of the admin organisation's nodes, 1 to 4. */
export function adminNode(n: number): Node {
  return nodeNamed(`admin ${n}`, `10.0.0.${n}`);
}

export async function deployManagers(ethers: Ethers, upgradable: PermissionsUpgradable): Promise<Managers> {
  const orgs = await ethers.deployContract("OrgManager", [upgradable]);
  return {
    orgs,
    roles: await ethers.deployContract("RoleManager", [upgradable]),
    accounts: await ethers.deployContract("AccountManager", [upgradable]),
    voters: await ethers.deployContract("VoterManager", [upgradable]),
    nodes: await ethers.deployContract("NodeManager", [upgradable]),
    contracts: await ethers.deployContract("ContractManager", [upgradable, orgs]),
  };
}

/** An implementation with modules of its own. */
export async function deployImplementation(
  ethers: Ethers,
  upgradable: PermissionsUpgradable,
  permInterface: BaseContract,
  m: Managers,
): Promise<PermissionsImplementation> {
  const suite = await suiteAddresses(upgradable, permInterface, m);
  return await ethers.deployContract("PermissionsImplementation", [suite, ...(await deployModules(ethers, suite))]);
}

/** An implementation of a later release, which may take over. */
export async function deployNext(s: Suite): Promise<NextImplementation> {
  const suite = await suiteAddresses(s.upgradable, s.permInterface, s);
  return await s.ethers.deployContract("NextImplementation", [suite, ...(await deployModules(s.ethers, suite))]);
}

/** What an implementation and its modules are created with. */
export async function suiteAddresses(upgradable: BaseContract, permInterface: BaseContract, m: Managers) {
  return {
    upgradable: await upgradable.getAddress(),
    permInterface: await permInterface.getAddress(),
    orgManager: await m.orgs.getAddress(),
    roleManager: await m.roles.getAddress(),
    accountManager: await m.accounts.getAddress(),
    voterManager: await m.voters.getAddress(),
    nodeManager: await m.nodes.getAddress(),
    contractManager: await m.contracts.getAddress(),
  };
}

/** The modules of an implementation, in the order of its constructor. */
export async function deployModules(
  ethers: Ethers,
  suite: Awaited<ReturnType<typeof suiteAddresses>>,
): Promise<readonly BaseContract[]> {
  const [organisations, accounts, decisions, settings, ballots, resolutions, policies, emergencies, nodes, access] =
    MODULE_NAMES;
  return [
    await ethers.deployContract(organisations, [suite]),
    await ethers.deployContract(accounts, [suite]),
    await ethers.deployContract(decisions, [suite]),
    await ethers.deployContract(settings, [suite]),
    await ethers.deployContract(ballots, [suite]),
    await ethers.deployContract(resolutions, [suite]),
    await ethers.deployContract(policies, [suite]),
    await ethers.deployContract(emergencies, [suite]),
    await ethers.deployContract(nodes, [suite]),
    await ethers.deployContract(access, [suite]),
  ];
}

function permInterfaceAt(address: string, person: Person): PermInterface {
  const extra = new Set<string>(EXTRA_FUNCTIONS);
  const abi = [
    ...PermissionsInterface__factory.abi,
    ...PermissionsImplementation__factory.abi.filter((entry) => entry.type === "function" && extra.has(entry.name)),
  ];
  return new Contract(address, abi, person) as unknown as PermInterface;
}

/* VOTES */

/** The id of the youngest proposal. */
export async function lastProposal(s: Suite): Promise<bigint> {
  return await s.voters.getNumberOfProposals();
}

export async function stateOf(s: Suite, id: bigint): Promise<bigint> {
  return (await s.voters.getProposal(id)).state;
}

/** The network admins vote for a proposal, the youngest if none is named, until it ends. */
export async function voteThrough(s: Suite, id?: bigint): Promise<bigint> {
  return await voteOut(s, true, id);
}

/** The network admins vote against a proposal until it ends. */
export async function voteDown(s: Suite, id?: bigint): Promise<bigint> {
  return await voteOut(s, false, id);
}

async function voteOut(s: Suite, support: boolean, named?: bigint): Promise<bigint> {
  const id = named ?? (await lastProposal(s));
  for (const voter of await s.voters.getVoterPage(0, 100)) {
    if (!voter.active || (await stateOf(s, id)) !== State.OPEN) continue;
    if ((await s.voters.getVote(id, voter.account)) !== 0n) continue;
    await s.as(await s.ethers.getSigner(voter.account)).vote(id, support);
  }
  return id;
}

/* WHAT VOTES BRING ABOUT */

/** An organisation joins, with its first node and its admin. */
export async function join(s: Suite, orgId: string, admin: Person, node = nodeNamed(orgId)): Promise<Node> {
  const [first, second, third] = s.admins;
  await s.as(first).addOrg(orgId, ...node, admin);
  await s.as(second).approveOrg(orgId, ...node, admin);
  await s.as(third).approveOrg(orgId, ...node, admin);
  return node;
}

export async function makeAdmin(s: Suite, orgId: string, account: Person, roleId: string): Promise<void> {
  await s.as(s.admins[0]).assignAdminRole(orgId, account, roleId);
  await voteThrough(s);
}

export async function removeAdmin(s: Suite, orgId: string, account: Person): Promise<void> {
  await s.as(s.admins[0]).proposeAdminRemoval(orgId, account);
  await voteThrough(s);
}
