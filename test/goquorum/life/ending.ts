import { expect } from "chai";
import type { World } from "../world.js";

/** What a node should never log, in whatever it meets. */
const ALARMS = /panic|BAD BLOCK|invalid merkle root|Fatal|crashed/;

/** Properties of the API that list and need no account. */
const LISTS = ["orgList", "nodeList", "acctList", "roleList", "getOrgDetails"];

/** What can be said of the whole life. */
export function ending(world: () => World): void {
  it("restarted, every node lists the same from the contracts as it listed from their events", async () => {
    await world().nodes.restartAll();
    await world().agrees();
  });

  it("every function of the consoles' permission API was used", async () => {
    const api = await world().admin1.node.read<string[]>("Object.keys(quorumPermission)");
    expect([...world().called, ...LISTS]).to.include.members(api.filter((name) => name !== "extend"));
  });

  it("no node met anything that it could not cope with", () => {
    const alarms = world()
      .nodes.nodes.flatMap((node) => node.wholeLog().split("\n"))
      .filter((line) => ALARMS.test(line));
    expect(alarms).to.deep.equal([]);
  });
}
