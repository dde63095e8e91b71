import { ACCOUNT } from "../examples.js";
import type { Done } from "../../actions/perform.js";
import { deployImplementation, type Upgrade, upgrade } from "../../upgrade.js";
import { command } from "../command.js";
import { print, printJson, say } from "../output.js";
import { showDone } from "../show/done.js";
import { address, flag, optional } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { withActor, WRITE_OPTIONS } from "../write-command.js";

function showDeployed(deployed: Done): string {
  if (deployed.contractAddress === null) return showDone(deployed);
  const told = deployed.hash === null ? "It is deployed already. Nothing was sent." : showDone(deployed);
  return `${told}\nThe guardian confirms it with: portcullis upgrade --implementation ${deployed.contractAddress}`;
}

const FOUND = "This version's implementation is the current one already. Nothing was sent.";

function isFound({ deployed, confirmed }: Upgrade): boolean {
  return deployed === null && confirmed === null;
}

function compared(questions: number, changed: readonly string[]): string[] {
  if (questions === 0) return ["What it would answer is compared once it is deployed."];
  if (changed.length === 0) return [`All ${questions} answers are the same as before.`];
  return [`${changed.length} of ${questions} answers are different now:`, ...changed.map((each) => `  ${each}`)];
}

export default command(
  {
    name: "upgrade",
    does: "Replace the implementation, after comparing every answer to nodes with the present one's. The guardian.",
    options: {
      implementation: optional(address("one that is deployed already (default: this version's is deployed)")),
      allowChanges: flag("confirm it although it answers differently"),
      deployOnly: flag("only deploy this version's, which a network admin may do too; the guardian confirms it"),
      ...WRITE_OPTIONS,
    },
    examples: ["upgrade", "upgrade --dry-run", "upgrade --deploy-only", `upgrade --implementation ${ACCOUNT}`],
  },
  (given) =>
    withActor(given, async (actor) => {
      if (given.deployOnly && (given.implementation !== undefined || given.allowChanges)) {
        throw new UsageError(
          "--deploy-only deploys this version's and confirms nothing.",
          "Leave the other options out.",
        );
      }
      if (given.deployOnly) {
        const deployed = await deployImplementation(actor);
        if (given.json) printJson(deployed);
        else print(showDeployed(deployed));
        return;
      }
      const onDone = (done: Done): void => {
        (given.json ? say : print)(showDone(done));
      };
      const result = await upgrade(actor, { ...given, onDone });
      const { network, ...told } = result;
      if (given.json) printJson({ ...told, implementation: network.addresses.PermissionsImplementation });
      else print(isFound(result) ? FOUND : compared(result.questions, result.changed).join("\n"));
    }),
);
