import { expect } from "chai";
import { parseConsortiumFile } from "../../../../src/consortium/file/consortium-file.js";
import { foundings, isFounder } from "../../../../src/consortium/founding/founding.js";
import { groupGenesis } from "../../../../src/consortium/genesis/group-genesis.js";
import { enodeIdOf } from "../../../../tools/shared/network-file.js";
import { at, starAfter } from "../star.js";

const SECOND_ADMIN = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";

describe("The groups that an agency founds", () => {
  const star = parseConsortiumFile(
    starAfter(({ agencies, nodes }) => {
      at(agencies, 1).admins.push(SECOND_ADMIN);
      const more = { group: "group1", enodeId: enodeIdOf("7e"), port: 30_399, rpcPort: 8_599 };
      nodes.push({ name: "node9", agency: "B", host: "10.0.0.9", runs: [more] });
    }),
  );
  const foundedBy = (index: number) => foundings(star, at(star.agencies, index));

  it("are those in which it has nodes, each with its own node, and the other members", () => {
    const all = foundedBy(0);
    expect(all.map(({ group, url, others }) => [group.name, url, others.map(({ org }) => org)])).to.deep.equal([
      ["group1", "http://127.0.0.1:8545", ["B"]],
      ["group2", "http://127.0.0.1:8555", ["C"]],
      ["group3", "http://127.0.0.1:8565", ["D"]],
    ]);
    for (const { group, hash, network } of all) {
      expect(hash).to.equal(groupGenesis(star, group).hash);
      expect([network.adminOrg, network.accounts]).to.deep.equal(["A", at(star.agencies, 0).admins]);
      expect(network.nodes).to.have.length(1);
    }
    expect(foundedBy(3).map(({ group }) => group.name)).to.deep.equal(["group3"]);
  });

  it("say what members have besides their first node and admin", () => {
    const [first, second] = foundedBy(0);
    expect(first?.left.map(({ org, nodes, accounts }) => [org, nodes.map(({ ip }) => ip), accounts])).to.deep.equal([
      ["B", ["10.0.0.9"], [SECOND_ADMIN]],
    ]);
    expect(second?.left).to.deep.equal([]);
  });

  it("are decided by its own admins, in whatever spelling", () => {
    const [founding = expect.fail()] = foundedBy(0);
    expect(isFounder(founding, at(at(star.agencies, 0).admins, 0).toLowerCase())).to.equal(true);
    expect(isFounder(founding, SECOND_ADMIN)).to.equal(false);
  });
});
