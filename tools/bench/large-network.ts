import { getAddress, getCreateAddress, id, SigningKey } from "ethers";
import { type Chain, getCode } from "../../src/chain/chain.js";
import { sendOnce } from "../../src/chain/sending.js";
import { nextNonce, type Receipt } from "../../src/chain/transactions.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import type { Network } from "../../src/network/network.js";
import { nodeAccounts, nodeSigner, type Signer } from "../../src/chain/signers.js";
import type { RecordKeys } from "./records.js";
import { aNetworkFile } from "../shared/network-file.js";
import { BulkCaller__factory } from "../../typechain-types/index.js";

export interface Sizes {
  orgs: number;
  nodes: number;
  accounts: number;
  /** Network admins. */
  voters: number;
}

export interface LargeNetwork {
  network: Network;
  voters: readonly string[];
  /** Accounts that may send in their organisation. */
  clerks: readonly string[];
  /** What tells its records apart, as `recordKeys` in records.ts has it. */
  keys: RecordKeys;
}

/** One organisation without parent, and nine below it. */
const FAMILY = 10;
const ADMIN_ORGS = 1;
const ADMIN_ROLES = 1;
/** Network admins that boot with the network. */
const BOOTED = 3;
const CALLS_AT_ONCE = 250;
const GAS = 600_000_000n;

/** An organisation of the fabricated network; places count from 1. */
interface Place {
  id: string;
  place: number;
  /** The organisation admin role of its ultimate parent; the clerks' role is the next one. */
  role: number;
}

/** A network of this size on a chain of anvil. Its records are written by the managers themselves, many in a transaction: a
 *  contract that makes many calls stands in for the implementation as long as it takes. Besides, there is the admin
 *  organisation with one node; up to three of the network admins are accounts of the node. */
export async function fabricateNetwork(chain: Chain, sizes: Sizes, directory: string): Promise<LargeNetwork> {
  const people = (await nodeAccounts(chain)).slice(0, Math.min(BOOTED, sizes.voters));
  const [account = ""] = people;
  const signer = nodeSigner(account);
  const network = await deployNetwork({
    chain,
    network: aNetworkFile(account, { accounts: people, subOrgBreadth: FAMILY, nodes: [nodeOf(0)] }),
    directory,
    signers: [signer],
  });
  const implementation = network.addresses.PermissionsImplementation;
  const code = await getCode(chain.rpc, implementation);
  const bulk = getCreateAddress({ from: account, nonce: await nextNonce(chain, account) });
  await send(chain, signer, undefined, BulkCaller__factory.bytecode);
  await chain.rpc.send("anvil_setCode", [implementation, await getCode(chain.rpc, bulk)]);
  const { keys, records, voters, clerks } = recordsOf(network, sizes, people);
  for (const [target, calls] of records) await callAll(chain, signer, implementation, target, calls);
  await chain.rpc.send("anvil_setCode", [implementation, code]);
  return { network, keys, voters, clerks };
}

