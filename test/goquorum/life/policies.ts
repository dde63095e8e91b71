import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import { readRoles } from "../../../src/read/read-records.js";
import { poll } from "../poll.js";
import type { Person } from "../people.js";
import type { Consortium } from "../consortium.js";
import { nodeStatus, orgStatus } from "./records.js";

const BY_ORGANISATIONS = `policies:
  - operations: [suspend-org, restore-org]
    rule: majority
    roles: [network admin, organisation admin]
`;

const resolutionsWait = (delay: string): string => `policies:
  - operations: [resolve]
    rule: majority
    roles: [network admin, organisation admin]
    delay: ${delay}
    veto: [the guardian]
`;

const RESOLUTION = `changes:
  - role add ORG1 TRADER --access transfer+call
  - setting set account-limit 500 --org ORG1
`;

const PATIENCE = 60_000;

/** Organisations decide, several changes at once, and what passes waits: of all that consoles know nothing. */
export function policies(consortium: () => Consortium): void {
  it("organisations decide on suspensions, which consoles propose as before", async () => {
    const { admin1, admin2, admin3, orgAdmin } = consortium();
    await consortium().decide("policy", "set", consortium().write("by-organisations.yaml", BY_ORGANISATIONS));
    await consortium().inConsole(admin2, "updateOrgStatus", "ORG2", 1);
    await consortium().holds(orgStatus("ORG2"), "suspension proposed");
    const id = await poll("the proposal", PATIENCE, () => consortium().oldest());
    await consortium().act(admin1, "proposal", "approve", id);
    expect(await consortium().refusal(admin3, "proposal", "approve", id)).to.include("already voted");
    await consortium().act(orgAdmin, "proposal", "approve", id);
    await consortium().holds(orgStatus("ORG2"), "suspended");
  });

  it("votes that are signed at home are sent by somebody else, and a console's lists follow", async () => {
    const { admin1, orgAdmin } = consortium();
    const id = await consortium().propose(admin1, "org", "restore", "ORG2");
    const file = consortium().file("vote.json");
    await consortium().act(orgAdmin, "proposal", "sign", id, "--out", file);
    expect(await consortium().act(admin1, "proposal", "submit", file)).to.include("is approved");
    await consortium().holds(orgStatus("ORG2"), "approved");
  });

  it("a resolution waits, and the guardian stops it, through a node that takes nothing else from it", async () => {
    const { guardian, orgAdmin, admin1, admin2 } = consortium();
    await consortium().decide("policy", "set", consortium().write("long.yaml", resolutionsWait("1 day")));
    const id = await resolutionThatPassed(admin1, admin2);
    expect(await consortium().refusal(orgAdmin, "proposal", "execute", id)).to.include("has passed, and waits until");
    await consortium().agrees();
    await consortium().act(guardian, "proposal", "veto", id);
    expect((await readProposal(await consortium().network(), Number(id))).state).to.equal("rejected");
    await consortium().holds(hasTrader, false);
  });

  it("what has waited is carried out by anybody", async () => {
    const { orgAdmin, admin1, admin2 } = consortium();
    await consortium().decide("policy", "set", consortium().write("short.yaml", resolutionsWait("10 seconds")));
    // Whoever proposed what was stopped waits before it proposes the same again.
    const id = await resolutionThatPassed(admin2, admin1);
    await afterTheDelay(id);
    await consortium().act(orgAdmin, "proposal", "execute", id);
    await consortium().holds(hasTrader, true);
  });

  it("what an organisation did alone opens a proposal, which the console that sent it does not know", async () => {
    const { admin1, admin2, admin3, orgAdmin, nodes } = consortium();
    await consortium().decide("rule", "set", "add-node", "majority");
    const voted = nodes.imagine("voted node");
    await consortium().inConsole(orgAdmin, "addNode", "ORG1", formatEnode(voted));
    const id = await poll("the proposal", PATIENCE, () => consortium().oldest());
    expect(await consortium().read(admin1, "proposal", "show", id))
      .to.include("add a node")
      .and.include("ORG1");
    expect(await nodeStatus(voted)(await consortium().network())).to.equal(undefined);
    await consortium().act(admin2, "proposal", "approve", id);
    await consortium().act(admin3, "proposal", "approve", id);
    await consortium().holds(nodeStatus(voted), "approved");
    await consortium().decide("rule", "set", "add-node", "self");
  });

  it("as at first, a console's proposal and the approvals of two other consoles suffice", async () => {
    const { admin1, admin2, admin3 } = consortium();
    for (const operation of ["resolve", "suspend-org", "restore-org"]) {
      await consortium().decide("rule", "set", operation, "majority");
    }
    // Consoles know nothing of it, and it keeps them from nothing.
    const other = await consortium().propose(admin3, "setting", "set", "account-limit", "400");
    await consortium().inConsole(admin1, "updateOrgStatus", "ORG2", 1);
    await consortium().holds(orgStatus("ORG2"), "suspension proposed");
    for (const each of [admin2, admin3]) await consortium().inConsole(each, "approveOrgStatus", "ORG2", 1);
    await consortium().holds(orgStatus("ORG2"), "suspended");
    await consortium().inConsole(admin1, "updateOrgStatus", "ORG2", 2);
    await consortium().holds(orgStatus("ORG2"), "restoration proposed");
    for (const each of [admin2, admin3]) await consortium().inConsole(each, "approveOrgStatus", "ORG2", 2);
    await consortium().holds(orgStatus("ORG2"), "approved");
    await consortium().act(admin3, "proposal", "withdraw", other);
  });

  async function resolutionThatPassed(proposer: Person, second: Person): Promise<string> {
    const file = consortium().write("resolution.yaml", RESOLUTION);
    const id = await consortium().propose(proposer, "resolution", "propose", file);
    // A setting needs the network admins, resolutions need the organisations.
    await consortium().act(consortium().orgAdmin, "proposal", "approve", id);
    await consortium().act(second, "proposal", "approve", id);
    return id;
  }

  /** On Raft there is a new block, and with it a later time, only when something is sent. */
  async function afterTheDelay(id: string): Promise<void> {
    const { admin1 } = consortium();
    const network = await consortium().network();
    const until = Date.parse((await readProposal(network, Number(id))).expiresAt);
    await poll("the end of the delay", PATIENCE, () => Promise.resolve(Date.now() > until ? true : undefined));
    await consortium().inConsole(admin1, "addNewRole", "ADMINORG", "CLOCK", 0, false, false);
  }

  const hasTrader = async (network: Parameters<typeof readRoles>[0]): Promise<boolean> =>
    (await readRoles(network)).some(({ org, name, active }) => org === "ORG1" && name === "TRADER" && active);
}
