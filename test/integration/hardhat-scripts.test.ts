import path from "node:path";
import { expect } from "chai";
import { openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { nodeAccounts } from "../../src/chain/signers.js";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { enodeUrl, writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Outcome, runWithHardhat, startAnvil } from "../../tools/shared/processes.js";
import { withScratch } from "../../tools/shared/scratch.js";

const INTERFACE = /Nodes call (0x[0-9a-fA-F]{40})\./;
const APPROVED = /^Proposal 1 to add an organisation \(ORG1, .*\) is approved, with 2 for and 0 against\.$/m;

describe("the scripts for Hardhat", function () {
  this.timeout(300_000);

  it("rehearse on a chain inside the process", () =>
    withScratch(async (directory) => {
      const environment = { PORTCULLIS_OUT: directory };
      const file = path.join(directory, "rehearsal/permission-config.json");
      for (const again of [false, true]) {
        const deployed = await runWithHardhat("deploy", [], environment);
        expect(deployed.code, deployed.stderr).to.equal(0);
        expect(deployed.stdout).to.match(/^Deployed and booted on default, chain 1337\./m);
        expect(deployed.stdout).to.include(`This was a rehearsal. Its nodes would read ${file}`);
        expect(readPermissionConfig(file).interfaceAddress, again ? "again" : "at first").to.equal(
          INTERFACE.exec(deployed.stdout)?.[1],
        );
      }
      const proposed = await runWithHardhat("propose-org", [], environment);
      expect(proposed.code, proposed.stderr).to.equal(0);
      expect(proposed.stdout).to.match(APPROVED);
    }));

  it("deploy on the node that the environment names, and propose an organisation there", () =>
    withScratch(async (directory) => {
      const anvil = await startAnvil();
      try {
        const accounts = await nodeAccounts(await openChain(httpRpc(anvil.url)));
        const [guardian = "", ...others] = accounts;
        const networkFile = writeNetworkFile(directory, guardian, { accounts: others.slice(0, 3) });
        const config = path.join(directory, "permission-config.json");
        const environment = {
          PORTCULLIS_NETWORK: anvil.url,
          PORTCULLIS_NETWORK_FILE: networkFile,
          PORTCULLIS_OUT: directory,
          PORTCULLIS_CONFIG: config,
        };
        const run = (name: string, more: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
          runWithHardhat(name, ["--network", "consortium"], { ...environment, ...more });

        const deployed = await run("deploy");
        expect(deployed.code, deployed.stderr).to.equal(0);
        expect(deployed.stdout).to.match(/^Deployed and booted on consortium, chain 1337\./m);
        expect(readPermissionConfig(config).interfaceAddress).to.equal(INTERFACE.exec(deployed.stdout)?.[1]);

        const unsaid = await run("propose-org");
        expect(unsaid.code).to.equal(2);
        expect(unsaid.stderr).to.match(/^PORTCULLIS_ORG is not set\.\n {2}Put the organisation's name into/m);

        const [, , , , orgAdmin = ""] = accounts;
        const org = {
          PORTCULLIS_ORG: "ORG1",
          PORTCULLIS_ORG_ADMIN: orgAdmin,
          PORTCULLIS_ORG_NODE: enodeUrl("b1", 21005),
        };
        const proposed = await run("propose-org", org);
        expect(proposed.code, proposed.stderr).to.equal(0);
        expect(proposed.stdout).to.include(`${others[0] ?? ""} opened proposal 1.`);
        expect(proposed.stdout.match(/ voted for it\.$/gm)).to.have.length(2);
        expect(proposed.stdout).to.match(APPROVED);

        const refused = await run("propose-org", org);
        expect(refused.code).to.equal(1);
        expect(refused.stderr).to.match(/^0x\w{40} .*\.\n {2}\S.*\.$/m);
      } finally {
        await anvil.stop();
      }
    }));

  it("say who has to sign", () =>
    withScratch(async (directory) => {
      const anvil = await startAnvil();
      try {
        const environment = { PORTCULLIS_NETWORK: anvil.url, PORTCULLIS_OUT: directory };
        const { code, stderr } = await runWithHardhat("deploy", ["--network", "consortium"], environment);
        expect(code).to.equal(1);
        expect(stderr).to.match(/^Nobody signs here for the guardian 0x\w{40}\.\n {2}Unlock the account/m);
      } finally {
        await anvil.stop();
      }
    }));
});
