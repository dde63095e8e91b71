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

  it("are refused where the last of two sections or values would stand for both", () => {
    expect(refused("mchain.ini", MCHAIN.replace("[node1]", "[node0]"))).to.match(/ 12:1 \[node0\] is there twice\.$/);
    expect(refused("mgroup.ini", MGROUP.replace("member1", "member0"))).to.match(
      / 6:1 member\.member0 is there twice\.$/,
    );
    expect(refused("other.ini", "[server]\nport=1")).to.match(/^other\.ini is no file that can be read\.$/);
  });
});
