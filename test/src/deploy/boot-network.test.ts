import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getAddress, Transaction } from "ethers";
import { proposeAdmin, proposeAdminRemoval } from "../../../src/actions/admins.js";
import { setBootOperator } from "../../../src/actions/guardian.js";
import { type Actor, type ActionResult, perform } from "../../../src/actions/perform.js";
import { castVote } from "../../../src/actions/votes.js";
import { countTransactions } from "../../../src/chain/chain.js";
import { type InProcessChain, openInProcess } from "../../../src/nodejs/in-process.js";
import { bootNetwork } from "../../../src/nodejs/deployment/boot-network.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import type { StepReport } from "../../../src/steps/step.js";
import { connectNetwork, type Network } from "../../../src/network/network.js";
import { type PermissionConfig, permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import type { SuiteAddresses } from "../../../src/model/contracts.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import type { Finding } from "../../../src/errors/finding.js";
import { checkDeployment } from "../../../src/check/check-deployment.js";
import { keySigner, nodeSigner, type Signer } from "../../../src/chain/signers.js";
import { caught } from "../../helpers/caught.js";
import { codesOf, sentenceOf } from "../../helpers/findings.js";
import { isSending } from "../../helpers/breakage/request-gate.js";
import { entriesIn } from "../../helpers/journal.js";
import { aNetworkFile } from "../../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

const GUARDIAN = keySigner(`0x${"17".repeat(32)}`);
const OPERATOR = keySigner(`0x${"18".repeat(32)}`);
const STRANGER = keySigner(`0x${"19".repeat(32)}`);

const FILE = aNetworkFile(GUARDIAN.address, { bootOperators: [OPERATOR.address] });

const BOOT_STEPS = 5;

describe("booting a network that was deployed without it", () => {
  let chain: InProcessChain;
  let deployed: Network;
  let config: PermissionConfig;
  let deployment: string;
  let directory: string;

  beforeEach(async () => {
    chain = await openInProcess();
    deployment = makeScratch();
    directory = makeScratch();
    const options = { chain, network: FILE, directory: deployment, signers: [GUARDIAN] };
    deployed = await deployNetwork({ ...options, withoutBoot: true });
    config = permissionConfig(FILE, deployed);
  });
  afterEach(() => {
    for (const each of [deployment, directory]) removeScratch(each);
  });

  function boot(signer: Signer, changes: Partial<Parameters<typeof bootNetwork>[0]> = {}): Promise<Network> {
    return bootNetwork({ chain, network: FILE, config, directory, signers: [signer], ...changes });
  }

  function sentBy({ address }: Signer): Promise<number> {
    return countTransactions(chain.rpc, address, "latest");
  }

  it("is done by a boot operator elsewhere, who signs every step", async () => {
    const { contracts } = await boot(OPERATOR);
    expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
    expect(await contracts.rules.isNetworkAdmin(FILE.accounts[0] ?? "")).to.equal(true);
    expect(await sentBy(OPERATOR)).to.equal(BOOT_STEPS);
  });

  it("goes on where it was stopped, and sends nothing twice", async () => {
    let sendings = 0;
    const send: typeof chain.rpc.send = async (method, params) => {
      const answer = await chain.rpc.send(method, params);
      if (isSending({ method }) && ++sendings === 3) throw new Error("stopped");
      return answer;
    };
    await caught(boot(OPERATOR, { chain: { ...chain, rpc: { send } } }));
    expect(existsSync(path.join(directory, "boot.json"))).to.equal(true);
    const { contracts } = await boot(OPERATOR);
    expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
    expect(await sentBy(OPERATOR)).to.equal(BOOT_STEPS);
  });

  it("goes on with the deployment's journal in the deployment's directory", async () => {
    await boot(GUARDIAN, { directory: deployment });
    expect(existsSync(path.join(deployment, "boot.json"))).to.equal(false);
    const before = await sentBy(GUARDIAN);
    await deployNetwork({ chain, network: FILE, directory: deployment, signers: [GUARDIAN] });
    expect(await sentBy(GUARDIAN)).to.equal(before);
  });

  it("is found done once the network has booted, whatever happened since", async () => {
    await boot(OPERATOR);
    const reports: StepReport[] = [];
    await boot(STRANGER, { report: (report) => reports.push(report), directory: deployment });
    expect(reports).to.deep.equal([{ step: "end the boot", state: "found", address: undefined }]);
  });

  describe("by someone else, differing from the file, is not taken for done, nor checked as right", () => {
    const actorsOf = async (people: readonly string[]): Promise<Actor[]> => {
      const now = await connectNetwork(chain, config);
      for (const account of people) await chain.impersonate(account);
      return people.map((account) => ({ network: now, signer: nodeSigner(account) }));
    };
    const bootWith = (accounts: string[]): Promise<Network> =>
      boot(OPERATOR, { network: { ...FILE, accounts }, config: { ...config, accounts } });
    const strangers = ["51", "52", "53"].map((byte) => getAddress(`0x${byte.repeat(20)}`));

    /** What `boot` and `check` say of it. */
    async function found(accounts = FILE.accounts): Promise<{ refused: string; findings: Finding[] }> {
      const named = { ...config, accounts };
      const { code } = await caught(boot(GUARDIAN, { network: { ...FILE, accounts }, config: named }));
      return { refused: code, findings: await checkDeployment({ chain, config: named }) };
    }

    it("with a network admin more", async () => {
      await bootWith([...FILE.accounts, STRANGER.address]);
      const { refused, findings } = await found();
      expect(refused).to.equal("ADMINS_DIFFER");
      expect(codesOf(findings)).to.deep.equal(["warning ALL_MUST_AGREE", "error ADMINS_DIFFER"]);
      expect(sentenceOf(findings, "ADMINS_DIFFER")).to.include(
        `${STRANGER.address}, which the boot made a network admin.`,
      );
    });

    it("with a network admin less", async () => {
      await bootWith(FILE.accounts);
      const { refused, findings } = await found([...FILE.accounts, STRANGER.address]);
      expect(refused).to.equal("ADMINS_DIFFER");
      expect(codesOf(findings)).to.include("error ADMINS_DIFFER").and.not.include("info ADMIN_NO_LONGER");
      expect(sentenceOf(findings, "ADMINS_DIFFER")).to.equal(
        `"accounts" names ${STRANGER.address}, which never was a network admin: the boot left it out.`,
      );
    });

    it("with network admins who removed and appointed each other since", async () => {
      await bootWith([...FILE.accounts, ...strangers, STRANGER.address]);
      const [one = "", two = "", three = ""] = strangers;
      for (const each of [one, two, three]) {
        const voters = await actorsOf([...FILE.accounts, ...strangers.filter((other) => other !== each)]);
        const decide = async (propose: (actor: Actor) => Promise<ActionResult>): Promise<void> => {
          const [proposer, ...others] = voters;
          if (proposer === undefined) throw new Error("no account");
          const [id = 0] = (await propose(proposer)).opened;
          for (const voter of [proposer, ...others]) {
            if ((await readProposal(voter.network, id)).state === "open") await castVote(voter, { id, support: true });
          }
        };
        await decide((actor) => proposeAdminRemoval(actor, { org: FILE.adminOrg, account: each }));
        await decide((actor) =>
          proposeAdmin(actor, { org: FILE.adminOrg, account: each, role: FILE.networkAdminRole }),
        );
      }
      const { refused, findings } = await found();
      expect(refused).to.equal("ADMINS_DIFFER");
      expect(codesOf(findings)).to.deep.equal(Array(4).fill("error ADMINS_DIFFER"));
    });

    it("with a network admin who was added while the last step was on its way", async () => {
      const [operator] = await actorsOf([OPERATOR.address]);
      if (operator === undefined) throw new Error("no account");
      const { interface: permInterface } = deployed.contracts;
      const ends = permInterface.interface.encodeFunctionData("updateNetworkBootStatus");
      const send: typeof chain.rpc.send = async (method, params) => {
        const last = method === "eth_sendRawTransaction" && Transaction.from(String(params[0])).data === ends;
        if (last) await perform(operator, "Add.", permInterface.addAdminAccount.populateTransaction(STRANGER.address));
        return chain.rpc.send(method, params);
      };
      const error = await caught(boot(GUARDIAN, { chain: { ...chain, rpc: { send } } }));
      expect(error.code).to.equal("ADMINS_DIFFER");
    });

    it("with other names and limits", async () => {
      const names = { adminOrg: "OTHER", subOrgDepth: 9 };
      await boot(OPERATOR, {
        network: { ...FILE, ...names },
        config: { ...config, nwAdminOrg: names.adminOrg, subOrgDepth: names.subOrgDepth },
      });
      const { refused, findings } = await found();
      expect(refused).to.equal("CONFIG_DIFFERS");
      expect(codesOf(findings)).to.deep.equal([
        "error CONFIG_DIFFERS",
        "error CONFIG_DIFFERS",
        "warning ONE_NETWORK_ADMIN",
      ]);
    });
  });

  it("is found done, as the deployment is, with a network admin whom a vote has appointed since", async () => {
    await boot(GUARDIAN, { directory: deployment });
    const now = await connectNetwork(chain, config);
    for (const account of FILE.accounts) await chain.impersonate(account);
    const [first = "", ...others] = FILE.accounts.map((account) => ({ network: now, signer: nodeSigner(account) }));
    if (first === "") throw new Error("no network admin");
    const [id = 0] = (await proposeAdmin(first, { org: FILE.adminOrg, account: STRANGER.address, role: "ADMIN" }))
      .opened;
    for (const voter of [first, ...others]) await castVote(voter, { id, support: true }).catch(() => undefined);
    expect(await now.contracts.rules.isNetworkAdmin(STRANGER.address)).to.equal(true);
    await boot(GUARDIAN, { directory: deployment });
    await deployNetwork({ chain, network: FILE, directory: deployment, signers: [GUARDIAN] });
    expect(codesOf(await checkDeployment({ chain, config }))).to.not.include("error ADMINS_DIFFER");
  });

  it("takes an operator that the guardian named later", async () => {
    await setBootOperator({ network: deployed, signer: GUARDIAN }, { operator: STRANGER.address, allowed: true });
    const { contracts } = await boot(STRANGER);
    expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
  });

  it("is refused to strangers, with those who may", async () => {
    const { code, message } = await caught(boot(STRANGER));
    expect(code).to.equal("SIGNER_MISSING");
    expect(message).to.equal(
      `${STRANGER.address} may not boot the network, but ${GUARDIAN.address} or ${OPERATOR.address} may.`,
    );
  });

  it("is refused with a network file of another network, naming the keys", async () => {
    const network = { ...FILE, adminOrg: "OTHER", subOrgDepth: 5 };
    const { code, message } = await caught(boot(OPERATOR, { network }));
    expect(code).to.equal("FILES_DIFFER");
    expect(message).to.equal("The network file and the permission-config.json differ in adminOrg, subOrgDepth.");
  });

  it("is refused while the contracts are not linked", async () => {
    const other = makeScratch();
    const options = { chain, network: FILE, directory: other, signers: [STRANGER] };
    await caught(deployNetwork(options));
    const addresses = entriesIn(other).map(({ step, address }) => [step.replace("deploy ", ""), address]);
    const unlinked = permissionConfig(FILE, { chain, addresses: Object.fromEntries(addresses) as SuiteAddresses });
    expect(await caught(boot(OPERATOR, { config: unlinked }))).to.have.property("code", "NETWORK_NOT_LINKED");
    expect(await caught(boot(OPERATOR, { directory: other }))).to.have.property("code", "JOURNAL_OF_OTHER_NETWORK");
    removeScratch(other);
  });

  it("says which keys of the network file have changed since it was begun", async () => {
    await caught(boot(STRANGER, { directory: deployment }));
    const network = { ...FILE, nodes: FILE.nodes.map((node) => ({ ...node, port: 1 })), bootOperators: [] };
    const { code, hint } = await caught(boot(OPERATOR, { directory: deployment, network }));
    expect(code).to.equal("NETWORK_FILE_CHANGED");
    expect(hint).to.match(/^Undo the change of nodes, bootOperators,/);
  });

  it("goes on with a journal that holds no values of the network file", async () => {
    const file = path.join(deployment, "deployment.json");
    const journal = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...journal, network: undefined }));
    const changed = { ...FILE, bootOperators: [] };
    const { hint } = await caught(boot(OPERATOR, { directory: deployment, network: changed }));
    expect(hint).to.match(/^Undo the change, or/);
    await boot(OPERATOR, { directory: deployment });
  });

  it("names a journal of a newer format as such", async () => {
    writeFileSync(path.join(directory, "boot.json"), '{"format": 2}');
    const { code, message } = await caught(boot(OPERATOR));
    expect(code).to.equal("FORMAT_NEWER");
    expect(message).to.match(/boot\.json has format 2, and this version reads format 1\.$/);
  });
});
