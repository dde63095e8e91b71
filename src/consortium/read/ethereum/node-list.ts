import type { Path } from "../../../network/placed-text.js";
import { PortcullisError } from "../../../errors/error.js";
import { parseEnode } from "../../../network/parse-enode.js";
import { nodeAddress } from "../../../model/node-address.js";
import type { Found } from "../found.js";
import type { Format, Input } from "../input.js";
import { asList, asText } from "../values.js";

const NOWHERE = "0.0.0.0";

/** What quorum-genesis-tool and quorum-wizard write where a host is still to be filled in. */
const BLANK = /@(?:<[^>]*>|HOST|0\.0\.0\.0)(?=:)/;

/** static-nodes.json and permissioned-nodes.json. */
export const NODE_LIST: Format = {
  name: "a list of nodes (static-nodes.json)",
  fits: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === "string" && each.startsWith("enode://")),
  read: readList,
  whyNot: () => "this is no enode URL",
};

function readList({ leaves, found, from }: Input): void {
  const group = groupOf(found);
  for (const [index, url] of asList(leaves.value).entries()) {
    const path: Path = [index];
    const text = asText(url) ?? "";
    try {
      const { enodeId, ip, port, raftPort } = parseEnode(text.replace(BLANK, "@10.0.0.1"));
      const address = nodeAddress(enodeId);
      // A genesis that was read before knows it by its address.
      const node = found.nodes.get(`validator ${address}`) ?? found.node(`enode ${enodeId}`);
      node.name ??= `node-${address.slice(2, 10).toLowerCase()}`;
      if (!BLANK.test(text)) node.host ??= ip;
      else node.why.host = `${from.name} has no host where it says ${BLANK.exec(text)?.[0].slice(1) ?? NOWHERE}`;
      node.port ??= port;
      node.why.agency = "a list of nodes does not say whose they are";
      const run = found.run(node, group);
      run.enodeId ??= enodeId;
      if (raftPort !== 0) run.raftPort ??= raftPort;
      leaves.used(path, `the node ${node.name}${node.host === undefined ? "" : ` at ${node.host}:${port}`}`);
    } catch (error) {
      if (!(error instanceof PortcullisError)) throw error;
      leaves.unused(path, error.message);
    }
  }
}

/** The one group that the other files are about, or one that they say nothing of. */
function groupOf(found: Found): string {
  const [only, another] = found.groups.values();
  if (only !== undefined && another === undefined) return only.name;
  const group = found.group("network");
  group.why.chainId = "a list of nodes does not say it: read the genesis as well";
  group.why.consensus = group.why.chainId;
  return group.name;
}
