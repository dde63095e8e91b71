import type { Command } from "commander";
import type { Actor, Done } from "../actions/perform.js";
import { vote } from "../actions/votes.js";
import type { Network } from "../network.js";
import { readProposal, readTally } from "../read/proposals.js";
import { command, type Definition, withOptions } from "./command.js";
import { print, printJson, say } from "./output.js";
import { showDone } from "./show/done.js";
import { showStanding } from "./show/proposals.js";
import { flag, type Given, type None, type Specs } from "./specs.js";
import { type Warnings, withActor, WRITE_OPTIONS } from "./write-command.js";

interface Propose<A extends Specs, O extends Specs> extends Definition<A, O> {
  propose: (actor: Actor, given: Given<A> & Given<O>) => Promise<Done>;
  warnings?: (network: Network, given: Given<A> & Given<O>) => ReturnType<Warnings>;
}

/** A command that opens a proposal and votes for it, as whoever proposes something means it. */
export function proposeCommand<A extends Specs = None, O extends Specs = None>(definition: Propose<A, O>): Command {
  const options = withOptions(definition, {
    withoutVote: flag("propose it without voting for it"),
    ...WRITE_OPTIONS,
  });
  return command({ ...definition, options }, (given) =>
    withActor(
      given,
      async (actor) => {
        const proposed = await definition.propose(actor, given);
        const [id] = proposed.opened;
        if (!given.json) print(showDone(proposed));
        const voted = id === undefined || given.withoutVote ? undefined : await voteFor(actor, id);
        if (given.json) printJson({ proposed, voted: voted ?? null });
        else if (voted !== undefined) print(showDone(voted));
        if (id === undefined || given.json) return;
        const proposal = await readProposal(actor.network, id);
        print(showStanding(proposal, await readTally(actor.network, proposal)));
      },
      (network) => definition.warnings?.(network, given) ?? [],
    ),
  );
}

/** Whatever happens to the vote, the proposal is open by now. */
async function voteFor(actor: Actor, id: number): Promise<Done> {
  try {
    return await vote(actor, { id, support: true });
  } catch (error) {
    say(`Proposal ${id} is open, but the vote for it may be missing. Look with: portcullis proposal show ${id}`);
    throw error;
  }
}
