import { ACCOUNT } from "../examples.js";
import { readInbox } from "../../read/read-proposals.js";
import { command } from "../command.js";
import { IDENTITY_OPTIONS, NETWORK_OPTIONS, openNetwork, openSigner } from "../connection.js";
import { printAnswer } from "../json/print-answer.js";
import { print } from "../output.js";
import { present } from "../presentation.js";
import { showProposals } from "../show/proposal-tables.js";
import { SHOWING_OPTIONS } from "../showing-options.js";

export default command(
  {
    name: "inbox",
    does: "List the proposals that wait for your vote.",
    options: { ...NETWORK_OPTIONS, ...IDENTITY_OPTIONS, ...SHOWING_OPTIONS },
    examples: [`inbox --from ${ACCOUNT}`, "inbox --json"],
  },
  async (given) => {
    present({ wide: given.wide });
    const network = await openNetwork(given);
    const address = given.from ?? (await openSigner(network.chain, given)).address;
    const waiting = await readInbox(network, { voter: address });
    if (given.json) printAnswer("inbox", waiting);
    else print(showProposals(waiting, `Nothing waits for the vote of ${address}.`));
  },
);
