import { existsSync } from "node:fs";
import path from "node:path";
import type { Chain } from "../chain/chain.js";
import { deployNetwork } from "../nodejs/deployment/deploy-network.js";
import { DEPLOYMENT } from "../nodejs/deployment/journal-names.js";
import type { StepReport } from "../steps/step.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import type { NetworkFile } from "../network/network-file/network-file.js";
import { permissionConfig } from "../network/permission-config/permission-config.js";
import { writePermissionConfig } from "../nodejs/config-file.js";
import { nodeAccounts, nodeSigner, type Signer } from "../chain/signers.js";
import type { Profile } from "../nodejs/profiles.js";
import { elsewhereSigner } from "../nodejs/transaction-files.js";
import { openRemoteChain, openSigner, type SignerOptions } from "./connection.js";
import { goesOnAfterInterruption } from "./interruption.js";
import { paint, say, thousands } from "./output.js";
import { createProgress } from "./progress.js";

/** A chain and who signs on it: the first one deploys. */
export interface Stage {
  chain: Chain;
  signers: Signer[];
}

/** A node's chain, and who signs a deployment: the named signers, and those of the node's accounts that the network file asks for. */
export async function deployStage(
  url: string,
  options: SignerOptions & { profile?: Profile | undefined },
  file: NetworkFile,
): Promise<Stage> {
  const chain = await openRemoteChain(url, options);
  const named = await namedSigners(chain, options, file);
  const wanted = [file.guardian, ...file.bootOperators].filter(
    (account) => !named.some(({ address }) => address === account),
  );
  // Some nodes do not name their accounts; that matters only where one of them is needed.
  const held = wanted.length === 0 ? [] : await nodeAccounts(chain);
  const signers = [...named, ...wanted.filter((account) => held.includes(account)).map(nodeSigner)];
  return { chain, signers };
}

/** A node's chain, and the one who signs a boot: the guardian, unless somebody else is named. */
export async function bootStage(
  url: string,
  options: SignerOptions & { profile?: Profile | undefined },
  { guardian }: NetworkFile,
): Promise<Stage> {
  const chain = await openRemoteChain(url, options);
  return { chain, signers: [await openSigner(chain, options, guardian)] };
}

/** Where the guardian's key is elsewhere, another account may deploy with a key that is here. */
async function namedSigners(chain: Chain, options: SignerOptions, { guardian }: NetworkFile): Promise<Signer[]> {
  const { unsigned, ...here } = options;
  const hasKey = here.keystore !== undefined || here.signer !== undefined;
  const deploysHere = hasKey || (here.from !== undefined && here.from !== guardian);
  if (unsigned === undefined || !deploysHere) return [await openSigner(chain, options, guardian)];
  return [await openSigner(chain, here), elsewhereSigner(guardian, unsigned)];
}

interface DeploymentOptions extends Stage {
  file: NetworkFile;
  directory: string;
  withoutBoot?: boolean;
}

/** Deploys, reporting each step, and writes the file that nodes read. */
export async function runDeployment(options: DeploymentOptions): Promise<{ network: Network; configFile: string }> {
  const { file, directory } = options;
  const configFile = path.join(directory, "permission-config.json");
  requireOwn(configFile, path.join(directory, DEPLOYMENT));
  const network = await tellingSteps((report) => deployNetwork({ ...options, network: file, report }));
  writePermissionConfig(configFile, permissionConfig(file, network));
  return { network, configFile };
}

/** A configuration without the journal of its deployment is another network's, and may be the only record of its addresses. */
function requireOwn(configFile: string, journal: string): void {
  if (!existsSync(configFile) || existsSync(journal)) return;
  throw refusal("FILE_EXISTS", { cause: "notOwn", file: configFile });
}

/** Reports each step when it is sent and when it is done, and shows which one is pending. */
export async function tellingSteps<T>(work: (report: (report: StepReport) => void) => Promise<T>): Promise<T> {
  const progress = createProgress();
  const keeper = goesOnAfterInterruption();
  try {
    return await work((report) => {
      progress.stop();
      keeper.note(report);
      tellStep(report);
      if (report.state === "sent") progress.start(`Waiting for the block: ${report.step}`);
    });
  } finally {
    progress.stop();
    keeper.end();
  }
}

/** What a line needs with a hash or an address; a narrower terminal would break it in the middle of a word. */
const FULL_LINE = 130;

export function tellStep({ state, step, address, hash, gasUsed }: StepReport): void {
  const isNarrow = process.stderr.isTTY && process.stderr.columns < FULL_LINE;
  if (state === "sent") {
    say(isNarrow ? `sent   ${step}\n       ${hash ?? ""}` : `sent   ${hash ?? ""}  ${step}`);
    return;
  }
  const mark = state === "done" ? paint("green", "done ", process.stderr) : paint("dim", "found", process.stderr);
  const gas = gasUsed === undefined ? "" : `${thousands(gasUsed).padStart(12)} gas`;
  if (isNarrow) {
    const below = [gas.trimStart(), address ?? ""].filter((each) => each !== "").join("  ");
    say(`${mark}  ${step}${below === "" ? "" : `\n       ${below}`}`);
    return;
  }
  say([mark, step.padEnd(58), gas.padEnd(16), address ?? ""].join("  ").trimEnd());
}
