import { getAddress, id } from "ethers";
import { type Chain, getCode } from "../src/chain/chain.js";
import { sendOnce } from "../src/chain/sending.js";
import { nextNonce, type Receipt } from "../src/chain/transactions.js";
import { deployNetwork } from "../src/deploy/deploy-network.js";
import type { Network } from "../src/network.js";
import { nodeAccounts, nodeSigner, type Signer } from "../src/signers.js";
import { BulkCaller__factory } from "../typechain-types/index.js";

export interface Sizes {
  orgs: number;
  nodes: number;
  accounts: number;
}

/** One organisation without parent, and nine below it. */
const FAMILY = 10;
const ADMIN_ORGS = 1;
const ADMIN_ROLES = 1;
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
 *  organisation with one node and one account. */
export async function fabricateNetwork(chain: Chain, sizes: Sizes, directory: string): Promise<Network> {
  const [account = ""] = await nodeAccounts(chain);
  const signer = nodeSigner(account);
  const network = await deployNetwork({
    chain,
    network: {
      guardian: account,
      adminOrg: "ADMINORG",
      networkAdminRole: "ADMIN",
      orgAdminRole: "ORGADMIN",
      accounts: [account],
      subOrgBreadth: FAMILY,
      subOrgDepth: 4,
      nodes: [nodeOf(0)],
      bootOperators: [],
    },
    directory,
    signers: [signer],
  });
  const implementation = network.addresses.PermissionsImplementation;
  const code = await getCode(chain.rpc, implementation);
  const bulk = await send(chain, signer, undefined, BulkCaller__factory.bytecode);
  await chain.rpc.send("anvil_setCode", [implementation, await getCode(chain.rpc, bulk.contractAddress ?? "")]);
  for (const [target, calls] of recordsOf(network, sizes)) await callAll(chain, signer, implementation, target, calls);
  await chain.rpc.send("anvil_setCode", [implementation, code]);
  return network;
}

/** For each manager, the calls that write its records. */
function recordsOf({ contracts, addresses }: Network, sizes: Sizes): [target: string, calls: string[]][] {
  const { orgs, roles, nodes, accounts } = contracts;
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
      orgs.interface.encodeFunctionData("setStatus", [place, 2, 0]),
    ];
  };
  const newRoles = ({ id: orgId, place, role }: Place): string[] => [
    roles.interface.encodeFunctionData("prepareOrgAdmin", [place]),
    roles.interface.encodeFunctionData("activateOrgAdmin", [role, orgId]),
    roles.interface.encodeFunctionData("add", ["CLERK", place, orgId, 3, false, false]),
  ];
  const newNode = (index: number): string => {
    const { enodeId, ip, port, raftPort } = nodeOf(index + 1);
    const { id: orgId, place } = at(index);
    return nodes.interface.encodeFunctionData("add", [enodeId, ip, port, raftPort, place, orgId, 0]);
  };
  const newAccount = (index: number): string => {
    const { id: orgId, place, role } = at(index);
    const admin = index < places.length && index % FAMILY === 0;
    const record = accountWord(place, admin ? role : role + 1, admin);
    const address = getAddress(id(`account ${index}`).slice(0, 42));
    return accounts.interface.encodeFunctionData("add", [address, record, orgId, admin ? "ORGADMIN" : "CLERK"]);
  };
  return [
    [addresses.OrgManager, places.flatMap(newOrg)],
    [addresses.RoleManager, tops.flatMap(newRoles)],
    [addresses.NodeManager, Array.from({ length: sizes.nodes }, (_, index) => newNode(index))],
    [addresses.AccountManager, Array.from({ length: sizes.accounts }, (_, index) => newAccount(index))],
  ];
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
  const enodeId = id(`left ${index}`).slice(2) + id(`right ${index}`).slice(2);
  return { enodeId, ip: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, port: 30303, raftPort: 0 };
}

/** An active account as contracts/types/Account.sol packs it. */
function accountWord(org: number, role: number, admin: boolean): bigint {
  const kind = admin ? 2n : 0n;
  return 2n | (kind << 8n) | (BigInt(admin) << 16n) | (BigInt(org) << 24n) | (BigInt(role) << 56n);
}

async function callAll(chain: Chain, signer: Signer, bulk: string, target: string, calls: string[]): Promise<void> {
  const face = BulkCaller__factory.createInterface();
  for (let from = 0; from < calls.length; from += CALLS_AT_ONCE) {
    const some = calls.slice(from, from + CALLS_AT_ONCE);
    const { succeeded } = await send(chain, signer, bulk, face.encodeFunctionData("callAll", [target, some]));
    if (!succeeded) throw new Error(`the records from ${from} on were not written to ${target}`);
  }
}

async function send(chain: Chain, signer: Signer, to: string | undefined, data: string): Promise<Receipt> {
  const from = signer.address;
  return sendOnce(chain, signer, { from, to, data, gas: GAS, nonce: await nextNonce(chain, from) });
}
