import type { Command } from "commander";
import type { Actor, Done } from "../actions/perform.js";
import { vote } from "../actions/votes.js";
import { readProposal, readTally } from "../read/proposals.js";
import { command, type Definition, withOptions } from "./command.js";
import { print, printJson } from "./output.js";
import { showDone } from "./show/done.js";
import { showStanding } from "./show/proposals.js";
import { flag, type Given, type None, type Specs } from "./specs.js";
import { withActor, WRITE_OPTIONS } from "./write-command.js";

interface Propose<A extends Specs, O extends Specs> extends Definition<A, O> {
  propose: (actor: Actor, given: Given<A> & Given<O>) => Promise<Done>;
}

/** A command that opens a proposal and votes for it, as whoever proposes something means it. */
export function proposeCommand<A extends Specs = None, O extends Specs = None>(definition: Propose<A, O>): Command {
  const options = withOptions(definition, {
    withoutVote: flag("propose it without voting for it"),
    ...WRITE_OPTIONS,
  });
  return command({ ...definition, options }, (given) =>
    withActor(given, async (actor) => {
      const proposed = await definition.propose(actor, given);
      const [id] = proposed.opened;
      const voted = id === undefined || given.withoutVote ? undefined : await vote(actor, { id, support: true });
      if (given.json) printJson({ proposed, voted: voted ?? null });
      else print([proposed, voted].flatMap((done) => (done === undefined ? [] : [showDone(done)])).join("\n"));
      if (id === undefined || given.json) return;
      const proposal = await readProposal(actor.network, id);
      print(showStanding(proposal, await readTally(actor.network, proposal)));
    }),
  );
}
