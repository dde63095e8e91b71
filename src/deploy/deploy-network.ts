import { SUITE } from "../../deploy/suite.js";
import { type Network, networkOf } from "../network.js";
import type { SuiteAddresses } from "../permission-config/permission-config.js";
import { bootOperatorsOf, bootSteps, linkSteps, requireNamedAdmins } from "./boot-steps.js";
import { AddressBook, contractStep } from "./contract-steps.js";
import { withLock } from "./lock.js";
import { requireSuitableChain } from "./preflight.js";
import { beginRun, DEPLOYMENT, firstSigner, runAll, type RunOptions } from "./run.js";

/** The first signer deploys; the guardian's links and boots. */
interface DeployOptions extends RunOptions {
  /** Leave the boot to `bootNetwork`, or to the first node that starts. */
  withoutBoot?: boolean;
}

/** Deploys, links and boots a network, or goes on where an earlier run stopped. */
export function deployNetwork(options: DeployOptions): Promise<Network> {
  return withLock(options.directory, () => deployLocked(options));
}

async function deployLocked(options: DeployOptions): Promise<Network> {
  const { chain, network } = options;
  const run = beginRun(options, DEPLOYMENT);
  await requireSuitableChain(chain, firstSigner(options).address);

  const book = new AddressBook(network.guardian);
  await runAll(
    run,
    SUITE.map((module) => contractStep(chain, module, book)),
  );
  const addresses = Object.fromEntries(SUITE.map(({ name }) => [name, book.addressOf(name)])) as SuiteAddresses;
  const deployed = networkOf(chain, addresses);

  await runAll(run, linkSteps(network, deployed.contracts, addresses));
  if (options.withoutBoot === true) return deployed;
  await runAll(run, bootSteps(network, deployed, bootOperatorsOf(network)));
  await requireNamedAdmins(network, deployed);
  return deployed;
}
