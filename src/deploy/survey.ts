import { ZeroAddress } from "ethers";
import { SUITE } from "../../deploy/suite.js";
import { askEach } from "../chain/ask-each.js";
import type { Chain } from "../chain/chain.js";
import { CONTRACT_NAMES, type SuiteAddresses } from "../model/contracts.js";
import { networkOf } from "../network/network.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import { bootSteps, linkSteps } from "../steps/boot-steps.js";
import { AddressBook, contractStep } from "../steps/contract-steps.js";
import type { Journal } from "../steps/journal.js";
import type { Step } from "../steps/step.js";
import { addressesIn, type DeployOptions } from "./deploy.js";

/** A step of a deployment that may be still to come. */
export interface PlannedStep {
  step: string;
  done: boolean;
}

/** The steps of a deployment, and which of them the chain shows to be done. Nothing is sent. Throws what the chain has otherwise
 *  than the network file. */
export async function surveyDeployment(
  { chain, journal }: { chain: Chain; journal: Journal },
  network: NetworkFile,
  options: DeployOptions = {},
): Promise<PlannedStep[]> {
  const book = new AddressBook(network.guardian);
  const creations = SUITE.map((module) => contractStep(chain, module, book));
  const surveyed = await surveyInOrder(journal, creations);
  const isSuiteThere = surveyed.every(({ done }) => done);
  // The names of the steps that follow do not depend on the addresses.
  const suite = networkOf(chain, isSuiteThere ? addressesIn(book) : NOWHERE);
  const links = linkSteps(network, suite.contracts, suite.addresses);
  const boots = options.withoutBoot === true ? [] : bootSteps(network, suite, []);
  if (!isSuiteThere) return [...surveyed, ...[...links, ...boots].map(({ name }) => ({ step: name, done: false }))];
  const linked = await surveyInOrder(journal, links);
  const isLinked = linked.every(({ done }) => done);
  return [
    ...surveyed,
    ...linked,
    ...(isLinked ? await survey(boots) : boots.map(({ name }) => ({ step: name, done: false }))),
  ];
}

/** Which steps are done that do not depend on each other. */
export function survey(steps: readonly Step[]): Promise<PlannedStep[]> {
  return askEach(steps, async ({ name, isDone }) => ({ step: name, done: await isDone(undefined) }));
}

/** Which steps are done that each need what the one before it left. */
async function surveyInOrder(journal: Journal, steps: readonly Step[]): Promise<PlannedStep[]> {
  const found: PlannedStep[] = [];
  for (const step of steps) {
    const address = journal.find(step.name)?.address;
    const done = found.every((each) => each.done) && (await step.isDone(address));
    if (done && address !== undefined) step.created?.(address);
    found.push({ step: step.name, done });
  }
  return found;
}

const NOWHERE = Object.fromEntries(CONTRACT_NAMES.map((name) => [name, ZeroAddress])) as SuiteAddresses;
