import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { type Chain, countTransactions, openChain } from "../../src/chain/chain.js";
import { openInProcess } from "../../src/nodejs/in-process.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import { connectNetwork } from "../../src/network/network.js";
import { readNetworkFile } from "../../src/nodejs/network-files.js";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { differences, type Answers, takeAnswers } from "../../src/read/network-answers.js";
import { keySigner, nodeAccounts, nodeSigner } from "../../src/chain/signers.js";
import { transactionsOf } from "../helpers/chain-state.js";
import { dyingAt } from "../helpers/breakage/dies-at-file-change.js";
import { IS_LONG } from "../helpers/breakage/long-form.js";
import { type Gatekeeper, isSending } from "../helpers/breakage/request-gate.js";
import { entriesIn } from "../helpers/journal.js";
import { type Kill, killer, miner, type Moment, runGuarded } from "../helpers/breakage/killed-process.js";
import { LossReport } from "../helpers/breakage/loss-report.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Anvil, type Outcome, type Running, startAnvil, startCommand } from "../../tools/shared/processes.js";
import { withScratch } from "../../tools/shared/scratch.js";

const KEY = `0x${"2a".repeat(32)}`;
const CONTRACTS = 19;
/** The contracts, the link, policy, limits, two nodes, two accounts and the end of the boot. */
const STEPS = CONTRACTS + 8;

/** The boot begins after the link. */
const BOOT = CONTRACTS + 2;

/** The nodes and accounts of the boot are written down together before the first of them is sent. */
const TOGETHER = { first: CONTRACTS + 4, last: STEPS - 1 };

const isTogether = (step: number): boolean => step >= TOGETHER.first && step <= TOGETHER.last;

/** How many steps the journal has once this one is about to be sent. */
function knownAt(step: number): number {
  return step >= TOGETHER.first ? Math.max(step, TOGETHER.last) : step;
}

/** By turns, the moments at which a step is killed. */
type Turns = readonly (readonly Moment[])[];

/** Every step from the first one on is killed, the moments taking turns. Once the last step is done, nothing is asked any
 *  more. */
function everyStep(first: number, turns: Turns): Kill[] {
  const steps = Array.from({ length: STEPS - first + 1 }, (_, index) => first + index);
  const kills = steps.flatMap((step) => (turns[(step - 1) % turns.length] ?? []).map((moment) => ({ step, moment })));
  // Of those that are sent together, all have been sent once one of them is done.
  const done = kills.find(({ step, moment }) => isTogether(step) && moment === "done")?.step ?? STEPS;
  return kills.filter(({ step, moment }) => (step < STEPS || moment !== "done") && !(isTogether(step) && step > done));
}

/** In the long form each step has each turn once. */
function rotations(turns: Turns): Turns[] {
  const all = turns.map((_, index) => [...turns.slice(index), ...turns.slice(0, index)]);
  return IS_LONG ? all : all.slice(0, 1);
}

/** Who deployed, and where the files are. */
type Deployment = Record<"guardian" | "directory" | "configFile", string>;

/** What an undisturbed deployment leaves behind. */
async function undisturbed(): Promise<Answers> {
  return withScratch(async (directory) => {
    const chain = await openInProcess();
    const { address } = keySigner(KEY);
    await chain.impersonate(address);
    const network = readNetworkFile(writeNetworkFile(directory, address));
    return takeAnswers(await deployNetwork({ chain, network, directory, signers: [nodeSigner(address)] }));
  });
}

