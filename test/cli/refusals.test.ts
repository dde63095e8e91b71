import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { encryptKeystoreJsonSync, Wallet } from "ethers";
import { proposeSetting } from "../../src/actions/network-settings.js";
import { proposeOrgStatus } from "../../src/actions/orgs.js";
import type { Actor } from "../../src/actions/perform.js";
import { castVote, withdrawProposal } from "../../src/actions/votes.js";
import { nodeSigner } from "../../src/chain/signers.js";
import { DAILY_PROPOSALS } from "../data/codes.js";
import { toJson } from "../../src/util/json.js";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { refuseAll, requireRefusal, SECRETS, sendNothing } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";
import { openGate } from "../helpers/breakage/request-gate.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";
import { type Outcome, startAnvil } from "../../tools/shared/processes.js";

const NODE = enodeUrl("c1", 21_010);
const OTHER_NODE = enodeUrl("c2", 21_011);
const FREE_NODE = enodeUrl("c3", 21_012);
const SAID_ALREADY = "setting set role-limit 80";
const NOBODY_LISTENS = "http://127.0.0.1:9";

describe("the commands, refused", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    await admitOrg1();
    await rejectSuspension();
    await proposeTooMuch();
    await network.propose(network.people.admin2, SAID_ALREADY);
  });

  after(() => network.stop());

  sendNothing(() => network);

  /** ORG1 is admitted by proposal 1; proposal 2, about ORG2, stays open with one vote. */
  async function admitOrg1(): Promise<void> {
    const { admin1, admin2, orgAdmin, newcomer } = network.people;
    await network.propose(admin1, `org propose ORG1 --node ${NODE} --admin ${orgAdmin.address}`);
    await network.voteFor(1, admin2);
    await network.propose(admin1, `org propose ORG2 --node ${OTHER_NODE} --admin ${newcomer.address}`);
  }

  /** What admin1 has proposed the others vote against. */
  async function rejectSuspension(): Promise<void> {
    const { admin1, admin2, admin3 } = network.people;
    const by = await actors();
    const { opened } = await proposeOrgStatus(by(admin1), { org: "ORG1", change: "suspend" });
    for (const admin of [admin2, admin3]) await castVote(by(admin), { id: opened[0] ?? 0, support: false });
  }

  /** All that admin3 may propose in a day; each is withdrawn, so that none of them stays open. */
  async function proposeTooMuch(): Promise<void> {
    const actor = (await actors())(network.people.admin3);
    for (let made = 0; made < DAILY_PROPOSALS; made++) {
      const { opened } = await proposeSetting(actor, { setting: "ip-check", value: false });
      await withdrawProposal(actor, { id: opened[0] ?? 0 });
    }
  }

  async function actors(): Promise<(who: { address: string }) => Actor> {
    const now = await network.now();
    return ({ address }) => ({ network: now, signer: nodeSigner(address) });
  }

  const inScratch = (name: string): string => path.join(network.directory, name);

  function write(name: string, text: string): string {
    writeFileSync(inScratch(name), text);
    return inScratch(name);
  }

  it("for an organisation, a node, an account, a proposal or an implementation that does not exist", async () => {
    const { admin1, orgAdmin, clerk, guardian } = network.people;
    const org = 'There is no organisation "NOWHERE".';
    const account = `${clerk.address} belongs to no organisation.`;
    const node = `No node has the enode id ${enodeIdOf("c3").slice(0, 8)}….`;
    const { OrgManager } = (await network.now()).addresses;
    return refuseAll(network, 1, [
      ["org show NOWHERE", org],
      ["node list --org NOWHERE", org],
      ["account list --org NOWHERE", org],
      ["role list --org NOWHERE", org],
      ["node-lists org-details NOWHERE", org],
      [`org suspend NOWHERE ${as(admin1)}`, org],
      [`admin propose NOWHERE ${clerk.address} ${as(admin1)}`, org],
      [`role add NOWHERE CLERK --access full ${as(admin1)}`, org],
      [`node add NOWHERE ${FREE_NODE} ${as(admin1)}`, org],
      [`org add-sub NOWHERE SUB1 ${as(admin1)}`, org],
      [`account show ${clerk.address}`, account],
      [`account suspend ${clerk.address} ${as(admin1)}`, account],
      [`node show ${enodeIdOf("c3")}`, node],
      [`node deactivate ${FREE_NODE} ${as(admin1)}`, node],
      [`account release ${clerk.address} ${as(admin1)}`, account],
      [`account propose-release ${clerk.address} ${as(admin1)}`, account],
      [`node release ${FREE_NODE} ${as(admin1)}`, node],
      [`node propose-release ${FREE_NODE} ${as(admin1)}`, node],
      ["node show abc", '"abc" names no node.'],
      ["proposal show 99", /^There is no proposal 99\.\n.*: portcullis proposal list\.\n/],
      [
        `node add ORG1 ${NODE} ${as(orgAdmin)}`,
        /^The node \w{8}… is already part of the network\.\n.*: portcullis node show \w{8}\.\n/,
      ],
      [`proposal approve 99 ${as(admin1)}`, "There is no proposal 99."],
      [`upgrade --implementation ${clerk.address} ${as(guardian)}`, `There is no contract at ${clerk.address}.`],
      [
        `upgrade --implementation ${OrgManager} ${as(guardian)}`,
        `The contract at ${OrgManager} is this network's OrgManager, and not an implementation.`,
      ],
    ]);
  });

  it("to who may not do it", () => {
    const { guardian: holder, admin1, stranger, clerk, orgAdmin } = network.people;
    const admins = new RegExp(
      `^${stranger.address} is not a network admin, and no policy lets it decide this\\.\n {2}Send it from`,
    );
    const own = new RegExp(`^${stranger.address} is not an admin of ORG1 or above it\\.\n {2}Send it from`);
    const guardian = new RegExp(
      `^${admin1.address} is not the guardian\\.\n {2}The guardian is ${holder.address}\\.\n`,
    );
    return refuseAll(network, 1, [
      [`proposal approve 2 ${as(stranger)}`, admins],
      [`proposal sign 2 --out ${inScratch("no-vote.json")} ${as(stranger)}`, admins],
      [`org propose ORG3 --node ${FREE_NODE} --admin ${clerk.address} ${as(stranger)}`, admins],
      [`org suspend ORG1 ${as(stranger)}`, admins],
      [`admin propose ADMINORG ${stranger.address} ${as(stranger)}`, admins],
      [`rule set add-org any ${as(stranger)}`, admins],
      [`setting set ip-check off ${as(stranger)}`, admins],
      [
        `inbox --from ${stranger.address}`,
        /^0x\w+ is not a network admin, and no policy lets it decide this\.\n {2}Name an account that votes on something/,
      ],
      [`role add ORG1 CLERK --access full ${as(stranger)}`, own],
      [`account assign ORG1 ${clerk.address} CLERK ${as(stranger)}`, own],
      [`account suspend ${orgAdmin.address} ${as(stranger)}`, own],
      [`node add ORG1 ${FREE_NODE} ${as(stranger)}`, own],
      [`account release ${orgAdmin.address} ${as(stranger)}`, own],
      [`node release ${NODE} ${as(stranger)}`, own],
      [`node propose-release ${NODE} ${as(stranger)}`, admins],
      [`node deactivate ${enodeIdOf("a1")} ${as(stranger)}`, /^0x\w+ is not an admin of ADMINORG or above it\.\n/],
      [`org add-sub ORG1 SUB1 ${as(stranger)}`, own],
      [`upgrade ${as(admin1)}`, guardian],
      [`guardian transfer ${clerk.address} ${as(admin1)}`, guardian],
      [`guardian name-operator ${clerk.address} ${as(admin1)}`, guardian],
      [`guardian dismiss-operator ${clerk.address} ${as(admin1)}`, guardian],
      [`guardian accept ${as(admin1)}`, /has not been proposed as guardian/],
    ]);
  });

  it("for who is an admin, and for the admin organisation's nodes, which are not simply let go", () => {
    const { admin1, orgAdmin } = network.people;
    return refuseAll(network, 1, [
      [`account propose-release ${orgAdmin.address} ${as(admin1)}`, `${orgAdmin.address} was made an admin by vote.`],
      [
        `node release ${enodeIdOf("a1")} ${as(admin1)}`,
        /^The node \w{8}… is one of the admin organisation, whose nodes leave by vote only\./,
      ],
    ]);
  });

  it("to who has proposed as much as one may in a day, or proposes again what the others have voted against", async () => {
    const { admin1, admin3 } = network.people;
    const again = String.raw`(?:from|again from) 2\d{3}-\d\d-\d\d \d\d:\d\d UTC on, or let another network admin propose`;
    await refuseAll(network, 1, [
      [
        `rule set add-org any ${as(admin3)}`,
        new RegExp(`^${admin3.address} has made 32 proposals today \\(UTC\\), .*\n {2}Propose again ${again}\\.\n`),
      ],
      [
        `org suspend ORG1 ${as(admin1)}`,
        new RegExp(
          `^The others have lately rejected the same proposal of ${admin1.address} \\(suspend an organisation\\)\\.\n {2}Propose it ${again} it\\.\n`,
        ),
      ],
    ]);
  });

  it("to who has an open proposal that says the same, and to nobody else", async () => {
    const { admin1, admin2 } = network.people;
    await refuseAll(network, 1, [
      [
        `${SAID_ALREADY} ${as(admin2)}`,
        /^You have proposed it already: proposal \d+, to change a setting \(role-limit 80\)\.\n {2}See who has voted, .*: portcullis proposal show \d+\.\n/,
      ],
    ]);
    for (const other of [`${SAID_ALREADY} ${as(admin1)}`, `setting set role-limit 81 ${as(admin2)}`]) {
      const { code, stderr } = await network.run(`${other} --dry-run`);
      expect(code, stderr).to.equal(0);
    }
  });

  it("without a vote that counts", async () => {
    const { stranger } = network.people;
    const noVote = write("no-vote.txt", "{}");
    const submitted = `proposal submit ${noVote} ${inScratch("nowhere.json")} ${as(stranger)}`;
    const { code, stdout, stderr } = await network.run(submitted);
    expect(stderr).to.match(
      /^None of the signed votes counts now:\n {2}.*no-vote.txt is not the file of a signed vote .*\n *Cannot read .*nowhere.json\.\n {2}Nothing was sent\..*\n$/,
    );
    expect([code, stdout]).to.deep.equal([1, ""]);
  });

  it("at the wrong time", () => {
    const { admin1, admin2, clerk } = network.people;
    const vote = inScratch("no-vote.json");
    return refuseAll(network, 1, [
      [`proposal approve 2 ${as(admin1)}`, `${admin1.address} has already voted on proposal 2.`],
      [`proposal approve 1 ${as(admin1)}`, "Proposal 1 is not open (approved)."],
      [`proposal sign 2 --out ${vote} ${as(admin1)}`, `${admin1.address} has already voted on proposal 2.`],
      [`proposal sign 1 --out ${vote} ${as(admin2)}`, "Proposal 1 is not open (approved)."],
      [
        `proposal sign 2 --out ${vote} --deadline 2020-01-01 ${as(admin2)}`,
        "The deadline 2020-01-01T00:00:00.000Z has passed.",
      ],
      [`proposal withdraw 2 ${as(admin2)}`, `${admin2.address} may not withdraw proposal 2.`],
      [`proposal close 2 ${as(admin2)}`, /^Proposal 2 is undecided: 1 for, 0 against, 3 may vote\./],
      [
        `org propose ORG1 --node ${FREE_NODE} --admin ${clerk.address} ${as(admin2)}`,
        /^The organisation "ORG1" already exists/,
      ],
    ]);
  });

  it("when the signer's key cannot be used", () => {
    const wallet = new Wallet(SECRETS.key);
    const keystore = write(
      "key.json",
      encryptKeystoreJsonSync(wallet, SECRETS.password, { scrypt: { N: 2, r: 8, p: 1 } }),
    );
    const line = `proposal approve 2 --yes --keystore ${keystore}`;
    const wrong = write("wrong.txt", "wrong\n");
    return refuseAll(network, 1, [
      [
        "proposal approve 2 --yes",
        "PORTCULLIS_PRIVATE_KEY is not a private key.",
        { PORTCULLIS_PRIVATE_KEY: `${SECRETS.key}4c` },
      ],
      [line, `The key in ${keystore} needs a password.`],
      [line, /does not open/, { PORTCULLIS_PASSWORD: "wrong" }],
      [`${line} --password-file ${wrong}`, /does not open/],
      [`${line} --password-file ${inScratch("none.txt")}`, `Cannot read ${inScratch("none.txt")}.`],
      [`proposal approve 2 --yes --keystore ${inScratch("none.json")}`, /^Cannot read .*none\.json\./],
      [
        line,
        `${wallet.address} is not a network admin, and no policy lets it decide this.`,
        { PORTCULLIS_PASSWORD: SECRETS.password },
      ],
    ]);
  });

  it("when the node does not hold the account's key", async () => {
    const { orgAdmin } = network.people;
    const { code, stdout, stderr } = await network.run(`org add-sub ORG1 SUB1 ${as(orgAdmin)}`);
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.match(/\nThe node does not sign for this account\.\n {2}Unlock it/);
  });

  it("with a configuration that is broken, missing, or not this chain's", async () => {
    const config = readPermissionConfig(network.configFile);
    const swapped = { interfaceAddress: config.orgMgrAddress, orgMgrAddress: config.interfaceAddress };
    const mixed = write("mixed.json", toJson({ ...config, ...swapped }));
    const truncated = write("truncated.json", toJson(config).slice(0, 400));
    const later = write("later.json", toJson({ ...config, permissionModel: "v3" }));
    const unnamed = write("unnamed.json", toJson({ ...config, chainId: undefined, genesisHash: undefined }));
    const other = await startAnvil("--timestamp", "1700000000");
    const elsewhere = `proposal approve 2 ${as(network.people.admin2)} --network ${other.url}`;
    await refuseAll(network, 1, [
      [elsewhere, /^The permission-config\.json is of another chain with the id 1337: /],
      [`${elsewhere} --config ${unnamed}`, `There is no contract at ${config.interfaceAddress} on this chain.`],
      [`org list --config ${mixed}`, `The contract at ${config.orgMgrAddress} is not a network's interface.`],
      [`org list --config ${truncated}`, /^\S+ is not a permission-config\.json .* ends in the middle\./],
      [`org list --config ${later}`, /later\.json .*permissionModel/],
      [`org list --config ${inScratch("missing.json")}`, /^There is no file .*missing\.json\.\n.* --config FILE/],
    ]);
    await other.stop();
  });

  it("with the files of a deployment that a newer version wrote, or of another chain", async () => {
    const { guardian } = network.people;
    const directory = path.join(network.directory, "newer");
    mkdirSync(directory);
    write("newer/deployment.json", toJson({ format: 99 }));
    const deploy = `deploy ${inScratch("network.json")} ${as(guardian)}`;
    const other = await startAnvil();
    const outcomes = await Promise.all([
      network.run(`${deploy} --out ${directory}`),
      network.run(`${deploy} --out ${network.directory} --network ${other.url}`),
    ]);
    await other.stop();
    const [newer, elsewhere] = outcomes.map((each) => ({
      ...each,
      stderr: each.stderr.replace(/^Deploying .*\n/, ""),
    }));
    requireRefusal(newer as Outcome, /deployment\.json has format 99, and this version reads format \d\./, 1);
    requireRefusal(elsewhere as Outcome, /deployment\.json .* chain/, 1);
  });

  it("when no node answers, and names no password", async () => {
    const refusal = `No JSON-RPC node answers at ${NOBODY_LISTENS}.`;
    const secret = NOBODY_LISTENS.replace("//", `//admin:${SECRETS.password}@`);
    await refuseAll(network, 1, [
      [`org list --network ${NOBODY_LISTENS}`, refusal],
      [`proposal approve 2 ${as(network.people.admin2)} --network ${NOBODY_LISTENS}`, refusal],
      [`deploy ${inScratch("network.json")} ${as(network.people.guardian)} --network ${NOBODY_LISTENS}`, refusal],
      [`org list --network ${secret}`, "No JSON-RPC node answers at http://***@127.0.0.1:9."],
      [`org list --network ${NOBODY_LISTENS}/#${SECRETS.password}`, refusal],
    ]);
  });

  it("for blocks that there are not yet", () =>
    refuseAll(network, 1, [
      ["export --block 99999", "The node has no block 99999."],
      ["history --from-block 99999", "The node has no block 99999."],
    ]));

  it("when the node refuses to answer, in its words", async () => {
    const refused = JSON.stringify({ jsonrpc: "2.0", id: 1, error: { code: -32000, message: "missing trie node" } });
    const gate = await openGate(network.url, () => Promise.resolve(refused));
    const { code, stdout, stderr } = await network.run(`org list --network ${gate.url}`);
    gate.close();
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.match(/^The node refused: missing trie node/);
  });
});
