import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { type BaseContract, Contract } from "ethers";
import type { network } from "hardhat";
import {
  type AccountManager,
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
import { State } from "./codes.js";

export type Ethers = Awaited<ReturnType<typeof network.create>>["ethers"];
export type Person = HardhatEthersSigner;
/** Enough of them for every test. */
export type Strangers = readonly [Person, Person, Person, Person, Person, Person, ...Person[]];
export type Node = readonly [enodeId: string, ip: string, port: number, raftPort: number];

/** Functions of the implementation that the interface does not declare and passes on all the same. */
const EXTRA_FUNCTIONS = [
  "vote",
  "withdraw",
  "close",
  "proposeAdminRemoval",
  "proposeRule",
  "proposeIpCheck",
  "changeNodeAddress",
] as const;

/** The interface's address with everything that can be called there. */
export type Face = PermissionsInterface & Pick<PermissionsImplementation, (typeof EXTRA_FUNCTIONS)[number]>;

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
}

export interface Suite extends Managers {
  ethers: Ethers;
  upgradable: PermissionsUpgradable;
  implementation: PermissionsImplementation;
  face: Face;
  guardian: Person;
  operator: Person;
  admins: readonly [Person, Person, Person];
  /** Accounts that nobody knows. */
  free: Strangers;
  as: (person: Person) => Face;
}

/* MADE-UP THINGS */

/** A node with an enode id of its own for each name. */
export function nodeNamed(ethers: Ethers, name: string, ip = "10.0.0.1", port = 30303, raftPort = 0): Node {
  const half = (side: string): string => ethers.id(`${name} ${side}`).slice(2);
  return [half("left") + half("right"), ip, port, raftPort];
}

/** The same node somewhere else. */
export function movedTo(node: Node, ip: string, port = node[2], raftPort = node[3]): Node {
  return [node[0], ip, port, raftPort];
}

/* FROM NOTHING TO A NETWORK */

/** The eight contracts, linked by the guardian, before anybody has booted the network. */
export async function linkedSuite(ethers: Ethers): Promise<Suite> {
  const people = await ethers.getSigners();
  const [guardian, operator, a, b, c] = people as [Person, Person, Person, Person, Person];
  const free = people.slice(5) as unknown as Strangers;
  const upgradable = await ethers.deployContract("PermissionsUpgradable", [guardian.address]);
  const managers = await deployManagers(ethers, upgradable);
  const permissions = await ethers.deployContract("PermissionsInterface", [upgradable]);
  const implementation = await deployImplementation(ethers, upgradable, managers);
  await upgradable.init(permissions, implementation);
  await upgradable.setBootOperator(operator.address, true);

  const face = faceAt(await permissions.getAddress(), guardian);
  const as = (person: Person): Face => face.connect(person) as Face;
  return { ethers, upgradable, implementation, face, guardian, operator, admins: [a, b, c], free, as, ...managers };
}

/** A network that has booted: the admin organisation with four nodes and three network admins. */
export async function bootedSuite(ethers: Ethers): Promise<Suite> {
  const s = await linkedSuite(ethers);
  const boot = s.as(s.operator);
  await boot.setPolicy(...POLICY);
  await boot.init(BREADTH, DEPTH);
  for (const n of [1, 2, 3, 4]) await boot.addAdminNode(...adminNode(ethers, n));
  for (const admin of s.admins) await boot.addAdminAccount(admin);
  await boot.updateNetworkBootStatus();
  return s;
}

/** One of the admin organisation's nodes, 1 to 4. */
export function adminNode(ethers: Ethers, n: number): Node {
  return nodeNamed(ethers, `admin ${n}`, `10.0.0.${n}`);
}

export async function deployManagers(ethers: Ethers, upgradable: PermissionsUpgradable): Promise<Managers> {
  return {
    orgs: await ethers.deployContract("OrgManager", [upgradable]),
    roles: await ethers.deployContract("RoleManager", [upgradable]),
    accounts: await ethers.deployContract("AccountManager", [upgradable]),
    voters: await ethers.deployContract("VoterManager", [upgradable]),
    nodes: await ethers.deployContract("NodeManager", [upgradable]),
  };
}

export async function deployImplementation(
  ethers: Ethers,
  upgradable: PermissionsUpgradable,
  m: Managers,
): Promise<PermissionsImplementation> {
  return await ethers.deployContract("PermissionsImplementation", partsOf(upgradable, m));
}

/** An implementation of a later release, which may take over. */
export async function deployNext(s: Suite): Promise<NextImplementation> {
  return await s.ethers.deployContract("NextImplementation", partsOf(s.upgradable, s));
}

/** What an implementation is created with. */
function partsOf(upgradable: PermissionsUpgradable, m: Managers): BaseContract[] {
  return [upgradable, m.orgs, m.roles, m.accounts, m.voters, m.nodes];
}

function faceAt(address: string, person: Person): Face {
  const extra = new Set<string>(EXTRA_FUNCTIONS);
  const abi = [
    ...PermissionsInterface__factory.abi,
    ...PermissionsImplementation__factory.abi.filter((entry) => entry.type === "function" && extra.has(entry.name)),
  ];
  return new Contract(address, abi, person) as unknown as Face;
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
export async function join(s: Suite, orgId: string, admin: Person, node = nodeNamed(s.ethers, orgId)): Promise<Node> {
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
