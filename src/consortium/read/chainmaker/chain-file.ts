import type { Consensus } from "../../genesis/genesis.js";
import { type FoundGroup, settle } from "../found.js";
import { type Format, type Input, reasons } from "../input.js";
import { asList, asRecord, asText, asWhole } from "../values.js";
import { authTypeInWords, NO_ENODE, peerIn, placeOfPeer } from "./identity.js";
import { readResources } from "./resources.js";
import { readRoots } from "./trust-roots.js";

const NO_SETTING = "GoQuorum has no such setting";

/** ChainMaker's bc.yml of 2.0 to 2.3, in all identity modes. */
export const CHAIN_FILE: Format = {
  name: "ChainMaker's chain (bc.yml)",
  fits: (value) =>
    "chain_id" in asRecord(value) && ["consensus", "trust_roots", "auth_type"].some((key) => key in asRecord(value)),
  read: readChain,
  whyNot: reasons({
    version: "it tells versions of ChainMaker apart",
    sequence: "it counts the changes of this file",
    crypto: "Ethereum has its own hash, and keys on secp256k1 only",
    contract: NO_SETTING,
    vm: "GoQuorum runs contracts of the EVM only",
    "vm.addr_type": "every address is one of Ethereum's here",
    block: NO_SETTING,
    core: NO_SETTING,
    scheduler: NO_SETTING,
    snapshot: NO_SETTING,
    genesis_time: "the genesis has the time 0, so that everybody makes the same",
    account_config: "gas costs nothing here",
    eth_config: "every account is one of Ethereum's here",
    "consensus.nodes.org_id": "it names no organisation",
    "consensus.nodes.node_id": "it names no node",
    "consensus.nodes.address": "it names no node",
    "consensus.ext_config": "the consensus here has no such setting",
    "consensus.dpos_config": "validators are not elected by what they stake here",
    disabled_native_contract: "there are no contracts of ChainMaker's here",
    "trust_roots.org_id": "it names no organisation",
    "trust_roots.root": "it names no key",
    trust_members: "an organisation's admins add other members themselves",
  }),
};

function readChain(input: Input): void {
  const { leaves, found } = input;
  const file = asRecord(leaves.value);
  const chain = asText(file.chain_id) ?? "chain";
  const group = found.group(found.nameFor(chain));
  group.why.chainId = `ChainMaker's chain_id is a name, "${chain}", and Ethereum's is a number`;
  if (asText(file.chain_id) !== undefined) leaves.used(["chain_id"], `the group ${group.name}`);
  const authType = authTypeInWords(file.auth_type);
  if (authType !== undefined) leaves.used(["auth_type"], authType);
  readInterval(input, group);
  readConsensus(input, group);
  readRoots(input);
  readResources(input, group);
}

const MILLISECONDS = 1_000;

function readInterval({ leaves }: Input, group: FoundGroup): void {
  const interval = asWhole(asRecord(asRecord(leaves.value).block).block_interval);
  if (interval === undefined) return;
  const path = ["block", "block_interval"];
  if (interval < MILLISECONDS || interval % MILLISECONDS !== 0) {
    leaves.unused(path, "the period of blocks is whole seconds here");
    return;
  }
  const seconds = interval / MILLISECONDS;
  leaves.given(path, settle(group, "blockPeriod", seconds), `the block period of ${seconds} s`);
}

/** ChainMaker's numbers; the others have nothing like them in GoQuorum. */
const CONSENSUS_OF: Readonly<Record<number, { name: string; consensus?: Consensus; whyNot?: string }>> = {
  0: { name: "SOLO", whyNot: "SOLO is a single node that agrees with itself" },
  1: { name: "TBFT", consensus: "qbft" },
  2: { name: "MBFT", consensus: "qbft" },
  3: { name: "HotStuff or MaxBFT", consensus: "qbft" },
  4: { name: "Raft", consensus: "raft" },
  5: { name: "DPoS", whyNot: "DPoS elects validators by stake, and GoQuorum has nothing like it" },
};

function readConsensus({ leaves, found }: Input, group: FoundGroup): void {
  const { type, nodes } = asRecord(asRecord(leaves.value).consensus);
  const { name, consensus, whyNot } = CONSENSUS_OF[asWhole(type) ?? -1] ?? {};
  if (consensus !== undefined)
    leaves.given(
      ["consensus", "type"],
      settle(group, "consensus", consensus),
      `the consensus ${consensus}, in the place of ${name ?? ""}`,
    );
  else if (whyNot !== undefined) {
    leaves.unused(["consensus", "type"], whyNot);
    group.why.consensus = whyNot;
  }
  for (const [index, entry] of asList(nodes).entries()) {
    const { org_id: org, node_id: ids, address: addresses } = asRecord(entry);
    const path = ["consensus", "nodes", index];
    const called = asText(org);
    const agency = called === undefined ? undefined : found.nameFor(called);
    if (agency !== undefined) leaves.used([...path, "org_id"], `the agency ${agency}`);
    const key = asList(ids).some((id) => asText(id) !== undefined) ? "node_id" : "address";
    const named = key === "node_id" ? ids : addresses;
    if (key === "node_id") leaves.unused([...path, "address"], "node_id says which nodes these are");
    for (const [place, written] of asList(named).entries()) {
      const at = Array.isArray(named) ? [...path, key, place] : [...path, key];
      const text = asText(written);
      if (text === undefined) continue;
      const { node } = peerIn(found, text);
      node.agency ??= agency;
      found.run(node, group.name).validator = true;
      group.saysValidators = true;
      leaves.used(at, `a validator of ${agency ?? "an agency"}${placeOfPeer(node)}; ${NO_ENODE}`);
    }
  }
}
