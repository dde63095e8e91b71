import { expect } from "chai";
import type { HistoryEntry } from "../../../src/audit/history/history-entry.js";
import type { Consortium } from "../consortium.js";
import { send } from "./transactions.js";

/** What a node should never log, in whatever it meets. */
const ALARMS = /panic|BAD BLOCK|invalid merkle root|Fatal|crashed/;

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** What every comparison of lists asks for. */
const LISTS = ["orgList", "nodeList", "acctList", "roleList", "getOrgDetails"];

/** The functions by which a console reads those lists. */
const GETTER = /^get(Org|Node|Acct|Role)List$/;

/** What can be said of the whole life. */
export function ending(consortium: () => Consortium): void {
  it("restarted, every node lists all that the contracts hold, and takes transactions", async () => {
    await consortium().nodes.restartAll();
    await consortium().agreesInFull();
    expect(await consortium().compareLists())
      .to.include("was voted down.")
      .and.not.include("The node was moved.");
    const { clerk, orgAdmin } = consortium();
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  it("the history tells who did what at what time, whoever sent it, and whatever a block's time is counted in", async () => {
    const { admin1, admin2, orgAdmin } = consortium();
    const lines = (await consortium().read(admin1, "history", "--json")).trimEnd().split("\n");
    const entries = lines.map((line) => JSON.parse(line) as HistoryEntry);
    expect(entries[0]?.function).to.equal("constructor");
    const move = entries.find((entry) => entry.function === "changeNodeAddress");
    expect(move?.who).to.equal(orgAdmin.address);
    const inConsole = entries.filter(({ who }) => who === admin2.address).map((entry) => entry.function);
    expect(inConsole).to.include.members(["approveOrg", "addOrg", "approveOrgStatus", "startBlacklistedNodeRecovery"]);
    for (const { time } of entries) expect(Date.now() - Date.parse(time)).to.be.within(-SECOND, HOUR);
  });

  it("every function of the consoles' permission API was used", async () => {
    const api = await consortium().admin1.node.read<string[]>("Object.keys(quorumPermission)");
    expect([...consortium().called, ...LISTS]).to.include.members(api.filter((name) => !GETTER.test(name)));
  });

  it("no node met anything that it could not cope with", () => {
    const alarms = consortium()
      .nodes.nodes.flatMap((node) => node.log(0).split("\n"))
      .filter((line) => ALARMS.test(line));
    expect(alarms).to.deep.equal([]);
  });
}
