import { PLACEHOLDER } from "../../network/network-file/readers.js";
import type { Found, FoundGroup, FoundNode, FoundRun } from "./found.js";

/** Something that no file says. */
export interface Gap {
  /** Where it stands in the consortium file, as "groups[0].chainId". */
  where: string;
  why: string;
}

/** A consortium file as far as it can be written. */
export interface DraftFile {
  /** The text, in YAML. */
  text: string;
  /** What is to be filled in. */
  gaps: Gap[];
  /** How many there are. */
  agencies: number;
  groups: number;
  nodes: number;
}

const NOT_SAID = "no file says it";

/** Lines of a file, and what is missing in them. */
class Draft {
  readonly lines: string[] = [];
  readonly gaps: Gap[] = [];

  say(line: string): void {
    this.lines.push(line);
  }

  /** A value, or the placeholder for it. */
  value(before: string, where: string, value: string | number | undefined, why = NOT_SAID): void {
    if (value === undefined) this.gaps.push({ where, why });
    this.say(`${before}${value === undefined ? PLACEHOLDER : JSON.stringify(value)}`);
  }
}

/** The consortium file of what was found. Where nothing is known a placeholder stands, which nothing accepts. */
export function draftOf(found: Found): DraftFile {
  const draft = new Draft();
  const groups = [...found.groups.values()];
  const nodes = named([...found.nodes.values()]);
  // Agencies that only nodes name are there too.
  for (const { agency } of nodes) if (agency !== undefined) found.agency(agency);
  const agencies = [...found.agencies.values()];
  draft.say(
    `# Made from other files. Fill in what says ${PLACEHOLDER}; "portcullis consortium check" says whether the file is right.`,
  );
  draft.say("agencies:");
  for (const [index, { name, admins, why }] of agencies.entries()) {
    draft.say(`  - name: ${JSON.stringify(name)}`);
    draft.say("    admins:");
    for (const admin of admins) draft.say(`      - ${JSON.stringify(admin)}`);
    if (admins.length === 0) draft.value("      - ", `agencies[${index}].admins`, undefined, why.admins);
  }
  if (agencies.length === 0) {
    draft.value("  - name: ", "agencies[0].name", undefined);
    draft.say("    admins:");
    draft.value("      - ", "agencies[0].admins", undefined);
  }
  draft.say("groups:");
  for (const [index, group] of groups.entries()) sayGroup(draft, `groups[${index}]`, group);
  draft.say("nodes:");
  for (const [index, node] of nodes.entries()) sayNode(draft, `nodes[${index}]`, node, found);
  if (nodes.length === 0) draft.value("  - name: ", "nodes[0].name", undefined);
  const counts = { agencies: agencies.length, groups: groups.length, nodes: nodes.length };
  return { text: `${draft.lines.join("\n")}\n`, gaps: draft.gaps, ...counts };
}

function sayGroup(draft: Draft, where: string, { name, chainId, consensus, why, ...others }: FoundGroup): void {
  draft.say(`  - name: ${JSON.stringify(name)}`);
  draft.value("    chainId: ", `${where}.chainId`, chainId, why.chainId);
  draft.value("    consensus: ", `${where}.consensus`, consensus, why.consensus);
  if (others.blockPeriod !== undefined) draft.say(`    blockPeriod: ${others.blockPeriod}`);
  if (others.gasLimit !== undefined) draft.say(`    gasLimit: ${others.gasLimit}`);
}

function sayNode(draft: Draft, where: string, node: FoundNode, found: Found): void {
  const { name, agency, host, knownAs, runs, why } = node;
  draft.say(`  - name: ${JSON.stringify(name)}${knownAs === undefined ? "" : ` # ${knownAs.replaceAll(/\s+/g, " ")}`}`);
  draft.value("    agency: ", `${where}.agency`, agency, why.agency);
  draft.value("    host: ", `${where}.host`, host, why.host);
  draft.say("    runs:");
  for (const [index, run] of runs.entries()) sayRun(draft, `${where}.runs[${index}]`, run, node, index === 0, found);
}

/** Only one process can have a port. */
const EACH_ITS_OWN = "each group of a node is a process of its own, with ports of its own";

function sayRun(draft: Draft, where: string, run: FoundRun, node: FoundNode, isFirst: boolean, found: Found): void {
  const { consensus, saysValidators = false } = found.groups.get(run.group) ?? {};
  const isRaft = consensus === "raft";
  draft.say(`      - group: ${JSON.stringify(run.group)}`);
  draft.value("        enodeId: ", `${where}.enodeId`, run.enodeId, node.why.enodeId);
  const why = isFirst ? undefined : EACH_ITS_OWN;
  draft.value("        port: ", `${where}.port`, isFirst ? node.port : undefined, why);
  draft.value("        rpcPort: ", `${where}.rpcPort`, isFirst ? node.rpcPort : undefined, why);
  if (isRaft)
    draft.value("        raftPort: ", `${where}.raftPort`, run.raftPort, "each node of a group on Raft has one");
  if (!(run.validator ?? !saysValidators) && !isRaft) draft.say("        validator: false");
}

/** Nodes that have no name are numbered, for each agency. */
function named(nodes: readonly FoundNode[]): FoundNode[] {
  const counts = new Map<string, number>();
  return nodes.map((node) => {
    if (node.name !== undefined) return node;
    const owner = node.agency ?? "node";
    const number = (counts.get(owner) ?? 0) + 1;
    counts.set(owner, number);
    return { ...node, name: `${owner}-${number}` };
  });
}
