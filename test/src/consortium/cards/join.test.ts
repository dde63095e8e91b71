import { expect } from "chai";
import { type AdmitOptions, admitAgency, invitationToJoin } from "../../../../src/consortium/cards/join.js";
import { joinSteps } from "../../../../src/consortium/cards/join-steps.js";
import { makeCard } from "../../../../src/consortium/cards/card.js";
import type { Consortium } from "../../../../src/consortium/file/consortium.js";
import { parseConsortiumFile } from "../../../../src/consortium/file/consortium-file.js";
import { genesisText } from "../../../../src/consortium/genesis/genesis.js";
import { groupGenesis } from "../../../../src/consortium/genesis/group-genesis.js";
import { textAtHand } from "../../../../src/util/text-source.js";
import { enodeIdOf } from "../../../../tools/shared/network-file.js";
import { MADE } from "../../../helpers/certificates.js";
import { at, starAfter } from "../star.js";
import { adminKey, type AgencyName, partOf } from "./star-cards.js";

/** The star, with the admins' accounts whose keys the tests have. */
function star(change: Parameters<typeof starAfter>[0] = () => undefined): Consortium {
  return parseConsortiumFile(
    starAfter((file) => {
      for (const agency of file.agencies) agency.admins = partOf(agency.name as AgencyName).admins;
      change(file);
    }),
  );
}

/** What comes of D's card for group1: with a node of its own that runs in group3 already, and with a new one. */
async function admitted(consortium: Consortium, change: Parameters<typeof partOf>[1] = () => undefined) {
  const invitation = invitationToJoin(consortium, { agency: { name: "D" }, groups: ["group1"], file: "star.yaml" });
  const isRaft = consortium.groups[0]?.consensus === "raft";
  const part = partOf("D", (own) => {
    for (const [index, enodeId] of [enodeIdOf("e1"), enodeIdOf("e2")].entries()) {
      const raft = isRaft ? { raftPort: 50500 + index } : {};
      const run = { group: "group1", enodeId, port: 30400 + index, rpcPort: 8600 + index, validator: true, ...raft };
      if (index === 0) at(own.nodes, 0).runs = [run];
      else own.nodes.push({ name: "node5", host: "127.0.0.1", runs: [run] });
    }
    change(own);
  });
  const text = await makeCard(part, invitation, { key: adminKey("D"), certificates: [] });
  const card = textAtHand("D.card.json", text);
  const options: AdmitOptions = {
    consortium,
    invitation,
    place: "D.invitation.json",
    card,
    file: "new.yaml",
    time: MADE,
  };
  return { ...admitAgency(options), given: part };
}

describe("An agency of the consortium that joins another group", () => {
  it("keeps what it has, runs in the group besides, and changes no genesis", async () => {
    const before = star();
    const { consortium = expect.fail() } = await admitted(before);
    const nodes = consortium.nodes.filter(({ agency }) => agency === "D");
    expect(nodes.map(({ name, runs }) => `${name}: ${runs.map(({ group }) => group).join(", ")}`)).to.deep.equal([
      "node3: group1, group3",
      "node5: group1",
    ]);
    for (const [index, group] of before.groups.entries()) {
      const after = groupGenesis(consortium, at(consortium.groups, index)).genesis;
      expect(genesisText(after)).to.equal(genesisText(groupGenesis(before, group).genesis));
    }
    expect(consortium.agencies.map(({ name }) => name)).to.deep.equal(["A", "B", "C", "D"]);
  });

  it("is proposed with its first node, adds the others itself, and has its nodes voted in by validators", async () => {
    const before = star();
    const { given } = await admitted(before);
    const steps = joinSteps(before, given).map(({ who, command }) => `${who}: ${command.replace(/"enode.*?"/, "URL")}`);
    expect(steps.map((each) => each.replace(/0x[\dA-Fa-f]{40}/, "0x…"))).to.deep.equal([
      "a network admin: portcullis org propose D --node URL --admin 0x…",
      "other network admins, until it has passed: portcullis proposal approve ID",
      "D: sh start.sh DIRECTORY --sync",
      "D, once it has all blocks: touch DIRECTORY/validator && sh start.sh DIRECTORY",
      "more than half of the validators, each at its node: portcullis validator add URL --network DIRECTORY/geth.ipc",
      "an admin of D: portcullis node add D URL",
      "D: sh start.sh DIRECTORY --sync",
      "D, once it has all blocks: touch DIRECTORY/validator && sh start.sh DIRECTORY",
      "more than half of the validators, each at its node: portcullis validator add URL --network DIRECTORY/geth.ipc",
    ]);
  });

  it("is let into a Raft cluster by one of its members, and makes blocks there", async () => {
    const before = star(({ groups, nodes }) => {
      at(groups, 0).consensus = "raft";
      for (const [index, { runs }] of nodes.entries())
        for (const run of runs) if (run.group === "group1") run.raftPort = 50400 + index;
    });
    const { consortium = expect.fail(), given } = await admitted(before);
    const commands = joinSteps(before, given).map(({ command }) => command);
    expect(commands[2]).to.match(/^portcullis validator add "enode:\S+raftport=50500" --network DIRECTORY\/geth\.ipc$/);
    expect(commands[3]).to.equal("echo NUMBER > DIRECTORY/raft-id && sh start.sh DIRECTORY --sync");
    const own = consortium.nodes.flatMap(({ agency, runs }) => (agency === "D" ? runs : []));
    expect(own.filter(({ group }) => group === "group1").map(({ validator }) => validator)).to.deep.equal([true, true]);
  });

  it("is not admitted with other admins, at a port that is taken, or to a group of another genesis", async () => {
    const wrong = ({ files }: { files: { findings: { level: string; code: string }[] }[] }) =>
      files.flatMap(({ findings }) => findings.flatMap(({ level, code }) => (level === "error" ? code : [])));
    expect(
      wrong(await admitted(star(({ agencies }) => at(agencies, 3).admins.push(adminKey("A").publicKey.account ?? "")))),
    ).to.deep.equal(["ADMINS_OF_AGENCY_DIFFER"]);
    expect(wrong(await admitted(star(), ({ nodes }) => (at(at(nodes, 0).runs, 0).port = 30300)))).to.deep.equal([
      "PORT_TWICE",
    ]);
    expect(() => invitationToJoin(star(), { agency: { name: "D" }, groups: ["group9"], file: "star.yaml" })).to.throw(
      "star.yaml has no group group9.",
    );
  });
});
