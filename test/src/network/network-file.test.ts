import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { PortcullisError } from "../../../src/errors/error.js";
import type { Mistake } from "../../../src/network/network-file/mistakes.js";
import {
  differentKeys,
  type NetworkFile,
  networkFileHash,
  parseNetworkFile,
} from "../../../src/network/network-file/network-file.js";
import { fileAt } from "../../../src/nodejs/files.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const ID = enodeIdOf("72");
const EXAMPLE = path.join(import.meta.dirname, "../../../examples/four-nodes/network.yaml");

const GOOD = [
  'guardian: "0x9186eb3d20cbd1f5f992a950d808c4495153abd5"', // line 1
  "adminOrg: ADMINORG",
  "networkAdminRole: ADMIN",
  "orgAdminRole: ORGADMIN",
  "accounts:",
  '  - "0xed9d02e382b34818e88b88a309c7fe71e65f419d"', // line 6
  "subOrgBreadth: 3",
  "subOrgDepth: 4",
  "nodes:",
  `  - enode://${ID}@127.0.0.1:21000?discport=0`, // line 10
];

/** The good file with some lines replaced, counted from 1. */
function fileWith(lines: Readonly<Record<number, string>>): string {
  return GOOD.map((line, index) => lines[index + 1] ?? line).join("\n");
}

function parse(file: string, text: string): NetworkFile {
  return parseNetworkFile({ ...fileAt(file), read: () => text });
}

function mistakesIn(text: string, file = "network.yaml"): Mistake[] {
  try {
    parse(file, text);
    return [];
  } catch (error) {
    expect(error).to.be.instanceOf(PortcullisError).and.have.property("code", "NETWORK_FILE_NOT_ALLOWED");
    return (error as PortcullisError).facts.mistakes as Mistake[];
  }
}

