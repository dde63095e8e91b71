import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getAddress } from "ethers";
import { checkNodeList } from "../../../src/check/check-files.js";
import { fileAt } from "../../../src/nodejs/files.js";
import type { PortcullisError } from "../../../src/errors/error.js";
import { textAtHand } from "../../../src/util/text-source.js";
import { KEYS } from "../../../src/network/network-file/file-schema.js";
import { parseNetworkFile } from "../../../src/network/network-file/network-file.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { initNetworkFile } from "../../../src/nodejs/init-network-file.js";
import { ADMINS, enodeIdOf } from "../../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

const GUARDIAN = "0x9186eb3d20cbd1f5f992a950d808c4495153abd5";
const URLS = [
  `enode://${enodeIdOf("a1")}@127.0.0.1:21000`,
  `enode://${enodeIdOf("a2")}@127.0.0.1:21001?discport=0`,
  `enode://${enodeIdOf("a3")}@[::1]:21002?discport=0&raftport=50402`,
];

describe("a new network file", () => {
  let directory: string;
  let staticNodes: string;
  let file: string;

  beforeEach(() => {
    directory = makeScratch();
    staticNodes = path.join(directory, "static-nodes.json");
    file = path.join(directory, "network.yaml");
    writeFileSync(staticNodes, JSON.stringify(URLS));
  });
  afterEach(() => {
    removeScratch(directory);
  });

  const given = () => ({ file, staticNodes, guardian: GUARDIAN, accounts: ADMINS });

  function refusal(values: Parameters<typeof initNetworkFile>[0]): unknown {
    try {
      initNetworkFile(values);
    } catch (error) {
      return error;
    }
    throw new Error("not refused");
  }

  it("is read without edits, with all nodes of static-nodes.json", () => {
    initNetworkFile(given());
    const network = readNetworkFile(file);
    expect(network.nodes.map(({ port, raftPort }) => [port, raftPort])).to.deep.equal([
      [21000, 0],
      [21001, 0],
      [21002, 50402],
    ]);
    expect(network.accounts.map((account) => account.toLowerCase())).to.deep.equal(ADMINS);
    expect([network.adminOrg, network.networkAdminRole, network.orgAdminRole]).to.deep.equal([
      "ADMINORG",
      "ADMIN",
      "ORGADMIN",
    ]);
  });

  it("holds the given values, also those that YAML would take for something else", () => {
    const names = { adminOrg: "1234", networkAdminRole: "true", orgAdminRole: "null" };
    initNetworkFile({ ...given(), ...names, subOrgBreadth: 9, subOrgDepth: 8 });
    expect(readNetworkFile(file)).to.deep.include({ ...names, subOrgBreadth: 9, subOrgDepth: 8 });
  });

  it("has every key, each with a comment above it that gives an example or the two values", () => {
    const lines = initNetworkFile(given()).split("\n");
    for (const key of KEYS) {
      const at = lines.findIndex((line) => line.startsWith(`${key}:`));
      const begin = lines.lastIndexOf("", at);
      const comment = lines.slice(begin + 1, at);
      expect(comment, key).not.to.be.empty;
      for (const line of comment) expect(line, key).to.match(/^# /);
      expect(comment.join(" "), key).to.match(/Example: |on or off/);
    }
  });

  it("gives examples in its comments that are accepted", () => {
    const example = '"0x0638e1574728b6d862dd5d3a3e0942c3be47d996"';
    const text = initNetworkFile(given());
    expect(text).to.include(`Example: [${example}]`);
    const changed = text.replace("bootOperators: []", `bootOperators: [${example}]`);
    expect(parseNetworkFile(textAtHand(file, changed)).bootOperators).to.have.length(1);
  });

  it("compares ips unless it is told otherwise", () => {
    expect(initNetworkFile(given())).to.match(/^ipCheck: on$/m);
    rmSync(file);
    expect(initNetworkFile({ ...given(), ipCheck: false })).to.match(/^ipCheck: off$/m);
    expect(readNetworkFile(file).ipCheck).to.equal(false);
  });

  it("is written right from a list that nodes do not read", () => {
    const commented = `\ufeff[ // ours\n  '${URLS[0] ?? ""}',\n]`.replace("//", "#");
    writeFileSync(staticNodes, commented);
    initNetworkFile(given());
    expect(readNetworkFile(file).nodes).to.have.length(1);
    expect(checkNodeList(fileAt(staticNodes)).map(({ level, code }) => `${level} ${code}`)).to.deep.equal([
      "warning NODE_LIST_NOT_READ",
      "warning NODE_LIST_NOT_READ",
    ]);
  });

  it("allows host names where static-nodes.json has them", () => {
    writeFileSync(staticNodes, JSON.stringify([URLS[0]?.replace("127.0.0.1", "node-1.example")]));
    initNetworkFile(given());
    expect(readNetworkFile(file).nodes[0]?.ip).to.equal("node-1.example");
  });

  it("is refused where a placeholder still stands, with its place", () => {
    const lines = initNetworkFile({ file, staticNodes }).split("\n");
    const line = (start: string): number => lines.findIndex((each) => each.startsWith(start)) + 1;
    expect(() => readNetworkFile(file)).to.throw(
      [
        `${file} has 2 mistakes:`,
        `  ${file}:${line("guardian:")}:11  "guardian" still holds the placeholder of a new file. ` +
          "Give the account that links and upgrades the contracts, in quotes.",
        `  ${file}:${line("accounts:") + 1}:5  "accounts" still holds the placeholder of a new file. ` +
          "Give a list with at least one network admin, each address in quotes.",
      ].join("\n"),
    );
  });

  it("overwrites nothing", () => {
    writeFileSync(file, "mine");
    expect(refusal(given())).to.have.property("code", "FILE_EXISTS");
    expect(readFileSync(file, "utf8")).to.equal("mine");
  });

  const staticNodesFiles: [what: string, text: string | undefined, code: string, message: RegExp][] = [
    ["missing", undefined, "FILE_NOT_READ", /^Cannot read .*static-nodes\.json\.$/],
    [
      "empty",
      "",
      "STATIC_NODES_NOT_ALLOWED",
      /static-nodes\.json:1:1 {2}The file does not contain a list of enode URLs\./,
    ],
    ["cut short", `["${URLS[0] ?? ""}",`, "STATIC_NODES_NOT_ALLOWED", /:1:\d+ {2}The text is not well-formed/],
    ["no list", '{"nodes": []}', "STATIC_NODES_NOT_ALLOWED", /:1:1 {2}The file does not contain a list/],
    ["a list of other things", "[\n  1]", "STATIC_NODES_NOT_ALLOWED", /:2:3 {2}This is not an enode URL in quotes\./],
    ["with a broken URL", '["enode://ab@h:1"]', "STATIC_NODES_NOT_ALLOWED", /:1:2 {2}The enode id has 2 characters/],
  ];
  for (const [what, text, code, message] of staticNodesFiles) {
    it(`is not written when static-nodes.json is ${what}`, () => {
      writeFileSync(staticNodes, text ?? "");
      const values = text === undefined ? { ...given(), staticNodes: `${directory}/no/static-nodes.json` } : given();
      const error = refusal(values) as Error;
      expect(error).to.have.property("code", code);
      expect(error.message).to.match(message);
      expect(existsSync(file)).to.equal(false);
    });
  }

  it("is not written with values that would be refused, and each is named, with the way out", () => {
    const values = { adminOrg: "A B", subOrgDepth: 33, accounts: [GUARDIAN, GUARDIAN] };
    const error = refusal({ file, staticNodes, ...values }) as PortcullisError;
    expect(error).to.have.property("code", "VALUES_NOT_ALLOWED");
    expect(error.message.split("\n")).to.deep.equal([
      "No network file can be made of these values:",
      '  adminOrg cannot be "A B". Give a name of 1 to 64 characters of A-Z a-z 0-9 _ -',
      `  accounts: It names the account ${getAddress(GUARDIAN)} twice. Remove one of the two.`,
      "  subOrgDepth cannot be 33. Give a whole number from 1 to 32, without quotes.",
    ]);
    expect(existsSync(file)).to.equal(false);
  });

  it("is not written where both admin roles have the same name", () => {
    const error = refusal({ file, staticNodes, networkAdminRole: "X", orgAdminRole: "X" }) as PortcullisError;
    expect(error.message).to.match(/^ {2}orgAdminRole: Both admin roles have the same name\./m);
  });
});
