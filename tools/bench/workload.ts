import {
  getAddress,
  getBytes,
  id,
  SigningKey,
  Wallet,
  ZeroAddress,
  type ContractTransactionResponse,
  type TransactionResponse,
  type JsonRpcSigner,
  type Signer,
} from "ethers";

import { type Chain, startChain } from "./chain.js";
import { deploySuite, type BenchSuite } from "./deploy-suite.js";

/** Gas of each operation (mean over its calls), and of the same operation as the network grows. */
export interface Figures {
  sizes: Record<string, number>;
  gas: Record<string, number>;
  growth: Record<string, Record<string, number>>;
}

/** Replays the story that the reference's figures come from, on anvil, as an Istanbul chain; growth at the given numbers. */
export async function measure(voters: number[], orgs: number[]): Promise<Figures> {
  const gas = new Meter();
  const sizes = await tellStory(gas);
  const growth = { ...(await growVoters(voters)), ...(await growOrgs(orgs)) };
  return { sizes, gas: gas.means(), growth };
}

/** In gas: what a byte of call data costs less if it is zero (EIP-2028). */
const ZERO_SAVES = 12n;

class Meter {
  readonly #samples = new Map<string, number[]>();

  add(label: string, used: bigint): void {
    this.#samples.set(label, [...(this.#samples.get(label) ?? []), Number(used)]);
  }

