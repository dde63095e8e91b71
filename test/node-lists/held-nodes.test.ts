import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { listedUrl } from "../../src/model/enode.js";
import { latestBlock } from "../../src/network/network.js";
import { Action, NodeStatus } from "../data/codes.js";
import { type Town, town } from "../helpers/cast.js";
import { type Node, movedTo, voteThrough } from "../helpers/contract-suite.js";
import { allowEmergencies } from "../helpers/policies.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import { useFixture } from "../helpers/use-fixture.js";
import { firstBlockOf, listen, requireFiles } from "./listening.js";
import { KEYS } from "./lists.js";
import { ListeningNode } from "./node.js";

const HOUR = 60 * 60;

/** What a node lists of another one, and in which of its files that is. */
interface Listed {
  status: bigint;
  permissioned: boolean;
  disallowed: boolean;
}

const ACTIVE: Listed = { status: NodeStatus.APPROVED, permissioned: true, disallowed: false };
const DROPPED: Listed = { status: NodeStatus.DEACTIVATED, permissioned: false, disallowed: false };
const BANNED: Listed = { status: NodeStatus.BLACKLISTED, permissioned: false, disallowed: true };

describe("A node that an emergency measure holds", () => {
  const t = useFixture(town);
  const holder = () => t.as(t.admins[0]);
  const org1 = () => t.as(t.org1Admin);

  async function hold(duration = HOUR): Promise<void> {
    await holder().proposeHold("ORG1", ZeroAddress, t.node1[0], duration);
    await voteThrough(t);
  }

  /** Others list it like this in the end, and what the contracts hold after every block. */
  async function requireListed(expected: Listed, [enodeId, ip, port, raftPort]: Node = t.node1): Promise<void> {
    const chain = await networkOfSuite(t);
    const node = new ListeningNode();
    const last = await latestBlock(chain);
    for (let block = await firstBlockOf(t); block <= last; block++) {
      await listen(node, chain, block);
      requireFiles(node);
    }
    const url = listedUrl({ enodeId, ip, port, raftPort });
    const entry = node.lists.nodes.get(KEYS.node({ orgId: "ORG1", url, status: 0 }));
    const { permissioned, disallowed } = node.files;
    expect({
      status: BigInt(entry?.status ?? 0),
      permissioned: permissioned.has(url),
      disallowed: disallowed.has(url),
    }).to.deep.equal(expected);
  }

  type Title = string;
  const cases: [Title, Listed, (t: Town) => Promise<unknown>][] = [
    ["is listed as deactivated, and in no file", DROPPED, () => Promise.resolve()],
    ["stays so when its time is over, as long as nobody says so", DROPPED, () => t.networkHelpers.time.increase(HOUR)],
    [
      "is listed and in the file again once somebody has",
      ACTIVE,
      async () => {
        await t.networkHelpers.time.increase(HOUR);
        await t.as(t.stranger).endHold("ORG1", ZeroAddress, t.node1[0]);
      },
    ],
    ["and once a vote has lifted it", ACTIVE, () => hold(0)],
    [
      "stays deactivated when its end is recorded, if its organisation has deactivated it meanwhile",
      DROPPED,
      async () => {
        await org1().updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
        await hold(0);
      },
    ],
    [
      "stays blacklisted likewise",
      BANNED,
      async () => {
        await org1().updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
        await hold(0);
      },
    ],
    [
      "is shown as active when its organisation switches it off and on, though the checks refuse it",
      ACTIVE,
      async () => {
        await org1().updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
        await org1().updateNodeStatus("ORG1", ...t.node1, Action.ACTIVATE);
        expect(await t.permInterface.connectionAllowed(t.node1[0], t.node1[1], t.node1[2])).to.equal(false);
      },
    ],
  ];
  for (const [title, expected, meanwhile] of cases) {
    it(title, async () => {
      await allowEmergencies(t);
      await hold();
      await meanwhile(t);
      await requireListed(expected);
    });
  }

  it("is shown as active at another address, once its organisation has moved it", async () => {
    await allowEmergencies(t);
    await hold();
    const moved = movedTo(t.node1, "10.0.9.9");
    await org1().changeNodeAddress("ORG1", ...moved);
    await requireListed(DROPPED);
    await requireListed(ACTIVE, moved);
  });
});
