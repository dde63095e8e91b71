import { expect } from "chai";
import { readNode } from "../../../src/read/read-records.js";
import type { Proposal } from "../../../src/model/records.js";
import { networkAt } from "./network.js";
import { GROUP_NAMES, GROUPS, type GroupName, type Star } from "./star.js";

/** Who decides in which group, and what of it shows in others. */
export function deciding(star: () => Star): void {
  it("A's organisation has voted in all groups, each on a chain of its own", async () => {
    for (const group of GROUP_NAMES) {
      const listed = await star()
        .of("A")
        .type(`proposal list --all --json ${star().of("A").at(group)}`);
      const proposals = JSON.parse(listed) as Proposal[];
      expect(
        proposals.map(({ operation, about, state, votesFor }) => [operation, about.org, state, votesFor]),
      ).to.deep.equal([["add-org", GROUPS[group][1], "approved", 1]]);
    }
  });

  it("a member acts through its own node, and what it does shows in its group alone", async () => {
    for (const [name, group] of [
      ["B", "group1"],
      ["C", "group2"],
    ] as const) {
      const member = star().of(name);
      const done = await member.type(`org add-sub ${name} SUB --keystore admin.key --yes --json ${member.at(group)}`);
      const { hash } = JSON.parse(done) as { hash: string };
      for (const other of GROUP_NAMES) {
        const found = await star().of("A").rpc(other).send("eth_getTransactionByHash", [hash]);
        expect(found === null, `${name} in ${other}`).to.equal(other !== group);
        const orgs = await star()
          .of("A")
          .type(`org list --json ${star().of("A").at(other)}`);
        expect(orgs.includes(`${name}.SUB`), `${name} in ${other}`).to.equal(other === group);
      }
    }
  });

  it("what is signed for one group is refused in the others", async () => {
    const b = star().of("B");
    const line = `org add-sub B OTHER --keystore admin.key --yes --json ${b.at("group1")}`;
    const { hash } = JSON.parse(await b.type(line)) as { hash: string };
    const raw = await b.rpc("group1").send("eth_getRawTransactionByHash", [hash]);
    for (const group of ["group2", "group3"] as const) {
      const refused = await star()
        .of("A")
        .rpc(group)
        .send("eth_sendRawTransaction", [raw])
        .then(() => "taken", String);
      expect(refused, group).to.match(/invalid sender|chain id/);
    }
  });

  it("the contracts of a group know the nodes of its members, and of nobody else", async () => {
    for (const group of GROUP_NAMES) {
      const network = await networkAt(star().of("A"), group);
      const expected: GroupName[] = [group];
      for (const other of GROUP_NAMES) {
        const [, member] = GROUPS[other];
        const { enodeId } = star().of(member).enode(other);
        const found = await readNode(network, enodeId);
        expect(found?.org, `${member} in ${group}`).to.equal(expected.includes(other) ? member : undefined);
      }
    }
  });
}
