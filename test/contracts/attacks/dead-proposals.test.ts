import { expect } from "chai";
import { toBeHex, Wallet } from "ethers";
import { Op, PROPOSAL_LIFETIME, Setting } from "../../data/codes.js";
import {
  ADMIN_ORG,
  bootedSuite,
  type Connection,
  lastProposal,
  NETWORK_ADMIN,
  type Suite,
} from "../../helpers/contract-suite.js";
import { networkOfSuite } from "../../helpers/suite-network.js";
import { useFixture } from "../../helpers/use-fixture.js";
import { readOpenProposals } from "../../../src/read/read-proposals.js";

/** What a question may cost at most: a fifth of what GoQuorum's nodes allow. */
const GAS = 10_000_000n;
/** The bits of the number of proposals in the first word of the voters' manager. */
const PROPOSALS = 40n;

const LOOK_AHEAD = 8192n;

async function fixture(connection: Connection): Promise<Suite> {
  const s = await bootedSuite(connection);
  await s.as(s.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
  await s.as(s.admins[0]).withdraw(1);
  return s;
}

describe("Dead proposals keep no node from its answer", () => {
  const s = useFixture(fixture);

  /** As if so many proposals had been made, and had ended: an untouched record is no open one either. */
  async function bury(count: bigint): Promise<void> {
    const manager = await s.voters.getAddress();
    const totals = BigInt(await s.networkHelpers.getStorageAt(manager, 0));
    await s.networkHelpers.setStorageAt(manager, 0, toBeHex(totals + (count << PROPOSALS), 32));
  }

  async function propose(): Promise<bigint> {
    const someone = Wallet.createRandom();
    await s.as(s.admins[1]).assignAdminRole(ADMIN_ORG, someone.address, NETWORK_ADMIN);
    return await lastProposal(s);
  }

  const pending = (): Promise<bigint> =>
    s.permInterface.getPendingOp.staticCall(ADMIN_ORG, { gasLimit: GAS }).then(([, , , op]) => op);

  it("which asks what is pending: thousands in front of it cost less than it allows, and it is told the truth", async () => {
    await bury(8000n);
    await propose();
    expect(await pending()).to.equal(Op.ASSIGN_ADMIN);
  });

  it("even where they are more than can be looked at: then it is told of none, and soon the truth again", async () => {
    await bury(60_000n);
    const id = await propose();
    expect(await pending()).to.equal(0n);
    await bury(-(60_000n - 8000n));
    expect(await lastProposal(s)).to.equal(id - 52_000n);
    expect(await pending()).to.equal(0n);
  });

  it("each proposal, withdrawal and closing skips some for good", async () => {
    await bury(LOOK_AHEAD + 32n + 32n);
    await propose();
    expect(await pending()).to.equal(0n);
    await s.as(s.admins[1]).withdraw(await propose());
    expect(await pending()).to.equal(Op.ASSIGN_ADMIN);
  });

  it("a closing as well, by whomever", async () => {
    const id = await propose();
    await s.networkHelpers.time.increase(PROPOSAL_LIFETIME);
    await bury(LOOK_AHEAD + 40n);
    await propose();
    expect(await pending()).to.equal(0n);
    const {
      free: [stranger],
    } = s;
    await s.as(stranger).close(id);
    expect(await pending()).to.equal(Op.ASSIGN_ADMIN);
  });

  it("nor tools, which ask for the open ones: each call costs less than a node allows, and they find them all", async () => {
    const first = await propose();
    await bury(20_000n);
    const last = await propose();
    const page = await s.voters.getOpenProposals.staticCall(first, 100, { gasLimit: GAS });
    expect(page.map(({ id, state }) => [id, state])).to.deep.equal([[first + LOOK_AHEAD, 0n]]);
    const open = await readOpenProposals(await networkOfSuite(s));
    expect(open.map(({ id }) => BigInt(id))).to.deep.equal([first, last]);
  });

  it("nor tools that ask beyond the end, or for nothing", async () => {
    await bury(20_000n);
    expect(await s.voters.getOpenProposals(2n ** 256n - 1n, 100)).to.deep.equal([]);
    expect(await s.voters.getOpenProposals(20_001, 100)).to.deep.equal([]);
    expect(await s.voters.getOpenProposals(0, 0)).to.deep.equal([]);
  });
});
