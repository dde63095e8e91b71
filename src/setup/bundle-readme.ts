import { type Enode, formatEnode } from "../enode.js";

/** What an operator has to know who is given the folder of one node. */
export function bundleReadme(node: Enode): string {
  return `This folder is for the node
${formatEnode(node)}

Nothing in it is secret. The node's own key (nodekey) is not in it and stays where it is.

1. Make sure that the network has booted, before any node is given these files: "portcullis check" says so. A node that
   finds permission-config.json and no contracts at its addresses stops at start.

2. Copy the three files into the data directory of the node (what --datadir names):
     permission-config.json    the addresses of the contracts
     static-nodes.json         the nodes it connects to
     permissioned-nodes.json   the nodes it lets in; it must exist before the start, and the node keeps it up to date
   If static-nodes.json is there already and this node is part of a Raft cluster, keep the one that is there: its order
   counts.

3. Start the node with --permissioned beside the flags that it has now. Those of the consensus (Raft, IBFT, QBFT) stay as
   they are.

4. One node after the other: stop it, copy, start it, and wait until it has peers and follows the chain. Only then the
   next one, so that the others can go on making blocks meanwhile.
`;
}
