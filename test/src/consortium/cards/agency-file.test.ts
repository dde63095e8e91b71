import { expect } from "chai";
import { PortcullisError } from "../../../../src/errors/error.js";
import { plan } from "./star-cards.js";

const ACCOUNT = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const NODE = "{ name: node1, host: 10.0.0.2, runs: [{ group: group1, port: 30301, rpcPort: 8546 }] }";

/** What is wrong with a text, without where it stands. */
function mistakesIn(text: string): string[] {
  try {
    plan(text);
  } catch (error) {
    expect(error).to.be.instanceOf(PortcullisError).and.have.property("code", "AGENCY_FILE_NOT_ALLOWED");
    return (error as PortcullisError).message
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^ {2}B\.yaml:\d+:\d+ {2}/, ""));
  }
  return [];
}

const file = ({ name = "B", admins = `["${ACCOUNT}"]`, nodes = `[${NODE}]`, more = "" } = {}): string =>
  `name: ${name}\nadmins: ${admins}\nnodes: ${nodes}\n${more}`;

describe("What an agency writes of itself", () => {
  it("needs no enode ids, and is read with what may be left out", () => {
    expect(plan(file()).nodes).to.deep.equal([
      { name: "node1", host: "10.0.0.2", runs: [{ group: "group1", port: 30301, rpcPort: 8546, validator: true }] },
    ]);
  });

  it("is told all its mistakes at once", () => {
    const nodes = `[${NODE}, { name: node1, host: "10.0.0.999", runs: [] }]`;
    expect(mistakesIn(file({ admins: "[0x12]", nodes, more: "agency: B\n" }))).to.deep.equal([
      '"admins[0]" cannot be 0x12. List the accounts of the agency\'s admins, at least one, each in quotes.',
      "There is another node node1. Give one of the two another name.",
      '"10.0.0.999" is none. Give the IP address at which the other nodes reach it.',
      '"nodes[1].runs" is empty or of the wrong type. List the groups in which the node runs, each with group, port and rpcPort.',
      'The key "agency" is unknown. The known keys are name, admins, nodes.',
    ]);
  });

  it("is compared with the invitation: who is invited, and to which groups", () => {
    expect(mistakesIn(file({ name: "Z" }))).to.deep.equal(["Z is not invited. The invitation names A, B, C, D."]);
    expect(mistakesIn(file({ nodes: `[${NODE.replace("group1", "group2")}]` }))).to.deep.equal([
      "No node of B runs in the group group1. Add the group to a node's runs.",
      "B is not invited to the group group2. Remove the node from it, or ask whoever invites.",
    ]);
    expect(mistakesIn(file({ nodes: `[${NODE.replace("rpcPort", "raftPort: 50401, rpcPort")}]` }))).to.deep.equal([
      "The group group1 is not on Raft. Remove raftPort.",
    ]);
  });

  it("is not read where it is something else", () => {
    expect(mistakesIn("- a list")).to.deep.equal([
      "The file describes no agency. It has name, admins and the list nodes.",
    ]);
    expect(mistakesIn("name: [")).to.have.length(1);
  });
});
