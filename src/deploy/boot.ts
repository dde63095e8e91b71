import { ZeroAddress } from "ethers";
import type { Chain } from "../chain/chain.js";
import type { Signer } from "../chain/signers.js";
import { refusal } from "../errors/refusal.js";
import { connectNetwork, type Network } from "../network/network.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import { requireSameNetwork } from "../network/permission-config/same-network.js";
import { configDifferences } from "../read/config-differences.js";
import { readSettings } from "../read/read-settings.js";
import { creationStep } from "../steps/contract-steps.js";
import { bootOperatorsOf, bootSteps, END, requireNamedAdmins } from "../steps/boot-steps.js";
import { foundDone, type Run } from "../steps/run-step.js";
import { firstSigner, runSteps } from "../steps/run-steps.js";
import type { Step, StepReport } from "../steps/step.js";

interface BootOptions {
  chain: Chain;
  /** What the network was deployed from. */
  network: NetworkFile;
  /** What its deployment wrote. */
  config: PermissionConfig;
  signers: readonly Signer[];
  report?: ((report: StepReport) => void) | undefined;
  /** Opens the journal, once it is known that something is left to do. */
  begin: () => Run;
  /** The same, only to look at: no journal is started. */
  look: () => Run;
}

/** Boots a network that was deployed without it, or resumes where the run's journal says that an earlier one stopped. One of the
 *  signers must be a boot operator. A network that has booted is left alone. Throws FILES_DIFFER, ADMINS_DIFFER, CONFIG_DIFFERS,
 *  NETWORK_NOT_LINKED, JOURNAL_OF_OTHER_NETWORK, SIGNER_MISSING, and what the steps throw. */
export async function boot(options: BootOptions): Promise<Network> {
  const { network, steps } = await prepareBoot(options);
  if (steps.length === 0) {
    const run = options.look();
    // What was signed elsewhere may have been sent from there.
    foundDone(run, { name: END }, run.journal.find(END));
    return network;
  }
  const run = options.begin();
  requireSameSuite(run, options.config);
  await runSteps(run, steps);
  // Another operator may have added an account while the last step was pending.
  await requireNamedAdmins(options.network, network);
  return network;
}

/** The network, and the steps of its boot; none once it has booted as its file says. Throws SIGNER_MISSING where none of the signers
 *  may boot it. */
export async function prepareBoot(
  options: Omit<BootOptions, "begin" | "look" | "report">,
): Promise<{ network: Network; steps: Step[] }> {
  requireSameNetwork(options.network, options.config);
  const { address: signer } = firstSigner(options.signers);
  const network = await connectNetwork(options.chain, options.config);
  await requireLinked(network);
  if (await network.contracts.interface.getNetworkBootStatus()) {
    await requireNamedAdmins(options.network, network);
    await requireSameSettings(network, options.config);
    return { network, steps: [] };
  }
  const operators = await operatorsAmong(options, network);
  if (!options.signers.some(({ address }) => operators.includes(address)))
    throw refusal("SIGNER_MISSING", { cause: "boot", signer, senders: operators });
  return { network, steps: bootSteps(options.network, network, operators) };
}

/** Throws CONFIG_DIFFERS. */
async function requireSameSettings(network: Network, config: PermissionConfig): Promise<void> {
  const [difference] = configDifferences(await readSettings(network), config);
  if (difference !== undefined) throw refusal("CONFIG_DIFFERS", difference);
}

async function requireLinked({ contracts, addresses }: Network): Promise<void> {
  if ((await contracts.upgradable.getPermImpl()) !== ZeroAddress) return;
  throw refusal("NETWORK_NOT_LINKED", { upgradable: addresses.PermissionsUpgradable });
}

/** The deployment's journal in the directory must be this suite's. */
export function requireSameSuite({ journal }: Pick<Run, "journal">, { interfaceAddress }: PermissionConfig): void {
  const deployed = journal.find(creationStep("PermissionsInterface"))?.address ?? interfaceAddress;
  if (deployed === interfaceAddress) return;
  throw refusal("JOURNAL_OF_OTHER_NETWORK", { file: journal.name, deployed, interfaceAddress });
}

/** The guardian may have named others since the network file was written. */
async function operatorsAmong(
  { network, signers }: Pick<BootOptions, "network" | "signers">,
  { contracts }: Network,
): Promise<string[]> {
  const known = bootOperatorsOf(network);
  const asked = [...known, ...signers.map(({ address }) => address).filter((each) => !known.includes(each))];
  const answers = await Promise.all(asked.map((account) => contracts.upgradable.isBootOperator(account)));
  return asked.filter((_, index) => answers[index]);
}
