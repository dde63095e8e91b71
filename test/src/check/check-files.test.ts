import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { fileAt } from "../../../src/nodejs/files.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import { readPermissionConfig } from "../../../src/nodejs/network-files.js";
import { checkConfig, checkNetworkFile } from "../../../src/check/check-files.js";
import type { Finding } from "../../../src/errors/finding.js";
import { anAddressBook } from "../../data/addresses.js";
import { ADMINS, writeNetworkFile } from "../../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

const GUARDIAN = "0x9186eb3d20cbd1f5f992a950d808c4495153abd5";
const EXAMPLE = path.join(import.meta.dirname, "../../../examples/four-nodes/network.yaml");
const CONFIG = permissionConfig(readNetworkFile(EXAMPLE), anAddressBook());

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
      const file = writeNetworkFile(directory, GUARDIAN);
      expect(checkNetworkFile(fileAt(file))).to.deep.equal([
        { level: "ok", code: "OK", what: `${file} is complete: nodes 2, network admins 2.` },
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

  describe("permission-config.json", () => {
    function check(text: string): string[] {
      const file = path.join(directory, "permission-config.json");
      writeFileSync(file, text);
      return trouble(checkConfig(fileAt(file))).map((line) => line.replace(`${file}: `, ""));
    }

    const changed = (changes: Record<string, unknown>): string => JSON.stringify({ ...CONFIG, ...changes });
    const one = CONFIG.interfaceAddress;

    it("finds nothing wrong with what a deployment writes", () => {
      expect(check(JSON.stringify(CONFIG))).to.deep.equal([]);
    });

    const table: [what: string, text: string, found: string[]][] = [
      [
        "a truncated file",
        JSON.stringify(CONFIG).slice(0, 200),
        ["error CONFIG_NOT_ALLOWED The file is not JSON: it ends in the middle."],
      ],
      ["what is not JSON", "no", ["error CONFIG_NOT_ALLOWED The file is not JSON."]],
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
