import { proposeIpCheck } from "../src/actions/votes.js";
import { writeScript } from "../src/cli/network-script.js";
import { toWord } from "../src/cli/values.js";

await writeScript({
  does: "Propose whether the ip of a connection is compared with the node's. Network admins.",
  args: { state: "on, off" },
  act: (actor, { args }) => proposeIpCheck(actor, toWord(args.state, ["on", "off"]) === "on"),
});
