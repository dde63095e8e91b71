import { expect } from "chai";
import { checkConsortiumFile } from "../../../src/consortium/check/check-consortium.js";
import { fileAt } from "../../../src/nodejs/files.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { at, STAR, starAfter } from "./star.js";

type Change = Parameters<typeof starAfter>[0];

/** What a check finds besides that the star's groups have two validators each. */
function found(change: Change): string[] {
  return checkConsortiumFile(starAfter(change))
    .filter(({ level, what }) => level !== "ok" && !/stands still .* has 2\.$/.test(what))
    .map(({ level, code, what }) => `${level} ${code}: ${what.replace(/^\S+ /, "")}`);
}

describe("The check of a consortium file", () => {
  it("finds nothing wrong with the star, except that its groups need both their nodes", () => {
    const findings = checkConsortiumFile(fileAt(STAR));
    expect(findings.map(({ level, code }) => `${level} ${code}`)).to.deep.equal([
      "ok OK",
      ...Array<string>(3).fill("warning FEW_VALIDATORS"),
    ]);
    expect(findings[0]?.what).to.match(/is complete: agencies 4, groups 3, nodes 4, processes 6\.$/);
  });

  it("finds a port that two processes want on one machine, across groups, agencies, uses and names of the machine", () => {
    expect(found(({ nodes }) => (at(at(nodes, 0).runs, 1).port = 30300))).to.deep.equal([
      "error PORT_TWICE: node0 in group2 wants port 30300 of 127.0.0.1 (peers), which node0 in group1 has (peers).",
    ]);
    const acrossAgencies = found(({ nodes }) => {
      at(nodes, 1).host = "localhost";
      at(at(nodes, 1).runs, 0).rpcPort = 30310;
    });
    expect(acrossAgencies).to.deep.equal([
      "error PORT_TWICE: node1 in group1 wants port 30310 of localhost (JSON-RPC), which node0 in group2 has (peers).",
    ]);
    expect(
      found(({ nodes }) => {
        for (const [index, node] of nodes.entries()) {
          node.host = `10.0.0.${index + 1}`;
          for (const run of node.runs) run.rpcPort = 9000 + node.runs.indexOf(run);
        }
      }),
      "the same ports on different machines",
    ).to.deep.equal([]);
  });

  it("finds a key that two nodes have, and warns of one that a node has in two groups", () => {
    expect(found(({ nodes }) => (at(at(nodes, 1).runs, 0).enodeId = enodeIdOf("a2").toUpperCase()))).to.deep.equal([
      "error ENODE_ID_TWICE: node1 in group1 has the enode id of node0 in group2.",
    ]);
    expect(found(({ nodes }) => (at(at(nodes, 0).runs, 2).enodeId = enodeIdOf("a2")))).to.deep.equal([
      "warning ENODE_ID_TWICE: node0 uses one key in group3 and in group2: whoever gets hold of it has both.",
    ]);
  });

  it("finds a chain id that two groups have", () => {
    expect(found(({ groups }) => (at(groups, 2).chainId = 10_001))).to.deep.equal([
      "error CHAIN_ID_TWICE: The group group3 has the chain id 10001 of the group group1: what is sent in one can be sent again in the other.",
    ]);
  });

  it("counts the validators of a group: none, some of which all are needed, three, and enough", () => {
    const withValidators = (count: number, consensus: "qbft" | "raft" = "qbft") =>
      checkConsortiumFile(
        starAfter((star) => {
          star.agencies.splice(1);
          star.groups = [{ name: "group1", chainId: 10_001, consensus }];
          star.nodes = Array.from({ length: 5 }, (_, index) => ({
            name: `node${index}`,
            agency: "A",
            host: "127.0.0.1",
            runs: [
              {
                group: "group1",
                enodeId: enodeIdOf(`b${index + 1}`),
                port: 30300 + index,
                rpcPort: 8500 + index,
                ...(consensus === "raft" ? { raftPort: 50400 + index } : { validator: index < count }),
              },
            ],
          })).slice(0, consensus === "raft" ? count : 5);
        }),
      ).map(({ level, code }) => `${level} ${code}`);
    expect(withValidators(0)).to.deep.equal(["ok OK", "error FEW_VALIDATORS"]);
    expect(withValidators(1)).to.deep.equal(["ok OK", "warning FEW_VALIDATORS"]);
    expect(withValidators(2)).to.deep.equal(["ok OK", "warning FEW_VALIDATORS"]);
    expect(withValidators(3)).to.deep.equal(["ok OK", "info FEW_VALIDATORS"]);
    expect(withValidators(4)).to.deep.equal(["ok OK"]);
    expect(withValidators(2, "raft")).to.deep.equal(["ok OK", "warning FEW_VALIDATORS"]);
    expect(withValidators(3, "raft")).to.deep.equal(["ok OK"]);
  });

  it("finds addresses that others of a group cannot reach, each once", () => {
    expect(found(({ nodes }) => (at(nodes, 1).host = "10.0.0.2"))).to.deep.equal([
      "error OUT_OF_REACH: node0 is at 127.0.0.1, which leads each machine to itself; others of group1 are elsewhere, such as node1 at 10.0.0.2.",
    ]);
    expect(
      found(({ nodes }) => {
        at(nodes, 0).host = "192.168.1.5";
        for (const node of nodes.slice(1)) node.host = "203.0.113.7";
      }),
    ).to.deep.equal([
      "warning OUT_OF_REACH: node0 is at the private address 192.168.1.5, and node1 of group1 at the public one 203.0.113.7.",
    ]);
  });

  it("finds an account that is an admin of two agencies, in whatever capitals", () => {
    const account = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    const shared = (spelled: string) => found(({ agencies }) => (at(agencies, 1).admins = [spelled]));
    for (const spelled of [account, account.toLowerCase()])
      expect(shared(spelled)).to.deep.equal([
        `error ACCOUNT_OF_TWO_AGENCIES: ${spelled} is an admin of B, and of A too.`,
      ]);
    expect(found(({ agencies }) => at(agencies, 0).admins.push(account.toLowerCase()))).to.deep.equal([
      `error CONSORTIUM_FILE_NOT_ALLOWED: It names the account ${account} twice.`,
    ]);
  });

  it("warns of an agency without nodes, and of nodes that are named by host names", () => {
    const account = "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc";
    expect(found(({ agencies }) => agencies.push({ name: "E", admins: [account] }))).to.deep.equal([
      "warning AGENCY_WITHOUT_NODES: E has no node, and so is in no group.",
    ]);
    expect(
      found(({ nodes }) => {
        for (const node of nodes) node.host = `${node.name}.example.com`;
      }).map((each) => each.replace(/,.*/, "")),
    ).to.deep.equal(
      [0, 1, 2, 3].map(
        (index) => `warning HOST_NAME_OF_NODE: node${index} is named by the host name node${index}.example.com`,
      ),
    );
  });

  it("goes on where the file has mistakes, so that none hides another", () => {
    const findings = found(({ groups, nodes }) => {
      at(groups, 0).name = "no name";
      at(groups, 2).chainId = 10_002;
      at(at(nodes, 0).runs, 1).port = 30320;
    });
    expect(findings.map((each) => each.split(":")[0])).to.deep.equal([
      "error CONSORTIUM_FILE_NOT_ALLOWED",
      "error CONSORTIUM_FILE_NOT_ALLOWED",
      "error CONSORTIUM_FILE_NOT_ALLOWED",
      "error CONSORTIUM_FILE_NOT_ALLOWED",
      "error PORT_TWICE",
      "error CHAIN_ID_TWICE",
    ]);
  });

  it("says where it looked in vain", () => {
    expect(checkConsortiumFile(fileAt("/no/such/consortium.yaml")).map(({ code }) => code)).to.deep.equal([
      "FILE_NOT_READ",
    ]);
  });
});
