import { settle } from "../found.js";
import { type Format, type Input, reasons } from "../input.js";
import { asList, asPort, asRecord, asText } from "../values.js";
import { authTypeInWords, listeningPort, NO_ENODE, peerIn, placeOfPeer } from "./identity.js";

const OWN = "it is a setting of ChainMaker's own program";
const KEYS = "keys and certificates of the node are made anew, where it runs";

/** ChainMaker's chainmaker.yml of 2.0 to 2.3. */
export const NODE_FILE: Format = {
  name: "ChainMaker's node (chainmaker.yml)",
  fits: (value) => "blockchain" in asRecord(value) && ["node", "net"].some((key) => key in asRecord(value)),
  read: readNode,
  whyNot: reasons({
    ...Object.fromEntries(
      [
        "log",
        "crypto_engine",
        "node",
        "net",
        "txpool",
        "rpc",
        "monitor",
        "pprof",
        "storage",
        "debug",
        "tx_filter",
        "vm",
      ]
        .concat(["consensus", "core", "scheduler", "sync"])
        .map((key) => [key, OWN]),
    ),
    "node.priv_key_file": KEYS,
    "node.cert_file": KEYS,
    "node.pkcs11": KEYS,
    "net.tls": KEYS,
    "rpc.tls": KEYS,
    blockchain: "the chain has a file of its own: read that as well",
  }),
};

function readNode({ leaves, found }: Input): void {
  const { auth_type: authType, blockchain, node, net, rpc } = asRecord(leaves.value);
  const mode = authTypeInWords(authType);
  if (authType !== undefined && mode !== undefined) leaves.used(["auth_type"], mode);
  const groups = asList(blockchain).map((entry, index) => {
    const chain = asText(asRecord(entry).chainId) ?? "chain";
    const group = found.group(found.nameFor(chain));
    group.why.chainId ??= `ChainMaker's chainId is a name, "${chain}", and Ethereum's is a number`;
    leaves.used(["blockchain", index, "chainId"], `the group ${group.name}`);
    return group;
  });
  const org = asText(asRecord(node).org_id);
  const agency = org === undefined ? undefined : found.agency(found.nameFor(org));
  if (agency !== undefined) leaves.used(["node", "org_id"], `the agency ${agency.name}`);
  const peers = asList(asRecord(net).seeds).flatMap((seed, index) => {
    const { node: peer, isAddress } = peerIn(found, asText(seed) ?? "");
    if (!isAddress) return [];
    for (const group of groups) found.run(peer, group.name);
    leaves.used(["net", "seeds", index], `a node${placeOfPeer(peer)}; ${NO_ENODE}`);
    return [peer];
  });
  const port = listeningPort(asRecord(net).listen_addr);
  const own = peers.filter((peer) => peer.port === port && (peer.agency ?? agency?.name) === agency?.name);
  const [self] = own.length === 1 ? own : [];
  if (self === undefined) {
    for (const path of [
      ["net", "listen_addr"],
      ["rpc", "port"],
    ])
      leaves.unused(path, "which of the seeds this node is cannot be told");
    return;
  }
  self.agency ??= agency?.name;
  leaves.used(["net", "listen_addr"], `this node${placeOfPeer(self)}, of ${agency?.name ?? "an agency"}`);
  const rpcPort = asPort(asRecord(rpc).port);
  if (rpcPort !== undefined)
    leaves.given(["rpc", "port"], settle(self, "rpcPort", rpcPort), `this node's port ${rpcPort} for JSON-RPC`);
}
