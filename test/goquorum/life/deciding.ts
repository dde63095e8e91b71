import { expect } from "chai";
import { formatEnode } from "../../../src/enode.js";
import { readRule } from "../../../src/read/proposals.js";
import { readVoters } from "../../../src/read/records.js";
import { readSettings } from "../../../src/read/settings.js";
import { walletOf } from "../people.js";
import type { World } from "../world.js";
import { accountStatus, orgStatus, roleOf } from "./records.js";

/** The number of the operation "appoint an admin". */
const APPOINT = 4;

/** Who decides, and how votes are counted. */
export function deciding(world: () => World): void {
  it("an organisation's admin is appointed: proposed in a console, approved by the command line", async () => {
    const { admin1, admin2, admin3 } = world();
    const next = walletOf("next admin of ORG2");
    await world().inConsole(admin2, "assignAdminRole", "ORG2", next.address, "ORGADMIN");
    await world().holds(accountStatus(next), "proposed");
    await world().approve(admin1, admin3);
    await world().holds(accountStatus(next), "active");
    expect(await roleOf(next)(await world().network())).to.equal("ORGADMIN");
  });

  it("a network admin is appointed: proposed by the command line, approved in a console", async () => {
    const { admin1, admin2 } = world();
    const fourth = walletOf("fourth network admin");
    await world().propose(admin1, "admin", "propose", "ADMINORG", fourth.address);
    await world().agrees();
    await world().inConsole(admin2, "approveAdminRole", "ADMINORG", fourth.address);
    await world().holds(async (network) => (await readVoters(network)).includes(fourth.address), true);
  });

  it("a network admin is unmade by vote, which consoles have no word for", async () => {
    const { admin1, admin3, admin2 } = world();
    const fourth = walletOf("fourth network admin");
    const id = await world().propose(admin1, "admin", "remove", fourth.address);
    await world().act(admin2, "proposal", "approve", id);
    await world().act(admin3, "proposal", "approve", id);
    await world().holds(async (network) => (await readVoters(network)).includes(fourth.address), false);
  });

  it("by the rule any, one vote decides", async () => {
    const { admin1, admin2 } = world();
    const id = await world().propose(admin1, "rule", "set", "appoint-admin", "any");
    await world().act(admin2, "proposal", "approve", id);
    await world().holds(async (network) => (await readRule(network, APPOINT)).kind, "any");
    const admin = walletOf("third admin of ORG2");
    expect(await world().act(admin1, "admin", "propose", "ORG2", admin.address)).to.match(
      /^Proposal \d+ is approved\.$/m,
    );
    await world().holds(roleOf(admin), "ORGADMIN");
  });

  it("ips are compared no more, by vote", async () => {
    const { admin1, admin3 } = world();
    const id = await world().propose(admin1, "rule", "ip-check", "off");
    await world().act(admin3, "proposal", "approve", id);
    await world().holds(async (network) => (await readSettings(network)).ipCheck, false);
  });

  it("an organisation that is voted down is no longer there for the contracts", async () => {
    const { admin1, admin2, admin3, nodes } = world();
    const options = [
      "--node",
      formatEnode(nodes.imagine("node of ORG3")),
      "--admin",
      walletOf("admin of ORG3").address,
    ];
    const id = await world().propose(admin1, "org", "propose", "ORG3", ...options);
    await world().holds(orgStatus("ORG3"), "proposed");
    await world().act(admin2, "proposal", "reject", id);
    await world().act(admin3, "proposal", "reject", id);
    await world().holds(orgStatus("ORG3"), undefined);
  });
}
