import { getAddress } from "ethers";
import { ACCOUNT } from "../examples.js";
import type { ActionResult, Intent } from "../../actions/perform.js";
import {
  deployImplementation,
  runsThisVersion,
  type OwnImplementation,
  type UpgradeOptions,
  type UpgradeResult,
  type UpgradeModule,
  upgradeImplementation,
} from "../../actions/upgrade/upgrade.js";
import { shortAddress } from "../../model/address.js";
import type { Network } from "../../network/network.js";
import { command } from "../command.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { showActionResult } from "../show/action-result.js";
import { facts } from "../show/table.js";
import { address, flag, optional } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { withActor, WRITE_OPTIONS } from "../write-command.js";

function showDeployed({ deployed, address, modules }: OwnImplementation): string {
  if (address === null) return showModules(modules);
  const told = deployed === null ? "It is already deployed. Nothing was sent." : showModules(modules);
  return `${told}\nThe guardian confirms it with: portcullis upgrade --implementation ${address}`;
}

function showModules(modules: readonly UpgradeModule[]): string {
  const lines = modules.map(({ name, address, deployed }): [string, string] => [
    name,
    address === null ? "to be deployed" : `${address}, ${deployed === null ? "as before" : "new"}`,
  ]);
  const isWhole = modules.every(({ address }) => address !== null);
  return [facts(lines), ...(isWhole ? [] : ["The implementation follows once they are deployed."])].join("\n");
}

const FOUND = "This version's implementation is already the current one. Nothing was sent.";

/** Whether there was nothing to do. */
function isFound({ modules, deployed, confirmed }: UpgradeResult): boolean {
  return [deployed, confirmed, ...modules.map((module) => module.deployed)].every((done) => done === null);
}

function compared(questions: number, changed: readonly string[]): string[] {
  if (questions === 0) return ["Its answers will be compared once it is deployed."];
  if (changed.length === 0) return [`All ${questions} answers are the same as before.`];
  return [`${changed.length} of ${questions} answers are different now:`, ...changed.map((each) => `  ${each}`)];
}

/** What is deployed does nothing until it is confirmed. */
function nameOf({ to, data }: Intent): string | undefined {
  // The confirmation has one argument, the implementation.
  return to === undefined ? undefined : shortAddress(getAddress(`0x${data.slice(-40)}`));
}

async function warnOfSame(network: Network, { implementation }: UpgradeOptions): Promise<string[]> {
  if (implementation !== undefined || !(await runsThisVersion(network))) return [];
  return ["The network runs this version's implementation already: nothing would change."];
}

export default command(
  {
    name: "upgrade",
    does: "Replace the implementation, after comparing its answers to nodes with those of the present one. The guardian.",
    options: {
      implementation: optional(address("one that is already deployed (default: deploy this version's)")),
      allowChanges: flag("confirm it even if it answers differently"),
      deployOnly: flag("only deploy this version's, as a network admin may too; the guardian then confirms it"),
      ...WRITE_OPTIONS,
    },
    examples: ["upgrade", "upgrade --dry-run", "upgrade --deploy-only", `upgrade --implementation ${ACCOUNT}`],
  },
  (given) =>
    withActor(
      given,
      async (actor) => {
        if (given.deployOnly && (given.implementation !== undefined || given.allowChanges)) {
          throw new UsageError(
            "--deploy-only deploys this version's and confirms nothing.",
            "Leave the other options out.",
          );
        }
        const onDone = (done: ActionResult): void => {
          (given.json ? say : print)(showActionResult(done));
        };
        if (given.deployOnly) {
          const own = await deployImplementation(actor, onDone);
          if (given.json) printAnswer("upgrade --deploy-only", own);
          else print(showDeployed(own));
          return;
        }
        const result = await upgradeImplementation(actor, { ...given, onDone });
        const { network, ...told } = result;
        if (given.json)
          printAnswer("upgrade", { ...told, implementation: network.addresses.PermissionsImplementation });
        else if (isFound(result)) print(FOUND);
        else {
          if (result.modules.length > 0) print(showModules(result.modules));
          print(compared(result.questions, result.changed).join("\n"));
        }
      },
      { nameOf, warnings: (network) => warnOfSame(network, given) },
    ),
);
