import { openChain } from "../../src/chain/chain.js";
import { httpRpc, type Rpc } from "../../src/chain/rpc.js";
import { type Network, networkOf } from "../../src/network/network.js";
import type { SuiteAddresses } from "../../src/model/contracts.js";
import { readSnapshot } from "../../src/read/read-snapshot.js";
import { digestOf, recordKeys } from "./records.js";
import type { Reading, Way } from "./reading.js";

const MIB = 1024 * 1024;

const WAYS: Record<Way, (network: Network) => Promise<Pick<Reading, "found" | "digests">>> = {
  async snapshot(network) {
    const keys = recordKeys(await readSnapshot(network));
    const { orgs, roles, nodes, accounts } = keys;
    const found = { orgs: orgs.length, roles: roles.length, nodes: nodes.length, accounts: accounts.length };
    return { found, digests: digestOf(keys) };
  },
  async records({ contracts: { orgs, roles, nodes, accounts } }) {
    const all = {
      orgs: await oneByOne(await orgs.getNumberOfOrgs(), (index) => orgs.getOrgInfo(index)),
      roles: await oneByOne(await roles.getNumberOfRoles(), (index) => roles.getRoleDetailsFromIndex(index)),
      nodes: await oneByOne(await nodes.getNumberOfNodes(), (index) => nodes.getNodeDetailsFromIndex(index)),
      accounts: await oneByOne(await accounts.getNumberOfAccounts(), (index) =>
        accounts.getAccountDetailsFromIndex(index),
      ),
    };
    const { orgs: o, roles: r, nodes: n, accounts: a } = all;
    return { found: { orgs: o.length, roles: r.length, nodes: n.length, accounts: a.length } };
  },
};

/** Kept until all are there, as nodes keep them. */
async function oneByOne<T>(count: bigint, read: (index: bigint) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let index = 0n; index < count; index += 1n) all.push(await read(index));
  return all;
}

const [way = "", url = "", addresses = ""] = process.argv.slice(2);
const node = httpRpc(url);
let calls = 0;
const rpc: Rpc = {
  send: (method, params) => {
    calls += 1;
    return node.send(method, params);
  },
};
const chain = await openChain(rpc);
const suite = JSON.parse(addresses) as SuiteAddresses;
const network = networkOf(chain, suite);

calls = 0;
const before = process.memoryUsage.rss() / MIB;
const start = performance.now();
const read = await WAYS[way as Way](network);
const seconds = (performance.now() - start) / 1000;
const memory = { before, peak: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify({ ...read, calls, seconds, memory } satisfies Reading));
