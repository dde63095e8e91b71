import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { fileAt } from "../../../src/nodejs/files.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import { readPermissionConfig } from "../../../src/nodejs/config-file.js";
import { checkConfig, checkNetworkFile, type CheckNetworkFileOptions } from "../../../src/check/check-files.js";
import { shortId } from "../../../src/model/enode.js";
import type { Finding } from "../../../src/errors/finding.js";
import { aDeployedNetwork } from "../../data/addresses.js";
import { aNetworkFile, ADMINS, enodeIdOf, writeNetworkFile } from "../../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

const GUARDIAN = "0x9186eb3d20cbd1f5f992a950d808c4495153abd5";
const THREE = [...ADMINS, "0x0fbdc686b912d7722dc86510934589e0aaf3b55a"];
const EXAMPLE = path.join(import.meta.dirname, "../../../examples/four-nodes/network.yaml");
const CONFIG = permissionConfig(readNetworkFile(EXAMPLE), aDeployedNetwork());

/** Level, code and sentence of what is not fine; every one has a way out. */
function trouble(findings: readonly Finding[]): string[] {
  const wrong = findings.filter(({ level }) => level !== "ok");
  for (const { what, wayOut } of wrong) expect(wayOut?.hint, what).to.match(/^[A-Z].*[.-]$/);
  return wrong.map(({ level, code, what }) => `${level} ${code} ${what}`);
}

