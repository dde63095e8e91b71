import { SUITE } from "../../deploy/suite.js";
import type { Chain } from "../chain/chain.js";
import { PortcullisError } from "../errors/error.js";
import { contractsAt, type Network } from "../network.js";
import { type NetworkFile, networkFileHash } from "../network-file/network-file.js";
import type { SuiteAddresses } from "../permission-config.js";
import type { Signer } from "../signers.js";
import { bootSteps, linkSteps } from "./boot-steps.js";
import { AddressBook, contractStep } from "./contract-steps.js";
import { Journal } from "./journal.js";
import { withLock } from "./lock.js";
import { checkChain } from "./preflight.js";
import { type Run, runStep } from "./run-step.js";
import type { Step, StepReport } from "./step.js";

interface DeployOptions {
  chain: Chain;
  network: NetworkFile;
  /** Where the journal is kept. */
  directory: string;
  /** The first one deploys; the guardian's links and boots. */
  signers: readonly Signer[];
  /** Leave the boot to the first node that starts. */
  withoutBoot?: boolean;
  report?: (report: StepReport) => void;
}

/** Deploys, links and boots a network, or goes on where an earlier run stopped. */
export function deployNetwork(options: DeployOptions): Promise<Network> {
  return withLock(options.directory, () => deployLocked(options));
}

async function deployLocked(options: DeployOptions): Promise<Network> {
  const { chain, network } = options;
  const run = begin(options);
  await checkChain(chain, deployerOf(options));

  const book = new AddressBook(network.guardian);
  await runAll(
    run,
    SUITE.map((module) => contractStep(chain, module, book)),
  );
  const addresses = Object.fromEntries(SUITE.map(({ name }) => [name, book.addressOf(name)])) as SuiteAddresses;
  const contracts = contractsAt(chain, addresses);

  await runAll(run, linkSteps(network, contracts, addresses));
  if (options.withoutBoot !== true) await runAll(run, bootSteps(network, contracts));
  return { chain, addresses, contracts };
}

function begin(options: DeployOptions): Run {
  const { chain, network, directory, signers } = options;
  const journal = Journal.open(directory, {
    format: 1,
    chainId: chain.chainId.toString(),
    genesis: chain.genesis,
    networkFile: networkFileHash(network),
    deployer: deployerOf(options),
  });
  const report = options.report ?? (() => undefined);
  return { chain, journal, signers, report };
}

function deployerOf({ signers }: DeployOptions): string {
  const deployer = signers[0];
  if (deployer !== undefined) return deployer.address;
  throw new PortcullisError("SIGNER_MISSING", "Nobody is named who could sign.", {
    hint: "Name an account with --from.",
  });
}

/** One after the other: each needs what the one before it left. */
async function runAll(run: Run, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await runStep(run, step);
}
