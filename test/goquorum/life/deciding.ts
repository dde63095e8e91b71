import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { readRule } from "../../../src/read/policies.js";
import { readVoters } from "../../../src/read/read-records.js";
import { readSettings } from "../../../src/read/read-settings.js";
import { walletOf } from "../people.js";
import type { Consortium } from "../consortium.js";
import { accountStatus, orgStatus, roleOf } from "./records.js";

/** The number of the operation "appoint an admin". */
const APPOINT = 4;

/** Who decides, and how votes are counted. */
export function deciding(consortium: () => Consortium): void {
  it("an organisation's admin is appointed: proposed in a console, approved by the command line", async () => {
    const { admin1, admin2, admin3 } = consortium();
    const next = walletOf("next admin of ORG2");
    await consortium().inConsole(admin2, "assignAdminRole", "ORG2", next.address, "ORGADMIN");
    await consortium().holds(accountStatus(next), "proposed");
    await consortium().approve(admin1, admin3);
    await consortium().holds(accountStatus(next), "active");
    expect(await roleOf(next)(await consortium().network())).to.equal("ORGADMIN");
  });

  it("a network admin is appointed: proposed by the command line, approved in a console", async () => {
    const { admin1, admin2 } = consortium();
    const fourth = walletOf("fourth network admin");
    await consortium().propose(admin1, "admin", "propose", "ADMINORG", fourth.address);
    await consortium().agrees();
    await consortium().inConsole(admin2, "approveAdminRole", "ADMINORG", fourth.address);
    await consortium().holds(async (network) => (await readVoters(network)).includes(fourth.address), true);
  });

  it("a network admin is unmade by vote, which consoles have no word for", async () => {
    const { admin1, admin3, admin2 } = consortium();
    const fourth = walletOf("fourth network admin");
    const id = await consortium().propose(admin1, "admin", "remove", fourth.address);
    await consortium().act(admin2, "proposal", "approve", id);
    await consortium().act(admin3, "proposal", "approve", id);
    await consortium().holds(async (network) => (await readVoters(network)).includes(fourth.address), false);
  });

  it("by the rule any, one vote decides", async () => {
    const { admin1 } = consortium();
    await consortium().decide("rule", "set", "appoint-admin", "any");
    await consortium().holds(async (network) => (await readRule(network, APPOINT)).kind, "any");
    const admin = walletOf("third admin of ORG2");
    expect(await consortium().act(admin1, "admin", "propose", "ORG2", admin.address)).to.match(
      /^Proposal \d+ is approved\.$/m,
    );
    await consortium().holds(roleOf(admin), "ORGADMIN");
  });

  it("IPs are no longer compared, by vote", async () => {
    const { admin1, admin3 } = consortium();
    const id = await consortium().propose(admin1, "setting", "set", "ip-check", "off");
    await consortium().act(admin3, "proposal", "approve", id);
    await consortium().holds(async (network) => (await readSettings(network)).ipCheck, false);
  });

  it("an organisation that is voted down is no longer there for the contracts", async () => {
    const { admin1, admin2, admin3, nodes } = consortium();
    const options = [
      "--node",
      formatEnode(nodes.imagine("node of ORG3")),
      "--admin",
      walletOf("admin of ORG3").address,
    ];
    const id = await consortium().propose(admin1, "org", "propose", "ORG3", ...options);
    await consortium().holds(orgStatus("ORG3"), "proposed");
    await consortium().act(admin2, "proposal", "reject", id);
    await consortium().act(admin3, "proposal", "reject", id);
    await consortium().holds(orgStatus("ORG3"), undefined);
  });
}
