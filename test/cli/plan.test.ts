import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { CommandNetwork, type Person } from "../helpers/command-network.js";
import { hasTerminals, runOnTerminal } from "../helpers/terminal.js";
import { ADMINS, writeNetworkFile } from "../../tools/shared/network-file.js";

/** Nobody holds its key. */
const STRANGER = "0x9186eb3d20cbd1f5f992a950d808c4495153abd5";

describe("what deploy and boot are about to do", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  let file: string;

  before(async () => {
    network = await CommandNetwork.deploy();
    mkdirSync(path.join(network.directory, "absent"));
    file = writeNetworkFile(network.directory, network.people.guardian.address);
  });

  after(() => network.stop());

  const inScratch = (name: string): string => path.join(network.directory, name);

  it("is shown with --dry-run, and nothing is sent or written", async () => {
    const { guardian } = network.people;
    const before = await network.blockNumber();
    const out = inScratch("planned");
    const { code, stdout, stderr } = await network.run(`deploy ${file} --out ${out} --dry-run`, guardian);
    expect([code, stderr.trim().split("\n").at(-1)], stderr).to.deep.equal([0, "Nothing was sent."]);
    for (const line of [
      new RegExp(`^chain +1337 at ${network.url}$`, "m"),
      /^organisation +ADMINORG, with the roles ADMIN and ORGADMIN$/m,
      new RegExp(`^guardian +${guardian.address}, signs here$`, "m"),
      new RegExp(`^network admins +${ADMINS[0] ?? ""}$`, "mi"),
      /^nodes +\w{8}… at 127\.0\.0\.1:\d+$/m,
      /^ip-check +on$/m,
      /^contracts +registered-only off, restrict-deploying off$/m,
      /^node-limit +\d+$/m,
      /^steps +\d\d, none is done yet$/m,
      /^gas +about [\d,]{9,} in \d\d transactions, at most [\d,]{9} in one$/m,
    ]) {
      expect(stdout).to.match(line);
    }
    for (const line of stdout.split("\n")) expect(line.length, line).to.be.at.most(80);
    expect(await network.blockNumber()).to.equal(before);
    expect(existsSync(out)).to.equal(false);
  });

  it("says what is done already, and that the guardian has to sign", async () => {
    const { guardian } = network.people;
    const out = inScratch("begun");
    const key: Person = { address: "", args: [], environment: { PORTCULLIS_PRIVATE_KEY: `0x${"6d".repeat(32)}` } };
    const absent = writeNetworkFile(path.join(network.directory, "absent"), STRANGER);
    const begun = await network.run(`deploy ${absent} --out ${out} --yes`, key);
    expect(begun.code, begun.stderr).to.equal(1);
    expect(begun.stderr)
      .to.match(/^The guardian 0x\w{40} does not sign here, so this stops before the suite is linked\.$/m)
      .and.to.match(/^To link the suite, 0x\w{40} must sign\.$/m);
    const before = await network.blockNumber();
    const { stdout } = await network.run(`deploy ${absent} --out ${out} --dry-run`, guardian);
    expect(stdout).to.match(/^steps +\d\d, of which \d\d are done; next: link the suite$/m);
    expect(stdout).to.match(/^gas +about [\d,]+ in \d+ transactions, at most [\d,]+ in one$/m);
    expect(await network.blockNumber()).to.equal(before);
  });

  it("is refused before anything is asked where the network file has changed", async () => {
    const { guardian } = network.people;
    const out = inScratch("begun");
    const changed = writeNetworkFile(path.join(network.directory, "absent"), STRANGER, { depth: 5 });
    const { code, stderr } = await network.run(`deploy ${changed} --out ${out} --dry-run`, guardian);
    expect(code).to.equal(1);
    expect(stderr).to.match(
      /^The network file has changed since the deployment was started\.\n {2}Undo the change of subOrgDepth/,
    );
  });

  it("is told of a boot as well", async () => {
    const { guardian } = network.people;
    const out = inScratch("unbooted");
    const deployed = await network.run(`deploy ${file} --out ${out} --without-boot --yes`, guardian);
    expect(deployed.code, deployed.stderr).to.equal(0);
    const config = `--config ${path.join(out, "permission-config.json")}`;
    const before = await network.blockNumber();
    const { code, stdout, stderr } = await network.run(`boot ${file} ${config} --dry-run`, guardian);
    expect(code, stderr).to.equal(0);
    expect(stdout)
      .to.match(/^steps +\d+, none is done yet$/m)
      .and.to.match(/^gas +about /m);
    expect(await network.blockNumber()).to.equal(before);
    const booted = await network.run(`boot ${file} ${config} --yes`, guardian);
    expect(booted.code, booted.stderr).to.equal(0);
    const again = await network.run(`boot ${file} ${config} --dry-run`, guardian);
    expect(again.stdout).to.match(/^steps +none is left: all of them are done$/m);
  });

  it("a rehearsal sends nothing, whatever node is named", async () => {
    const before = await network.blockNumber();
    const { code, stdout, stderr } = await network.run(`deploy ${file} --rehearse`);
    expect([code, stdout], stderr).to.deep.equal([0, ""]);
    expect(stderr)
      .to.match(/^A rehearsal on a chain in this process\. No node is asked, and nothing is sent\.$/m)
      .and.to.match(/^done {3}end the boot /m);
    expect(await network.blockNumber()).to.equal(before);
  });

  it("without a node is no rehearsal", async () => {
    const environment = { PORTCULLIS_NETWORK: undefined };
    const { code, stderr } = await network.run(`deploy ${file}`, undefined, { environment });
    expect([code, stderr]).to.deep.equal([
      2,
      "No network is named.\n" +
        "  Name a node with --network URL, or in PORTCULLIS_NETWORK. To try it without a node, add --rehearse.\n",
    ]);
  });

  it("is shown before the question, which wants the name of the admin organisation", async function () {
    if (!hasTerminals()) this.skip();
    const { guardian } = network.people;
    const environment = { ...network.environment, NO_COLOR: "1" };
    const words = ["deploy", file, "--out", inScratch("asked"), "--from", guardian.address];
    const before = await network.blockNumber();
    const refused = await runOnTerminal(words, environment, [
      { after: /type ADMINORG/, type: "yes\r" },
      { after: /Type ADMINORG/, type: "adminorg\r" },
      { after: /Type ADMINORG[^]*Type ADMINORG/, type: "\r" },
    ]);
    expect(refused.screen).to.match(
      /chain +1337[^]*Deploy\? It cannot be undone\. To go on, type ADMINORG[^]*Nothing was sent\./,
    );
    expect(refused.code).to.equal(1);
    expect(await network.blockNumber()).to.equal(before);
    const sent = await runOnTerminal(words, environment, [{ after: /type ADMINORG/, type: "ADMINORG\r" }]);
    expect(sent.code, sent.screen).to.equal(0);
    expect(await network.blockNumber()).to.not.equal(before);
  });
});
