import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { CommandNetwork } from "../helpers/command-network.js";

/** Listed by a host name, by an ip, and not at all. */
const NAMED = enodeUrl("b1", 21_010).replace("127.0.0.1", "node1.example");
const NUMBERED = enodeUrl("b2", 21_011);
const NEXT = enodeUrl("b3", 21_012).replace("127.0.0.1", "node3.example");

const NO_NODE_ASKS = /never with the name, and IPs are compared here: no other node will let it in/;

describe("host names, where ips are compared: nodes ask with ips alone", function () {
  this.timeout(240_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    await decide("setting set host-names on");
    const { orgAdmin } = network.people;
    await decide(`org propose ORG1 --node ${NAMED} --admin ${orgAdmin.address}`);
    await network.act(orgAdmin, `node add ORG1 ${NUMBERED}`);
  });

  after(() => network.stop());

  async function decide(line: string): Promise<void> {
    const { admin1, admin2 } = network.people;
    await network.voteFor(await network.propose(admin1, line), admin2);
  }

  const inScratch = (name: string): string => path.join(network.directory, name);

  /** A network file whose node has a host name. */
  function networkFile(name: string, changes: Record<string, unknown>): string {
    const written = JSON.parse(readFileSync(inScratch("network.json"), "utf8")) as object;
    writeFileSync(inScratch(name), JSON.stringify({ ...written, nodes: [NAMED], hostNames: true, ...changes }));
    return inScratch(name);
  }

  const warnings = async (line: string, who = network.people.orgAdmin): Promise<string> =>
    (await network.run(`${line} --dry-run`, who)).stderr;

  const canConnect = async (url: string): Promise<string> => (await network.run(`can connect ${url}`)).stdout;

  it("is a network file that init makes without the comparison, and says so", async () => {
    const list = inScratch("static-nodes.json");
    writeFileSync(list, JSON.stringify([NAMED, NUMBERED]));
    const file = inScratch("new.yaml");
    const { code, stderr } = await network.run(`init ${list} --out ${file}`);
    expect([code, readFileSync(file, "utf8").match(/^(?:ipCheck|hostNames): .*$/gm)]).to.deep.equal([
      0,
      ["ipCheck: off", "hostNames: on"],
    ]);
    expect(stderr).to.include(
      "IPs are not compared (ipCheck: off), because node1.example is a host name: nodes ask with IPs, never with names.\n",
    );
  });

  it("in a network file is a warning of check", async () => {
    const environment = { PORTCULLIS_NETWORK: "", PORTCULLIS_CONFIG: "" };
    const check = async (file: string) => (await network.run(`check ${file}`, undefined, { environment })).stdout;
    expect(await check(networkFile("compared.json", { ipCheck: true }))).to.match(
      /\n {2}! .*compared\.json compares IPs, and names nodes by host name: node1\.example\.\n/,
    );
    expect(await check(networkFile("ignored.json", { ipCheck: false }))).to.not.include("compares IPs");
  });

  it("is said by deploy before it asks, also in a rehearsal", async () => {
    const file = networkFile("compared.json", { ipCheck: true });
    const said = /compared\.json compares IPs, and names nodes by host name: node1\.example\./;
    const asked = await network.run(`deploy ${file} --out ${inScratch("never")}`, network.people.guardian);
    expect(asked.code).to.equal(2);
    expect(asked.stderr).to.match(said);
    expect((await network.run(`deploy ${file} --rehearse`)).stderr).to.match(said);
  });

  it("of a node to be added, moved or proposed is a warning", async () => {
    const { admin1, stranger } = network.people;
    expect(await warnings(`node add ORG1 ${NEXT}`)).to.match(NO_NODE_ASKS);
    expect(await warnings(`org add-sub ORG1 SUB1 --node ${NEXT}`)).to.match(NO_NODE_ASKS);
    expect(await warnings(`node move ${NUMBERED.replace("127.0.0.1", "node2.example")}`)).to.match(NO_NODE_ASKS);
    expect(await warnings(`org propose ORG9 --node ${NEXT} --admin ${stranger.address}`, admin1)).to.match(
      NO_NODE_ASKS,
    );
    expect(await warnings(`node add ORG1 ${NEXT.replace("node3.example", "10.0.0.3")}`)).to.not.match(NO_NODE_ASKS);
  });

  it("on the list is an error of check, with each node", async () => {
    const { code, stdout } = await network.run("check");
    expect(code).to.equal(1);
    expect(stdout).to.match(
      /\n {2}✗ IPs are compared, and these nodes are listed by host name, so that no other node lets them in: [0-9a-f]{8}… at node1\.example\.\n/,
    );
  });

  it("is never a yes of can connect: not for the name, which no node asks with, nor for any ip", async () => {
    const named = await canConnect(NAMED);
    expect(named).to.match(/^No: the node [0-9a-f]{8}… may not connect\.\n/);
    expect(named).to.match(/listed by the host name node1\.example, and IPs are compared: nodes ask with the IP/);
    expect(await canConnect(NAMED.replace("node1.example", "10.0.0.1"))).to.match(
      /^No: .*\n.*by the host name node1\.example/,
    );
    const asked = await canConnect(NUMBERED.replace("127.0.0.1", "node2.example"));
    expect(asked).to.match(
      /^No: .*\n.*nodes ask with the IP of a connection.*\n.*Ask with the IP that node2\.example stands for/,
    );
    expect(asked).to.not.include("node move");
    expect(await canConnect(NUMBERED)).to.match(/^Yes: /);
  });

  describe("once they are not compared", () => {
    before(() => decide("setting set ip-check off"));

    it("may connect, and no one warns of the comparison", async () => {
      expect(await canConnect(NAMED)).to.match(/^Yes: /);
      expect(await canConnect(NAMED.replace("node1.example", "10.0.0.1"))).to.match(/^Yes: /);
      const warned = await warnings(`node add ORG1 ${NEXT}`);
      expect(warned).to.not.match(NO_NODE_ASKS);
      expect(warned).to.match(/raftdnsenable/);
      expect(await network.read("check")).to.not.include("host name");
    });

    it("are a warning when the comparison is proposed again, and when it is voted on", async () => {
      const { admin1, admin2 } = network.people;
      const said =
        /\nOnce IPs are compared, no other node lets in these nodes, which are listed by host name: [0-9a-f]{8}… at node1\.example\.\n/;
      expect(await warnings("setting set ip-check on", admin1)).to.match(said);
      expect(await warnings("setting set ip-check off", admin1)).to.not.match(said);
      await network.run("setting set ip-check on --yes", admin1);
      const open = (await network.json("proposal list")) as { id: number }[];
      expect(await warnings(`proposal approve ${open[0]?.id ?? 0}`, admin2)).to.match(said);
    });
  });
});
