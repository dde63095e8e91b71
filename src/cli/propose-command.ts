import type { Command } from "commander";
import type { Actor, ActionResult } from "../actions/perform.js";
import { castVote } from "../actions/votes.js";
import type { Network } from "../network/network.js";
import { describeProposal } from "../read/describe-proposal.js";
import type { Operation } from "../model/codes.js";
import type { Proposal } from "../model/records.js";
import type { RightsChange } from "../read/rights-change.js";
import { decidesAlone } from "../read/rights-taken.js";
import { waitingFor } from "../read/may-vote.js";
import { readOpenProposals } from "../read/read-proposals.js";
import { command, type Definition, withOptions } from "./command.js";
import type { AnsweredBy } from "./json/answers.js";
import { printAnswer } from "./json/print-answer.js";
import { makesChange } from "./makers.js";
import { print, say } from "./output.js";
import { showActionResult } from "./show/action-result.js";
import { quietGuard, quietOptionsOf } from "./quiet.js";
import { flag, type Given, type None, type Specs } from "./specs.js";
import { standingFor } from "./standing.js";
import type { Warnings } from "./warnings.js";
import { withActor, WRITE_OPTIONS } from "./write-command.js";

/** The proposal, and the vote for it. */
interface Proposed {
  proposed: ActionResult;
  voted: ActionResult | null;
}

interface Propose<A extends Specs, O extends Specs, About> extends Definition<A, O> {
  name: AnsweredBy<Proposed>;
  /** What is proposed, and voted for. */
  about: (network: Network, given: Given<A> & Given<O>) => About | Promise<About>;
  propose: (actor: Actor, about: About) => Promise<ActionResult>;
  /** The vote that names it, where there is one. Any other is asked for: which proposal it is about is the node's word. */
  approve?: (actor: Actor, about: About) => Promise<ActionResult>;
  /** Whether that vote names all of it; without this it always does. */
  isNamed?: (about: About) => boolean;
  warnings?: (network: Network, given: Given<A> & Given<O>, about: About) => ReturnType<Warnings>;
  /** What it takes away once it is approved, by which operation. */
  takesRights?: { by: Operation; change: (about: About) => RightsChange | undefined };
}

const NO_NUMBER =
  "The node did not say which proposal was opened, so no vote was cast. To see it: portcullis proposal list";

/** A command that opens a proposal and votes for it, since whoever proposes something is for it. */
export function proposeCommand<About, A extends Specs = None, O extends Specs = None>(
  definition: Propose<A, O, About>,
): Command {
  const { takesRights } = definition;
  const options = withOptions(definition, {
    withoutVote: flag("propose it without voting for it"),
    ...WRITE_OPTIONS,
    ...quietOptionsOf(takesRights),
  });
  const made = command({ ...definition, options, section: "Start a vote:" }, (given) => {
    let { approve } = definition;
    const aboutOf = readOnce(definition, given);
    return withActor(
      given,
      async (actor) => {
        const about = await aboutOf(actor.network);
        if (definition.isNamed?.(about) === false) approve = undefined;
        const proposed = await propose(actor, () => definition.propose(actor, about));
        const [id] = proposed.opened;
        if (!given.json) print(showActionResult(proposed));
        const voted =
          id === undefined || given.withoutVote || given.unsigned !== undefined
            ? undefined
            : await voteFor(id, () => approve?.(actor, about) ?? castVote(actor, { id, support: true }));
        if (id === undefined && proposed.hash !== null) say(NO_NUMBER);
        if (given.json) printAnswer(definition.name, { proposed, voted: voted ?? null });
        else if (voted !== undefined) print(showActionResult(voted));
        if (id === undefined || given.json) return;
        print(await standingFor(actor.network, id, actor.signer.address));
      },
      {
        warnings: async (network) => definition.warnings?.(network, given, await aboutOf(network)) ?? [],
        asksOnce: () => approve !== undefined,
        beforeSending: quietGuard(
          given,
          takesRights &&
            (async (network) => {
              // Where one vote decides, the proposer's own does.
              if (given.withoutVote || !(await decidesAlone(network, takesRights.by))) return undefined;
              return takesRights.change(await aboutOf(network));
            }),
        ),
      },
    );
  });
  return makesChange(made, {
    with: (given: Given<A> & Given<O>) => {
      const aboutOf = readOnce(definition, given);
      return {
        make: async (actor) => definition.propose(actor, await aboutOf(actor.network)),
        warnings: async (network) => definition.warnings?.(network, given, await aboutOf(network)) ?? [],
      };
    },
    options: definition.options,
  });
}

/** What is proposed. Its file may be a pipe, and what it says must not change between two looks at it. */
function readOnce<About, G>(
  { about }: { about: (network: Network, given: G) => About | Promise<About> },
  given: G,
): (network: Network) => Promise<About> {
  let found: Promise<About> | undefined;
  return (network) => (found ??= Promise.resolve().then(() => about(network, given)));
}

/** What is proposed already may be what an earlier run has proposed before it was stopped. */
async function propose(actor: Actor, send: () => Promise<ActionResult>): Promise<ActionResult> {
  try {
    return await send();
  } catch (error) {
    for (const proposal of await withoutOwnVote(actor).catch(() => [])) {
      say(`You have not voted for your own ${describeProposal(proposal)}: portcullis proposal approve ${proposal.id}`);
    }
    throw error;
  }
}

async function withoutOwnVote({ network, signer: { address } }: Actor): Promise<Proposal[]> {
  const own = (await readOpenProposals(network)).filter(({ proposer }) => proposer === address);
  return waitingFor(network, own, address);
}

/** Whatever happens to the vote, the proposal is open by now. */
async function voteFor(id: number, send: () => Promise<ActionResult>): Promise<ActionResult> {
  try {
    return await send();
  } catch (error) {
    say(`Proposal ${id} is open, but the vote for it may be missing. To see it: portcullis proposal show ${id}`);
    throw error;
  }
}
