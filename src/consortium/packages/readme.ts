import type { Consensus } from "../genesis/genesis.js";
import { ALL_FILE } from "./all-script.js";
import { type NodeProcess, urlOf } from "./node-process.js";
import { placesOf, unitName } from "./service-unit.js";
import { RAFT_ID_FILE, VALIDATOR_FILE } from "./start-script.js";

/** What is in a package besides what is in all of them. */
interface Contents {
  hasConfig: boolean;
  hasCertificate: boolean;
}

/** What an operator has to know who is given a package. */
export function packageReadme(process: NodeProcess, { hasConfig, hasCertificate }: Contents): string {
  const { node, group, made, run } = process;
  const { package: own, data } = placesOf(process);
  return `This package is for the node ${node.name} of ${node.agency} in ${group.name}
${urlOf(process)}

Nothing in it is secret, and the node's key is not in it. The key is on the machine where the node runs, in a directory
of this process alone: "portcullis consortium keys" has made it there, in the file nodekey. The blocks go to the same
directory.

BEFORE THE START
   1. "portcullis consortium check-package DIRECTORY --consortium consortium.yaml --nodekey nodekey" says whether the
      package is as it was made, of the right genesis, and for this key.
   2. Compare the SHA-256 of genesis.json with the other agencies, if that has not been done:
      ${made.fileHash.slice(2)}

START
   By hand:   sh start.sh DIRECTORY     with the directory in which nodekey is
              sh ../../${ALL_FILE} start nodes     all processes of this machine in the background, which have their
              keys in nodes/${node.name}/${group.name} and the like; again, it starts them anew; "stop" stops them
   systemd:   as the user root
              copy this folder to ${own}
              copy the key to ${data}/nodekey, with the owner goquorum and mode 0600
              copy ${unitName(process)} to /etc/systemd/system
              systemctl enable --now ${unitName(process)}
   The script creates the first block at the first start, copies the lists of nodes, and starts geth. It listens on port
   ${run.port} for the other nodes${run.raftPort === undefined ? "" : `, on port ${run.raftPort} for Raft`} and on port ${run.rpcPort} of 127.0.0.1 for JSON-RPC.

PERMISSIONS
${hasConfig ? WITH_CONFIG : withoutConfig(node.agency)}

A NODE THAT JOINS LATER begins with "sh start.sh DIRECTORY --sync", and without --sync once it has all blocks: started with
permissions before, it finds no contracts, and ends. ${LATER[group.consensus]}
${hasCertificate ? `\n${WITH_CERTIFICATE}` : ""}`;
}

const VOTED_IN = `If it is to make blocks, create the empty file
${VALIDATOR_FILE} in DIRECTORY before that start, and have more than half of the validators vote for it ("portcullis validator add").`;

const LATER: Readonly<Record<Consensus, string>> = {
  raft: `First have a member of the cluster let
it in: "portcullis validator add" answers a number, which goes into the file ${RAFT_ID_FILE} in DIRECTORY and stays there.`,
  istanbul: VOTED_IN,
  qbft: VOTED_IN,
};

function withoutConfig(agency: string): string {
  return `   The contracts are not deployed yet, and the node enforces nothing. Once they are, this writes the package anew:
   portcullis consortium package consortium.yaml ${agency} --config permission-config.json
   Then start the node again from it, one node after the other.`;
}

const WITH_CONFIG = `   permission-config.json names the contracts, and start.sh starts the node with --permissioned. Make sure that the
   network has booted ("portcullis check" says so), and start the nodes again one after the other.`;

const WITH_CERTIFICATE = `TLS
   tls.crt is the certificate for the node's JSON-RPC. Its key is made and stays on this machine. Geth itself serves plain
   HTTP on 127.0.0.1: let a proxy on this machine take the certificate and its key, and pass on to the port above.
`;
