import { expect } from "chai";
import { parse } from "yaml";
import { fates, reading, refused } from "./reading.js";

const node = (name: string, port: number, rpc: number) => `
[${name}]
p2p_ip=10.0.0.${port % 10}
rpc_ip=127.0.0.1
p2p_listen_port=${port}
channel_listen_port=${port - 10_000}
jsonrpc_listen_port=${rpc}
`;

const MCHAIN = `; the nodes of group 1
[group]
group_id=1
${node("node0", 30301, 8545)}${node("node1", 30302, 8546)}`;

const MGROUP = `[group]
group_id=2

[member]
member0=10.0.0.1:30301
member1=10.0.0.3:30303
`;

const MEXPAND = `[group]
group_id=1
${node("node0", 30304, 8549)}
[members]
member0=10.0.0.1:30301
member1=10.0.0.2:30302
`;

describe("The files of FISCO's generator", () => {
  it("mchain.ini and node_deployment.ini are used or named as not used, value by value", () => {
    const nodes = [1, 2].flatMap((number, index) => {
      const name = `node_10-0-0-${number}_3030${number}`;
      return [
        [`node${index}.p2p_ip`, `the host of the node ${name}`],
        [`node${index}.rpc_ip`, "not used: a GoQuorum node is told when it starts where it answers JSON-RPC"],
        [`node${index}.p2p_listen_port`, `the port of the node ${name}`],
        [`node${index}.channel_listen_port`, "not used: GoQuorum has no channel: applications speak JSON-RPC"],
        [`node${index}.jsonrpc_listen_port`, `its port ${8545 + index} for JSON-RPC`],
      ];
    });
    expect(fates({ "mchain.ini": MCHAIN })).to.deep.equal({
      "group.group_id": "the group group1",
      ...(Object.fromEntries(nodes) as object),
    });
  });

  it("mgroup.ini and group_genesis.ini put nodes into a group", () => {
    const told = {
      "group.group_id": "the group group2",
      "member.member0": "the node node_10-0-0-1_30301 in the group group2",
      "member.member1": "the node node_10-0-0-3_30303 in the group group2",
    };
    expect(fates({ "mgroup.ini": MGROUP })).to.deep.equal(told);
    const later = MGROUP.replace("[member]", "[nodes]").replaceAll("member", "node");
    expect(Object.values(fates({ "group_genesis.ini": later }))).to.deep.equal(Object.values(told));
    expect(fates({ "mgroup.ini": MGROUP.replace("10.0.0.3:30303", "nowhere") })["member.member1"]).to.equal(
      "not used: this is no address of a node",
    );
  });

  it("become one consortium: a node of two groups is two processes, and what joins makes no blocks yet", () => {
    const { text, gaps, groups, nodes } = reading({
      "mchain.ini": MCHAIN,
      "mgroup.ini": MGROUP,
      "mexpand.ini": MEXPAND,
    });
    expect([groups, nodes]).to.deep.equal([2, 4]);
    const gap = "REPLACE THIS";
    const run = (group: string, port: unknown, rpcPort: unknown) => ({ group, enodeId: gap, port, rpcPort });
    expect((parse(text) as { nodes: unknown }).nodes).to.deep.equal([
      {
        name: "node_10-0-0-1_30301",
        agency: gap,
        host: "10.0.0.1",
        runs: [run("group1", 30301, 8545), run("group2", gap, gap)],
      },
      { name: "node_10-0-0-2_30302", agency: gap, host: "10.0.0.2", runs: [run("group1", 30302, 8546)] },
      { name: "node_10-0-0-3_30303", agency: gap, host: "10.0.0.3", runs: [run("group2", 30303, gap)] },
      {
        name: "node_10-0-0-4_30304",
        agency: gap,
        host: "10.0.0.4",
        runs: [{ ...run("group1", 30304, 8549), validator: false }],
      },
    ]);
    const why = (where: string) => gaps.find((each) => each.where === where)?.why;
    expect(why("nodes[0].agency")).to.equal("the file does not say whose node it is");
    expect(why("nodes[0].runs[1].port")).to.match(/^each group of a node is a process of its own/);
    expect(why("groups[0].consensus")).to.equal("no file says it");
  });

  describe("that contradict each other are told, and what is to be done", () => {
    const [first, second, joining] = ["node_10-0-0-1_30301", "node_10-0-0-2_30302", "node_10-0-0-4_30304"];
    const files = { "mchain.ini": MCHAIN, "mgroup.ini": MGROUP, "mexpand.ini": MEXPAND };

    /** Whether each node makes blocks at first in group1, by name. */
    const validators = (text: string) =>
      Object.fromEntries(
        (parse(text) as { nodes: { name: string; runs: { group: string; validator?: boolean }[] }[] }).nodes.map(
          ({ name, runs }) => [name, runs.find(({ group }) => group === "group1")?.validator ?? true],
        ),
      );

    it("and nothing is told of files that fit together", () => {
      expect(reading(files).notes).to.deep.equal([]);
      expect(reading({ ...files, "copy/mchain.ini": MCHAIN }).notes).to.deep.equal([]);
    });

    it("where two of them list different nodes of one group", () => {
      const other = `[group]\ngroup_id=1\n${node("node0", 30308, 8545)}`;
      expect(reading({ "a/mchain.ini": MCHAIN, "b/mchain.ini": other }).notes).to.deep.equal([
        `group1 is put together of files that list different nodes: a/mchain.ini has ${first}, ${second}; b/mchain.ini has node_10-0-0-8_30308. If each is of one agency, that is right. If these are two groups, give one of them another group_id; if nodes are left over from an older list, take them out.`,
      ]);
      const members = `[group]\ngroup_id=1\n[member]\nm0=10.0.0.1:30301\nm1=10.0.0.2:30302\nm2=10.0.0.8:30308\n`;
      const covered = reading({ "a/mchain.ini": MCHAIN, "b/mchain.ini": other, "mgroup.ini": members });
      expect(covered.notes, "each agency has a list of its own").to.deep.equal([]);
      const [note] = reading({ "a.ini": MGROUP, "b.ini": MGROUP.replace("10.0.0.3", "10.0.0.9") }).notes;
      expect(note).to.match(/^group2 is put together .*: a\.ini has .*3_30303; b\.ini has .*9_30303\. /);
    });

    it("where members of mexpand.ini, or nodes of mchain.ini, are in no other list of the group", () => {
      const default_ = MEXPAND.replace("10.0.0.2:30302", "127.0.0.1:30300");
      expect(reading({ "mchain.ini": MCHAIN, "mexpand.ini": default_ }).notes).to.deep.equal([
        "mexpand.ini names node_127-0-0-1_30300 in group1, and mchain.ini not. All are taken into group1: take out of mexpand.ini what is not in it, or add it there.",
      ]);
      const [note] = reading({ "mchain.ini": MCHAIN, "mgroup.ini": MGROUP.replace("=2", "=1") }).notes;
      expect(note).to.match(/^mchain\.ini names node_10-0-0-2_30302 in group1, and mgroup\.ini not\. /);
    });

    it("where a node that joins is listed as one that is there already, and it makes no blocks at first", () => {
      const twice = `${MEXPAND}member2=10.0.0.4:30304\n`;
      const { text, notes } = reading({ "mchain.ini": MCHAIN, "mexpand.ini": twice });
      expect(notes).to.deep.equal([
        `mexpand.ini has ${joining} join group1 later, and [members] of mexpand.ini says that it is there already. It makes no blocks at first. If that is right, take it out of [members] of mexpand.ini; or else out of the nodes of mexpand.ini.`,
      ]);
      expect(validators(text)).to.deep.equal({ [first]: true, [second]: true, [joining]: false });
    });

    it("where another file has a node that joins, in whatever order they are read", () => {
      const founding = `${MCHAIN}${node("node2", 30304, 8549)}`;
      for (const each of [
        { "mchain.ini": founding, "mexpand.ini": MEXPAND },
        { "mexpand.ini": MEXPAND, "mchain.ini": founding },
      ]) {
        const { text, notes } = reading(each);
        expect(notes).to.have.length(1);
        expect(notes[0]).to.match(
          /^mexpand\.ini has .*4_30304 join group1 later, and mchain\.ini says that it is there already\. /,
        );
        expect(validators(text)[joining]).to.equal(false);
      }
    });
  });

  it("are refused where the last of two sections or values would stand for both", () => {
    expect(refused("mchain.ini", MCHAIN.replace("[node1]", "[node0]"))).to.match(/ 12:1 \[node0\] is there twice\.$/);
    expect(refused("mgroup.ini", MGROUP.replace("member1", "member0"))).to.match(
      / 6:1 member\.member0 is there twice\.$/,
    );
    expect(refused("other.ini", "[server]\nport=1")).to.match(/^other\.ini is no file that can be read\.$/);
  });
});
