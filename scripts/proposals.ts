import { readScript } from "../src/cli/network-script.js";
import { showProposals } from "../src/cli/show.js";
import { readOpenProposals, readProposals } from "../src/read/proposals.js";

await readScript({
  does: "List the open proposals.",
  flags: { all: "also those that have ended" },
  read: (network, { flags }) => (flags.all ? readProposals(network) : readOpenProposals(network)),
  show: showProposals,
});
