import type { Consensus } from "../genesis/genesis.js";
import type { NodeProcess } from "./node-process.js";

const MILLISECONDS = 1_000;

/** The flags that every start of a process has, in the words of geth from GoQuorum 21.1 on. */
function flagsOf({ run, group }: NodeProcess): string[] {
  const { chainId, consensus, gasLimit } = group;
  const making = run.validator && consensus !== "raft" ? [MINING] : [];
  return [
    `--networkid ${chainId} --port ${run.port} --nodiscover --syncmode full --emitcheckpoints`,
    `--miner.gasprice 0 --miner.gastarget ${gasLimit} --miner.gaslimit ${gasLimit}`,
    ...CONSENSUS_FLAGS[consensus](run.raftPort ?? 0, group.blockPeriod),
    ...making,
  ];
}

/** What a validator needs. */
const MINING = "--mine --miner.threads 1";

/** By these files beside the key a node knows at each start what it has become since the first block. */
export const VALIDATOR_FILE = "validator";
export const RAFT_ID_FILE = "raft-id";

/** What a node does at a start that was not there at the first block; nothing for a validator of the first block. */
function laterFlags({ run, group }: NodeProcess): string {
  if (group.consensus === "raft")
    return `
# The number that "portcullis validator add" has answered, for a node that has joined the cluster later.
later=
if [ -f "$data/${RAFT_ID_FILE}" ]; then later="--raftjoinexisting $(cat "$data/${RAFT_ID_FILE}")"; fi
`;
  if (run.validator) return "";
  return `
# For a node that the validators have voted in since the first block.
later=
if [ -f "$data/${VALIDATOR_FILE}" ]; then later="${MINING}"; fi
`;
}

/** QBFT has the period in its genesis. */
const CONSENSUS_FLAGS: Readonly<Record<Consensus, (raftPort: number, blockPeriod: number) => string[]>> = {
  raft: (raftPort, blockPeriod) => [`--raft --raftport ${raftPort} --raftblocktime ${blockPeriod * MILLISECONDS}`],
  istanbul: (_, blockPeriod) => [`--istanbul.blockperiod ${blockPeriod}`],
  qbft: () => [],
};

/** What JSON-RPC answers to. What changes the node itself or its part in the consensus, such as votes on validators, is left to its IPC
 *  socket. */
const APIS = "eth,net,web3,txpool,quorumPermission";

/** Starts a process from its package, with the key and the blocks that are on the machine. */
export function startScript(process: NodeProcess): string {
  const { node, run, group } = process;
  const later = laterFlags(process);
  const flags = flagsOf(process)
    .map((line) => `  ${line} \\\n`)
    .join("");
  return `#!/bin/sh
# Starts ${node.name} in ${group.name}:
#   sh start.sh DIRECTORY [--sync] [FLAGS OF GETH]
# DIRECTORY is on this machine, and holds the node's key, nodekey; the blocks go there too. With --sync the node enforces no
# permissions: so it gets the blocks of a network that has begun. GETH names another geth than that of the PATH, and RPC_ADDRESS
# another address for JSON-RPC than 127.0.0.1.
set -eu

package=$(cd "$(dirname "$0")" && pwd)
data=\${1:?"Name the directory with the node's key: sh start.sh DIRECTORY"}
shift
if [ ! -f "$data/nodekey" ]; then
  echo "There is no $data/nodekey. Name the directory with the key of ${node.name} in ${group.name}." >&2
  exit 1
fi

geth=\${GETH:-geth}
export PRIVATE_CONFIG="\${PRIVATE_CONFIG:-ignore}"

if [ ! -d "$data/geth/chaindata" ]; then
  "$geth" --datadir "$data" init "$package/genesis.json"
fi

# The node keeps its lists up to date itself.
for list in static-nodes.json permissioned-nodes.json; do
  if [ ! -f "$data/$list" ]; then cp "$package/$list" "$data/$list"; fi
done

permissioned=--permissioned
if [ "\${1:-}" = --sync ]; then
  shift
  permissioned=
elif [ -f "$package/permission-config.json" ]; then
  cp "$package/permission-config.json" "$data/permission-config.json"
else
  permissioned=
fi

address=\${RPC_ADDRESS:-127.0.0.1}
apis=${APIS}
if "$geth" help | grep -q -e --http.addr; then
  rpc="--http --http.addr $address --http.port ${run.rpcPort} --http.api $apis"
else
  rpc="--rpc --rpcaddr $address --rpcport ${run.rpcPort} --rpcapi $apis"
fi
${later}
# Words of flags that hold no blanks: they are meant to be split.
# shellcheck disable=SC2086
exec "$geth" --datadir "$data" --nodekey "$data/nodekey" \\
${flags}  $rpc $permissioned${later === "" ? "" : " $later"} "$@"
`;
}