  means(): Record<string, number> {
    const mean = (samples: number[]): number => Math.round(samples.reduce((a, b) => a + b, 0) / samples.length);
    return Object.fromEntries([...this.#samples].map(([label, samples]) => [label, mean(samples)]));
  }
}

const enodeId = (i: number): string => new SigningKey(id(`node ${i}`)).publicKey.slice(4);

type NodeArguments = [string, string, number, number];

const nodeOf = (i: number): NodeArguments => [enodeId(i), `10.0.${i >> 8}.${i & 255}`, 21000 + (i % 1000), 50400];

export async function used(sent: Promise<TransactionResponse>): Promise<bigint> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("a transaction has no receipt");
  return receipt.gasUsed;
}

async function boot(suite: BenchSuite, admins: string[], meter?: Meter): Promise<void> {
  const { entry } = suite;
  const record = async (label: string, sent: Promise<ContractTransactionResponse>): Promise<void> => {
    const gas = await used(sent);
    meter?.add(label, gas);
  };
  await record("init (link)", suite.upgradable.init(suite.entry, suite.implementation));
  await record("setPolicy", entry.setPolicy("ADMINORG", "ADMIN", "ORGADMIN"));
  await record("init (boot)", entry.init(1000, 10));
  for (let i = 0; i < 4; i++) await record("addAdminNode", entry.addAdminNode(...nodeOf(i)));
  for (const admin of admins) await record("addAdminAccount", entry.addAdminAccount(admin));
  await record("updateNetworkBootStatus", entry.updateNetworkBootStatus());
}

async function tellStory(meter: Meter): Promise<Record<string, number>> {
  await using chain = await startChain();
  const suite = await deploySuite(chain.signer(0), (name, gas) => {
    meter.add(`deploy ${name}`, gas);
  });
  await boot(
    suite,
    [0, 1, 2].map((i) => chain.signer(i).address),
    meter,
  );
  await operate(chain, suite, meter);
  return await suite.sizes();
}

/** Gas of what is done in a network that has booted, whose guardian and network admins are the first accounts.
 *  `beforeLastVote` casts the votes that are missing but for one. */
export async function measureOperations(
  chain: Chain,
  suite: Operated,
  beforeLastVote: () => Promise<void>,
): Promise<Record<string, number>> {
  const meter = new Meter();
  await operate(chain, suite, meter, beforeLastVote);
  return meter.means();
}

type Operated = Pick<BenchSuite, "entry" | "upgradable" | "deployImplementation">;

async function operate(
  chain: Chain,
  suite: Operated,
  meter: Meter,
  beforeLastVote: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const signer = (index: number): JsonRpcSigner => chain.signer(index);
  const [a, b] = [signer(0), signer(1)];
  const [orgAdmin, user, newAdmin] = [signer(10), signer(11), signer(12)];
  const by = (who: Signer): BenchSuite["entry"] => suite.entry.connect(who);
  const record = async (label: string, sent: Promise<ContractTransactionResponse>): Promise<void> => {
    meter.add(label, await used(sent));
  };

  await record("addOrg", by(a).addOrg("ORG1", ...nodeOf(10), orgAdmin));
  await record("approveOrg (1st vote)", by(a).approveOrg("ORG1", ...nodeOf(10), orgAdmin));
  await beforeLastVote();
  await record("approveOrg (final)", by(b).approveOrg("ORG1", ...nodeOf(10), orgAdmin));
  await record("addSubOrg + node", by(orgAdmin).addSubOrg("ORG1", "SUB1", ...nodeOf(11)));
  await record("addSubOrg", by(orgAdmin).addSubOrg("ORG1.SUB1", "DEPT1", "", "", 0, 0));
  await record("addNode", by(orgAdmin).addNode("ORG1", ...nodeOf(12)));
  await record("addNewRole", by(orgAdmin).addNewRole("TRADER", "ORG1", 5, false, false));
  await record("assignAccountRole (new)", by(orgAdmin).assignAccountRole(user, "ORG1", "TRADER"));
  await record("addNewRole", by(orgAdmin).addNewRole("AUDITOR", "ORG1", 0, false, false));
  await record("assignAccountRole (change)", by(orgAdmin).assignAccountRole(user, "ORG1", "AUDITOR"));
  await record("assignAccountRole (change)", by(orgAdmin).assignAccountRole(user, "ORG1", "TRADER"));
  await record("removeRole", by(orgAdmin).removeRole("AUDITOR", "ORG1"));
  for (const action of [1, 2, 3]) {
    await record("updateAccountStatus", by(orgAdmin).updateAccountStatus("ORG1", user, action));
  }
  await record("startBlacklistedAccountRecovery", by(a).startBlacklistedAccountRecovery("ORG1", user));
  await record("approveBlacklistedAccountRecovery (1st)", by(a).approveBlacklistedAccountRecovery("ORG1", user));
  await beforeLastVote();
  await record("approveBlacklistedAccountRecovery (final)", by(b).approveBlacklistedAccountRecovery("ORG1", user));
  for (const action of [1, 2, 3]) {
    await record("updateNodeStatus", by(orgAdmin).updateNodeStatus("ORG1", ...nodeOf(12), action));
  }
  await record("startBlacklistedNodeRecovery", by(a).startBlacklistedNodeRecovery("ORG1", ...nodeOf(12)));
  await record("approveBlacklistedNodeRecovery (1st)", by(a).approveBlacklistedNodeRecovery("ORG1", ...nodeOf(12)));
  await beforeLastVote();
  await record("approveBlacklistedNodeRecovery (final)", by(b).approveBlacklistedNodeRecovery("ORG1", ...nodeOf(12)));
  for (const action of [1, 2]) {
    await record("updateOrgStatus", by(a).updateOrgStatus("ORG1", action));
    await record("approveOrgStatus (1st)", by(a).approveOrgStatus("ORG1", action));
    await beforeLastVote();
    await record("approveOrgStatus (final)", by(b).approveOrgStatus("ORG1", action));
  }
  await record("assignAdminRole", by(a).assignAdminRole("ADMINORG", newAdmin, "ADMIN"));
  await record("approveAdminRole (1st)", by(a).approveAdminRole("ADMINORG", newAdmin));
  await beforeLastVote();
  await record("approveAdminRole (final)", by(b).approveAdminRole("ADMINORG", newAdmin));

  // Questions are sent as transactions, so that what they really use is in the receipt.
  const ask = async (label: string, method: string, ...args: unknown[]): Promise<void> => {
    const data = suite.entry.interface.encodeFunctionData(method as "isOrgAdmin", args as [string, string]);
    const to = await suite.entry.getAddress();
    const [answer] = suite.entry.interface.decodeFunctionResult(
      method as "isOrgAdmin",
      await a.call({ to, data }),
    ) as unknown as [boolean];
    const receipt = await (await a.sendTransaction({ to, data })).wait();
    if (receipt !== null) meter.add(`view ${label} = ${String(answer)}`, receipt.gasUsed);
  };
  const zero = ZeroAddress;
  const stranger = getAddress(id("stranger").slice(0, 42));
  const ordinary = [0, 0, 100000, "0x12345678"];
  await ask("transactionAllowed org user call", "transactionAllowed", user.address, a.address, ...ordinary);
  await ask("transactionAllowed org user deploy", "transactionAllowed", user.address, zero, ...ordinary);
  await ask("transactionAllowed network admin", "transactionAllowed", a.address, b.address, 1, 0, 100000, "0x");
  await ask("transactionAllowed unknown", "transactionAllowed", stranger, b.address, 1, 0, 100000, "0x");
  await ask("connectionAllowed", "connectionAllowed", ...nodeOf(11).slice(0, 3));
  await ask("isOrgAdmin", "isOrgAdmin", orgAdmin.address, "ORG1.SUB1.DEPT1");

  const next = await suite.deployImplementation();
  // A byte of zero costs less to send, and some addresses have one.
  const zeros = getBytes(next).filter((byte) => byte === 0).length;
  meter.add("confirmImplChange", (await used(suite.upgradable.confirmImplChange(next))) + BigInt(zeros) * ZERO_SAVES);
}

async function growVoters(sizes: number[]): Promise<Figures["growth"]> {
  const propose: Record<string, number> = {};
  const approve: Record<string, number> = {};
  for (const voters of sizes) {
    await using chain = await startChain();
    const [guardian, orgAdmin] = [chain.signer(0), chain.signer(1)];
    const others = Array.from({ length: voters - 1 }, () => Wallet.createRandom().address);
    const suite = await deploySuite(guardian);
    await boot(suite, [guardian.address, ...others]);
    const node = nodeOf(10);
    propose[voters] = Number(await used(suite.entry.addOrg("GROW", ...node, orgAdmin)));
    approve[voters] = Number(await used(suite.entry.approveOrg("GROW", ...node, orgAdmin)));
  }
  return { "addOrg by voters": propose, "approve vote by voters": approve };
}

async function growOrgs(sizes: number[]): Promise<Figures["growth"]> {
  await using chain = await startChain();
  const guardian = chain.signer(0);
  const suite = await deploySuite(guardian);
  await boot(suite, [guardian.address]);
  const propose: Record<string, number> = {};
  const approve: Record<string, number> = {};
  for (let n = 1; n <= Math.max(...sizes); n++) {
    const args = [
      `O${String(n).padStart(5, "0")}`,
      ...nodeOf(1000 + n),
      getAddress("0x" + id(`org${n}`).slice(26)),
    ] as [string, ...NodeArguments, string];
    // A network admin makes so many proposals in a day.
    if (n % 32 === 0) await guardian.provider.send("evm_increaseTime", [24 * 60 * 60]);
    const proposed = await used(suite.entry.addOrg(...args));
    const approved = await used(suite.entry.approveOrg(...args));
    if (!sizes.includes(n)) continue;
    propose[n] = Number(proposed);
    approve[n] = Number(approved);
  }
  return { "addOrg by orgs": propose, "approveOrg by orgs": approve };
}
