import { expect } from "chai";
import { getAddress, getCreateAddress, id } from "ethers";
import { registerContract, setContractAccess, setMethodAccess } from "../../../src/actions/contracts.js";
import { proposeAdmin } from "../../../src/actions/admins.js";
import { addSubOrg, proposeOrg } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { addRole, assignRole, removeRole } from "../../../src/actions/roles.js";
import { proposeRule, proposeSetting } from "../../../src/actions/network-settings.js";
import { castVote } from "../../../src/actions/votes.js";
import { CSV_TABLES, type CsvTable } from "../../../src/audit/export/csv-tables.js";
import { exportCsv } from "../../../src/audit/export/export-csv.js";
import { exportJson } from "../../../src/audit/export/export-json.js";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import type { PortcullisError } from "../../../src/errors/error.js";
import { RpcError } from "../../../src/chain/rpc-error.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import type { Network } from "../../../src/network/network.js";
import { readSnapshot, type Snapshot } from "../../../src/read/read-snapshot.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { deployImplementation, upgradeImplementation } from "../../../src/actions/upgrade/upgrade.js";
import { parseMethod } from "../../../src/network/method.js";
import { aNetworkFile, enodeIdOf, enodeUrl } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const ADMIN = getAddress("0xed9d02e382b34818e88b88a309c7fe71e65f419d");
const ORG1_ADMIN = getAddress("0x0638e1574728b6d862dd5d3a3e0942c3be47d996");
const CLERK = getAddress("0x42ef6abedcb7ecd3e9c4816cd5f5a96df35bb9a0");
const CANDIDATE = getAddress("0x9186eb3d20cbd1f5f992a950d808c4495153abd5");
const ADMIN_TO_BE = getAddress("0xca843569e3427144cead5e4d5999a3d0ccf92b8e");
const node = (digits: string) => ({ enodeId: enodeIdOf(digits), ip: "127.0.0.1", port: 21000, raftPort: 0 });

/** Those that ORG1's admin will deploy. */
const CONTRACTS = [70, 71, 72].map((nonce) => ({ nonce, address: getCreateAddress({ from: ORG1_ADMIN, nonce }) }));

const FILE = aNetworkFile(ADMIN, { accounts: [ADMIN] });

const PAGE_FUNCTIONS = ["Org", "Role", "Account", "Node", "Voter", "Contract"].map((kind) =>
  id(`get${kind}Page(uint256,uint256)`).slice(0, 10),
);

/** The same network at a node that refuses to answer more than two records in one call. */
function withSmallPages({ chain, addresses, contracts }: Network): Network {
  const send: Rpc["send"] = (method, params) => {
    const { data = "" } = (params[0] ?? {}) as { data?: string };
    const count = BigInt(`0x${data.slice(74, 138) || "0"}`);
    const tooMuch = method === "eth_call" && PAGE_FUNCTIONS.includes(data.slice(0, 10)) && count > 2n;
    return tooMuch ? Promise.reject(new RpcError("out of gas", -32_000, undefined)) : chain.rpc.send(method, params);
  };
  return { chain: { ...chain, rpc: { send } }, addresses, contracts };
}

async function pieces(source: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of source) all.push(piece);
  return all;
}

/** The paths that lead to the values of a record, as "about.org". */
function pathsOf(record: object): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (value === null) return [];
    if (Array.isArray(value)) return [name];
    return typeof value === "object" ? pathsOf(value as object).map((path) => `${name}.${path}`) : [name];
  });
}

