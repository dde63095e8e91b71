import { suiteAddresses } from "../../../deploy/suite-addresses.js";
import { addressBook, moduleAddresses, readModules } from "../../../src/network/modules.js";
import path from "node:path";
import { expect } from "chai";
import { NextImplementation__factory } from "../../../typechain-types/factories/test/NextImplementation__factory.js";
import { perform } from "../../../src/actions/perform.js";
import type { Chain } from "../../../src/chain/chain.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { PortcullisError } from "../../../src/errors/error.js";
import { type PermissionConfig, permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import type { SuiteAddresses } from "../../../src/model/contracts.js";
import { checkDeployment } from "../../../src/check/check-deployment.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { upgradeImplementation } from "../../../src/actions/upgrade/upgrade.js";
import { caught } from "../../helpers/caught.js";
import { ADMIN, type Deployed, deployed, GUARDIAN, NETWORK } from "../../helpers/deployed.js";
import { codesOf, sentenceOf } from "../../helpers/findings.js";
import { entriesIn } from "../../helpers/journal.js";

describe("the check of a suite's contracts", () => {
  let d: Deployed;
  let other: PermissionConfig;

  before(async () => {
    d = await deployed();
    const options = { chain: d.chain, network: NETWORK, directory: path.join(d.directory, "other") };
    other = permissionConfig(NETWORK, await deployNetwork({ ...options, signers: [nodeSigner(GUARDIAN)] }));
  });
  after(() => {
    d.remove();
  });

  const check = (changes: Partial<PermissionConfig> = {}, chain: Chain = d.chain) =>
    checkDeployment({ chain, config: { ...d.config, ...changes } });

  const strange: [what: string, changes: () => Partial<PermissionConfig>, code: string, says: RegExp][] = [
    [
      "an address without contract",
      () => ({ orgMgrAddress: ADMIN }),
      "NO_CONTRACT",
      /^"orgMgrAddress" names 0xed9d\w+, where chain 1337 has no contract\.$/,
    ],
    [
      "a manager of another suite",
      () => ({ orgMgrAddress: other.orgMgrAddress }),
      "CONTRACT_OF_OTHER_SUITE",
      /^"orgMgrAddress" names 0x\w+, a contract of the suite of 0x\w+\.$/,
    ],
    [
      "an interface of another suite",
      () => ({ interfaceAddress: other.interfaceAddress }),
      "CONTRACT_OF_OTHER_SUITE",
      /^"interfaceAddress" names/,
    ],
    [
      "an implementation of another suite",
      () => ({ implAddress: other.implAddress }),
      "CONTRACT_OF_OTHER_SUITE",
      /^"implAddress" names/,
    ],
    [
      "two managers in each other's place",
      () => ({ orgMgrAddress: d.config.roleMgrAddress, roleMgrAddress: d.config.orgMgrAddress }),
      "CONTRACT_OF_OTHER_SUITE",
      /which is the suite's RoleManager; the OrgManager is 0x/,
    ],
    [
      "a contract that is no manager",
      () => ({ orgMgrAddress: d.config.upgrdableAddress }),
      "CONTRACT_OF_OTHER_SUITE",
      /^"orgMgrAddress" names 0x\w+, a contract of no suite\.$/,
    ],
    [
      "a contract that is not the upgradable one",
      () => ({ upgrdableAddress: d.config.orgMgrAddress }),
      "CONTRACT_OF_OTHER_SUITE",
      /^"upgrdableAddress" names 0x\w+, which is not an upgradable contract\.$/,
    ],
  ];
  for (const [what, changes, code, says] of strange) {
    it(`finds ${what}`, async () => {
      const findings = await check(changes());
      expect(new Set(codesOf(findings))).to.deep.equal(new Set([`error ${code}`]));
      expect(sentenceOf(findings, code)).to.match(says);
    });
  }

  it("finds each address that is wrong, not only the first", async () => {
    const { orgMgrAddress, roleMgrAddress } = other;
    expect(codesOf(await check({ orgMgrAddress, roleMgrAddress }))).to.have.length(2);
    expect(codesOf(await check({ orgMgrAddress: ADMIN, roleMgrAddress: GUARDIAN }))).to.have.length(2);
  });

  it("finds contracts that the guardian has not linked", async () => {
    const directory = path.join(d.directory, "unlinked");
    const options = { chain: d.chain, network: NETWORK, directory, signers: [nodeSigner(ADMIN)] };
    expect((await caught(deployNetwork(options))).code).to.equal("SIGNER_MISSING");
    const addresses = entriesIn(directory).map(({ step, address }) => [step.replace("deploy ", ""), address]);
    const config = permissionConfig(NETWORK, { ...d, addresses: Object.fromEntries(addresses) as SuiteAddresses });
    expect(codesOf(await check(config))).to.deep.equal(["error NETWORK_NOT_LINKED"]);
  });

  it("finds that no node answers", async () => {
    const gone = new PortcullisError("NODE_UNREACHABLE", "It is gone.", { hint: "Wait." });
    const rpc = { send: () => Promise.reject(gone) };
    expect(codesOf(await check({}, { ...d.chain, rpc }))).to.deep.equal(["error NODE_UNREACHABLE"]);
  });

  it("finds that the implementation was replaced", async () => {
    await upgradeImplementation(d.as(GUARDIAN));
    expect(codesOf(await check())).to.deep.equal(["info IMPLEMENTATION_REPLACED"]);
  });

  it("calls code of another version so, and not wrong", async () => {
    const modules = moduleAddresses(await readModules(d.network));
    if (modules === undefined) throw new Error("the implementation has other modules");
    const addressOf = addressBook(d.network.addresses, modules);
    const creation = new NextImplementation__factory().getDeployTransaction(
      suiteAddresses({ guardian: GUARDIAN, addressOf }),
      modules.OrganisationModule,
      modules.AccountModule,
      modules.DecisionModule,
      modules.SettingModule,
      modules.BallotModule,
      modules.ResolutionModule,
      modules.PolicyModule,
      modules.EmergencyModule,
      modules.NodeModule,
      modules.AccessModule,
    );
    const { contractAddress } = await perform(d.as(GUARDIAN), "Deploy the next one.", creation);
    const implementation = contractAddress ?? "";
    await upgradeImplementation(d.as(GUARDIAN), { implementation });
    const findings = await check({ implAddress: implementation });
    expect(codesOf(findings)).to.deep.equal(["warning CODE_OF_OTHER_VERSION"]);
    expect(sentenceOf(findings, "CODE_OF_OTHER_VERSION")).to.equal(
      `Not the code of this version, so from another version or from somewhere else: PermissionsImplementation at ${implementation}.`,
    );
  });
});
