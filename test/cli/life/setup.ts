import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { connectNetwork } from "../../../src/network/network.js";
import { readPermissionConfig } from "../../../src/nodejs/config-file.js";
import { readSettings } from "../../../src/read/read-settings.js";
import { enodeIdOf, enodeUrl } from "../../../tools/shared/network-file.js";
import type { Chapter } from "./chapter.js";

/** A second network on the same chain, in a directory of its own. */
export const setup: Chapter = (network) => {
  const directory = (): string => path.join(network().directory, "second");
  const networkFile = (): string => path.join(directory(), "..", "second.yaml");
  const config = (): string => path.join(directory(), "permission-config.json");
  const here = () => ({ environment: { PORTCULLIS_CONFIG: config() } });

  async function booted(): Promise<boolean> {
    return (await readSettings(await connectNetwork(network().chain, readPermissionConfig(config())))).booted;
  }

  it("init: a network file begins with the nodes' own list", async () => {
    const { guardian, admin1, admin2, admin3 } = network().people;
    const nodes = path.join(network().directory, "static-nodes.json");
    writeFileSync(nodes, JSON.stringify([enodeUrl("d1", 21_000)]));
    const people = `--guardian ${guardian.address} --accounts ${admin1.address} ${admin2.address} ${admin3.address}`;
    const { code, stdout, stderr } = await network().run(`init ${nodes} --out ${networkFile()} ${people}`);
    expect([code, stdout], stderr).to.deep.equal([0, `${networkFile()}\n`]);
    expect(stderr).to.include(`portcullis deploy ${networkFile()} --rehearse`);
    const again = await network().run(`init ${nodes} --out ${networkFile()} ${people}`);
    expect([again.code, again.stdout]).to.deep.equal([1, ""]);
    expect(again.stderr).to.match(/second\.yaml already exists\.\n/);
  });

  it("profile add, profile list, profile show, profile remove: a name for a network", async () => {
    const environment = { XDG_CONFIG_HOME: path.join(network().directory, "profiles") };
    const run = (line: string) => network().run(line, undefined, { environment });
    const added = await run(`profile add second --network ${network().url}`);
    expect([added.code, added.stdout], added.stderr).to.deep.equal([0, ""]);
    expect((await run("profile list")).stdout).to.match(/^second +1337 +http/m);
    expect((await run("profile show second")).stdout).to.match(/^chain +1337$/m);
    expect((await run("profile remove second")).code).to.equal(0);
    expect((await run("profile list")).stdout).to.match(/^There is no profile yet; they are kept in /);
  });

  it("check: a network file is complete, and a broken one is told with every mistake", async () => {
    const nowhere = { environment: { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined } };
    const broken = path.join(network().directory, "broken.yaml");
    writeFileSync(broken, readFileSync(networkFile(), "utf8").replace(/^guardian:.*$/m, "guardian: nobody"));
    const [good, bad] = await Promise.all([
      network().run(`check ${networkFile()}`, undefined, nowhere),
      network().run(`check ${broken}`, undefined, nowhere),
    ]);
    expect([good.code, good.stderr]).to.deep.equal([0, ""]);
    expect(good.stdout)
      .to.include("✓")
      .and.to.match(/^0 errors, 0 warnings$/m);
    expect(bad.code).to.equal(1);
    expect(bad.stdout)
      .to.match(/broken\.yaml:\d+:\d+/)
      .and.to.match(/^1 error, /m);
  });

  it("deploy --rehearse: sends nothing", async () => {
    const before = await network().blockNumber();
    const { code, stderr, stdout } = await network().run(`deploy ${networkFile()} --rehearse`);
    expect([code, stdout], stderr).to.deep.equal([0, ""]);
    expect(stderr)
      .to.match(/^done {3}deploy OrgManager /m)
      .and.to.match(/The rehearsal succeeded, with [\d,]+ gas\. To deploy, leave out --rehearse/);
    expect(await network().blockNumber()).to.equal(before);
  });

  it("deploy --without-boot, boot: the boot waits for a boot operator", async () => {
    const { guardian } = network().people;
    const deployed = await network().run(`deploy ${networkFile()} --out ${directory()} --without-boot --yes`, guardian);
    expect([deployed.code, deployed.stdout], deployed.stderr).to.deep.equal([0, `${config()}\n`]);
    expect(await booted()).to.equal(false);
    const early = await network().run(`check ${networkFile()}`, undefined, here());
    expect(early.stdout).to.include("The network has not booted");
    const state = await network().run("status", undefined, here());
    expect([state.code, state.stderr]).to.deep.equal([0, ""]);
    expect(state.stdout).to.match(
      /^network +chain 1337, block \d+, not booted yet\nguardian .*\nimplementation .*\n\n! The network has not booted.*\n {2}Boot it with .*: portcullis boot\.\n$/,
    );

    const done = await network().run(`boot ${networkFile()} --yes`, guardian, here());
    expect([done.code, done.stdout], done.stderr).to.deep.equal([0, ""]);
    expect(done.stderr)
      .to.match(/^done {3}end the boot /m)
      .and.to.match(/^The network has booted\.$/m);
    expect(await booted()).to.equal(true);
  });

  it("check: a deployment that is as it should be", async () => {
    const { code, stdout, stderr } = await network().run(`check ${networkFile()}`, undefined, here());
    expect([code, stderr], stdout).to.deep.equal([0, ""]);
    for (const subject of ["The network file", "The configuration", "The chain", "The deployment"]) {
      expect(stdout).to.match(new RegExp(`^${subject}`, "m"));
    }
  });

  it("bundle: a folder for each node, of the network file or of the network", async () => {
    const [planned, present] = ["planned", "present"].map((name) => path.join(directory(), name));
    const outcomes = await Promise.all([
      network().run(`bundle ${networkFile()} --out ${planned}`, undefined, here()),
      network().run(`bundle --out ${present}`),
    ]);
    for (const { code, stderr } of outcomes) expect(code, stderr).to.equal(0);
    const folder = `node-${enodeIdOf("d1").slice(0, 16)}`;
    expect(readdirSync(planned ?? "")).to.deep.equal([folder]);
    expect(outcomes[0].stdout).to.equal(`${path.join(planned ?? "", folder)}\n`);
    expect(readdirSync(path.join(planned ?? "", folder))).to.have.members([
      ...["README.txt", "permission-config.json", "permissioned-nodes.json", "static-nodes.json"],
    ]);
    expect(readdirSync(present ?? "")).to.have.length(5);
  });
};
