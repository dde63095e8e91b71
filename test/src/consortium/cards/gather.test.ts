import { expect } from "chai";
import { genesisText } from "../../../../src/consortium/genesis/genesis.js";
import { groupGenesis } from "../../../../src/consortium/genesis/group-genesis.js";
import { parseConsortiumFile } from "../../../../src/consortium/file/consortium-file.js";
import { textAtHand } from "../../../../src/util/text-source.js";
import { enodeIdOf } from "../../../../tools/shared/network-file.js";
import { at } from "../star.js";
import { AGENCIES, cardOf, gathered, invitationAfter, partOf, wrongWith } from "./star-cards.js";

describe("The cards of the star", () => {
  const all = () => Promise.all(AGENCIES.map((agency) => cardOf(agency)));

  it("make one consortium file, and one genesis for each group, in whatever order they come", async () => {
    const cards = await all();
    const { text = "", consortium, missing } = gathered(cards);
    expect(missing).to.deep.equal([]);
    for (const order of [cards.toReversed(), [at(cards, 2), at(cards, 0), at(cards, 3), at(cards, 1)]])
      expect(gathered(order).text).to.equal(text);
    const again = parseConsortiumFile(textAtHand("consortium.yaml", text));
    expect(again).to.deep.equal(consortium);
    const [group] = again.groups;
    expect(group && groupGenesis(again, group).validators).to.have.length(2);
    expect(again.agencies.map(({ name }) => name)).to.deep.equal([...AGENCIES]);
    expect(again.nodes.map(({ name, agency }) => `${name} ${agency}`)).to.deep.equal([
      "node0 A",
      "node1 B",
      "node2 C",
      "node3 D",
    ]);
  });

  it("make the same genesis of a group from those of its members alone", async () => {
    const [a = "", b = ""] = await all();
    const whole = gathered(await all()).consortium ?? expect.fail();
    const part = gathered([b, a], { groups: ["group1"] }).consortium ?? expect.fail();
    expect(part.agencies.map(({ name }) => name)).to.deep.equal(["A", "B"]);
    expect(part.nodes.flatMap(({ runs }) => runs.map(({ group }) => group))).to.deep.equal(["group1", "group1"]);
    const texts = [whole, part].map((each) => genesisText(groupGenesis(each, at(each.groups, 0)).genesis));
    expect(texts[0]).to.equal(texts[1]);
  });

  it("are of the same genesis, in whatever order an agency lists its nodes and groups", async () => {
    const turned = await cardOf("A", { change: ({ nodes }) => at(nodes, 0).runs.reverse() });
    const [, ...others] = await all();
    expect(gathered([turned, ...others]).text).to.equal(gathered(await all()).text);
  });

  it("are told to be missing, with the groups that wait for them", async () => {
    const { missing, text, files } = gathered([await cardOf("A"), await cardOf("C")]);
    expect(missing).to.deep.equal([
      { agency: "B", groups: ["group1"] },
      { agency: "D", groups: ["group3"] },
    ]);
    expect(text).to.equal(undefined);
    expect(files[0]?.findings.slice(1).map(({ code, what }) => `${code}: ${what}`)).to.deep.equal([
      "CARD_MISSING: B has not answered; it is invited to group1.",
      "CARD_MISSING: D has not answered; it is invited to group3.",
    ]);
  });

  it("count once where one is there twice, and not where an agency has signed two that differ", async () => {
    const cards = await all();
    expect(gathered([...cards, at(cards, 1)]).text).to.equal(gathered(cards).text);
    const other = await cardOf("B", { change: ({ nodes }) => (at(at(nodes, 0).runs, 0).port = 30999) });
    expect(wrongWith([...cards, other])).to.deep.equal([
      "CARD_TWICE: 5.card.json is another card of B than the one before.",
    ]);
  });

  it("make nothing that the check of a consortium file finds wrong", async () => {
    const [a = "", , ...others] = await all();
    const clash = await cardOf("B", { change: ({ nodes }) => (at(at(nodes, 0).runs, 0).port = 30300) });
    expect(wrongWith([a, clash, ...others])).to.have.length(1);
    expect(wrongWith([a, clash, ...others])[0]).to.match(/^PORT_TWICE: .* node1 in group1 wants port 30300 /);
    expect(gathered([a, clash, ...others]).text).to.equal(undefined);
    const sameKey = await cardOf("B", { change: ({ nodes }) => (at(at(nodes, 0).runs, 0).enodeId = enodeIdOf("a2")) });
    expect(wrongWith([a, sameKey, ...others])[0]).to.match(/^ENODE_ID_TWICE: /);
    const sameAdmin = await cardOf("B", {
      change: (part) => part.admins.push(...partOf("A").admins.map((each) => each.toLowerCase())),
    });
    expect(wrongWith([a, sameAdmin, ...others])[0]).to.match(/^ACCOUNT_OF_TWO_AGENCIES: /);
  });

  it("are not gathered for a group that the invitation does not have", () => {
    expect(() => gathered([], { groups: ["group4"] })).to.throw("invitation.yaml has no group group4.");
  });

  it("answer one invitation, whatever its spelling, and no other", async () => {
    const cards = await all();
    const spelled = invitationAfter((invitation) => {
      for (const group of invitation.groups) Object.assign(group, { blockPeriod: 1, gasLimit: 700_000_000 });
    });
    expect(wrongWith(cards, { invitation: spelled })).to.deep.equal([]);
    const altered = invitationAfter(({ groups }) => (at(groups, 2).gasLimit = 800_000_000));
    expect(wrongWith(cards, { invitation: altered })).to.deep.equal(
      [1, 2, 3, 4].map(
        (number) => `CARD_OF_OTHER_INVITATION: ${number}.card.json answers another invitation than this one.`,
      ),
    );
  });
});
