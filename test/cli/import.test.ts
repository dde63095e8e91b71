import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getAddress } from "ethers";
import { getBlockNumber } from "../../src/chain/chain.js";
import { readAccounts, readNodes, readRoles } from "../../src/read/read-records.js";
import { CommandNetwork } from "../helpers/command-network.js";
import { type Gatekeeper, isSending, openGate } from "../helpers/breakage/request-gate.js";
import { sentSince } from "../helpers/chain-state.js";
import { refusal } from "../helpers/breakage/lost-requests.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import type { Outcome } from "../../tools/shared/processes.js";

const accountOf = (index: number): string => getAddress(`0x${String(index).padStart(2, "0").repeat(20)}`);
const nodeOf = (index: number): string => enodeUrl(String(index).padStart(2, "0"), 21_000 + index);

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

describe("portcullis import", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  beforeEach(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin } = network.people;
    await network.propose(admin1, `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`);
    await network.voteFor(1, admin2);
  });

  afterEach(() => network.stop());

  function write(content: unknown): string {
    const file = path.join(network.directory, "import.yaml");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
    return file;
  }

  function run(content: unknown, ...more: string[]): Promise<Outcome> {
    return network.run(["import", write(content), "--yes", ...more].join(" "), network.people.orgAdmin);
  }

  const FILE = {
    roles: [{ org: "ORG1", role: "CLERK", access: "transfer+call" }],
    accounts: many(6, (index) => ({ org: "ORG1", account: accountOf(index), role: "CLERK" })),
    nodes: many(6, (index) => ({ org: "ORG1", node: nodeOf(index) })),
  };

  async function held() {
    const now = await network.now();
    return {
      roles: (await readRoles(now)).filter(({ name }) => name === "CLERK").length,
      accounts: (await readAccounts(now)).filter(({ role }) => role === "CLERK").length,
      nodes: (await readNodes(now)).filter(({ org }) => org === "ORG1").length,
    };
  }

  const WHOLE = { roles: 1, accounts: 6, nodes: 7 };

  it("goes on with the next one whenever one is signed elsewhere", async () => {
    const { address, environment } = network.people.orgAdmin;
    const transaction = path.join(network.directory, "tx.json");
    const line = `import ${write({ roles: FILE.roles, nodes: FILE.nodes.slice(0, 1) })} --from ${address} --unsigned ${transaction} --yes`;
    for (const what of ["Add the role CLERK", "Add the node"]) {
      const { code, stderr } = await network.run(line);
      expect(code, stderr).to.equal(3);
      expect(stderr)
        .to.include(what)
        .and.to.match(/: portcullis transaction sign, then the same command again\.\n$/);
      await network.run(`transaction sign ${transaction} --yes`, undefined, { environment });
    }
    expect((await network.run(line)).code).to.equal(0);
    expect(await held()).to.deep.equal({ roles: 1, accounts: 0, nodes: 2 });
  });

  it("adds roles, the accounts that need them, and nodes; again, it says that all is there", async () => {
    const { code, stdout, stderr } = await run(FILE);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(/^Add 1 role, 6 accounts and 6 nodes; nothing of the file is there yet\.\n {2}as {3}0x/);
    expect(stderr).to.match(/^ {2}gas {2}about [\d,]{9} in 13 transactions$/m);
    expect(stdout.match(/^added {5}the (?:role|account|node) /gm)).to.have.length(13);
    expect(await held()).to.deep.equal(WHOLE);

    const before = await network.blockNumber();
    const again = await run(FILE);
    expect(again.code, again.stderr).to.equal(0);
    expect(again.stdout.match(/^there /gm)).to.have.length(13);
    expect(await network.blockNumber()).to.equal(before);
  });

  it("has several in flight at once", async () => {
    await network.chain.rpc.send("evm_setAutomine", [false]);
    let most = 0;
    const looking: Gatekeeper = async (request, forward) => {
      const answer = await forward();
      const { address } = network.people.orgAdmin;
      if (isSending(request)) {
        const [known, executed] = await Promise.all(
          ["pending", "latest"].map((tag) => network.chain.rpc.send("eth_getTransactionCount", [address, tag])),
        );
        most = Math.max(most, Number(known) - Number(executed));
      }
      if (request.method === "eth_getTransactionReceipt") await network.chain.rpc.send("evm_mine", []);
      return answer;
    };
    const gate = await openGate(network.url, looking);
    const { code, stderr } = await run(FILE, "--network", gate.url);
    gate.close();
    expect(code, stderr).to.equal(0);
    expect(most).to.equal(12);
    expect(await held()).to.deep.equal(WHOLE);
  });

  it("shows with --dry-run what it would add, and sends nothing", async () => {
    const before = await network.blockNumber();
    const { code, stdout } = await run(FILE, "--dry-run");
    expect(code).to.equal(0);
    expect(stdout.match(/^would be added {2}/gm)).to.have.length(13);
    expect(await network.blockNumber()).to.equal(before);
  });

  it("says as JSON what became of each", async () => {
    await run({ roles: FILE.roles });
    const { stdout, code, stderr } = await run({ ...FILE, nodes: [] }, "--json");
    expect(code, stderr).to.equal(0);
    const answer = JSON.parse(stdout) as { outcome: string; done: { block: number } | null }[];
    expect(answer.map(({ outcome }) => outcome)).to.deep.equal(["there", ...many(6, () => "added")]);
    expect(answer.map(({ done }) => done !== null)).to.deep.equal([false, ...many(6, () => true)]);
  });

  it("names all mistakes with their places, also those that only the network shows, and sends nothing", async () => {
    const before = await network.blockNumber();
    const mistakes = `
roles:
  - { org: ORG1, role: CLERK, access: most }
  - { org: ORG1, role: CLERK }
accounts:
  - { org: ORG1, account: "0x12", role: CLERK, colour: red }
nodes:
  - { org: ORG1, node: 5 }
`;
    const shape = await run(mistakes);
    expect([shape.code, shape.stdout]).to.deep.equal([1, ""]);
    for (const said of [
      /import\.yaml:3:39 {2}"roles\[0\]\.access" cannot be most\. Give one of read-only, /,
      /import\.yaml:4:5 {2}"roles\[1\]\.access" is missing\. /,
      /import\.yaml:6:27 {2}"0x12" is not an address\./,
      /import\.yaml:6:48 {2}The key "colour" is unknown\. /,
      /import\.yaml:8:24 {2}"nodes\[0\]\.node" cannot be 5\. Give an enode URL, in quotes\./,
    ])
      expect(shape.stderr).to.match(said);

    const values = await run(`
accounts:
  - { org: NOWHERE, account: "${accountOf(1)}", role: CLERK }
  - { org: ORG1, account: "${accountOf(2)}", role: NOBODY }
  - { org: ORG1, account: "${network.people.admin1.address}", role: ORGADMIN }
nodes:
  - { org: ORG1, node: "${enodeUrl("a1", 21_000)}" }
  - { org: ORG1, node: "${enodeUrl("b1", 21_099)}" }
`);
    expect([values.code, values.stdout]).to.deep.equal([1, ""]);
    for (const said of [
      /import\.yaml:3:5 {2}There is no organisation "NOWHERE"\./,
      /import\.yaml:4:5 {2}ORG1 has no role "NOBODY", nor has one above it\./,
      /import\.yaml:5:5 {2}0x\w{40} has the role ADMIN in ADMINORG\./,
      /import\.yaml:7:5 {2}The node belongs to ADMINORG\./,
      /import\.yaml:8:5 {2}The node is listed at enode:/,
    ])
      expect(values.stderr).to.match(said);
    expect(await network.blockNumber()).to.equal(before);
  });

  it("shows in its help what it takes", async () => {
    const { stdout } = await network.run("import --help");
    const shown = /^The file:\n((?: {2}(?!ENODE:).*\n)+)/m.exec(stdout)?.[1]?.replaceAll("$ENODE", nodeOf(1)) ?? "";
    await run({ roles: FILE.roles });
    const { code, stderr } = await run(shown, "--dry-run");
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(/^Add 1 account and 1 node; 1 role is there already\.$/m);
  });

  it("says of a file without lists what it should be", async () => {
    for (const content of ["[]", "hello"]) {
      const { code, stderr } = await run(content);
      expect(code).to.equal(1);
      expect(stderr).to.match(/import\.yaml:1:1 {2}The file adds nothing\. It has lists: roles with /);
    }
  });

  it("goes on without one that the node refuses, with its nonce, and says which", async () => {
    let sendings = 0;
    const refusing: Gatekeeper = (request, forward) => {
      if (!isSending(request)) return forward();
      sendings += 1;
      return sendings === 4 ? Promise.resolve(refusal(-32_000, "exceeds block gas limit")) : forward();
    };
    const begin = (await getBlockNumber(network.chain.rpc)) + 1n;
    const gate = await openGate(network.url, refusing);
    const { code, stdout, stderr } = await run(FILE, "--network", gate.url);
    gate.close();
    expect(code).to.equal(1);
    expect(stderr).to.include("1 of 13 entries were refused.");
    expect(stdout.match(/^added /gm)).to.have.length(12);
    expect(stdout.match(/^refused /gm)).to.have.length(1);
    expect((await run(FILE)).code).to.equal(0);
    expect(await held()).to.deep.equal(WHOLE);
    const { sent, failed } = await sentSince(network.chain, begin);
    expect([sent[network.people.orgAdmin.address.toLowerCase()], failed]).to.deep.equal([13, 0]);
  });

  it("goes on without those that the contracts refuse when their turn comes, as beyond a limit", async () => {
    const { admin1, admin2 } = network.people;
    const id = await network.propose(admin1, "setting set node-limit 3 --org ORG1");
    await network.voteFor(id, admin2);
    const { code, stdout } = await run({ nodes: FILE.nodes });
    expect(code).to.equal(1);
    expect((stdout.match(/^added /gm) ?? []).length + (stdout.match(/^refused /gm) ?? []).length).to.equal(6);
    expect((await held()).nodes).to.be.within(3, 4);
  });
});
