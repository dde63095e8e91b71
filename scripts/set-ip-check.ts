import { proposeIpCheck } from "../src/actions/settings.js";
import { writeScript } from "../src/cli/network-script.js";

await writeScript({
  does: "Propose whether the ip of a connection is compared with the node's. Network admins.",
  args: { state: ["on", "off"] },
  act: (actor, { args }) => proposeIpCheck(actor, args.state === "on"),
});
