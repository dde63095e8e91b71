import { type Enode, formatEnode, shortId } from "../model/enode.js";

/** What an operator has to know who is given the folder of one node. The order comes first: a node that is started the other
 *  way round ends at once. */
export function bundleReadme(node: Enode): string {
  const { enodeId } = node;
  return `This folder is for the node
${formatEnode(node)}

Does the node have the blocks of the chain already, up to the newest? Then follow A, otherwise B.

A. A NODE THAT HAS THE BLOCKS, as those have that founded the network
   1. Make sure that the network has booted: "portcullis check" says so.
   2. Stop the node. Copy the three files into its data directory (see below).
   3. Start it with --permissioned in addition to its present flags.
   4. Wait until it has peers and follows the chain. Only then continue with the next node, so that the others can keep
      making blocks.

B. A NODE THAT JOINS LATER, or begins with an empty data directory
   1. Make sure that the contracts approve it: "portcullis node show ${enodeId.slice(0, 8)}" says so. On Raft, also have a
      member of the cluster let it in: raft.addPeer("its enode URL") answers the number for --raftjoinexisting.
   2. Initialise it with the network's genesis file ("geth init"), and copy static-nodes.json only.
   3. Start it WITHOUT --permissioned, and wait until it has all blocks: eth.blockNumber is the same as at the other
      nodes. It has none yet while net.peerCount is 0, whatever eth.syncing says.
   4. Stop it. Copy permission-config.json and permissioned-nodes.json as well.
   5. Start it with --permissioned in addition to the same flags.
   Started with --permissioned before it has the blocks, it finds no contracts, and ends with
   "populateInitPermissions failed: no contract code at given address".

The files, which belong into the directory that --datadir names:
   permission-config.json    the addresses of the contracts
   static-nodes.json         the nodes it connects to. If there is one already, and the node is part of a Raft cluster,
                             keep that: its order matters.
   permissioned-nodes.json   the nodes it lets in. It must exist before a start with --permissioned; the node keeps it up
                             to date.

The flags of the consensus (Raft, IBFT, QBFT) stay as they are. Nothing in this folder is secret. It does not contain the
key of the node ${shortId(enodeId)} (nodekey), which stays where it is.
`;
}
