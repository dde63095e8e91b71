import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { latestBlock } from "../../src/network/network.js";
import { type Town, town } from "../helpers/cast.js";
import { Action } from "../data/codes.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import {
  ADMIN_ORG,
  makeAdmin,
  movedTo,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  voteDown,
  voteThrough,
} from "../helpers/contract-suite.js";
import { compareLists, type Lists as OwnLists } from "../../src/read/node-lists/compare-lists.js";
import { type DifferenceReason, REASONS } from "../../src/read/node-lists/difference-reasons.js";
import { allowEmergencies } from "../helpers/policies.js";
import { useFixture } from "../helpers/use-fixture.js";
import { type DifferenceName, DIFFERENCES, NAMES, settled } from "./differences.js";
import { type Lists, type ListsHeld, listsHeld, sorted } from "./lists.js";
import { ListeningNode } from "./node.js";
import { eventsOf } from "./reference.js";

const HOUR = 60 * 60;
const newcomer = nodeNamed("newcomer");

async function proposeOrg3(t: Town): Promise<void> {
  await t.as(t.admins[0]).addOrg("ORG3", ...newcomer, t.stranger);
}

/** What brings each of them about. */
const OCCASIONS: Record<DifferenceName, (t: Town) => Promise<unknown>> = {
  "an organisation that was voted down stays, with status 0": async (t) => {
    await proposeOrg3(t);
    await voteDown(t);
  },
  "an account that was let go stays, with status 0": async (t) => {
    await t.as(t.admins[0]).assignAdminRole(ADMIN_ORG, t.stranger, NETWORK_ADMIN);
    await voteDown(t);
  },
  "a free node stays, as deactivated, with the organisation that wanted it": async (t) => {
    await proposeOrg3(t);
    await voteDown(t);
  },
  "a free node that another organisation took in stays with the former one too, as deactivated": async (t) => {
    await proposeOrg3(t);
    await voteDown(t);
    await t.as(t.org1Admin).addNode("ORG1", ...newcomer);
  },
  "a node that an emergency measure holds, or held, is deactivated until its end is recorded": async (t) => {
    await allowEmergencies(t);
    await t.as(t.admins[0]).proposeHold("ORG1", ZeroAddress, t.node1[0], 3600);
    await voteThrough(t);
  },
  "the old URL of a moved node stays, as deactivated": (t) =>
    t.as(t.org1Admin).changeNodeAddress("ORG1", ...movedTo(t.node1, "10.0.9.9")),
  "the admin role of an organisation that is proposed, or was voted down, is not listed": proposeOrg3,
  "an admin by a role of the organisation's own stays one, when a vote has replaced who gave it": (t) =>
    makeAdmin(t, "ORG1", t.free[0], ORG_ADMIN),
  "an admin by a role of the organisation's own stays one, when that was given until a time that is over": async (
    t,
  ) => {
    const end = (await t.networkHelpers.time.latest()) + HOUR;
    await t.as(t.org1Admin).assignAccountRoleUntil(t.stranger, "ORG1", "DEPUTY", end);
    await t.networkHelpers.time.increaseTo(end);
  },
  "an organisation whose suspension has ended stays suspended until that is recorded": async (t) => {
    const end = (await t.networkHelpers.time.latest()) + HOUR;
    await t.as(t.admins[0]).suspendOrgUntil("ORG2", end);
    await voteThrough(t);
    await t.networkHelpers.time.increaseTo(end);
  },
  "an organisation whose status changed has lost its sub-organisations, but for later ones": async (t) => {
    await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
    await voteDown(t);
    await t.as(t.org1Admin).addSubOrg("ORG1", "SUB2", "", "", 0, 0);
  },
};

