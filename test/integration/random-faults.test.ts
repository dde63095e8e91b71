import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { proposeOrg } from "../../src/actions/orgs.js";
import type { Actor } from "../../src/actions/perform.js";
import { castVote } from "../../src/actions/votes.js";
import { type Chain, getBlockNumber, openChain } from "../../src/chain/chain.js";
import { isNodeError } from "../../src/chain/node-errors.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { bootNetwork } from "../../src/nodejs/deployment/boot-network.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import { PortcullisError } from "../../src/errors/error.js";
import { connectNetwork, type Network } from "../../src/network/network.js";
import { readNetworkFile } from "../../src/nodejs/network-files.js";
import { permissionConfig } from "../../src/network/permission-config/permission-config.js";
import { readSnapshot } from "../../src/read/read-snapshot.js";
import type { Signer } from "../../src/chain/signers.js";
import { upgradeImplementation } from "../../src/actions/upgrade/upgrade.js";
import { sentSince } from "../helpers/chain-state.js";
import { CONNECTION_FAULTS, type Fault, faulty } from "../helpers/breakage/connection-faults.js";
import { IS_LONG } from "../helpers/breakage/long-form.js";
import { LossReport } from "../helpers/breakage/loss-report.js";
import { throughGate } from "../helpers/breakage/lost-requests.js";
import { enodeIdOf, writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Anvil, startAnvil } from "../../tools/shared/processes.js";
import { tryRandomly } from "../helpers/random.js";
import { withScratch } from "../../tools/shared/scratch.js";
import { signersOf } from "../helpers/signers.js";

/** Contracts, link, policy, limits, two nodes, the account, the end of the boot; a proposal and its vote; an upgrade. */
const TRANSACTIONS = 19 + 1 + 6 + 2 + 2;
const NEWCOMER = "0x0fBDc686b912d7722dc86510934589E0AAf3b55A";
const WAITS = { receipt: 20_000, sending: 20_000, lag: 2_000 };
/** How often a command that a bad connection has ended is run again. */
const MOST_RUNS = 100;

const LIVES = IS_LONG ? 25 : 1;

/** What is refused because an earlier run has done it. */
const DONE_ALREADY = ["OrgExists", "AccountInUse", "SubjectHasProposal", "AlreadyVoted", "ProposalNotOpen"];

/** A third of all requests suffer something. */
const fate = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom<Fault>(...CONNECTION_FAULTS) },
);
/** A life takes seconds: looking for a shorter plan would take hours. */
const plans = fc.noShrink(fc.array(fate, { minLength: 600, maxLength: 900 }));

describe("a network's life through a connection that drops, delays, repeats, reorders and fails", function () {
  this.timeout(3_600_000);

  let anvil: Anvil;
  let chain: Chain;
  const figures = { faults: 0, runs: 0 };

  beforeEach(async () => {
    anvil = await startAnvil();
    chain = await openChain(httpRpc(anvil.url));
  });

  afterEach(() => anvil.stop());

  /** Runs something as often as it takes. */
  async function persist(work: () => Promise<unknown>): Promise<void> {
    for (let run = 1; run <= MOST_RUNS; run += 1) {
      figures.runs += 1;
      try {
        await work();
        return;
      } catch (error) {
        if (error instanceof PortcullisError && DONE_ALREADY.includes(error.code)) return;
        const passes = isNodeError(error) || (error instanceof PortcullisError && error.code === "SENDING_UNCERTAIN");
        if (!passes) throw error;
      }
    }
    throw new Error(`not done after ${MOST_RUNS} runs`);
  }

  /** From nothing to an upgraded network with one more organisation. */
  async function live(bad: Chain, signer: Signer, directory: string): Promise<Network> {
    const network = readNetworkFile(writeNetworkFile(directory, signer.address, { accounts: [signer.address] }));
    const options = { chain: bad, network, directory, signers: [signer] };
    let deployed: Network | undefined;
    await persist(async () => {
      deployed = await deployNetwork({ ...options, withoutBoot: true });
    });
    if (deployed === undefined) throw new Error("not deployed");
    const config = permissionConfig(network, deployed);
    await persist(() => bootNetwork({ ...options, config }));
    const actor: Actor = { network: deployed, signer };
    const node = { enodeId: enodeIdOf("b1"), ip: "10.0.0.1", port: 30303, raftPort: 0 };
    await persist(() => proposeOrg(actor, { org: "ORG1", node, admin: NEWCOMER }));
    await persist(() => castVote(actor, { id: 1, support: true }));
    await persist(() => upgradeImplementation(actor));
    return connectNetwork(chain, config);
  }

  async function endOf(signer: Signer, plan: readonly (Fault | undefined)[]) {
    const begin = (await getBlockNumber(chain.rpc)) + 1n;
    const { keeper, count } = faulty(plan);
    const network = await withScratch((scratch) => {
      const directory = path.join(scratch, "out");
      mkdirSync(directory);
      return throughGate(anvil.url, keeper, (bad) => live(bad, signer, directory), WAITS);
    });
    figures.faults += count();
    const { orgs, roles, accounts, nodes, networkAdmins, openProposals, rules } = await readSnapshot(network);
    const { sent, failed } = await sentSince(chain, begin);
    const held = { orgs, roles, accounts, nodes, networkAdmins, openProposals, rules };
    return { held, sent: sent[signer.address.toLowerCase()], failed };
  }

  const signers = [
    ["a key", "key"],
    ["an account of the node", "node"],
  ] as const;
  for (const [name, who] of signers) {
    it(`signed by ${name} ends as without it, and nothing is sent twice`, async function () {
      const signer = (await signersOf(chain))[who];
      const expected = await endOf(signer, []);
      expect([expected.sent, expected.failed]).to.deep.equal([TRANSACTIONS, 0]);
      Object.assign(figures, { faults: 0, runs: 0 });
      const losses = new LossReport();
      let lives = 0;
      const property = fc.asyncProperty(plans, async (plan) => {
        const place = lives++;
        const end = await endOf(signer, plan);
        await losses.judge(() => expect(end, `the life at PORTCULLIS_PATH=${place}`).to.deep.equal(expected));
      });
      await tryRandomly(this, LIVES, property);
      losses.report(`signed by ${name}`, figures);
    });
  }
});
