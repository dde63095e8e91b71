import { ACCOUNT } from "../examples.js";
import { readOpenProposals } from "../../read/proposals.js";
import type { Proposal } from "../../read/model.js";
import type { Network } from "../../network.js";
import { readVoters } from "../../read/records.js";
import { PortcullisError } from "../../errors/error.js";
import { command } from "../command.js";
import { NETWORK_OPTIONS, openNetwork, openSigner, SIGNER_OPTIONS } from "../connection.js";
import { print, printJson } from "../output.js";
import { showProposals } from "../show/proposals.js";
import { flag } from "../specs.js";

/** The open proposals on which a network admin has not voted. */
async function waitingFor(network: Network, voter: string): Promise<Proposal[]> {
  if (!(await readVoters(network)).includes(voter)) {
    throw new PortcullisError("NotAVoter", `${voter} is not a network admin, so no vote of it is waited for.`, {
      facts: { account: voter },
      hint: "Name a network admin with --from.",
    });
  }
  const open = await readOpenProposals(network);
  const votes = await Promise.all(open.map(({ id }) => network.contracts.voters.getVote(id, voter)));
  return open.filter((_, index) => votes[index] === 0n);
}

export default command(
  {
    name: "inbox",
    does: "List the proposals that wait for my vote.",
    options: { ...NETWORK_OPTIONS, ...SIGNER_OPTIONS, json: flag("print JSON") },
    examples: [`inbox --from ${ACCOUNT}`, "inbox --json"],
  },
  async (given) => {
    const network = await openNetwork(given);
    const { address } = await openSigner(network.chain, given);
    const waiting = await waitingFor(network, address);
    if (given.json) printJson(waiting);
    else print(showProposals(waiting, `Nothing waits for the vote of ${address}.`));
  },
);
