import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { policyInWords } from "../../../../src/model/policy.js";
import { parsePolicyFile } from "../../../../src/network/policy-file.js";
import { writeReading } from "../../../../src/nodejs/consortium-files.js";
import { fileAt } from "../../../../src/nodejs/files.js";
import { textAtHand } from "../../../../src/util/text-source.js";
import { makeScratch, removeScratch } from "../../../../tools/shared/scratch.js";
import { fates, reading } from "./reading.js";

/** Of a resource: rule, organisations and roles. */
type Listed = readonly [resource: string, rule: string, orgs?: string, roles?: string];

function chain(resources: readonly Listed[], id = "trade", orgs: readonly string[] = ["a.x", "b", "c"]): string {
  const policies = resources.map(
    ([resource, rule, orgs = "", roles = ""]) =>
      `  - resource_name: ${resource}\n    policy: { rule: ${rule}, org_list: [${orgs}], role_list: [${roles}] }`,
  );
  const roots = orgs.map((org) => `  - { org_id: ${org}, root: x }`);
  return [`chain_id: ${id}`, "trust_roots:", ...roots, "resource_policies:", ...policies].join("\n");
}

/** What is said of each resource of a list. */
function said(...resources: readonly Listed[]): (string | undefined)[] {
  const told = fates({ "bc.yml": chain(resources) });
  return resources.map((_, index) => told[`resource_policies[${index}].resource_name`]);
}

/** What a policy file says of each operation. */
function inFile(text: string): Record<string, string> {
  const { policies } = parsePolicyFile(textAtHand("policies.yaml", text));
  return Object.fromEntries(policies.map(({ operation, policy }) => [operation, policyInWords(policy)]));
}

const TRUST_ROOT_ADD = "CHAIN_CONFIG-TRUST_ROOT_ADD";
const TRUST_ROOT_DELETE = "CHAIN_CONFIG-TRUST_ROOT_DELETE";
const PERMISSION_ADD = "CHAIN_CONFIG-PERMISSION_ADD";
const ADMINS = "majority of the organisations with the role any admin";

