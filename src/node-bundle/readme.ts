import { type Enode, formatEnode } from "../model/enode.js";

/** What an operator has to know who is given the folder of one node. */
export function bundleReadme(node: Enode): string {
  return `This folder is for the node
${formatEnode(node)}

Nothing in it is secret. It does not contain the node's own key (nodekey), which stays where it is.

1. Before you give these files to any node, make sure that the network has booted: "portcullis check" says so. A node that
   finds permission-config.json but no contracts at its addresses stops at startup.

2. Copy the three files into the node's data directory (the one that --datadir names):
     permission-config.json    the addresses of the contracts
     static-nodes.json         the nodes it connects to
     permissioned-nodes.json   the nodes it lets in; it must exist before startup, and the node keeps it up to date
   If static-nodes.json already exists and this node is part of a Raft cluster, keep the existing one: its order
   matters.

3. Start the node with --permissioned in addition to its present flags. Those of the consensus (Raft, IBFT, QBFT) stay as
   they are.

4. Do this one node at a time: stop it, copy the files, start it, and wait until it has peers and follows the chain. Only
   then continue with the next, so that the others can keep making blocks.
`;
}
