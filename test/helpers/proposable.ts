import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { changeAccountStatus } from "../../src/actions/accounts.js";
import { addNode, changeNodeStatus } from "../../src/actions/nodes.js";
import { proposeOrg, proposeOrgStatus } from "../../src/actions/orgs.js";
import type { Actor, ActionResult } from "../../src/actions/perform.js";
import { addRole, assignRole } from "../../src/actions/roles.js";
import type { Enode } from "../../src/model/enode.js";
import { nodeSigner } from "../../src/chain/signers.js";
import type { CommandNetwork, Person } from "./command-network.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";

/** A member of ORG1. */
const MEMBER = "0x0C7a0e4d1bD9E8Dbd4aE9C1ea7BE0a5D4f6b9AF1";
const ADMIN_OF_ORG2 = "0x0fBDc686b912d7722dc86510934589E0AAf3b55A";

function nodeOf(digits: string): Enode {
  return { enodeId: enodeIdOf(digits), ip: "127.0.0.1", port: 21_010, raftPort: 0 };
}

/** Brings a network to where each kind of proposal can be made: ORG1 has a blacklisted node and a blacklisted account, and
 *  ORG2 is suspended. The stranger is the admin of ORG1. */
export async function makeProposable(network: CommandNetwork): Promise<void> {
  const { admin1, admin2, stranger, clerk } = network.people;
  const now = await network.now();
  const by = ({ address }: { address: string }): Actor => ({ network: now, signer: nodeSigner(address) });
  const decide = async ({ opened: [id = 0] }: ActionResult): Promise<void> => network.voteFor(id, admin1, admin2);

  await decide(await proposeOrg(by(admin1), { org: "ORG1", node: nodeOf("b1"), admin: stranger.address }));
  await decide(await proposeOrg(by(admin1), { org: "ORG2", node: nodeOf("b2"), admin: ADMIN_OF_ORG2 }));
  await decide(await proposeOrgStatus(by(admin1), { org: "ORG2", change: "suspend" }));
  const [org, account, role, node] = ["ORG1", clerk.address, "CLERK", nodeOf("b3")];
  await addNode(by(stranger), { org, node });
  await changeNodeStatus(by(stranger), { org, node, change: "blacklist" });
  await addRole(by(stranger), { org, role, access: "full" });
  await assignRole(by(stranger), { org, account, role });
  await changeAccountStatus(by(stranger), { org, account, change: "blacklist" });
  await assignRole(by(stranger), { org, account: MEMBER, role });
  await vote(network, "rule set emergency count --count 2");
  writeFileSync(inside(network, POLICIES), JSON.stringify(SOME_POLICIES));
  writeFileSync(inside(network, CHANGES), JSON.stringify(SOME_CHANGES));
}

const POLICIES = "policies.yaml";
const CHANGES = "changes.yaml";
const SOME_POLICIES = { policies: [{ operations: ["release"], rule: "majority", roles: ["any admin"] }] };
const SOME_CHANGES = { changes: ["role add ORG1 READER --access transfer", "setting set node-limit 80"] };

const inside = ({ directory }: CommandNetwork, file: string): string => path.join(directory, file);

/** Has two network admins decide what a command proposes; answers the proposal's number. */
async function vote(network: CommandNetwork, line: string): Promise<number> {
  const { admin1, admin2 } = network.people;
  const id = await network.propose(admin1, line);
  await network.voteFor(id, admin2);
  return id;
}

/** Has the release of a node pass, and waits as long as its policy says. */
async function passed(network: CommandNetwork, delay: string, seconds: number): Promise<number> {
  const policy = {
    operations: ["release"],
    rule: "majority",
    counted: "accounts",
    roles: ["network admin"],
    delay,
    veto: ["the guardian"],
  };
  writeFileSync(inside(network, "waiting.yaml"), JSON.stringify({ policies: [policy] }));
  await vote(network, `policy set ${inside(network, "waiting.yaml")}`);
  const id = await vote(network, `node propose-release ${enodeIdOf("b1")}`);
  await network.chain.rpc.send("evm_increaseTime", [seconds]);
  await network.chain.rpc.send("evm_mine", []);
  return id;
}

/** Has a vote signed, which anybody may send. */
async function signedVote(network: CommandNetwork): Promise<string> {
  const { admin1, admin2 } = network.people;
  const id = await network.propose(admin1, "setting set role-limit 80");
  const file = inside(network, "vote.json");
  const { code, stderr } = await network.run(`proposal sign ${id} --out ${file} --yes`, admin2);
  expect(code, stderr).to.equal(0);
  return file;
}

/** What decides, at once, what has been proposed there or waits: who sends it, and the command. Each is prepared on a network of
 *  which nothing is kept. */
export const DECISIONS: readonly [what: string, who: (network: CommandNetwork) => Person, Prepare][] = [
  ["proposal execute", ({ people }) => people.stranger, async (network) => `${await passed(network, "1 hour", 3600)}`],
  ["proposal veto", ({ people }) => people.guardian, async (network) => `${await passed(network, "2 days", 0)}`],
  ["proposal submit", ({ people }) => people.stranger, signedVote],
];

type Prepare = (network: CommandNetwork) => Promise<string>;

/** A command of each kind that proposes something there, and what comes after its name. */
export const PROPOSALS: readonly [what: string, rest: (network: CommandNetwork) => string][] = [
  ["org propose", ({ people: { orgAdmin } }) => `ORG3 --node ${enodeUrl("b4", 21_010)} --admin ${orgAdmin.address}`],
  ["org suspend", () => "ORG1"],
  ["org restore", () => "ORG2"],
  ["admin propose", ({ people: { newcomer } }) => `ADMINORG ${newcomer.address}`],
  ["admin remove", ({ people: { admin3 } }) => admin3.address],
  ["node recover", () => enodeIdOf("b3")],
  ["account recover", ({ people: { clerk } }) => clerk.address],
  ["rule set", () => "add-org all"],
  ["setting set", () => "ip-check off"],
  ["account propose-release", () => MEMBER],
  ["node propose-release", () => enodeIdOf("b1")],
  ["policy set", (network) => inside(network, POLICIES)],
  ["resolution propose", (network) => inside(network, CHANGES)],
  ["emergency account", () => `${MEMBER} --for 1d`],
  ["emergency node", () => `${enodeIdOf("b1")} --for 1d`],
  ["emergency org", () => "ORG1 --for 1d"],
  ["emergency admissions", () => "--for 1d"],
];

/** What the admin of ORG1 lets go there. */
export const RELEASES: readonly [what: string, rest: string][] = [
  ["account release", MEMBER],
  ["node release", enodeIdOf("b1")],
];
