import type { Consensus } from "../../genesis/genesis.js";
import { CONSENSUS } from "../../genesis/genesis.js";
import { readExtraData } from "../../genesis/extra-data.js";
import { nodeAddress } from "../../../model/node-address.js";
import { type Found, type FoundGroup, settle } from "../found.js";
import { type Format, type Input, reasons } from "../input.js";
import { asRecord, asText, asWhole } from "../values.js";

const HEAD = "every genesis that is made here has the same";
const MADE = "it is made anew with each genesis";

/** The genesis.json of GoQuorum, and of Besu with QBFT. */
export const GENESIS_FILE: Format = {
  name: "a genesis.json of GoQuorum or Besu",
  fits: (value) => "chainId" in asRecord(asRecord(value).config) && "alloc" in asRecord(value),
  read: readGenesis,
  whyNot: reasons({
    config: "every genesis that is made here has the same rules",
    nonce: HEAD,
    timestamp: HEAD,
    difficulty: HEAD,
    mixHash: MADE,
    mixhash: MADE,
    coinbase: HEAD,
    parentHash: HEAD,
    number: HEAD,
    gasUsed: HEAD,
    baseFeePerGas: "gas costs nothing here",
    alloc: "gas costs nothing here, so no account begins with a balance",
  }),
};

function readGenesis(input: Input): void {
  const { leaves, found, from } = input;
  const { config, gasLimit, extraData } = asRecord(leaves.value);
  const chainId = asWhole(asRecord(config).chainId);
  if (chainId === undefined) return;
  const group = found.group(`chain${chainId}`);
  leaves.given(["config", "chainId"], settle(group, "chainId", chainId), `the group ${group.name} with this chain id`);
  const limit = asWhole(gasLimit);
  if (limit !== undefined) leaves.given(["gasLimit"], settle(group, "gasLimit", limit), `the gas limit ${limit}`);
  readConsensus(input, group);
  const extra = readExtraData(asText(extraData) ?? "");
  if (extra === undefined) leaves.unused(["extraData"], "it names no validators");
  else {
    group.saysValidators = true;
    for (const address of extra.validators) validatorAt(found, address, group.name);
    leaves.used(["extraData"], `the validators ${extra.validators.join(", ")}`);
  }
  found.notes.add(
    `${from.name} is of a network that exists: keep it for the network's nodes. A genesis that is made from a consortium file is another one.`,
  );
}

/** Where a genesis says its consensus, and how long a block takes. */
const KEYS: Readonly<Record<string, Consensus>> = { qbft: "qbft", ibft: "istanbul", istanbul: "istanbul" };

const PERIOD = "blockperiodseconds";

/** Kinds of consensus that GoQuorum with permissioning, or Portcullis, does not have. */
const OTHERS = ["ibft2", "clique", "ethash"];

function readConsensus({ leaves, from }: Input, group: FoundGroup): void {
  const config = asRecord(asRecord(leaves.value).config);
  const key = Object.keys(KEYS).find((each) => each in config);
  const other = OTHERS.find((each) => each in config);
  if (key === undefined && other !== undefined) {
    leaves.unused(["config", other], `the consensus ${other} is none of ${CONSENSUS.join(", ")}`);
    group.why.consensus = `${from.name} says ${other}, which is none of ${CONSENSUS.join(", ")}`;
    return;
  }
  const settings = asRecord(config[key ?? ""]);
  // Before QBFT had a key of its own.
  const isEarlyQbft = key === "istanbul" && asWhole(settings.testQBFTBlock) === 0;
  const consensus = isEarlyQbft ? "qbft" : key === undefined ? raftOrNone(config) : KEYS[key];
  if (consensus === undefined) {
    group.why.consensus = `${from.name} does not say it`;
    return;
  }
  const path = key === undefined ? ["config", "isQuorum"] : ["config", key, ...(isEarlyQbft ? ["testQBFTBlock"] : [])];
  const period = asWhole(settings[PERIOD]);
  if (period !== undefined && key !== undefined)
    leaves.given(["config", key, PERIOD], settle(group, "blockPeriod", period), `the block period of ${period} s`);
  leaves.given(path, settle(group, "consensus", consensus), `the consensus ${consensus}`);
}

/** Raft stands in no genesis: GoQuorum's without another consensus is one. */
function raftOrNone(config: Readonly<Record<string, unknown>>): Consensus | undefined {
  return config.isQuorum === true ? "raft" : undefined;
}

/** The node of a validator, whose key only a list of nodes has. */
function validatorAt(found: Found, address: string, group: string): void {
  const known = [...found.nodes.values()].find(({ runs }) =>
    runs.some(({ enodeId }) => enodeId !== undefined && nodeAddress(enodeId) === address),
  );
  const node = known ?? found.node(`validator ${address}`);
  node.name ??= `node-${address.slice(2, 10).toLowerCase()}`;
  node.why.enodeId ??= `the genesis has only the validator's address, ${address}`;
  found.run(node, group).validator = true;
}
