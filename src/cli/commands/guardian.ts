import { ACCOUNT } from "../examples.js";
import { acceptGuardian, setBootOperator, transferGuardian } from "../../actions/guardian.js";
import { tryCall } from "../../chain/try-call.js";
import { readModules } from "../../network/modules.js";
import type { Network } from "../../network/network.js";
import { readAccount } from "../../read/read-records.js";
import { readGuardianship, readPolicy } from "../../read/read-settings.js";
import { group } from "../command.js";
import { readCommand } from "../read-command.js";
import { shortAddress } from "../../model/address.js";
import { facts } from "../show/table.js";
import { address } from "../specs.js";
import { writeCommand } from "../write-command.js";

async function readGuardian(network: Network) {
  const { guardian, proposedGuardian, implementation } = await readGuardianship(network);
  // An implementation of another kind has none.
  const modules = (await tryCall(readModules(network))) ?? [];
  return { guardian, proposedGuardian, implementation, modules };
}

function showGuardian({
  guardian,
  proposedGuardian,
  implementation,
  modules,
}: Awaited<ReturnType<typeof readGuardian>>): string {
  return facts([
    ["guardian", guardian],
    ["proposed guardian", proposedGuardian ?? "none"],
    ["implementation", implementation],
    ...modules.map(({ decides, address, codeHash }) => [decides, `${address}, code hash ${codeHash}`] as const),
  ]);
}

const after = async (network: Network): Promise<string> => showGuardian(await readGuardian(network));

const show = readCommand({
  name: "guardian show",
  does: "Show who may replace the implementation, and which code decides what.",
  examples: ["guardian show"],
  read: readGuardian,
  show: showGuardian,
});

/** Nodes take the transactions of an organisation's account only from its nodes, and a key in daily use is at risk. */
async function warnOfMember(network: Network, account: string): Promise<string[]> {
  const found = await readAccount(network, account);
  if (found === undefined) return [];
  const { adminOrg } = await readPolicy(network);
  const better = "Better an account of no organisation, whose key is kept separately.";
  return found.org === adminOrg
    ? [`${account} belongs to the admin organisation, so its key is in daily use. ${better}`]
    : [`${account} belongs to ${found.org}: nodes let it send only through nodes of that organisation. ${better}`];
}

const transfer = writeCommand({
  name: "guardian transfer",
  does: "Propose the next guardian, who then accepts. The guardian.",
  args: { account: address("the next guardian") },
  examples: [`guardian transfer ${ACCOUNT}`],
  act: (actor, given) => transferGuardian(actor, given),
  warnings: (network, given) => warnOfMember(network, given.account),
  nameOf: ({ account }) => shortAddress(account),
  after,
});

const accept = writeCommand({
  name: "guardian accept",
  does: "Take over the guardian's office. The proposed guardian.",
  examples: [`guardian accept --from ${ACCOUNT}`],
  act: acceptGuardian,
  after,
});

/** Before the boot it gives the account what it is for. */
async function warnOfNoUse({ contracts }: Network): Promise<string[]> {
  const booted = await contracts.interface.getNetworkBootStatus();
  return booted ? ["The network has booted already: a boot operator can do nothing any more."] : [];
}

function operatorCommand(name: "name-operator" | "dismiss-operator", does: string, allowed: boolean) {
  return writeCommand({
    name: `guardian ${name}`,
    does: `${does} The guardian.`,
    args: { account: address("the boot operator") },
    examples: [`guardian ${name} ${ACCOUNT}`],
    act: (actor, { account }) => setBootOperator(actor, { operator: account, allowed }),
    warnings: (network) => (allowed ? warnOfNoUse(network) : []),
  });
}

export default group("guardian", "the guardian: who links the suite and replaces the implementation", [
  show,
  transfer,
  accept,
  operatorCommand("name-operator", "Let an account boot the network.", true),
  operatorCommand("dismiss-operator", "No longer let an account boot the network.", false),
]);
