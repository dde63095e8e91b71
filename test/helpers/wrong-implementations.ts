import { type BaseContract, dataLength, toBeHex, ZeroAddress } from "ethers";
import type { Puppet } from "../../typechain-types/index.js";
import { deployImplementation, deployManagers, linkedSuite, type Managers, type Suite } from "./contract-suite.js";

const Mood = { REFUSES: 0, BURNS_GAS: 1, ANSWERS: 2 } as const;

/** How a function goes wrong. */
interface Fault {
  mood: number;
  /** How long its answer or refusal is, by how long the answer should be: zeros follow, or the rest is left out. */
  length: (right: number) => number;
  answer: (right: string) => string;
}

const WORD = 32;

/** Longer than two can copy with the gas of one transaction. */
const ENDLESS = 1_200_000;

const same = <T>(right: T): T => right;

const RIGHT: Fault = { mood: Mood.ANSWERS, length: same, answer: same };

const REFUSALS = {
  refuses: { ...RIGHT, mood: Mood.REFUSES, length: () => 0 },
  "refuses with what it should answer": { ...RIGHT, mood: Mood.REFUSES },
  "refuses endlessly": { ...RIGHT, mood: Mood.REFUSES, length: () => ENDLESS },
  "burns all gas": { ...RIGHT, mood: Mood.BURNS_GAS },
};

const ANY_ANSWER = {
  ...REFUSALS,
  "answers nothing": { ...RIGHT, length: () => 0 },
  "answers endlessly": { ...RIGHT, length: () => ENDLESS },
};

const ONE_LENGTH = {
  ...ANY_ANSWER,
  "answers a byte too little": { ...RIGHT, length: (right: number) => right - 1 },
  "answers a word too many": { ...RIGHT, length: (right: number) => right + WORD },
};

const YES_OR_NO = { ...ONE_LENGTH, "answers two": { ...RIGHT, answer: () => toBeHex(2, WORD) } };

/** The first byte of the second word, which is the first manager. */
const DIRTY = 2 + 2 * WORD;

/** Each function that is called before an implementation takes over, and in what ways it goes wrong. */
export const WRONG_ANSWERS: Record<string, Record<string, Fault>> = {
  suite: {
    ...ONE_LENGTH,
    "names a manager with more than an address": {
      ...RIGHT,
      answer: (right) => `${right.slice(0, DIRTY)}ff${right.slice(DIRTY + 2)}`,
    },
  },
  transactionAllowed: YES_OR_NO,
  connectionAllowed: YES_OR_NO,
  getNetworkBootStatus: YES_OR_NO,
  getPolicyDetails: {
    ...ANY_ANSWER,
    "answers more than three names and a flag": { ...RIGHT, length: () => 14 * WORD },
  },
  setMigrationPolicy: REFUSALS,
};

/** A contract that answers as the current implementation does, but for one function; without a fault, for none. */
export async function puppetOf(s: Suite, name?: string, fault?: string): Promise<Puppet> {
  const puppet = await s.ethers.deployContract("Puppet");
  for (const each of Object.keys(WRONG_ANSWERS)) {
    const right = await rightAnswer(s, each);
    const { mood, length, answer } = (each === name ? WRONG_ANSWERS[each]?.[fault ?? ""] : undefined) ?? RIGHT;
    const selector = s.implementation.interface.getFunction(each as "suite").selector;
    await puppet.tell(selector, mood, length(dataLength(right)), answer(right));
  }
  return puppet;
}

/** A node is told yes, whatever it asks; what is told to the implementation needs no answer. */
async function rightAnswer({ ethers, implementation }: Suite, name: string): Promise<string> {
  if (name === "setMigrationPolicy") return "0x";
  if (name === "transactionAllowed" || name === "connectionAllowed") return toBeHex(1, WORD);
  const data = implementation.interface.encodeFunctionData(name as "suite");
  return await ethers.provider.call({ to: await implementation.getAddress(), data });
}

/** Deploys code as it stands. */
async function deployCode(s: Suite, code: string): Promise<string> {
  const length = (code.length / 2).toString(16).padStart(2, "0");
  const sent = await s.guardian.sendTransaction({ data: `0x60${length}80600b6000396000f3${code}` });
  return (await sent.wait())?.contractAddress ?? "";
}

const CALLER_SELFDESTRUCT = "33ff";

async function destroyed(s: Suite): Promise<string> {
  const to = await deployCode(s, CALLER_SELFDESTRUCT);
  await s.guardian.sendTransaction({ to });
  return to;
}

/** An implementation of this suite, but for some of its managers. */
async function wiredTo(s: Suite, changed: Partial<Record<keyof Managers, BaseContract>>): Promise<string> {
  const managers = { ...s, ...changed } as Managers;
  return (await deployImplementation(s.ethers, s.upgradable, s.permInterface, managers)).getAddress();
}

/** One of its managers is not the suite's. */
export const withOtherManager = (name: keyof Managers) => async (s: Suite) =>
  wiredTo(s, { [name]: (await deployManagers(s.ethers, s.upgradable))[name] });

/** What is no implementation of this network, and what the guardian is told of it. */
export const WRONG: Record<string, readonly [error: string, make: (s: Suite) => string | Promise<string>]> = {
  "an account": ["NotAContract", (s) => s.free[0].address],
  "the zero address": ["NotAContract", () => ZeroAddress],
  "a contract that has destroyed itself": ["NotAContract", destroyed],
  "the present implementation": ["ImplementationUnchanged", (s) => s.implementation.getAddress()],
  "the interface": ["ImplementationOfOtherSuite", (s) => s.permInterface.getAddress()],
  "the upgradable contract itself": ["ImplementationOfOtherSuite", (s) => s.upgradable.getAddress()],
  "a manager": ["ImplementationOfOtherSuite", (s) => s.orgs.getAddress()],
  "a contract of something else": [
    "ImplementationOfOtherSuite",
    async (s) => (await s.ethers.deployContract("BulkCaller")).getAddress(),
  ],
  "a contract that stops without a word": ["ImplementationOfOtherSuite", (s) => deployCode(s, "00")],
  "an implementation of another guardian's suite": [
    "ImplementationOfOtherSuite",
    async (s) => (await linkedSuite(s)).implementation.getAddress(),
  ],
  "one with another manager of organisations": ["ImplementationOfOtherSuite", withOtherManager("orgs")],
  "one with another manager of roles": ["ImplementationOfOtherSuite", withOtherManager("roles")],
  "one with another manager of accounts": ["ImplementationOfOtherSuite", withOtherManager("accounts")],
  "one with another manager of voters": ["ImplementationOfOtherSuite", withOtherManager("voters")],
  "one with another manager of nodes": ["ImplementationOfOtherSuite", withOtherManager("nodes")],
  "one with the same managers in another order": [
    "ImplementationOfOtherSuite",
    (s) => wiredTo(s, { orgs: s.nodes, nodes: s.orgs }),
  ],
};
