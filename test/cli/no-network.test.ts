import { mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { CommandNetwork } from "../helpers/command-network.js";
import { codeOfGoQuorumInterface } from "../helpers/goquorum-interface.js";

/** Nobody's contract yet. */
const PLACE = "0x00000000000000000000000000000000000000a1";

describe("the commands, where there is no network of Portcullis's", function () {
  this.timeout(60_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });

  after(() => network.stop());

  function emptyDirectory(name: string): string {
    const directory = path.join(realpathSync(network.directory), name);
    mkdirSync(path.join(directory, "deployment"), { recursive: true });
    return directory;
  }

  it("say before a deployment that there is none, and where they looked", async () => {
    const directory = emptyDirectory("empty");
    const environment = { PORTCULLIS_CONFIG: undefined };
    const outcomes = await Promise.all(
      ["status", "org list", "history"].map((line) => network.run(line, undefined, { directory, environment })),
    );
    for (const { code, stdout, stderr } of outcomes) {
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.equal(
        "No network is deployed here yet: there is no permission-config.json in " +
          `${directory}, nor in ${path.join(directory, "deployment")}.\n` +
          "  If there is a network, go where its file is, name it with --config FILE or in PORTCULLIS_CONFIG, or get it from a network admin. Only who founds a network writes it, with portcullis deploy.\n",
      );
    }
  });

  it("say that a deployment has not come to its end", async () => {
    const directory = emptyDirectory("begun");
    const journal = path.join(directory, "deployment/deployment.json");
    writeFileSync(journal, "{}");
    const environment = { PORTCULLIS_CONFIG: undefined };
    const { code, stderr } = await network.run("status", undefined, { directory, environment });
    expect(code).to.equal(1);
    expect(stderr)
      .to.include(`The deployment here has not come to its end: there is ${journal}, but no permission-config.json`)
      .and.to.include("Run portcullis deploy again");
  });

  for (const model of ["v1", "v2"] as const) {
    it(`recognise GoQuorum's own contracts of model ${model}`, async () => {
      await network.chain.rpc.send("anvil_setCode", [PLACE, codeOfGoQuorumInterface(model)]);
      const file = path.join(network.directory, `${model}.json`);
      const config = JSON.parse(readFileSync(network.configFile, "utf8")) as object;
      writeFileSync(file, JSON.stringify({ ...config, interfaceAddress: PLACE }));
      const said = `is the interface of GoQuorum's own permission contracts, model ${model}.`;
      const [status, check] = await Promise.all([
        network.run(`status --config ${file}`),
        network.run(`check --config ${file}`),
      ]);
      expect(status.stderr).to.include(said).and.to.include("(quorumPermission)");
      expect(check.stdout).to.include(said);
      expect([status.code, check.code]).to.deep.equal([1, 1]);
    });
  }
});
