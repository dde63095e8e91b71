import { addSubOrg } from "../src/actions/orgs.js";
import { writeScript } from "../src/cli/network-script.js";
import { parseEnode } from "../src/enode.js";

await writeScript({
  does: "Add a sub-organisation. Admins of the parent or above.",
  args: { parent: "full id of the parent", org: "id of the sub-organisation, without the parent's" },
  settings: { node: "enode URL of its first node" },
  act: (actor, { args, settings }) =>
    addSubOrg(actor, { ...args, node: settings.node === undefined ? undefined : parseEnode(settings.node) }),
});
