import { readScript } from "../src/cli/network-script.js";
import { showProposals } from "../src/cli/show.js";
import { readOpenProposals } from "../src/read/open-proposals.js";
import { readProposals, toPlain } from "../src/read/records.js";

await readScript({
  does: "List the open proposals.",
  flags: { all: "also those that have ended" },
  read: async (network, { flags }) => {
    const proposals = flags.all ? await readProposals(network) : await readOpenProposals(network);
    return proposals.map(toPlain);
  },
  show: showProposals,
});