function placesIn(text: string): string[] {
  return mistakesIn(text).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("network file", () => {
  it("reads the example with its static-nodes.json", () => {
    const file = readNetworkFile(EXAMPLE);
    expect(file.nodes.map((node) => node.port)).to.deep.equal([21000, 21001, 21002, 21003]);
    expect(file.accounts[0]).to.equal("0xed9d02e382b34818e88B88a309c7fe71E65f419d");
    expect([file.adminOrg, file.subOrgBreadth, file.subOrgDepth]).to.deep.equal(["ADMINORG", 3, 4]);
  });

  it("reads JSON as well as YAML", () => {
    const json = JSON.stringify({
      nodes: [`enode://${ID}@127.0.0.1:21000`],
      subOrgDepth: 4,
      subOrgBreadth: 3,
      accounts: ["0xed9d02e382b34818e88b88a309c7fe71e65f419d"],
      orgAdminRole: "ORGADMIN",
      networkAdminRole: "ADMIN",
      adminOrg: "ADMINORG",
      guardian: "0x9186eb3d20cbd1f5f992a950d808c4495153abd5",
    });
    expect(parse("network.json", json)).to.deep.equal(parse("network.yaml", fileWith({})));
  });

  it("takes host names only where the network is set up for them", () => {
    const text = fileWith({ 10: `  - enode://${ID}@node1:21000` });
    expect(placesIn(text)).to.deep.equal(['10:5 "node1" is a host name.']);
    expect(parse("f", `${text}\nhostNames: true`).nodes[0]?.ip).to.equal("node1");
  });

  for (const [word, on] of [
    ["on", true],
    ["off", false],
    ["OFF", false],
    ["true", true],
    ["false", false],
    ['"off"', false],
  ] as const) {
    it(`reads the switches ipCheck and hostNames as ${word}`, () => {
      expect(parse("f", `${fileWith({})}\nipCheck: ${word}\nhostNames: ${word}`)).to.include({
        ipCheck: on,
        hostNames: on,
      });
    });
  }

  it("takes host names with hostNames: on", () => {
    const text = fileWith({ 10: `  - enode://${ID}@node1:21000` });
    expect(parse("f", `${text}\nhostNames: on`).nodes[0]?.ip).to.equal("node1");
  });

  it("says how a switch is written", () => {
    const [mistake] = mistakesIn(`${fileWith({})}\nipCheck: no`);
    expect([mistake?.message, mistake?.hint]).to.deep.equal(['"ipCheck" cannot be no.', "Write on or off."]);
  });

  const enode = `enode://${ID}@127.0.0.1`;
  const single: [what: string, lines: Record<number, string>, expected: string][] = [
    [
      "an unquoted address",
      { 1: "guardian: 0x9186eb3d20cbd1f5f992a950d808c4495153abd5" },
      '1:11 "guardian" cannot be 0x9186eb3d20cbd1f5f992a950d808c4495153abd5.',
    ],
    ["the zero address", { 1: `guardian: "0x${"0".repeat(40)}"` }, "1:11 The zero address is not an account."],
    ["a name with a dot", { 2: "adminOrg: ADMIN.ORG" }, '2:11 "adminOrg" cannot be ADMIN.ORG.'],
    ["a name of 65 characters", { 2: `adminOrg: ${"A".repeat(65)}` }, `2:11 "adminOrg" cannot be ${"A".repeat(65)}.`],
    ["an empty name", { 2: 'adminOrg: ""' }, '2:11 "adminOrg" cannot be "".'],
    ["two admin roles alike", { 4: "orgAdminRole: ADMIN" }, "4:15 Both admin roles have the same name."],
    ["no accounts", { 5: "accounts: []", 6: "" }, '5:11 "accounts" is empty or of the wrong type.'],
    [
      "a wrong checksum",
      { 6: '  - "0xEd9d02e382b34818e88B88a309c7fe71E65f419d"' },
      '6:5 "0xEd9d02e382b34818e88B88a309c7fe71E65f419d" has a wrong checksum.',
    ],
    ["no address", { 6: '  - "0xed9d"' }, '6:5 "0xed9d" is not an address.'],
    [
      "an account twice",
      { 6: '  - "0xed9d02e382b34818e88b88a309c7fe71e65f419d"\n  - "0xED9D02E382B34818E88B88A309C7FE71E65F419D"' },
      "7:5 It names the account 0xed9d02e382b34818e88B88a309c7fe71E65f419d twice.",
    ],
    ["breadth 0", { 7: "subOrgBreadth: 0" }, '7:16 "subOrgBreadth" cannot be 0.'],
    ["a quoted number", { 7: 'subOrgBreadth: "3"' }, '7:16 "subOrgBreadth" cannot be "3".'],
    ["depth 0", { 8: "subOrgDepth: 0" }, '8:14 "subOrgDepth" cannot be 0.'],
    ["depth 33", { 8: "subOrgDepth: 33" }, '8:14 "subOrgDepth" cannot be 33.'],
    ["half a level", { 8: "subOrgDepth: 1.5" }, '8:14 "subOrgDepth" cannot be 1.5.'],
    [
      "a short enode id",
      { 10: "  - enode://ab@127.0.0.1:21000" },
      "10:5 The enode id has 2 characters; it must be 128 hex digits.",
    ],
    ["an enode without port", { 10: `  - ${enode}` }, "10:5 The enode URL names no port."],
    ["a node twice", { 10: `  - ${enode}:21000\n  - ${enode}:21001` }, `11:5 It names the node ${ID} twice.`],
    ["no nodes", { 9: "nodes: []", 10: "" }, '9:8 "nodes" is empty or of the wrong type.'],
    ["a missing static-nodes.json", { 9: "nodes: nowhere.json", 10: "" }, "9:8 The file nowhere.json cannot be read."],
    ["an unknown key", { 8: "subOrgDepth: 4\nbootOperator: []" }, '9:1 The key "bootOperator" is unknown.'],
    ["a missing key", { 2: "" }, '1:1 "adminOrg" is missing.'],
    ["a key twice", { 8: "subOrgDepth: 4\nadminOrg: B" }, "9:1 The text is not well-formed: Map keys must be unique."],
  ];
  for (const [what, lines, expected] of single) {
    it(`finds ${what}`, () => {
      expect(placesIn(fileWith(lines))).to.deep.equal([expected]);
    });
  }

  const addresses: [what: string, lines: Record<number, string>][] = [
    ["the guardian", { 1: "guardian: 0x9186eb3d20cbd1f5f992a950d808c4495153abd5" }],
    ["an account", { 6: "  - 0x9186eb3d20cbd1f5f992a950d808c4495153abd5" }],
  ];
  for (const [who, lines] of addresses) {
    it(`says that YAML takes ${who} without quotes for a number`, () => {
      expect(mistakesIn(fileWith(lines))[0]?.hint).to.equal(
        'YAML takes it for a number: write "0x9186eb3d20cbd1f5f992a950d808c4495153abd5" in quotes.',
      );
    });
  }

  const illFormed: [what: string, lines: Record<number, string>, expected: string][] = [
    ["a tab", { 6: "\t- x" }, "6:1 The text is not well-formed: There is a tab where there must be spaces."],
    [
      "no space after a colon",
      { 2: "adminOrg:ADMINORG" },
      "2:1 The text is not well-formed: A key and its value are not separated.",
    ],
    ["an alias", { 2: "adminOrg: *ADMINORG" }, '2:11 "*ADMINORG" is not a value.'],
    [
      "a quote in a quote",
      { 2: "adminOrg: 'ADMIN'ORG'" },
      "2:18 The text is not well-formed: Something follows a value that has ended.",
    ],
  ];
  for (const [what, lines, expected] of illFormed) {
    it(`says once where the text breaks with ${what}`, () => {
      expect(placesIn(fileWith(lines))[0]).to.equal(expected);
      expect(mistakesIn(fileWith(lines)).filter(({ message }) => message.includes("well-formed")).length).to.be.most(1);
    });
  }

  it("says which character of an enode id is no hex digit", () => {
    const id = `${ID.slice(0, 10)}o${ID.slice(11)}`;
    expect(placesIn(fileWith({ 10: `  - enode://${id}@127.0.0.1:21000` }))).to.deep.equal([
      '10:5 The enode id must be 128 hex digits; the character 11, "o", is not one.',
    ]);
  });

  it("does not take empty texts for nothing", () => {
    expect(placesIn(fileWith({ 1: 'guardian: ""', 6: '  - ""', 10: '  - ""' }))).to.deep.equal([
      '1:11 "" is not an address.',
      '6:5 "" is not an address.',
      '10:5 "" is not an enode URL.',
    ]);
  });

  it("suggests the key that was meant", () => {
    const [mistake] = mistakesIn(fileWith({ 8: "subOrgDepth: 4\nbootOperator: []" }));
    expect(mistake?.hint).to.equal('Did you mean "bootOperators"?');
  });

  it("reports all mistakes at once, in the order of the file, each with a way out", () => {
    const text = fileWith({
      1: `guardian: "0x${"0".repeat(40)}"`,
      2: "adminOrg: A B",
      4: "orgAdminRole: ADMIN",
      8: "subOrgDepth: 0",
      10: `  - ${enode}`,
    });
    expect(placesIn(text).map((place) => Number.parseInt(place))).to.deep.equal([1, 2, 4, 8, 10]);
    for (const { hint } of mistakesIn(text)) expect(hint).to.match(/^[A-Z].+[.?_-]$/);
  });

  it("names file, line and column in the message", () => {
    expect(() => parse("net.yaml", fileWith({ 8: "subOrgDepth: 0" }))).to.throw(
      /^net\.yaml has a mistake:\n {2}net\.yaml:8:14 {2}"subOrgDepth" cannot be 0\. Give a whole number from 1 to 32/,
    );
  });

  it("points into static-nodes.json where the mistake is there", () =>
    withScratch((directory) => {
      const nodes = path.join(directory, "static-nodes.json");
      writeFileSync(nodes, `[\n  "${enode}:21000",\n  "${enode}"\n]\n`);
      const [mistake] = mistakesIn(fileWith({ 9: "nodes: static-nodes.json", 10: "" }), path.join(directory, "n.yaml"));
      expect([mistake?.file, mistake?.line, mistake?.column]).to.deep.equal([nodes, 3, 3]);
    }));

  it("does not leave out what is no text in static-nodes.json", () =>
    withScratch((directory) => {
      writeFileSync(path.join(directory, "static-nodes.json"), `["${enode}:21000",\n  7]`);
      const found = mistakesIn(fileWith({ 9: "nodes: static-nodes.json", 10: "" }), path.join(directory, "n.yaml"));
      expect(found.map(({ line, message }) => `${line} ${message}`)).to.deep.equal([
        "2 This is not an enode URL in quotes.",
      ]);
    }));

  it("says that a file that is not there cannot be read", () => {
    expect(() => readNetworkFile("/nowhere/network.yaml")).to.throw(PortcullisError, "Cannot read /nowhere");
  });

  it("has a fingerprint that sees every value, but no comment and no order", () => {
    const hash = (text: string): string => networkFileHash(parse("f", text));
    expect(hash(`# a comment\n${[...GOOD.slice(1, 4), GOOD[0], ...GOOD.slice(4)].join("\n")}`)).to.equal(
      hash(fileWith({})),
    );
    expect(hash(fileWith({ 8: "subOrgDepth: 5" }))).not.to.equal(hash(fileWith({})));
    const file: NetworkFile = parse("f", fileWith({}));
    const moved = { ...file, nodes: file.nodes.map((node) => ({ ...node, raftPort: 1 })) };
    expect(networkFileHash(moved)).not.to.equal(networkFileHash(file));
    expect(differentKeys({ ...moved, subOrgDepth: 7 }, file)).to.deep.equal(["subOrgDepth", "nodes"]);
    expect(differentKeys(file, file)).to.deep.equal([]);
  });
});