describe("portcullis deploy, as a process", function () {
  this.timeout(600_000);

  let anvil: Anvil;
  let chain: Chain;
  let expected: Answers;

  before(async () => {
    expected = await undisturbed();
  });

  async function useAnvil(...flags: string[]): Promise<void> {
    anvil = await startAnvil(...flags);
    chain = await openChain(httpRpc(anvil.url));
  }

  afterEach(() => anvil.stop());

  /** A deployment by a key, or by an account of the node. */
  async function begin(scratch: string, who: "key" | "node") {
    const [account = ""] = await nodeAccounts(chain);
    const guardian = who === "key" ? keySigner(KEY).address : account;
    const directory = path.join(scratch, "out");
    mkdirSync(directory);
    const signer = who === "key" ? [] : ["--from", guardian];
    const args = ["deploy", writeNetworkFile(scratch, guardian), ...signer, "--out", directory, "--yes"];
    const env = who === "key" ? { PORTCULLIS_PRIVATE_KEY: KEY } : {};
    const start = (url = anvil.url, ...more: string[]): Running =>
      startCommand([...args, ...more, "--network", url], { environment: env });
    const startBoot = (url: string): Running => {
      const config = ["--config", path.join(directory, "permission-config.json")];
      return startCommand(["boot", ...args.slice(1), ...config, "--network", url], { environment: env });
    };
    const startDying = (dieAt: number): Running => {
      const { environment, preload } = dyingAt(dieAt);
      return startCommand([...args, "--network", anvil.url], { environment: { ...env, ...environment }, preload });
    };
    return {
      guardian,
      directory,
      configFile: path.join(directory, "permission-config.json"),
      start,
      startBoot,
      startDying,
    };
  }

  /** All was sent once, and the network is as an undisturbed one; the journal has the hash of each transaction, but of
   *  those that the node alone could know. */
  async function requireWhole({ guardian, directory, configFile }: Deployment, unknown = 0): Promise<void> {
    const all = await transactionsOf(chain);
    const hashes = entriesIn(directory).flatMap(({ hash }) => hash ?? []);
    expect(all.map(({ hash }) => hash)).to.include.members(hashes);
    expect(hashes.length, "hashes in the journal").to.equal(STEPS - unknown);
    expect(all.length, "transactions sent").to.equal(STEPS);
    expect(all.filter(({ to }) => to === null).length, "contracts created").to.equal(CONTRACTS);
    for (const { type, gasPrice } of all) expect([type, gasPrice]).to.deep.equal(["0x0", "0x0"]);
    expect(await countTransactions(chain.rpc, guardian, "pending"), "sent by the guardian").to.equal(STEPS);
    const network = await connectNetwork(chain, readPermissionConfig(configFile));
    expect(differences(expected, await takeAnswers(network)), "another network").to.deep.equal([]);
  }

  const cases: [name: string, who: "key" | "node", turns: Turns][] = [
    ["a key", "key", [["sent", "done"], ["prepared"], ["answered"], ["prepared", "answered"]]],
    ["an account of the node", "node", [["answered"], ["done"], ["prepared"], ["sent"]]],
  ];
  for (const [name, who, turns] of cases) {
    for (const rotation of rotations(turns)) {
      it(`signed by ${name}, killed at every step, ends as if nothing had happened`, () =>
        withScratch(async (scratch) => {
          const kills = everyStep(1, rotation);
          await useAnvil("--no-mining");
          const begun = await begin(scratch, who);
          const { directory, configFile, start } = begun;
          const losses = new LossReport();
          for (const kill of kills) {
            const { signal, stderr } = await runGuarded(anvil.url, start, killer(directory, kill, miner(chain)));
            expect(signal, `${kill.moment} at ${kill.step}: ${stderr}`).to.equal("SIGKILL");
            await losses.judge(() => {
              expect(entriesIn(directory).length, `steps known after ${kill.moment}`).to.equal(knownAt(kill.step));
              expect(existsSync(configFile), `a configuration at step ${kill.step}`).to.equal(false);
            });
          }
          const { code, stderr } = await runGuarded(anvil.url, start, () => miner(chain));
          expect(code, stderr).to.equal(0);
          const unknown = kills.filter(({ moment }) => who === "node" && moment === "sent").length;
          await losses.judge(() => requireWhole(begun, unknown));
          losses.report(name, { kills: kills.length, runs: kills.length + 1 });
        }));
    }
  }

  for (const rotation of rotations([["prepared"], ["sent"], ["answered"], ["done"]])) {
    it("and booted by a boot that is killed at every step, ends as if nothing had happened", () =>
      withScratch(async (scratch) => {
        await useAnvil("--no-mining");
        const begun = await begin(scratch, "key");
        const { directory, start, startBoot } = begun;
        const deployed = await runGuarded(
          anvil.url,
          (url) => start(url, "--without-boot"),
          () => miner(chain),
        );
        expect(deployed.code, deployed.stderr).to.equal(0);
        const kills = everyStep(BOOT, rotation);
        const losses = new LossReport();
        for (const kill of kills) {
          const { signal, stderr } = await runGuarded(anvil.url, startBoot, killer(directory, kill, miner(chain)));
          expect(signal, `${kill.moment} at ${kill.step}: ${stderr}`).to.equal("SIGKILL");
          await losses.judge(() => {
            expect(entriesIn(directory).length, `steps known after ${kill.moment}`).to.equal(knownAt(kill.step));
          });
        }
        const { code, stderr } = await runGuarded(anvil.url, startBoot, () => miner(chain));
        expect(code, stderr).to.equal(0);
        await losses.judge(() => requireWhole(begun));
        losses.report("boot", { kills: kills.length, runs: kills.length + 1 });
      }));
  }

  it("knows all that it has sent, wherever it is killed while it writes", () =>
    withScratch(async (scratch) => {
      await useAnvil();
      const begun = await begin(scratch, "key");
      const { directory, startDying } = begun;
      const losses = new LossReport();
      let kills = 0;
      // Each run gets further than the one before, and is killed at another change of the file system.
      for (let change = 1; ; change += IS_LONG ? 1 : 12) {
        const { code, signal, stderr } = await startDying(change).ended;
        await losses.judge(async () => {
          const sent = (await transactionsOf(chain)).length;
          expect(sent, `sent before change ${change}`).to.be.at.most(entriesIn(directory).length);
        });
        if (signal === null) {
          expect(code, stderr).to.equal(0);
          break;
        }
        kills += 1;
      }
      await losses.judge(() => requireWhole(begun));
      losses.report("writing", { kills, runs: kills + 1 });
    }));

  it("leaves no permission-config.json or all of it, wherever it is killed while it writes that", () =>
    withScratch(async (scratch) => {
      await useAnvil();
      const { configFile, start, startDying } = await begin(scratch, "key");
      const { code, stderr } = await start().ended;
      expect(code, stderr).to.equal(0);
      const written = readFileSync(configFile, "utf8");
      const seen = new Set<boolean>();
      for (let change = 1; ; change += 1) {
        rmSync(configFile, { force: true });
        const { signal } = await startDying(change).ended;
        const isThere = existsSync(configFile);
        seen.add(isThere);
        if (isThere) expect(readFileSync(configFile, "utf8"), `change ${change}`).to.equal(written);
        if (signal === null) break;
      }
      expect([...seen]).to.deep.equal([false, true]);
      expect((await transactionsOf(chain)).length).to.equal(STEPS);
    }));

  it("does not ask a node for its accounts where a key signs everything", () =>
    withScratch(async (scratch) => {
      await useAnvil();
      const { start } = await begin(scratch, "key");
      const asked = new Set<string>();
      const listen: Gatekeeper = ({ method }, forward) => {
        asked.add(method);
        return forward();
      };
      const { code, stderr } = await runGuarded(anvil.url, start, () => listen);
      expect(code, stderr).to.equal(0);
      expect(asked).to.include("eth_sendRawTransaction").and.not.include("eth_accounts");
    }));

  it("is refused while another one runs in the same directory, and with a changed network file", () =>
    withScratch(async (scratch) => {
      await useAnvil();
      const { guardian, directory, start } = await begin(scratch, "key");
      let other: Outcome | undefined;
      const keeper =
        (running: Running): Gatekeeper =>
        async (request, forward) => {
          const answer = await forward();
          if (!isSending(request)) return answer;
          other = await start().ended;
          running.child.kill("SIGKILL");
          return answer;
        };
      await runGuarded(anvil.url, start, keeper);
      expect(other?.code).to.equal(1);
      expect(other?.stderr).to.match(/\nProcess \d+ is deploying into the same directory\.\n {2}Wait for it/);
      expect(await countTransactions(chain.rpc, guardian, "pending")).to.equal(1);
      writeNetworkFile(scratch, guardian, { depth: 5 });
      const changed = await start().ended;
      expect(changed.code).to.equal(1);
      expect(changed.stderr).to.match(/^The network file has changed since the deployment was started\.\n {2}Undo/);
      expect(entriesIn(directory).length).to.equal(1);
      expect(await countTransactions(chain.rpc, guardian, "pending")).to.equal(1);
    }));
});
