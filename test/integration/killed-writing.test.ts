import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { nodeSigner } from "../../src/chain/signers.js";
import { addSubOrg } from "../../src/actions/orgs.js";
import { CommandNetwork, wordsOf } from "../helpers/command-network.js";
import { dyingAt } from "../helpers/breakage/dies-at-file-change.js";
import { IS_LONG } from "../helpers/breakage/long-form.js";
import type { Gatekeeper } from "../helpers/breakage/request-gate.js";
import { runGuarded } from "../helpers/breakage/killed-process.js";
import { LossReport } from "../helpers/breakage/loss-report.js";
import { ADMINS, enodeUrl } from "../../tools/shared/network-file.js";
import { runCommand, startCommand } from "../../tools/shared/processes.js";
import { withScratch } from "../../tools/shared/scratch.js";

/** In the short form some changes are left out; which ones is always the same. */
const [FIRST, STRIDE] = IS_LONG ? [1, 1] : [3, 16];

/** A transaction that waits for its signature. */
const UNSIGNED = "unsigned.json";

/** The files below a directory, with what they hold. */
function filesIn(directory: string): Record<string, string> {
  const found = readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();
  const files = found.filter((file) => statSync(path.join(directory, file)).isFile());
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(directory, file), "utf8")]));
}

/** An incomplete file has a name that no one looks for. */
const isUnfinished = (file: string): boolean => file.split(path.sep).some((part) => /^\..*\.tmp$/.test(part));

describe("a command that writes files", function () {
  this.timeout(1_200_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    await network.run(waiting(path.join(network.directory, UNSIGNED)));
  });

  /** Writes what admin1 is to sign. */
  function waiting(file: string): string {
    return `role add ADMINORG CLERK --access full --from ${network.people.admin1.address} --yes --unsigned ${file}`;
  }

  after(() => network.stop());

  /** Runs a command in a directory that holds what it needs, and nothing that it makes. */
  function runIn(directory: string, line: string, dieAt?: number) {
    prepare(directory);
    return runAgain(directory, line, dieAt);
  }

  function runAgain(directory: string, line: string, dieAt?: number) {
    const death = dieAt === undefined ? undefined : dyingAt(dieAt);
    const environment = { ...network.environment, ...death?.environment };
    return runCommand(wordsOf(line), { ...death, directory, environment });
  }

  function prepare(directory: string): void {
    mkdirSync(directory);
    const urls = [enodeUrl("a1", 21_000), enodeUrl("a2", 21_001)];
    writeFileSync(path.join(directory, "static-nodes.json"), JSON.stringify(urls));
    for (const file of ["network.json", UNSIGNED]) {
      cpSync(path.join(network.directory, file), path.join(directory, file));
    }
  }

  /** With the exit code of one that did it. */
  const commands: [what: string, line: () => Promise<string>, done?: number][] = [
    [
      "init",
      () => Promise.resolve(`init static-nodes.json --guardian ${ADMINS[0] ?? ""} --accounts ${ADMINS.join(" ")}`),
    ],
    ["bundle", () => Promise.resolve("bundle network.json --out deep/nodes")],
    ["export", async () => `export --out network-now.json --block ${await network.blockNumber()}`],
    [
      "export of one table",
      async () => `export --format csv --table accounts --out accounts.csv --block ${await network.blockNumber()}`,
    ],
    ["graph", () => Promise.resolve("graph --format svg --out network.svg")],
    ["export of tables", async () => `export --format csv --out tables --block ${await network.blockNumber()}`],
    ["a write with --unsigned", () => Promise.resolve(waiting("waiting.json")), 3],
    ["transaction sign", () => Promise.resolve(`transaction sign ${UNSIGNED} --signer ${network.url} --yes`)],
  ];
  for (const [what, lineOf, done = 0] of commands) {
    it(`${what}, killed at its changes of the file system: no half file, and the same in the end`, () =>
      withScratch(async (scratch) => {
        const line = await lineOf();
        const whole = path.join(scratch, "whole");
        const given = path.join(scratch, "given");
        prepare(given);
        const former = filesIn(given);
        const undisturbed = await runIn(whole, line);
        expect(undisturbed.code, undisturbed.stderr).to.equal(done);
        const expected = filesIn(whole);
        expect(Object.keys(expected).filter(isUnfinished)).to.deep.equal([]);

        const losses = new LossReport();
        let kills = 0;
        for (let change = FIRST; ; change += STRIDE) {
          const directory = path.join(scratch, String(change));
          const { code, signal, stderr } = await runIn(directory, line, change);
          if (signal === null) {
            expect(code, stderr).to.equal(done);
            break;
          }
          kills += 1;
          await losses.judge(async () => {
            const left = Object.entries(filesIn(directory)).filter(([file]) => !isUnfinished(file));
            for (const [file, text] of left)
              expect([former[file], expected[file]], `${file}, killed at change ${change}`).to.include(text);
            if (what === "init" && existsSync(path.join(directory, "network.yaml"))) return;
            const again = await runAgain(directory, line);
            expect(again.code, again.stderr).to.equal(done);
            expect(filesIn(directory), `killed at change ${change}`).to.deep.equal(expected);
          });
        }
        expect(kills).to.be.above(0);
        losses.report(what, { kills, runs: 2 * kills + 2 });
      }));
  }

  it("export of tables leaves the former ones, all of them, when its node fails in the middle", () =>
    withScratch(async (scratch) => {
      const directory = path.join(scratch, "tables");
      const line = `export --format csv --out ${directory}`;
      expect((await network.run(line)).code).to.equal(0);
      const former = filesIn(directory);
      const admin = network.people.admin1.address;
      const actor = { network: await network.now(), signer: nodeSigner(admin) };
      await addSubOrg(actor, { parent: "ADMINORG", org: "NEW" });

      let tables = 0;
      const failing: Gatekeeper = async ({ method }, forward) => {
        if (method === "eth_call") tables += 1;
        return tables > 3 ? { status: 401 } : forward();
      };
      const failed = await runGuarded(
        network.url,
        (url) => startCommand([...wordsOf(line), "--network", url], { environment: network.environment }),
        () => failing,
      );
      expect(failed.code, failed.stderr).to.equal(1);
      expect(filesIn(directory)).to.deep.equal(former);
      expect((await network.run(line)).code).to.equal(0);
      expect(filesIn(directory)["orgs.csv"]).to.include("ADMINORG.NEW");
    }));
});
