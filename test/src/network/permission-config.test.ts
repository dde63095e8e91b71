import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { PortcullisError } from "../../../src/errors/error.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { addressesOf, permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import { readPermissionConfig, writePermissionConfig } from "../../../src/nodejs/config-file.js";
import { aDeployedNetwork } from "../../data/addresses.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const EXAMPLE = path.join(import.meta.dirname, "../../../examples/four-nodes/network.yaml");
const DEPLOYED = aDeployedNetwork();
const CONFIG = permissionConfig(readNetworkFile(EXAMPLE), DEPLOYED);

/** The keys that GoQuorum documents. */
const DOCUMENTED = [
  "upgradableAddress",
  "interfaceAddress",
  "implAddress",
  "nodeMgrAddress",
  "accountMgrAddress",
  "roleMgrAddress",
  "voterMgrAddress",
  "orgMgrAddress",
  "nwAdminOrg",
  "nwAdminRole",
  "orgAdminRole",
  "accounts",
  "subOrgBreadth",
  "subOrgDepth",
];

describe("permission-config.json", () => {
  it("has the documented keys, the model, the key that nodes misspell, what names the chain, and the manager of contracts", () => {
    const ours = ["contractMgrAddress", "chainId", "genesisHash", "deploymentBlock"];
    const others = ["permissionModel", "upgrdableAddress", ...ours];
    expect(Object.keys(CONFIG).sort()).to.deep.equal([...DOCUMENTED, ...others].sort());
    expect(CONFIG.permissionModel).to.equal("v2");
    expect(CONFIG.upgrdableAddress).to.equal(CONFIG.upgradableAddress);
  });

  it("names every contract under its key", () => {
    expect(addressesOf(CONFIG)).to.deep.equal(DEPLOYED.addresses);
  });

  it("writes numbers without quotes, in one step, and leaves nothing else behind", () =>
    withScratch((directory) => {
      const file = path.join(directory, "permission-config.json");
      writeFileSync(file, "half a fi");
      writePermissionConfig(file, CONFIG);
      const text = readFileSync(file, "utf8");
      expect(text)
        .to.match(/"subOrgBreadth": 3,/)
        .and.match(/"subOrgDepth": 4,/);
      expect(readPermissionConfig(file)).to.deep.equal(CONFIG);
      expect(readdirSync(directory)).to.deep.equal(["permission-config.json"]);
    }));

  const broken: [what: string, text: string, message: RegExp][] = [
    ["what is not JSON", "{", /ends in the middle/],
    ["a missing address", JSON.stringify({ ...CONFIG, interfaceAddress: undefined }), /interfaceAddress/],
    ["a quoted number", JSON.stringify({ ...CONFIG, subOrgDepth: "4" }), /subOrgDepth/],
    ["another model", JSON.stringify({ ...CONFIG, permissionModel: "v1" }), /permissionModel/],
  ];
  for (const [what, text, message] of broken) {
    it(`refuses to read ${what}`, () =>
      withScratch((directory) => {
        const file = path.join(directory, "permission-config.json");
        writeFileSync(file, text);
        expect(() => readPermissionConfig(file)).to.throw(PortcullisError, message);
      }));
  }
});
