import { existsSync } from "node:fs";
import path from "node:path";
import { ZeroAddress } from "ethers";
import { CATALOGUE } from "../errors/catalogue.js";
import { PortcullisError } from "../errors/error.js";
import { connect, type Network } from "../network.js";
import { requireSameNetwork } from "../network-file/same-network.js";
import type { PermissionConfig } from "../permission-config/permission-config.js";
import { readSettings } from "../read/settings.js";
import { settingsDifferences } from "../setup/state-findings.js";
import { bootOperatorsOf, bootSteps, requireNamedAdmins } from "./boot-steps.js";
import { withLock } from "./lock.js";
import { requireNoFees } from "./preflight.js";
import { beginRun, DEPLOYMENT, firstSigner, runAll, type RunOptions } from "./run.js";
import type { Run } from "./run-step.js";

/** The journal of a boot that somebody else than the deployer does, in a directory of their own. */
const BOOT = "boot.json";

interface BootOptions extends RunOptions {
  /** What the deployment wrote; `network` is what it was deployed from. */
  config: PermissionConfig;
}

/** Boots a network that was deployed without it, or goes on where an earlier run stopped. One of the signers must be a
 *  boot operator. A network that has booted is left alone. Throws FILES_DIFFER, ADMINS_DIFFER, CONFIG_DIFFERS, NETWORK_NOT_LINKED,
 *  JOURNAL_OF_OTHER_NETWORK, SIGNER_MISSING, and what the steps throw. */
export function bootNetwork(options: BootOptions): Promise<Network> {
  return withLock(options.directory, () => bootLocked(options));
}

async function bootLocked(options: BootOptions): Promise<Network> {
  requireSameNetwork(options.network, options.config);
  firstSigner(options);
  const network = await connect(options.chain, options.config);
  await requireLinked(network);
  if (await network.contracts.interface.getNetworkBootStatus()) {
    await requireNamedAdmins(options.network, network);
    await requireSameSettings(network, options.config);
    options.report?.({ step: "end the boot", state: "found" });
    return network;
  }
  await requireNoFees(options.chain);
  const run = beginRun(options, existsSync(path.join(options.directory, DEPLOYMENT)) ? DEPLOYMENT : BOOT);
  requireSameSuite(run, options.config);
  await runAll(run, bootSteps(options.network, network, await operatorsAmong(options, network)));
  // Another operator may have added somebody while the last step was on its way.
  await requireNamedAdmins(options.network, network);
  return network;
}

/** Throws CONFIG_DIFFERS. */
async function requireSameSettings(network: Network, config: PermissionConfig): Promise<void> {
  const [difference] = settingsDifferences(await readSettings(network), config);
  if (difference === undefined) return;
  throw new PortcullisError("CONFIG_DIFFERS", difference.what, { hint: CATALOGUE.CONFIG_DIFFERS[1] });
}

async function requireLinked({ contracts, addresses }: Network): Promise<void> {
  if ((await contracts.upgradable.getPermImpl()) !== ZeroAddress) return;
  const facts = { upgradable: addresses.PermissionsUpgradable };
  const hint = "Run deploy again with the guardian's signature; it goes on where it stopped.";
  throw new PortcullisError("NETWORK_NOT_LINKED", "The guardian has not linked the contracts.", { facts, hint });
}

/** The deployment's journal in the directory must be this suite's. */
function requireSameSuite({ journal }: Run, { interfaceAddress }: PermissionConfig): void {
  const deployed = journal.find("deploy PermissionsInterface")?.address ?? interfaceAddress;
  if (deployed === interfaceAddress) return;
  const message = `${journal.file} belongs to the deployment of another network, whose interface is ${deployed}.`;
  throw new PortcullisError("JOURNAL_OF_OTHER_NETWORK", message, {
    facts: { file: journal.file, deployed, interfaceAddress },
    hint: "Name this network's own directory, or an empty one.",
  });
}

/** The guardian may have named others since the network file was written. */
async function operatorsAmong({ network, signers }: BootOptions, { contracts }: Network): Promise<string[]> {
  const known = bootOperatorsOf(network);
  const asked = [...known, ...signers.map(({ address }) => address).filter((each) => !known.includes(each))];
  const answers = await Promise.all(asked.map((account) => contracts.upgradable.isBootOperator(account)));
  return asked.filter((_, index) => answers[index]);
}
