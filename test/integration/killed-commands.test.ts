import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getAddress } from "ethers";
import { getBlockNumber } from "../../src/chain/chain.js";
import { readSnapshot } from "../../src/read/read-snapshot.js";
import { sentSince } from "../helpers/chain-state.js";
import { as, CommandNetwork, wordsOf } from "../helpers/command-network.js";
import { IS_LONG } from "../helpers/breakage/long-form.js";
import { type Gatekeeper, isSending } from "../helpers/breakage/request-gate.js";
import { killerAt, miner, runGuarded } from "../helpers/breakage/killed-process.js";
import { LossReport } from "../helpers/breakage/loss-report.js";
import { type Outcome, type Running, startCommand } from "../../tools/shared/processes.js";
import { DECISIONS, makeProposable, PROPOSALS, RELEASES } from "../helpers/proposable.js";

describe("a command that sends, killed at its requests and run again", function () {
  this.timeout(1_200_000);

  let network: CommandNetwork;
  let begin: bigint;

  before(async () => {
    network = await CommandNetwork.deploy();
    if (IS_LONG) await makeProposable(network);
    begin = (await getBlockNumber(network.chain.rpc)) + 1n;
    await network.chain.rpc.send("evm_setAutomine", [false]);
  });

  after(() => network.stop());

  function run(line: string, keeper: (running: Running) => Gatekeeper): Promise<Outcome> {
    const start = (url: string): Running => {
      const environment = { ...network.environment, PORTCULLIS_NETWORK: url };
      return startCommand(wordsOf(line), { environment });
    };
    return runGuarded(network.url, start, keeper);
  }

  /** Runs it to its end. */
  const finish = (line: string): Promise<Outcome> => run(line, () => miner(network.chain));

  /** All that the chain holds and all that was sent to it. */
  async function state() {
    const now = await network.now();
    const held = await readSnapshot(now);
    const openProposals = held.openProposals.map((proposal) => ({ ...proposal, expiresAt: "" }));
    return { ...held, block: 0, openProposals, ...(await sentSince(network.chain, begin)) };
  }

  /** Does it on the chain as it was, which is left as it was. */
  async function onACopy<T>(work: () => Promise<T>): Promise<T> {
    const copy = await network.chain.rpc.send("evm_snapshot", []);
    try {
      return await work();
    } finally {
      await network.chain.rpc.send("anvil_dropAllTransactions", []);
      await network.chain.rpc.send("evm_revert", [copy]);
    }
  }

  /** The requests at which it is killed: in the short form those at which its transaction is in the pool, and in a block;
   *  otherwise all, but of many questions to contracts in a row the first and the last. */
  function momentsOf(requests: readonly string[]): number[] {
    const asks = (place: number): boolean => requests[place - 1] === "eth_call";
    const all = requests.map((_, index) => index + 1);
    if (IS_LONG) return all.filter((place) => !asks(place - 1) || !asks(place) || !asks(place + 1));
    const sendings = all.filter((place) => isSending({ method: requests[place - 1] ?? "" }));
    return sendings.flatMap((place) => [place, place + 3]);
  }

  /** Runs it again as whoever reads what it says would: a proposal that is there already is voted for. */
  async function again(line: string): Promise<void> {
    const { code, stderr } = await finish(line);
    const wayOut = /portcullis (proposal approve \d+)/.exec(stderr)?.[1];
    if (code === 0 || wayOut === undefined) return;
    const voted = await finish(`${wayOut} ${as(network.people.admin1)}`);
    expect(voted.code, voted.stderr).to.equal(0);
  }

  async function killAndRepeat(what: string, line: string): Promise<void> {
    const requests: string[] = [];
    const expected = await onACopy(async () => {
      const mine = miner(network.chain);
      const { code, stderr } = await run(line, () => (request, forward) => {
        requests.push(request.method);
        return mine(request, forward);
      });
      expect(code, stderr).to.equal(0);
      return state();
    });
    const moments = momentsOf(requests);
    const losses = new LossReport();
    for (const moment of moments) {
      await onACopy(async () => {
        const { signal } = await run(line, killerAt(moment, miner(network.chain)));
        expect(signal, `request ${moment}`).to.equal("SIGKILL");
        await losses.judge(async () => {
          await again(line);
          expect(await state(), `killed at request ${moment}, ${requests[moment - 1] ?? ""}`).to.deep.equal(expected);
        });
      });
    }
    losses.report(what, { kills: moments.length, runs: 2 * moments.length + 1 });
  }

  type Command = [what: string, line: () => string | Promise<string>];

  /** Roles, accounts that need them, and nodes: several of them are in flight at once. */
  function importLine(): string {
    const file = path.join(network.directory, "import.json");
    const address = (index: number): string => getAddress(`0x${String(index).repeat(40)}`);
    const roles = [{ org: "ADMINORG", role: "CLERK", access: "transfer" }];
    const accounts = [1, 2, 3].map((index) => ({ org: "ADMINORG", account: address(index), role: "CLERK" }));
    writeFileSync(file, JSON.stringify({ roles, accounts }));
    return `import ${file} ${as(network.people.admin1)}`;
  }

  /** A write that is signed in a file: the same line sends it then. */
  async function signedLine(file: string): Promise<string> {
    const line = `role add ADMINORG READER --access transfer ${as(network.people.admin1)} --unsigned ${file}`;
    const written = await network.run(line);
    expect(written.code, written.stderr).to.equal(3);
    const signed = await network.run(`transaction sign ${file} --signer ${network.url} --yes`);
    expect(signed.code, signed.stderr).to.equal(0);
    return line;
  }

  async function sendLine(): Promise<string> {
    const file = path.join(network.directory, "sent.json");
    await signedLine(file);
    return `transaction send ${file} --yes`;
  }

  const signedElsewhere: Command[] = [
    ["transaction send", sendLine],
    ["a write that was signed elsewhere", () => signedLine(path.join(network.directory, "signed.json"))],
  ];
  const upgrades: Command[] = [
    ["upgrade", () => `upgrade ${as(network.people.guardian)}`],
    ["upgrade --deploy-only", () => `upgrade --deploy-only ${as(network.people.admin1)}`],
  ];
  const releases = (IS_LONG ? RELEASES : []).map(([what, rest]): Command => {
    return [what, () => `${what} ${rest} ${as(network.people.stranger)}`];
  });
  // All of them propose in the same way; the short form is content with the first.
  const proposals = PROPOSALS.slice(0, IS_LONG ? undefined : 1).map(([what, rest]): Command => {
    return [what, () => `${what} ${rest(network)} ${as(network.people.admin1)}`];
  });
  const imports: Command[] = [["import", importLine]];
  for (const [what, lineOf] of [...upgrades, ...releases, ...proposals, ...imports, ...signedElsewhere]) {
    it(`${what} ends as if nothing had happened, and sends nothing twice`, async () => {
      await killAndRepeat(what, await lineOf());
    });
  }

  for (const [what, who, prepare] of IS_LONG ? DECISIONS : []) {
    it(`${what} ends as if nothing had happened, and sends nothing twice`, () =>
      onACopy(async () => {
        await network.chain.rpc.send("evm_setAutomine", [true]);
        const rest = await prepare(network);
        begin = (await getBlockNumber(network.chain.rpc)) + 1n;
        await network.chain.rpc.send("evm_setAutomine", [false]);
        await killAndRepeat(what, `${what} ${rest} ${as(who(network))}`);
      }));
  }
});
