import { expect } from "chai";
import { parseConsortiumFile } from "../../../src/consortium/file/consortium-file.js";
import { PortcullisError } from "../../../src/errors/error.js";
import type { Mistake } from "../../../src/network/network-file/mistakes.js";
import { fileAt } from "../../../src/nodejs/files.js";
import { textAtHand } from "../../../src/util/text-source.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { STAR } from "./star.js";

const ID = enodeIdOf("72");

const GOOD = [
  "agencies:", // line 1
  "  - name: PORTS",
  '    admins: ["0x9186eb3d20cbd1f5f992a950d808c4495153abd5"]',
  "groups:",
  "  - name: harbour", // line 5
  "    chainId: 4711",
  "    consensus: qbft",
  "nodes:",
  "  - name: quay",
  "    agency: PORTS", // line 10
  "    host: 10.0.0.1",
  "    runs:",
  "      - group: harbour",
  `        enodeId: "${ID.toUpperCase()}"`,
  "        port: 30303", // line 15
  "        rpcPort: 8545",
];

/** The good file with some lines replaced, counted from 1. */
function fileWith(lines: Readonly<Record<number, string>>): string {
  return GOOD.map((line, index) => lines[index + 1] ?? line).join("\n");
}

function mistakesIn(text: string): Mistake[] {
  try {
    parseConsortiumFile(textAtHand("c.yaml", text));
    return [];
  } catch (error) {
    expect(error).to.be.instanceOf(PortcullisError).and.have.property("code", "CONSORTIUM_FILE_NOT_ALLOWED");
    return (error as PortcullisError).facts.mistakes as Mistake[];
  }
}

function placesIn(lines: Readonly<Record<number, string>>): string[] {
  return mistakesIn(fileWith(lines)).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("A consortium file", () => {
  it("is read with what is usual where it says nothing, in one spelling", () => {
    expect(parseConsortiumFile(textAtHand("c.yaml", fileWith({})))).to.deep.equal({
      agencies: [{ name: "PORTS", admins: ["0x9186eb3d20cbd1f5f992a950d808c4495153abd5"] }],
      groups: [{ name: "harbour", chainId: 4711, consensus: "qbft", blockPeriod: 1, gasLimit: 700_000_000 }],
      nodes: [
        {
          name: "quay",
          agency: "PORTS",
          host: "10.0.0.1",
          runs: [{ group: "harbour", enodeId: ID, port: 30303, rpcPort: 8545, validator: true }],
        },
      ],
    });
  });

  it("is read as JSON too", () => {
    const star = parseConsortiumFile(fileAt(STAR));
    expect(parseConsortiumFile(textAtHand("c.json", JSON.stringify(star)))).to.deep.equal(star);
    expect(star.nodes[0]?.runs.map(({ group }) => group)).to.deep.equal(["group1", "group2", "group3"]);
  });

  it("is refused with all its mistakes at once, each where it stands, in the order of the file", () => {
    expect(
      placesIn({
        2: "  - name: PORTS.EAST",
        3: "    admins: [0x9186eb3d20cbd1f5f992a950d808c4495153abd5]",
        6: "    chainid: 4711",
        7: "    consensus: pow",
        11: "    host: 0.0.0.0",
        14: `        enodeId: "${ID.slice(1)}"`,
        15: "        port: 65536",
      }),
    ).to.deep.equal([
      '2:11 "agencies[0].name" cannot be PORTS.EAST.',
      '3:14 "agencies[0].admins[0]" cannot be 0x9186eb3d20cbd1f5f992a950d808c4495153abd5.',
      '5:5 "groups[0].chainId" is missing.',
      '6:5 The key "chainid" is unknown.',
      '7:16 "groups[0].consensus" cannot be pow.',
      "10:13 There is no agency PORTS.",
      "11:11 No node connects from 0.0.0.0.",
      "14:18 The enode id has 127 characters; it must be 128 hex digits.",
      '15:15 "nodes[0].runs[0].port" cannot be 65536.',
    ]);
  });

  it("is refused with Ethereum's chain id, with which GoQuorum does not start", () => {
    expect(placesIn({ 6: "    chainId: 1" })).to.deep.equal(['6:14 "groups[0].chainId" cannot be 1.']);
  });

  it("names gaps that are still to be filled in, whatever would stand there", () => {
    const gap = "REPLACE THIS";
    expect(
      placesIn({
        3: `    admins: [${gap}]`,
        6: `    chainId: ${gap}`,
        11: `    host: ${gap}`,
        15: `        port: ${gap}`,
      }),
    ).to.deep.equal([
      '3:14 "agencies[0].admins[0]" is still to be filled in.',
      '6:14 "groups[0].chainId" is still to be filled in.',
      '11:11 "nodes[0].host" is still to be filled in.',
      '15:15 "nodes[0].runs[0].port" is still to be filled in.',
    ]);
  });

  it("is refused when it names something twice, or something that is not there", () => {
    expect(placesIn({ 5: "  - name: harbor", 13: "      - group: harbour" })).to.deep.equal([
      "5:11 No node runs in the group harbor.",
      "13:16 There is no group harbour.",
    ]);
    const twice = mistakesIn(`${fileWith({})}\n      - { group: harbour, enodeId: "${ID}", port: 1, rpcPort: 2 }`);
    expect(twice.map(({ message }) => message)).to.deep.equal(["The node runs in this group already."]);
    const account = '"0x9186eb3d20cbd1f5f992a950d808c4495153abd5"';
    const checksummed = "0x9186eb3d20Cbd1F5f992a950d808C4495153ABd5";
    for (const other of [account, `"${checksummed}"`])
      expect(placesIn({ 3: `    admins: [${account}, ${other}]` }), other).to.deep.equal([
        `3:60 It names the account ${checksummed} twice.`,
      ]);
  });

  it("is refused where a Raft port is missing, or nothing listens at it", () => {
    expect(placesIn({ 7: "    consensus: raft" })).to.deep.equal([
      "13:9 The group harbour is on Raft, and the node has no Raft port.",
    ]);
    expect(placesIn({ 16: "        rpcPort: 8545\n        raftPort: 50400" })).to.deep.equal([
      "17:19 The group harbour is not on Raft.",
    ]);
    const port = "        rpcPort: 8545\n        raftPort: 50400";
    expect(placesIn({ 7: "    consensus: raft", 16: port })).to.deep.equal([]);
    expect(placesIn({ 7: "    consensus: raft", 16: `${port}\n        validator: false` })).to.deep.equal([
      "18:20 On Raft every node makes blocks.",
    ]);
  });

  it("is refused when it is no consortium file, or not well-formed", () => {
    expect(mistakesIn("[]").map(({ message }) => message)).to.deep.equal(["The file describes no consortium."]);
    expect(mistakesIn("").map(({ message }) => message)).to.deep.equal(["The file describes no consortium."]);
    expect(mistakesIn("agencies: [").map(({ message }) => message.slice(0, 28))).to.deep.equal([
      "The text is not well-formed:",
    ]);
  });
});
