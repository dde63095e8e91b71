import { withdraw } from "../src/actions/votes.js";
import { writeScript } from "../src/cli/network-script.js";
import { toProposalId } from "../src/cli/values.js";

await writeScript({
  does: "Take back a proposal. Its proposer.",
  args: { id: "number of the proposal" },
  act: (actor, { args }) => withdraw(actor, toProposalId(args.id)),
});