/** For each manager, the calls that write its records; and what will be found of them. */
function recordsOf({ contracts, addresses }: Network, sizes: Sizes, people: readonly string[]) {
  const { orgs, roles, nodes, accounts, voters } = contracts;
  const places = Array.from({ length: sizes.orgs }, (_, index) => placeOf(index));
  const at = (index: number): Place => placeOf(index % sizes.orgs);
  const tops = places.filter((_, index) => index % FAMILY === 0);

  const newOrg = ({ id: orgId, place }: Place, index: number): string[] => {
    if (index % FAMILY !== 0) {
      const parent = at(index - (index % FAMILY)).place;
      return [orgs.interface.encodeFunctionData("addSub", [`SUB${index % FAMILY}`, parent])];
    }
    return [
      orgs.interface.encodeFunctionData("propose", [orgId, 0]),
      orgs.interface.encodeFunctionData("recordOrgStatus", [place, 2, 0]),
    ];
  };
  const newRoles = ({ id: orgId, place, role }: Place): string[] => [
    roles.interface.encodeFunctionData("prepareOrgAdmin", [place]),
    roles.interface.encodeFunctionData("activateAdminRole", [orgId, role]),
    roles.interface.encodeFunctionData("addCustomRole", ["CLERK", place, orgId, 3, false, false, 0]),
  ];
  const newNode = (index: number): string => {
    const { enodeId, ip, port, raftPort } = nodeOf(index + 1);
    const { id: orgId, place } = at(index);
    return nodes.interface.encodeFunctionData("list", [
      enodeId,
      `0x${enodeId.slice(0, 64)}`,
      place,
      0,
      ip,
      port,
      raftPort,
      orgId,
      0,
    ]);
  };
  const newAccount = (index: number): string => {
    const { id: orgId, place, role } = at(index);
    const admin = isAdmin(index, sizes);
    const record = accountWord(place, admin ? role : role + 1, admin);
    const address = addressOf(`account ${index}`);
    return accounts.interface.encodeFunctionData("addRecord", [
      address,
      record,
      0,
      orgId,
      admin ? "ORGADMIN" : "CLERK",
    ]);
  };
  const newAdmin = (address: string): string =>
    accounts.interface.encodeFunctionData("addRecord", [address, networkAdminWord(), 0, "ADMINORG", "ADMIN"]);
  const newVoter = (address: string): string => voters.interface.encodeFunctionData("addVoter", [address]);

  const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const admins = range(sizes.voters - people.length).map((index) => addressOf(`voter ${index}`));
  const members = range(sizes.accounts).map((index) => addressOf(`account ${index}`));
  const electorate = [...people, ...admins];
  const records: [target: string, calls: string[]][] = [
    [addresses.OrgManager, places.flatMap(newOrg)],
    [addresses.RoleManager, tops.flatMap(newRoles)],
    [addresses.NodeManager, range(sizes.nodes).map(newNode)],
    [addresses.AccountManager, [...admins.map(newAdmin), ...range(sizes.accounts).map(newAccount)]],
    [addresses.VoterManager, admins.map(newVoter)],
  ];
  const keys: RecordKeys = {
    orgs: ["ADMINORG", ...places.map((place) => place.id)],
    roles: ["ADMINORG ADMIN", ...tops.flatMap((place) => [`${place.id} ORGADMIN`, `${place.id} CLERK`])],
    nodes: range(sizes.nodes + 1).map((index) => nodeOf(index).enodeId),
    accounts: [...electorate, ...members],
    voters: electorate,
  };
  return { records, keys, voters: electorate, clerks: members.filter((_, index) => !isAdmin(index, sizes)) };
}

/** The first account of each organisation without parent is its admin. */
function isAdmin(index: number, { orgs }: Sizes): boolean {
  return index < orgs && index % FAMILY === 0;
}

function addressOf(name: string): string {
  return getAddress(id(name).slice(0, 42));
}

function placeOf(index: number): Place {
  const family = Math.floor(index / FAMILY);
  const top = `ORG${String(family).padStart(5, "0")}`;
  return {
    id: index % FAMILY === 0 ? top : `${top}.SUB${index % FAMILY}`,
    place: index + 1 + ADMIN_ORGS,
    role: 2 * family + 1 + ADMIN_ROLES,
  };
}

function nodeOf(index: number) {
  const enodeId = new SigningKey(id(`node ${index} of the network`)).publicKey.slice(4);
  return { enodeId, ip: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, port: 30303, raftPort: 0 };
}

/** An active account as contracts/types/Account.sol packs it. */
function accountWord(org: number, role: number, admin: boolean): bigint {
  const kind = admin ? 2n : 0n;
  return 2n | (kind << 8n) | (BigInt(admin) << 16n) | (BigInt(org) << 24n) | (BigInt(role) << 48n);
}

/** An active network admin: of the first organisation and in the first role. */
function networkAdminWord(): bigint {
  return 2n | (1n << 8n) | (1n << 16n) | (1n << 24n) | (1n << 48n);
}

async function callAll(chain: Chain, signer: Signer, bulk: string, target: string, calls: string[]): Promise<void> {
  const abi = BulkCaller__factory.createInterface();
  for (let from = 0; from < calls.length; from += CALLS_AT_ONCE) {
    const some = calls.slice(from, from + CALLS_AT_ONCE);
    const { succeeded } = await send(chain, signer, bulk, abi.encodeFunctionData("callAll", [target, some]));
    if (!succeeded) throw new Error(`the records from ${from} on were not written to ${target}`);
  }
}

async function send(chain: Chain, signer: Signer, to: string | undefined, data: string): Promise<Receipt> {
  const from = signer.address;
  return sendOnce(chain, signer, { from, to, data, gas: GAS, gasPrice: 0n, nonce: await nextNonce(chain, from) });
}
