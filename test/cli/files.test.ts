import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { shortId } from "../../src/model/enode.js";
import { enodeIdOf } from "../../tools/shared/network-file.js";
import { CommandNetwork } from "../helpers/command-network.js";

const KEY = `0x${"3b".repeat(32)}`;

describe("files and addresses on the command line", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });
  after(() => network.stop());

  const inside = (name: string): string => path.join(network.directory, name);
  const url = (digits: string, place: string): string => `enode://${enodeIdOf(digits)}@${place}?discport=0`;

  it("init writes right from a list that nodes do not read, and warns of it and of what will cause trouble", async () => {
    const { guardian, admin1, admin2 } = network.people;
    const list = inside("edited.json");
    writeFileSync(list, `\ufeff[\n  "${url("d1", "127.0.0.1:21000")}",\n  "${url("d2", "10.0.0.2:21000")}",\n]`);
    const people = `--guardian ${guardian.address} --accounts ${admin1.address} ${admin2.address}`;
    const file = inside("init.yaml");
    const { code, stdout, stderr } = await network.run(`init ${list} --out ${file} ${people} --ip-check off`);
    expect([code, stdout], stderr).to.deep.equal([0, `${file}\n`]);
    expect(readFileSync(file, "utf8")).to.match(/^ipCheck: off$/m);
    const warned = stderr.split("\n").slice(0, 4);
    for (const [index, says] of [
      /byte order mark/,
      /4:1 A comma follows/,
      /two network admins/,
      /127\.0\.0\.1/,
    ].entries()) {
      expect(warned[index]).to.match(says);
    }
    expect(stderr).to.not.include("Nothing was sent");
  });

  it("init says nothing of what is right", async () => {
    const { guardian, admin1, admin2, admin3 } = network.people;
    const list = inside("right.json");
    writeFileSync(list, JSON.stringify([url("d1", "10.0.0.1:21000"), url("d2", "10.0.0.2:21000")]));
    const accounts = [admin1, admin2, admin3].map(({ address }) => address).join(" ");
    const { stderr } = await network.run(
      `init ${list} --out ${inside("right.yaml")} --guardian ${guardian.address} --accounts ${accounts}`,
    );
    expect(stderr).to.match(/^Read it, [^\n]*\n$/);
  });

  it("check judges a configuration and a list of nodes as nodes read them", async () => {
    const [config, nodes] = [inside("edited-config.json"), inside("edited-nodes.json")];
    writeFileSync(config, `\ufeff${readFileSync(network.configFile, "utf8")}`);
    writeFileSync(nodes, `['${url("a1", "127.0.0.1:21000")}']`);
    const [ofConfig, ofNodes] = await Promise.all([
      network.run(`check --config ${config}`),
      network.run(`check --nodes ${nodes}`),
    ]);
    expect(ofConfig.code).to.equal(1);
    expect(ofConfig.stdout).to.match(/✗ .*edited-config\.json: .*byte order mark/);
    expect(ofNodes.code).to.equal(1);
    expect(ofNodes.stdout).to.match(
      /✗ .*edited-nodes\.json has a mistake:\n.*:1:2 {2}There is a quote that JSON does not/,
    );
    for (const { stdout } of [ofConfig, ofNodes]) expect(stdout).to.not.include("Nothing was sent");
  });

  it("check says of a network file what is wrong with it, and not that nothing was sent", async () => {
    const file = inside("wrong.json");
    writeFileSync(file, "{}");
    const { code, stdout, stderr } = await network.run(`check ${file}`);
    expect([code, stderr]).to.deep.equal([1, ""]);
    expect(stdout).to.not.include("Nothing was sent");
  });

  it("node add and org propose warn of a node where another one is, or at loopback beside others", async () => {
    const { admin1, newcomer } = network.people;
    await network.act(admin1, `node add ADMINORG ${url("d5", "10.0.0.5:21000")}`);
    const [added, proposed] = await Promise.all([
      network.run(`node add ADMINORG ${url("d6", "10.0.0.5:21000")} --dry-run`, admin1),
      network.run(
        `org propose ORG9 --node ${url("d7", "127.0.0.1:21009")} --admin ${newcomer.address} --dry-run`,
        admin1,
      ),
    ]);
    const [first, second] = ["d6", "d5"].map((digits) => shortId(enodeIdOf(digits)));
    expect(added.stderr).to.include(
      `The network then names the nodes ${first ?? ""} and ${second ?? ""} at one address, 10.0.0.5:21000. Correct`,
    );
    expect(proposed.stderr).to.match(/names the node \S+ at 127\.0\.0\.1:21009, where other machines do not reach it/);
  });

  it("a key is read with blanks around it, and a directory is no keystore", async () => {
    const environment = { PORTCULLIS_PRIVATE_KEY: ` ${KEY}\r\n` };
    const signed = await network.run("org suspend ADMINORG --dry-run", undefined, { environment });
    expect(signed.stderr).to.not.include("PORTCULLIS_PRIVATE_KEY");
    const { code, stderr } = await network.run(`org suspend ORG1 --dry-run --keystore ${network.directory}`);
    expect(code).to.equal(1);
    expect(stderr).to.equal(`${network.directory} is a directory, not a file.\n  Name the file that is meant in it.\n`);
  });

  it("status and check warn when every network admin must agree", async () => {
    const { admin1, admin2, admin3 } = network.people;
    expect(await network.json("status")).to.deep.include({ warnings: [] });
    await network.voteFor(await network.propose(admin1, `admin remove ${admin3.address}`), admin2);
    const warning =
      "Both network admins must agree to everything. If one key is lost, that can never be done or changed";
    expect(await network.read("status")).to.include(`! ${warning}`);
    expect(await network.json("status")).to.have.nested.property("warnings[0].code", "ALL_MUST_AGREE");
    expect((await network.run("check")).stdout).to.include(`! ${warning}`);
  });
});
