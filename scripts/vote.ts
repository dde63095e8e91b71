import { vote } from "../src/actions/votes.js";
import { writeScript } from "../src/cli/network-script.js";
import { toProposalId } from "../src/cli/values.js";

await writeScript({
  does: "Vote for a proposal, or against it. Network admins.",
  args: { id: "number of the proposal" },
  flags: { against: "vote against it" },
  act: (actor, { args, flags }) => vote(actor, { id: toProposalId(args.id), support: !flags.against }),
});
