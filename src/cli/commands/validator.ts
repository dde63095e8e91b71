import {
  changeValidator,
  planValidatorChange,
  type ValidatorChange,
  type ValidatorPlan,
} from "../../actions/validators.js";
import { toEndpoint } from "../../chain/endpoint.js";
import { RAFT_ID_FILE } from "../../consortium/packages/start-script.js";
import { readValidators } from "../../read/validators.js";
import { command, group } from "../command.js";
import { namedNetwork, NODE_OPTIONS, openNode } from "../connection.js";
import { ENODE } from "../examples.js";
import { printAnswer } from "../json/print-answer.js";
import { validatorsAnswer } from "../json/validators.js";
import { paint, print, say } from "../output.js";
import { requireConsent } from "../questions.js";
import { showValidators } from "../show/validators.js";
import { count } from "../show/table.js";
import { enode, flag } from "../specs.js";

const list = command(
  {
    name: "validator list",
    does: "Show which nodes make blocks, and for whom the node that is asked votes.",
    options: { ...NODE_OPTIONS, json: flag("print JSON") },
    examples: ["validator list --network nodes/node0/group1/geth.ipc"],
  },
  async ({ network, json }) => {
    const validators = await readValidators(openNode(namedNetwork(network)));
    if (json) printAnswer("validator list", validatorsAnswer(validators));
    else print(showValidators(validators));
  },
);

const SO: Readonly<Record<ValidatorChange["change"], string>> = {
  add: "The node makes blocks already.",
  remove: "The node makes no blocks.",
};

function told({ validators, needed }: ValidatorPlan, change: ValidatorChange["change"], raftId: number | null): string {
  if (raftId !== null)
    return `Its number is ${raftId}. Write it into the file ${RAFT_ID_FILE} beside the key of the new node, before that is started.`;
  if (validators.consensus === "raft") return "It is no member any more. Stop the node.";
  const all = count(validators.validators.length, "validator");
  return `This node votes so in the blocks that it makes. Of ${all}, ${needed} must: each agency ${change === "add" ? "adds" : "removes"} it at its node.`;
}

function changing(change: ValidatorChange["change"], does: string) {
  return command(
    {
      name: `validator ${change}`,
      does,
      args: { node: enode("enode URL of the node") },
      options: {
        ...NODE_OPTIONS,
        yes: flag("send without asking"),
        dryRun: flag("check and show what would be sent, but do not send it"),
      },
      examples: [`validator ${change} ${ENODE} --network nodes/node0/group1/geth.ipc`],
    },
    async ({ node, network, yes, dryRun }) => {
      const url = namedNetwork(network);
      const rpc = openNode(url);
      const plan = await planValidatorChange(rpc, { node, change });
      say(`${paint("bold", plan.summary, process.stderr)}\non ${toEndpoint(url).shown}`);
      if (plan.standing === "done") print(SO[change]);
      else if (plan.standing === "voted") print("This node votes so already.");
      else if (dryRun) say("Nothing was sent.");
      else {
        if (!yes) await requireConsent({ ask: "Send it?", otherwise: "--dry-run to stop here" });
        print(told(plan, change, await changeValidator(rpc, plan)));
      }
    },
  );
}

export default group("validator", "nodes that make blocks", [
  list,
  changing(
    "add",
    "Have a node make blocks: this node votes for it (Istanbul BFT, QBFT), or lets it into the cluster (Raft).",
  ),
  changing(
    "remove",
    "Have a node make no more blocks: this node votes against it, or removes it from the cluster (Raft).",
  ),
]);
