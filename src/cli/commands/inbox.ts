import { ACCOUNT } from "../examples.js";
import { PortcullisError } from "../../errors/error.js";
import type { Proposal } from "../../model/records.js";
import type { Network } from "../../network/network.js";
import { readEndingsFor } from "../../read/endings.js";
import { readInbox } from "../../read/read-proposals.js";
import { command } from "../command.js";
import { IDENTITY_OPTIONS, NETWORK_OPTIONS, openNetwork, openSigner } from "../connection.js";
import { printAnswer } from "../json/print-answer.js";
import { print } from "../output.js";
import { present } from "../presentation.js";
import { showEndings } from "../show/endings.js";
import { showProposals } from "../show/proposal-tables.js";
import { SHOWING_OPTIONS } from "../showing-options.js";

/** An admin who votes on nothing still has to know what ends. */
async function waitingFor(network: Network, voter: string, hasEndings: boolean): Promise<Proposal[]> {
  try {
    return await readInbox(network, { voter });
  } catch (error) {
    if (hasEndings && error instanceof PortcullisError && error.code === "NotAVoter") return [];
    throw error;
  }
}

export default command(
  {
    name: "inbox",
    does: "List the proposals that wait for your vote, and what ends soon, or has ended, where you are an admin.",
    options: { ...NETWORK_OPTIONS, ...IDENTITY_OPTIONS, ...SHOWING_OPTIONS },
    examples: [`inbox --from ${ACCOUNT}`, "inbox --json"],
  },
  async (given) => {
    present({ wide: given.wide });
    const network = await openNetwork(given);
    const address = given.from ?? (await openSigner(network.chain, given)).address;
    if (given.json) {
      printAnswer("inbox", await readInbox(network, { voter: address }));
      return;
    }
    const endings = showEndings(await readEndingsFor(network, address));
    const waiting = await waitingFor(network, address, endings.length > 0);
    print([showProposals(waiting, `Nothing waits for the vote of ${address}.`), ...endings].join("\n"));
  },
);