/** What `node-lists compare` says of each of them. */
const REASON_OF: Record<DifferenceName, DifferenceReason> = {
  "an organisation that was voted down stays, with status 0": "voted-down",
  "an account that was let go stays, with status 0": "let-go",
  "a free node stays, as deactivated, with the organisation that wanted it": "free-node",
  "a free node that another organisation took in stays with the former one too, as deactivated": "former-org",
  "a node that an emergency measure holds, or held, is deactivated until its end is recorded": "held",
  "the old URL of a moved node stays, as deactivated": "former-address",
  "the admin role of an organisation that is proposed, or was voted down, is not listed": "role-not-told",
  "an admin by a role of the organisation's own stays one, when a vote has replaced who gave it": "admin-ended",
  "an admin by a role of the organisation's own stays one, when that was given until a time that is over": "ended",
  "an organisation whose suspension has ended stays suspended until that is recorded": "suspension-ended",
  "an organisation whose status changed has lost its sub-organisations, but for later ones": "sub-orgs-forgotten",
};

/** As a node prints them. */
function asPrinted({ orgs, nodes, accounts, roles }: Lists): OwnLists {
  return {
    organisations: [...orgs.values()],
    nodes: [...nodes.values()],
    accounts: [...accounts.values()],
    roles: [...roles.values()],
  };
}

function compare(atNode: Lists, { markedNodes, returnedOrgs, endedAccounts, ...held }: ListsHeld) {
  return compareLists(asPrinted(atNode), { ...asPrinted(held), markedNodes, returnedOrgs, endedAccounts });
}

function reasons(atNode: Lists, held: ListsHeld): (DifferenceReason | null)[] {
  return compare(atNode, held).map(({ reason }) => reason);
}

/** What the contracts hold, and what two nodes list: one that was there all the time, and one that starts now. */
async function lists(t: Town): Promise<{ held: ListsHeld; told: Lists; read: Lists }> {
  const chain = await networkOfSuite(t);
  const last = await latestBlock(chain);
  const node = new ListeningNode();
  for (let block = 1n; block <= last; block++) for (const event of await eventsOf(chain, block)) node.hear(event);
  return { held: await listsHeld(chain), told: node.lists, read: (await ListeningNode.start(chain, last)).lists };
}

describe("A node lists otherwise than the contracts", () => {
  const t = useFixture(town);

  for (const name of NAMES) {
    const { fromTheStart } = DIFFERENCES[name];
    const others = NAMES.filter((each) => each !== name);

    it(`${name}${fromTheStart ? "" : "; until it is restarted"}`, async () => {
      await OCCASIONS[name](t);
      const { held, told, read } = await lists(t);
      const agree = (lists: Lists): boolean => isDeepStrictEqual(sorted(settled(others, lists, held)), sorted(held));
      expect(sorted(settled(NAMES, told, held))).to.deep.equal(sorted(held));
      expect({ told: agree(told), read: agree(read) }).to.deep.equal({ told: false, read: !fromTheStart });

      const [heard, started] = [reasons(told, held), reasons(read, held)];
      expect([...heard, ...started]).to.not.include(null);
      expect(heard).to.include(REASON_OF[name]);
      expect(started.includes(REASON_OF[name])).to.equal(fromTheStart);
    });
  }

  it("each for a reason that the tools know, but for a cache that is full", () => {
    expect([...Object.values(REASON_OF), "cache-full"]).to.have.members(REASONS);
  });

  it("and what differs in any other way has no known reason", async () => {
    const { held, told } = await lists(t);
    const [org, node, account, role] = [told.orgs, told.nodes, told.accounts, told.roles].map(
      (list) => [...list.values()].at(-1) as { status: number; active: boolean } | undefined,
    );
    if (org === undefined || node === undefined || account === undefined || role === undefined)
      throw new Error("empty");
    [org.status, node.status, account.status, role.active] = [4, 4, 4, !role.active];
    expect(reasons(told, held)).to.deep.equal([null, null, null, null]);
    const nothing: Lists = { orgs: new Map(), nodes: new Map(), accounts: new Map(), roles: new Map() };
    expect(new Set(reasons(nothing, held))).to.deep.equal(new Set([null]));
    expect(compare(nothing, held)[0]).to.include({ atNode: null, list: "organisations" });
  });
});
