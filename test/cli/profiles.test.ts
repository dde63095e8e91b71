import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { CommandNetwork } from "../helpers/command-network.js";
import type { Outcome } from "../../tools/shared/processes.js";

describe("profiles", function () {
  this.timeout(60_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1 } = network.people;
    const given = `--network ${network.url} --config ${network.configFile} --from ${admin1.address}`;
    const { code, stderr } = await alone(`profile add local ${given}`);
    expect(code, stderr).to.equal(0);
  });

  after(() => network.stop());

  /** With nothing but what the profile and these variables say. */
  function alone(line: string, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const nothing = { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined };
    const home = { XDG_CONFIG_HOME: path.join(network.directory, "home") };
    return network.run(line, undefined, { environment: { ...nothing, ...home, ...environment } });
  }

  const kept = (): string => path.join(network.directory, "home/portcullis/profiles.json");

  it("are kept where the system's conventions want it, with the chain of the node", async () => {
    expect(JSON.parse(readFileSync(kept(), "utf8"))).to.deep.equal({
      profiles: {
        local: {
          network: network.url,
          config: network.configFile,
          from: network.people.admin1.address,
          chainId: 1337,
        },
      },
    });
    expect((await alone("profile list")).stdout).to.match(/^local +1337 +http:\S+$/m);
    expect((await alone("profile show local")).stdout).to.match(/^account +0x\w{40}$/m);
    expect(JSON.parse((await alone("profile list --json")).stdout)).to.have.length(1);
  });

  it("say what is not given, by option or by the environment, and every write names the profile", async () => {
    expect((await alone("org list --profile local")).code).to.equal(0);
    const { code, stderr } = await alone("rule set add-org all --dry-run", { PORTCULLIS_PROFILE: "local" });
    expect(code, stderr).to.equal(0);
    expect(stderr)
      .to.match(new RegExp(`^ {2}as {3}${network.people.admin1.address}, signed by the node$`, "m"))
      .and.to.match(/^ {2}on {3}chain 1337, http:\S+, profile local$/m);
    const file = path.join(network.directory, "network.json");
    const planned = await alone(`deploy ${file} --dry-run --profile local --from ${network.people.guardian.address}`);
    expect(planned.stdout, planned.stderr).to.match(/^profile +local$/m);
  });

  it("give way to options, to variables and to a key", async () => {
    const { admin2, orgAdmin } = network.people;
    const lines: [line: string, environment: NodeJS.ProcessEnv, who: string][] = [
      [`rule set add-org all --dry-run --profile local --from ${admin2.address}`, {}, admin2.address],
      ["rule set add-org all --dry-run --profile local", { PORTCULLIS_FROM: admin2.address }, admin2.address],
      ["upgrade --deploy-only --dry-run --profile local", orgAdmin.environment, orgAdmin.address],
    ];
    for (const [line, environment, who] of lines) {
      expect((await alone(line, environment)).stderr, line).to.match(new RegExp(`^ {2}as {3}${who}, signed`, "m"));
    }
    const elsewhere = await alone("status --profile local --network http://127.0.0.1:9");
    expect(elsewhere.stderr).to.include("No JSON-RPC node answers at http://127.0.0.1:9.");
  });

  it("refuse a node of another chain", async () => {
    await alone(`profile add other --network ${network.url} --config ${network.configFile} --chain 1`);
    const { code, stderr } = await alone("status --profile other");
    expect(code).to.equal(1);
    expect(stderr).to.match(/^The node at \S+ is of chain 1337, and the profile other is for chain 1\.\n/);
    expect((await alone("profile remove other")).code).to.equal(0);
    expect((await alone("profile list")).stdout).to.not.include("other");
  });

  it("hold no secret, and are not overwritten", async () => {
    const url = network.url.replace("http://", "http://user:secret@");
    const outcomes = [
      await alone(`profile add secret --network ${url} --chain 1337`),
      await alone(`profile add local --network ${network.url}`),
      await alone("profile add empty"),
      await alone("profile add a/b --chain 1"),
      await alone("status --profile nobody"),
      await alone("profile show nobody"),
    ];
    expect(outcomes.map(({ code, stderr }) => [code, stderr.split("\n")[0]])).to.deep.equal([
      [1, "The node's URL holds what may be a secret, which a profile does not keep."],
      [1, 'There is a profile "local" already.'],
      [2, "The profile would be empty."],
      [2, 'name: "a/b" is not a name.'],
      [2, '--profile: There is no profile "nobody".'],
      [1, 'There is no profile "nobody".'],
    ]);
    expect(readFileSync(kept(), "utf8")).to.not.include("secret");
    for (const { stderr } of outcomes) expect(stderr).to.not.include("user:secret");
  });

  it("are not thrown away when their file cannot be read", async () => {
    const before = readFileSync(kept(), "utf8");
    writeFileSync(kept(), before.slice(0, -4));
    const outcomes = [await alone("profile list"), await alone(`profile add more --config ${network.configFile}`)];
    for (const { code, stderr } of outcomes) {
      expect(code).to.equal(1);
      expect(stderr).to.match(/profiles\.json does not hold profiles\.\n/);
    }
    expect(readFileSync(kept(), "utf8")).to.equal(before.slice(0, -4));
    writeFileSync(kept(), before);
  });
});
