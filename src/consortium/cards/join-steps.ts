import { formatEnode } from "../../model/enode.js";
import type { Consortium, Group } from "../file/consortium.js";
import { RAFT_ID_FILE, VALIDATOR_FILE } from "../packages/start-script.js";
import type { AgencyNode, AgencyPart } from "./agency-file.js";

/** What somebody does so that an agency is part of a group. */
export interface JoinStep {
  group: string;
  who: string;
  /** What is typed. */
  command: string;
}

/** What has the network of each group take in an agency and its nodes, in order: its organisation and nodes by the contracts, the
 *  nodes' place in the consensus, and their starts. `before` is the consortium without it. */
export function joinSteps(before: Consortium, part: AgencyPart): JoinStep[] {
  return before.groups.flatMap((group) => {
    const own = part.nodes.flatMap((node) =>
      node.runs.filter((run) => run.group === group.name).map((run) => joining(node, run)),
    );
    const steps = own.flatMap((node, index) => nodeSteps(before, part, group, { ...node, isFirst: index === 0 }));
    return steps.map(([who, command]) => ({ group: group.name, who, command }));
  });
}

interface JoiningNode {
  url: string;
  isFirst: boolean;
  wantsToValidate: boolean;
}

type Told = readonly [who: string, command: string];

function joining({ host }: AgencyNode, { enodeId, port, raftPort = 0, validator }: AgencyNode["runs"][number]) {
  const url = formatEnode({ enodeId, ip: host, port, raftPort });
  return { url, wantsToValidate: validator };
}

function nodeSteps(before: Consortium, part: AgencyPart, group: Group, node: JoiningNode): Told[] {
  const isMember = before.nodes.some(
    ({ agency, runs }) => agency === part.name && runs.some((run) => run.group === group.name),
  );
  const admission: Told[] =
    isMember || !node.isFirst
      ? [[`an admin of ${part.name}`, `portcullis node add ${part.name} "${node.url}"`]]
      : [
          [
            "a network admin",
            `portcullis org propose ${part.name} --node "${node.url}" --admin ${part.admins[0] ?? ""}`,
          ],
          ["other network admins, until it has passed", `portcullis proposal approve ID`],
        ];
  return [...admission, ...CONSENSUS_STEPS[group.consensus](part.name, node)];
}

/** What those who make blocks type, each at its own node. */
function validating(url: string): string {
  return `portcullis validator add "${url}" --network DIRECTORY/geth.ipc`;
}

function bftSteps(agency: string, { url, wantsToValidate }: JoiningNode): Told[] {
  const marking = wantsToValidate ? `touch DIRECTORY/${VALIDATOR_FILE} && ` : "";
  const starts: Told[] = [
    [agency, "sh start.sh DIRECTORY --sync"],
    [`${agency}, once it has all blocks`, `${marking}sh start.sh DIRECTORY`],
  ];
  if (!wantsToValidate) return starts;
  return [...starts, ["more than half of the validators, each at its node", validating(url)]];
}

function raftSteps(agency: string, { url }: JoiningNode): Told[] {
  return [
    ["a member of the Raft cluster, at its node", validating(url)],
    [
      `${agency}, with the number that this answers`,
      `echo NUMBER > DIRECTORY/${RAFT_ID_FILE} && sh start.sh DIRECTORY --sync`,
    ],
    [`${agency}, once it has all blocks`, "sh start.sh DIRECTORY"],
  ];
}

/** Nodes have one API, istanbul, for the validators of both. */
const CONSENSUS_STEPS = { raft: raftSteps, istanbul: bftSteps, qbft: bftSteps } as const;