describe("Policies of ChainMaker", () => {
  it("become a policy file that says of each operation what was said of its resource", () => {
    const resources: Listed[] = [
      [TRUST_ROOT_ADD, "MAJORITY", "", "admin"],
      [TRUST_ROOT_DELETE, "FORBIDDEN", "b", "admin"],
      [PERMISSION_ADD, '"2/3"', "a.x, b, c, b", "admin, ADMIN, client"],
    ];
    const { policies, files } = reading({ "bc.yml": chain(resources) });
    expect(policies.map(({ group }) => group)).to.deep.equal(["trade"]);
    const read = inFile(policies[0]?.text ?? "");
    expect(read).to.deep.equal({
      "add-org": ADMINS,
      "suspend-org": "forbidden of the network admins",
      "change-rule": "fraction 2 of 3 of the organisations a-x, b, c with the role any admin or CLIENT",
    });
    const told = new Set(files[0]?.values.flatMap(({ becomes }) => /^the policy of .*/.exec(becomes ?? "") ?? []));
    expect([...told]).to.deep.equal(
      Object.entries(read).map(([operation, words]) => `the policy of ${operation}: ${words}`),
    );
  });

  it("stand in a file for each group, and in none where no file says any", () => {
    const files = {
      "one.yml": chain([[TRUST_ROOT_ADD, "ALL"]], "one"),
      "other.yml": chain([[TRUST_ROOT_ADD, "ANY"]], "other"),
    };
    const { policies } = reading({ ...files, "third.yml": chain([], "third") });
    expect(policies.map(({ group, text }) => [group, inFile(text)["add-org"]])).to.deep.equal([
      ["one", "all of the organisations"],
      ["other", "any of the organisations"],
    ]);
  });

  it("are used once for an operation, and another one for the same is told", () => {
    expect(
      said(
        [PERMISSION_ADD, "MAJORITY"],
        ["CHAIN_CONFIG-PERMISSION_UPDATE", "MAJORITY"],
        ["CHAIN_CONFIG-PERMISSION_DELETE", "ANY"],
      ),
    ).to.deep.equal([
      `the policy of change-rule: ${ADMINS}`,
      `the policy of change-rule: ${ADMINS}`,
      "not used: something else is said before for the policy of change-rule: any of the organisations",
    ]);
  });

  it("of nodes and accounts are those of what an organisation's admins do alone until a vote says otherwise", () => {
    const self = "self by accounts with the role any admin";
    const resources: Listed[] = [
      ["CHAIN_CONFIG-NODE_ID_UPDATE", "SELF", "", "client"],
      ["CHAIN_CONFIG-NODE_ORG_ADD", "MAJORITY", "", "admin"],
      ["CHAIN_CONFIG-NODE_ID_DELETE", "ANY", "", "admin"],
      ["PUBKEY_MANAGE-PUBKEY_ADD", "SELF", "", "admin"],
      ["PUBKEY_MANAGE-PUBKEY_DELETE", "MAJORITY"],
      ["CERT_MANAGE-CERTS_FREEZE", "ANY"],
    ];
    const any = "any of the organisations with the role any admin";
    expect(said(...resources)).to.deep.equal([
      `the policy of move-node: ${self}`,
      `the policy of add-node: ${ADMINS}`,
      `the policy of set-node-status and let-go: ${any}`,
      `the policy of assign-role: ${self}`,
      `the policy of set-account-status: ${ADMINS}; something else is said before for let-go`,
      "not used: something else is said before for the policy of set-account-status: any of the organisations",
    ]);
    expect(inFile(reading({ "bc.yml": chain(resources) }).policies[0]?.text ?? "")).to.deep.equal({
      "move-node": self,
      "add-node": ADMINS,
      "set-node-status": any,
      "let-go": any,
      "assign-role": self,
      "set-account-status": ADMINS,
    });
  });

  it("of what nobody decides here say why", () => {
    const why = (resource: string) => said([resource, "MAJORITY"])[0]?.replace(`not used: ${resource}: `, "");
    expect(why("CHAIN_CONFIG-TRUST_ROOT_UPDATE")).to.match(/^an organisation has no root here: .* appoint-admin/);
    expect(why("CHAIN_CONFIG-NODE_ORG_UPDATE")).to.match(/one by one$/);
    expect(why("CERT_MANAGE-CERTS_ALIAS_DELETE")).to.equal("no certificates are kept on the chain");
    expect(why("CONTRACT_MANAGE-INIT_CONTRACT")).to.match(/access of roles, and by the setting restrict-deploying$/);
    expect(why("CHAIN_CONFIG-BLOCK_UPDATE")).to.equal("nothing of the kind is decided here");
  });

  it("are not used where the contracts would refuse them", () => {
    const many = Array.from({ length: 33 }, (_, index) => `org${index}`).join(", ");
    expect(
      said(
        [TRUST_ROOT_ADD, "SELF", "", "admin"],
        [PERMISSION_ADD, "ALL", "", "admin"],
        [PERMISSION_ADD, "FORBIDDEN"],
        [PERMISSION_ADD, "ANY", "", "client"],
        [TRUST_ROOT_ADD, "ANY", "", "tax office"],
        [TRUST_ROOT_ADD, "ANY", many],
        [TRUST_ROOT_ADD, '"1000000000/1000000000"'],
      ),
    ).to.deep.equal([
      `not used: ${TRUST_ROOT_ADD}: no organisation decides alone on add-org, and a vote does`,
      `not used: ${PERMISSION_ADD}: policies could never be changed again where one organisation is missing`,
      `not used: ${PERMISSION_ADD}: policies could never be changed again where one organisation is missing`,
      `not used: ${PERMISSION_ADD}: policies are not changed by roles that an organisation defines`,
      `not used: ${TRUST_ROOT_ADD}: it names a role that cannot have this name here`,
      `not used: ${TRUST_ROOT_ADD}: it lists more than 32 organisations or roles`,
      `not used: ${TRUST_ROOT_ADD}: "1000000000/1000000000" is no rule that can be kept`,
    ]);
    expect(reading({ "bc.yml": chain([[PERMISSION_ADD, "ALL"]]) }).policies).to.deep.equal([]);
  });

  describe("in files", () => {
    let directory: string;
    const inside = (name: string): string => path.join(directory, name);
    const made = reading({ "bc.yml": chain([[TRUST_ROOT_ADD, "MAJORITY"]]) });

    before(() => {
      directory = makeScratch();
      mkdirSync(inside("own"));
    });

    after(() => {
      removeScratch(directory);
    });

    it("stand beside the consortium file", () => {
      const file = inside("own/consortium-trade-policies.yaml");
      expect([...writeReading(inside("own/consortium.yaml"), made)]).to.deep.equal([["trade", file]]);
      expect(parsePolicyFile(fileAt(file)).policies.map(({ operation }) => operation)).to.deep.equal(["add-org"]);
    });

    it("are not written over others, and nothing is written then", () => {
      writeFileSync(inside("read-trade-policies.yaml"), "mine");
      expect(() => writeReading(inside("read.yaml"), made)).to.throw(/read-trade-policies\.yaml already exists\.$/);
      expect(readdirSync(directory).filter((name) => name.startsWith("read"))).to.deep.equal([
        "read-trade-policies.yaml",
      ]);
    });
  });
});
