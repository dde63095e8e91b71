import { close } from "../src/actions/votes.js";
import { writeScript } from "../src/cli/network-script.js";
import { toProposalId } from "../src/cli/values.js";

await writeScript({
  does: "End a proposal that has expired, or that is decided because the network admins changed. Anyone.",
  args: { id: "number of the proposal" },
  act: (actor, { args }) => close(actor, toProposalId(args.id)),
});
