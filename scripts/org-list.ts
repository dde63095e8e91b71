import { readScript } from "../src/cli/network-script.js";
import { formatForConsole } from "../src/read/console-format.js";
import { orgList } from "../src/read/org-list.js";

await readScript({
  does: "List all organisations, as quorumPermission.orgList does.",
  read: orgList,
  show: (orgs) => formatForConsole(orgs),
});