describe("the check of a file", () => {
  let directory: string;

  before(() => {
    directory = makeScratch();
  });
  after(() => {
    removeScratch(directory);
  });

  describe("network file", () => {
    it("finds nothing wrong with a good one", () => {
      const file = writeNetworkFile(directory, GUARDIAN, { accounts: THREE });
      expect(checkNetworkFile(fileAt(file))).to.deep.equal([
        { level: "ok", code: "OK", what: `${file} is complete: nodes 2, network admins 3.` },
      ]);
    });

    it("finds each mistake with its place", () => {
      const file = path.join(directory, "broken.yaml");
      writeFileSync(file, 'guardian: "x"\nadminOrg: A B\n');
      const findings = trouble(checkNetworkFile(fileAt(file)));
      expect(findings[0]).to.match(/broken\.yaml:1:1 "networkAdminRole" is missing\.$/);
      expect(findings).to.include(`error NETWORK_FILE_NOT_ALLOWED ${file}:1:11 "x" is not an address.`);
      expect(findings).to.include(`error NETWORK_FILE_NOT_ALLOWED ${file}:2:11 "adminOrg" cannot be A B.`);
    });

    it("finds that it is not there", () => {
      expect(trouble(checkNetworkFile(fileAt("/nowhere/n.yaml")))).to.deep.equal([
        "error FILE_NOT_READ Cannot read /nowhere/n.yaml.",
      ]);
    });

    it("finds a single network admin, and a guardian who is one", () => {
      const [admin = ""] = ADMINS;
      const file = writeNetworkFile(directory, admin, { accounts: [admin] });
      expect(trouble(checkNetworkFile(fileAt(file))).map((text) => text.split(" ").slice(0, 2))).to.deep.equal([
        ["warning", "ONE_NETWORK_ADMIN"],
        ["info", "GUARDIAN_IS_NETWORK_ADMIN"],
      ]);
    });
  });

  describe("network file that works, but will cause trouble", () => {
    function check(changes: Record<string, unknown>, options?: CheckNetworkFileOptions): string[] {
      const file = path.join(directory, "doubtful.json");
      writeFileSync(file, JSON.stringify({ ...aNetworkFile(GUARDIAN, { accounts: THREE }), nodes: [URL], ...changes }));
      return trouble(checkNetworkFile(fileAt(file), options)).map((line) => line.replace(file, "FILE"));
    }
    const at = (digits: string, place: string): string => `enode://${enodeIdOf(digits)}@${place}?discport=0`;
    const [one, two] = ["a1", "a2"].map((digits) => shortId(enodeIdOf(digits)));
    const URL = at("ab", "10.0.0.9:21000");

    it("names two network admins, who must always agree", () => {
      expect(check({ accounts: ADMINS })).to.deep.equal([
        "warning ALL_MUST_AGREE FILE names two network admins, and a majority of two is both: if one key is lost, nothing can be decided ever again.",
      ]);
    });

    for (const loopback of ["127.0.0.1", "127.8.0.1", "[::1]"]) {
      it(`names a node at ${loopback} beside another host`, () => {
        expect(check({ nodes: [at("a1", `${loopback}:21000`), at("a2", "10.0.0.2:21000")] })).to.deep.equal([
          `warning NODE_AT_LOOPBACK FILE names the node ${one ?? ""} at ${loopback}:21000, where other machines do not reach it; others are elsewhere, such as at 10.0.0.2:21000.`,
        ]);
      });
    }

    it("names localhost beside another host", () => {
      const nodes = [at("a1", "localhost:21000"), at("a2", "node-2:21000")];
      expect(check({ nodes, hostNames: true, ipCheck: false }).join("\n")).to.match(
        /NODE_AT_LOOPBACK .*localhost:21000/,
      );
    });

    it("does not, where all nodes are at loopback, as in a trial on one machine", () => {
      expect(check({ nodes: [at("a1", "127.0.0.1:21000"), at("a2", "127.0.0.1:21001")] })).to.deep.equal([]);
    });

    it("names two nodes at one address", () => {
      expect(check({ nodes: [at("a1", "10.0.0.1:21000"), at("a2", "10.0.0.1:21000")] })).to.deep.equal([
        `warning NODES_AT_ONE_ADDRESS FILE names the nodes ${one ?? ""} and ${two ?? ""} at one address, 10.0.0.1:21000.`,
      ]);
    });

    describe("names a node without a Raft port", () => {
      const [raft1, raft2] = [at("a1", "10.0.0.1:21000"), at("a2", "10.0.0.2:21000")].map(
        (url) => `${url}&raftport=50400`,
      );
      const [without1, without2] = [at("a3", "10.0.0.3:21000"), at("a4", "10.0.0.4:21000")];

      it("beside nodes that have one", () => {
        expect(check({ nodes: [raft1, without1, raft2] })).to.deep.equal([
          `warning RAFT_PORT_MISSING FILE names the node ${shortId(enodeIdOf("a3"))} at 10.0.0.3:21000 without a Raft port; most others have one, such as the node at 10.0.0.1:21000.`,
        ]);
        expect(check({ nodes: [without1, raft1] }).join()).to.match(/RAFT_PORT_MISSING/);
      });

      it("not where most others have none either", () => {
        expect(check({ nodes: [without1, raft1, without2] })).to.deep.equal([]);
        expect(check({ nodes: [without1, without2] })).to.deep.equal([]);
      });
    });

    it("takes its nodes from a list that nodes do not read", () => {
      writeFileSync(path.join(directory, "listed.json"), `[\n  "${at("a1", "10.0.0.1:21000")}",\n]`);
      expect(check({ nodes: "listed.json" })).to.deep.equal([
        `warning NODE_LIST_NOT_READ ${directory}/listed.json:3:1 A comma follows the last value. Nodes that have this file read nothing of it.`,
      ]);
    });

    it("sets what a node leaves out, where a node would boot the network", () => {
      expect(check({ ipCheck: false, nodeLimit: 9 })).to.deep.equal([]);
      expect(check({}, { nodesBoot: true })).to.deep.equal([]);
      expect(check({ ipCheck: false, nodeLimit: 9 }, { nodesBoot: true })).to.deep.equal([
        "warning SETTINGS_NOT_BOOTED FILE sets ip-check off, node-limit 9, which a node that boots the network leaves out.",
      ]);
    });
  });

  describe("permission-config.json", () => {
    function check(text: string | Buffer): string[] {
      const file = path.join(directory, "permission-config.json");
      writeFileSync(file, text);
      return trouble(checkConfig(fileAt(file))).map((line) => line.replace(`${file}: `, ""));
    }

    const changed = (changes: Record<string, unknown>): string => JSON.stringify({ ...CONFIG, ...changes });
    const one = CONFIG.interfaceAddress;
    const LINES = JSON.stringify(CONFIG, undefined, 2).split("\n").length;

    it("finds nothing wrong with what a deployment writes", () => {
      expect(check(JSON.stringify(CONFIG))).to.deep.equal([]);
    });

    const table: [what: string, text: string | Buffer, found: string[]][] = [
      [
        "a truncated file",
        JSON.stringify(CONFIG).slice(0, 200),
        ["error CONFIG_NOT_ALLOWED Line 1, column 201: The file ends in the middle."],
      ],
      ["what is not JSON", "no", ["error CONFIG_NOT_ALLOWED Line 1, column 1: The file is not JSON from here on."]],
      ["an empty file", "", ["error CONFIG_NOT_ALLOWED Line 1, column 1: The file is empty."]],
      [
        "a byte order mark",
        `\ufeff${JSON.stringify(CONFIG)}`,
        ["error CONFIG_NOT_ALLOWED Line 1, column 1: The file begins with a byte order mark (BOM), which is no JSON."],
      ],
      [
        "a no-break space",
        `\u00a0${JSON.stringify(CONFIG)}`,
        ["error CONFIG_NOT_ALLOWED Line 1, column 1: There is a blank that is none in JSON, such as a no-break space."],
      ],
      [
        "a no-break space at the end",
        `${JSON.stringify(CONFIG)}\n\u00a0`,
        ["error CONFIG_NOT_ALLOWED Line 2, column 1: There is a blank that is none in JSON, such as a no-break space."],
      ],
      [
        "a comment",
        `// ours\n${JSON.stringify(CONFIG)}`,
        ["error CONFIG_NOT_ALLOWED Line 1, column 1: There is a comment, and JSON has none."],
      ],
      [
        "a comma too many",
        JSON.stringify(CONFIG, undefined, 2).replace(/\n\}$/, ",\n}"),
        [`error CONFIG_NOT_ALLOWED Line ${LINES}, column 1: A comma follows the last value.`],
      ],
      [
        "UTF-16",
        Buffer.from(`\ufeff${JSON.stringify(CONFIG)}`, "utf16le"),
        ["error CONFIG_NOT_ALLOWED Line 1, column 1: The file is not in UTF-8, and nodes read nothing else."],
      ],
      ...["3.0", "3e0", "30E-1"].map((number): [string, string, string[]] => [
        `the number ${number}`,
        JSON.stringify(CONFIG).replace('"subOrgBreadth":3', `"subOrgBreadth":${number}`),
        [`error CONFIG_NOT_ALLOWED "subOrgBreadth" is written ${number}, and nodes crash on it at startup.`],
      ]),
      [
        "a number with a fraction",
        changed({ subOrgDepth: 3.5 }),
        ['error CONFIG_NOT_ALLOWED "subOrgDepth" cannot be 3.5.'],
      ],
      [
        "a key that comes twice",
        JSON.stringify(CONFIG).replace("}", `,"SUBORGDEPTH":4}`),
        ['warning CONFIG_KEY_TWICE The key "subOrgDepth" is there 2 times, and nodes take the last one.'],
      ],
      [
        "a bad value in the last of a key's places",
        JSON.stringify(CONFIG).replace("}", ',"SubOrgDepth":0}'),
        [
          'error CONFIG_NOT_ALLOWED "subOrgDepth" cannot be 0.',
          'warning CONFIG_KEY_TWICE The key "subOrgDepth" is there 2 times, and nodes take the last one.',
        ],
      ],
      ["a list", "[]", ["error CONFIG_NOT_ALLOWED The file does not contain a JSON object."]],
      ["a missing number", changed({ subOrgDepth: undefined }), ['error CONFIG_NOT_ALLOWED "subOrgDepth" is missing.']],
      [
        "a quoted number",
        changed({ subOrgBreadth: "3" }),
        ['error CONFIG_NOT_ALLOWED "subOrgBreadth" is the text "3", and nodes crash on it at startup.'],
      ],
      ["the number 0", changed({ subOrgDepth: 0 }), ['error CONFIG_NOT_ALLOWED "subOrgDepth" cannot be 0.']],
      [
        "a misspelled key",
        changed({ orgMgrAddress: undefined, orgMgrAdress: one.replaceAll("2", "9") }),
        ['error CONFIG_NOT_ALLOWED The key "orgMgrAdress" is unknown.'],
      ],
      [
        "a key too many",
        changed({ validatorAddress: one }),
        ['warning CONFIG_KEY_UNKNOWN Nodes do not know the key "validatorAddress".'],
      ],
      [
        "only the documents' spelling",
        changed({ upgrdableAddress: undefined }),
        [
          'warning CONFIG_KEY_MISSING "upgrdableAddress" is missing: nodes read "upgrdableAddress", the documentation says "upgradableAddress".',
        ],
      ],
      [
        "only the nodes' spelling",
        changed({ upgradableAddress: undefined }),
        [
          'warning CONFIG_KEY_MISSING "upgradableAddress" is missing: nodes read "upgrdableAddress", the documentation says "upgradableAddress".',
        ],
      ],
      [
        "neither spelling",
        changed({ upgradableAddress: undefined, upgrdableAddress: undefined }),
        ['error CONFIG_NOT_ALLOWED "upgrdableAddress" is missing.'],
      ],
      [
        "two spellings that disagree",
        changed({ upgradableAddress: `0x${"9".repeat(40)}` }),
        [
          'error CONFIG_NOT_ALLOWED "upgrdableAddress" and "upgradableAddress" are different addresses, and both mean the upgradable contract.',
        ],
      ],
      [
        "model v1",
        changed({ permissionModel: "v1" }),
        ['error MODEL_NOT_SUPPORTED "permissionModel" is "v1", and this suite is model v2.'],
      ],
      [
        "a newer model",
        changed({ permissionModel: "v3" }),
        ['error FORMAT_NEWER "permissionModel" is "v3", and this suite is model v2.'],
      ],
      ["no model", changed({ permissionModel: undefined }), ['error CONFIG_NOT_ALLOWED "permissionModel" is missing.']],
      [
        "a model that is none",
        changed({ permissionModel: 2 }),
        ['error CONFIG_NOT_ALLOWED "permissionModel" cannot be 2.'],
      ],
      [
        "an address with a digit too few",
        changed({ interfaceAddress: one.slice(1) }),
        ['error CONFIG_NOT_ALLOWED "interfaceAddress" is not an address: 0x and 40 hex digits.'],
      ],
      [
        "a wrong checksum",
        changed({ accounts: ["0xEd9d02e382b34818e88B88a309c7fe71E65f419d"] }),
        ['error CONFIG_NOT_ALLOWED "accounts.0" is an address with a wrong checksum.'],
      ],
      [
        "the zero address",
        changed({ interfaceAddress: `0x${"0".repeat(40)}` }),
        ['error CONFIG_NOT_ALLOWED "interfaceAddress" is the zero address.'],
      ],
      [
        "an address under two keys",
        changed({ roleMgrAddress: CONFIG.orgMgrAddress }),
        [
          `error CONFIG_NOT_ALLOWED "roleMgrAddress" and "orgMgrAddress" are the same address, ${CONFIG.orgMgrAddress}.`,
        ],
      ],
      ["no accounts", changed({ accounts: [] }), ['error CONFIG_NOT_ALLOWED "accounts" cannot be [].']],
      ["an empty name", changed({ nwAdminOrg: "" }), ['error CONFIG_NOT_ALLOWED "nwAdminOrg" cannot be "".']],
    ];
    for (const [what, text, found] of table) {
      it(`finds ${what}`, () => {
        expect(check(text)).to.deep.equal(found);
      });
    }

    it("finds everything at once", () => {
      expect(check(changed({ subOrgDepth: "4", orgMgrAddress: undefined, nwAdminOrg: 7 }))).to.have.length(3);
    });

    it("finds that it is not there", () => {
      expect(trouble(checkConfig(fileAt("/nowhere/p.json")))).to.deep.equal([
        "error FILE_NOT_READ Cannot read /nowhere/p.json.",
      ]);
    });

    const readable: [what: string, text: string][] = [
      ["with one of the two spellings", changed({ upgrdableAddress: undefined })],
      ["with the model in capitals, as nodes allow", changed({ permissionModel: "V2" })],
      [
        "with other capitals in keys, as nodes allow",
        JSON.stringify(CONFIG).replace("accounts", "Accounts").replace("implAddress", "IMPLADDRESS"),
      ],
      ["with a key twice, of which nodes take the last", JSON.stringify(CONFIG).replace("{", '{"SubOrgDepth":9,')],
    ];
    for (const [what, text] of readable) {
      it(`is read ${what}`, () => {
        const file = path.join(directory, "permission-config.json");
        writeFileSync(file, text);
        expect(readPermissionConfig(file)).to.deep.equal(CONFIG);
      });
    }
  });
});
