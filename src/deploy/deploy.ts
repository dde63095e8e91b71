import { SUITE } from "../../deploy/suite.js";
import { gasPriceOf, requireFunds } from "../chain/fees.js";
import { CONTRACT_NAMES, type SuiteAddresses } from "../model/contracts.js";
import { requireSuitableChain } from "../network/chain-requirements.js";
import { GAS_NEEDED } from "../network/gas-needed.js";
import { type Network, networkOf } from "../network/network.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import { bootOperatorsOf, bootSteps, linkSteps, requireNamedAdmins } from "../steps/boot-steps.js";
import { AddressBook, contractStep, creationStep } from "../steps/contract-steps.js";
import { findDeploymentBlock } from "../audit/deployment-block.js";
import { tryCall } from "../chain/try-call.js";
import type { Run } from "../steps/run-step.js";
import { firstSigner, runSteps } from "../steps/run-steps.js";

export interface DeployOptions {
  /** Leave the boot to `bootNetwork`, or to the first node that starts. */
  withoutBoot?: boolean;
}

/** Deploys, links and boots a network, or resumes where the run's journal says that an earlier one stopped. The first signer
 *  deploys; the guardian's links and boots. */
export async function deploy(
  run: Run,
  network: NetworkFile,
  { withoutBoot = false }: DeployOptions = {},
): Promise<Network> {
  const { chain } = run;
  const deployer = firstSigner(run.signers).address;
  await requireSuitableChain(chain, deployer);

  const book = new AddressBook(network.guardian);
  const contracts = SUITE.map((module) => contractStep(chain, module, book));
  // Who resumes has paid for a part.
  if (contracts.every(({ name }) => run.journal.find(name) === undefined)) {
    await requireFunds(chain, deployer, GAS_NEEDED.deployment, await gasPriceOf(chain));
  }
  await runSteps(run, contracts);
  const addresses = addressesIn(book);
  const deployed = networkOf(chain, addresses, await deploymentBlockOf(run, networkOf(chain, addresses)));

  await runSteps(run, linkSteps(network, deployed.contracts, addresses));
  if (withoutBoot) return deployed;
  await runSteps(run, bootSteps(network, deployed, bootOperatorsOf(network)));
  await requireNamedAdmins(network, deployed);
  return deployed;
}

/** The addresses of a suite that is deployed. */
export function addressesIn(book: AddressBook): SuiteAddresses {
  return Object.fromEntries(CONTRACT_NAMES.map((name) => [name, book.addressOf(name)])) as SuiteAddresses;
}

/** As the journal has it; a run that was killed may not have learned it. A node that answers no logs need not stop a deployment. */
async function deploymentBlockOf({ journal }: Run, deployed: Network): Promise<bigint | undefined> {
  const block = journal.find(creationStep("PermissionsUpgradable"))?.block;
  return block === undefined ? tryCall(findDeploymentBlock(deployed)) : BigInt(block);
}