describe("an export", () => {
  let network: Network;
  let booted: bigint;
  let block: bigint;
  let snapshot: Snapshot;
  let admin: Actor;

  before(async () => {
    const chain = await openInProcess();
    for (const account of [ADMIN, ORG1_ADMIN]) await chain.impersonate(account);
    network = await withScratch((directory) =>
      deployNetwork({ chain, network: FILE, directory, signers: [nodeSigner(ADMIN)] }),
    );
    admin = { network, signer: nodeSigner(ADMIN) };
    booted = BigInt((await readSnapshot(network)).block);
    const { opened } = await proposeOrg(admin, { org: "ORG1", node: node("cd"), admin: ORG1_ADMIN });
    await castVote(admin, { id: opened[0] ?? 0, support: true });
    const orgAdmin = { network, signer: nodeSigner(ORG1_ADMIN) };
    for (const org of ["A", "B", "C"]) await addSubOrg(orgAdmin, { parent: "ORG1", org });
    for (const role of ["-CLERK", "OLD"]) await addRole(orgAdmin, { org: "ORG1", role, access: "transfer" });
    await assignRole(orgAdmin, { org: "ORG1", account: CLERK, role: "-CLERK" });
    await removeRole(orgAdmin, { org: "ORG1", role: "OLD" });
    for (const each of CONTRACTS) await registerContract(orgAdmin, { org: "ORG1", ...each });
    const [{ address }] = CONTRACTS as [(typeof CONTRACTS)[number]];
    const opening = { to: "listed", orgs: ["ORG1", "ORG1.A"], roles: ["-CLERK"] } as const;
    await setContractAccess(orgAdmin, {
      address,
      opening: { ...opening, orgs: [...opening.orgs], roles: [...opening.roles] },
    });
    const method = parseMethod("transfer(address,uint256)");
    await setMethodAccess(orgAdmin, { address, method, opening: { to: "nobody", orgs: [], roles: [] } });
    await proposeOrg(admin, { org: "ORG2", node: node("ef"), admin: CANDIDATE });
    await proposeSetting(admin, { setting: "ip-check", value: false });
    await proposeRule(admin, { operation: "appoint-admin", kind: "fraction", count: 2, outOf: 3 });
    snapshot = await readSnapshot(network);
    block = BigInt(snapshot.block);
  });

  describe("as JSON", () => {
    it("is the snapshot, with the number of its format", async () => {
      const text = (await pieces(exportJson(network, { block }))).join("");
      expect(JSON.parse(text)).to.deep.equal({ format: 1, ...snapshot });
    });

    it("begins with its format and has a line for each record", async () => {
      const text = (await pieces(exportJson(network, { block }))).join("");
      expect(text).to.match(/^\{\n {2}"format": 1,\n {2}"chainId": \d+,\n {2}"block": \d+,\n {2}"settings": \{\n/);
      expect(text).to.match(/\n {2}\]\n\}\n$/);
      for (const { address } of snapshot.accounts) expect(text).to.include(`\n    {"address":"${address}","org":`);
    });

    it("is the same where a node answers few records at a time, and is given on as they come", async () => {
      const parts = await pieces(exportJson(withSmallPages(network), { block }));
      expect(parts.join("")).to.equal((await pieces(exportJson(network, { block }))).join(""));
      const orgs = parts.map((part) => part.match(/"parent":/g)?.length ?? 0);
      expect(orgs.filter((count) => count > 0)).to.deep.equal([2, 2, 2]);
    });

    it("names the implementation of its block, whichever the network has now", async () => {
      const { network: upgraded } = await upgradeImplementation(admin);
      const now = BigInt((await readSnapshot(upgraded)).block);
      const implementationAt = async (then: bigint): Promise<unknown> => {
        const text = (await pieces(exportJson(upgraded, { block: then }))).join("");
        return (JSON.parse(text) as Snapshot).settings.implementation;
      };
      const { address } = await deployImplementation(admin);
      expect(await implementationAt(block)).to.equal(network.addresses.PermissionsImplementation);
      expect(await implementationAt(now)).to.equal(address);
    });

    it("is of no block before the network was linked, and says so", async () => {
      const said = new Set<string>();
      for (let then = 1n; then < booted; then += 1n) {
        const refused = await pieces(exportJson(network, { block: then })).then(
          () => undefined,
          (error: unknown) => error as PortcullisError,
        );
        if (refused !== undefined) said.add(`${refused.code} ${String(refused.facts.cause)}`);
      }
      expect([...said]).to.deep.equal(["NO_CONTRACT silentAtBlock", "NO_CONTRACT notLinkedAtBlock"]);
    });

    it("is all of one block, whatever happens while it is written", async () => {
      const source = exportJson(network, { block });
      const first = await source.next();
      const { opened } = await proposeAdmin(admin, { org: "ADMINORG", account: ADMIN_TO_BE, role: "ADMIN" });
      const text = `${String(first.value)}${(await pieces(source)).join("")}`;
      await castVote(admin, { id: opened[0] ?? 0, support: false });
      expect(JSON.parse(text)).to.deep.equal({ format: 1, ...snapshot });
    });
  });

  describe("as CSV", () => {
    const csv = async (table: CsvTable, from = network) => (await pieces(exportCsv(from, { table, block }))).join("");

    /** No cell here needs quotes. */
    async function rows(table: CsvTable): Promise<Record<string, string>[]> {
      const [names = "", ...lines] = (await csv(table)).replace(/\r\n$/, "").split("\r\n");
      const columns = names.split(",");
      return lines.map((line) =>
        Object.fromEntries(line.split(",").map((cell, index) => [columns[index] ?? "", cell] as const)),
      );
    }

    type Value = string | number | boolean | string[] | null;
    const cell = (value: Value): string =>
      Array.isArray(value) ? value.join("; ") : value === null ? "" : String(value).replace(/^-/, "'-");
    /** What a field holds has a cell for each of its own. */
    const cellsOf = (record: object, above = ""): [string, string][] =>
      Object.entries(record).flatMap(([key, value]: [string, unknown]) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? cellsOf(value, `${above}${key}.`)
          : [[`${above}${key}`, cell(value as Value)] as [string, string]],
      );
    const asCells = (records: readonly object[]) => records.map((record) => Object.fromEntries(cellsOf(record)));

    for (const [table, list] of [
      ["orgs", "orgs"],
      ["nodes", "nodes"],
      ["accounts", "accounts"],
      ["roles", "roles"],
      ["rules", "rules"],
    ] as const) {
      it(`has all ${table} with all their fields`, async () => {
        expect(snapshot[list]).to.not.be.empty;
        expect(await rows(table)).to.deep.equal(asCells(snapshot[list]));
      });
    }

    it("has all network admins", async () => {
      expect(await rows("network-admins")).to.deep.equal([{ address: ADMIN }]);
    });

    it("has all open proposals with what they are about", async () => {
      const [org, ipCheck, rule, ...others] = await rows("open-proposals");
      expect(others).to.be.empty;
      expect(org).to.include({
        id: "2",
        "about.org": "ORG2",
        "about.account": CANDIDATE,
        "about.role": "ORGADMIN",
        state: "open",
        "about.rule.rule": "",
      });
      expect(org?.["about.node.url"]).to.equal(enodeUrl("ef", 21_000));
      expect(ipCheck).to.include({
        id: "3",
        operation: "change-setting",
        "about.setting.setting": "ip-check",
        "about.setting.value": "false",
        proposer: ADMIN,
      });
      expect(rule).to.include({
        "about.rule.operation": "appoint-admin",
        "about.rule.rule": "fraction 2 of 3",
        "about.setting.setting": "",
      });
    });

    it("has the names of JSON: tables those of its lists, with dashes, and columns the paths of its fields", async () => {
      const contracts = snapshot.contracts.map(({ address, org, deployer, opened }) => {
        return { address, org, deployer, opened };
      });
      const methods = snapshot.contracts.flatMap(({ address: contract, org, methods: all }) =>
        all.map((method) => ({ contract, org, ...method })),
      );
      const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const lists = Object.entries({ ...snapshot, contracts, contractMethods: methods }).filter(([, list]) =>
        Array.isArray(list),
      ) as [string, object[]][];
      expect(CSV_TABLES).to.have.members(lists.map(([name]) => dashed(name)));
      for (const [name, list] of lists.filter(([each]) => each !== "networkAdmins")) {
        const [line = ""] = (await csv(dashed(name) as CsvTable)).split("\r\n");
        const columns = line.split(",");
        expect(columns, name).to.include.members(list.flatMap((record) => pathsOf(record)));
        for (const column of columns) expect(list[0], name).to.have.property(column.replace(/\..*/, ""));
      }
    });

    it("has the same columns in every line of every table, and ends every line as RFC 4180 says", async () => {
      for (const table of CSV_TABLES) {
        const text = await csv(table);
        const lines = text.split("\r\n");
        expect(lines.pop(), table).to.equal("");
        expect(text.replaceAll("\r\n", ""), table).to.not.match(/[\r\n]/);
        expect(new Set(lines.map((line) => line.split(",").length)), table).to.have.lengthOf(1);
      }
    });

    it("has the names of its columns where there is no record", async () => {
      const text = (await pieces(exportCsv(network, { table: "open-proposals", block: booted }))).join("");
      expect(text).to.match(/^id,operation,[^\r]+\r\n$/);
    });

    it("lets no spreadsheet take a name for a formula", async () => {
      expect(await csv("roles")).to.include("\r\nORG1,'-CLERK,transfer,custom,false,false,true,active\r\n");
    });

    it("is the same where a node answers few records at a time, and is given on as they come", async () => {
      expect(await csv("orgs", withSmallPages(network))).to.equal(await csv("orgs"));
      const parts = await pieces(exportCsv(withSmallPages(network), { table: "orgs", block }));
      expect(parts.map((part) => part.match(/\r\n/g)?.length)).to.deep.equal([1, 2, 2, 2]);
    });
  });
});
