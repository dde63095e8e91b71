import { settingInWords, settingName } from "../../../model/codes.js";
import { formatEnode, shortId } from "../../../model/enode.js";
import { isoOf } from "../../../util/moment.js";
import type { EventValues } from "../events.js";
import { heldInWords, instantInWords } from "./held.js";
import type { Circumstances, Rows } from "./row.js";

/** Events of NodeManager, and of the managers that count what organisations add. */
export const NODE_ROWS = {
  NodeProposed: (values) => told(values, () => `was proposed for ${values.orgId}`),
  NodeApproved: (values) => told(values, (of) => `${of} was approved`),
  NodeDeactivated: (values, circumstances) =>
    told(values, (of) =>
      circumstances.failed
        ? "is free again"
        : `${of} was ${isLeaving(circumstances) ? "let go" : "deactivated"}${moved(values, circumstances)}`,
    ),
  NodeActivated: (values, circumstances) => told(values, (of) => `${of} was activated${moved(values, circumstances)}`),
  NodeBlacklisted: (values, { failed }) => told(values, (of) => `${of} ${failed ? "stays" : "was"} blacklisted`),
  NodeRecoveryInitiated: (values) => told(values, (of) => `${of} was proposed for recovery`),
  NodeRecoveryCompleted: (values, circumstances) =>
    told(values, (of) => `${of} ${isLeaving(circumstances) ? "is blacklisted no longer" : "was recovered"}`),
  NodeAddressProposed: (values) =>
    told(values, () => `may be moved to ${at(values)}, as a node of ${values.orgId}, by vote`),
  NodeHeld: ({ enodeId, orgId, until, held }) => ({
    sentence: `The node ${shortId(enodeId)} of ${orgId} ${heldInWords(until, held)}.`,
    org: orgId,
  }),
  NodeEnds: ({ enodeId, orgId, endsAt }) => ({
    sentence: `The node ${shortId(enodeId)} of ${orgId} ${endsAt === 0n ? "does not end by itself any more" : `ends ${instantInWords(endsAt)}`}.`,
    org: orgId,
    endsAt: endsAt === 0n ? null : isoOf(endsAt),
  }),
  IpCheckChanged: ({ compared }) => ({
    sentence: `The IP of a connection is ${compared ? "" : "not "}compared with the node's from now on.`,
    setting: { setting: "ip-check", value: compared },
  }),
  HostNamesChanged: ({ allowed }) => ({
    sentence: `Nodes may ${allowed ? "" : "no longer "}be added with a host name from now on.`,
    setting: { setting: "host-names", value: allowed },
  }),
  LimitChanged: ({ setting, orgId, limit }) => {
    const name = settingName(setting);
    const whose = orgId === "" ? "" : ` for ${orgId}`;
    return {
      sentence: `The setting ${settingInWords({ setting: name, value: Number(limit) })} holds${whose} from now on.`,
      org: orgId,
      setting: { setting: name, value: Number(limit) },
    };
  },
} satisfies Partial<Rows>;

type Values = EventValues["NodeApproved"];

function told(values: Values, what: (ofItsOrg: string) => string) {
  const { enodeId, ip, orgId } = values;
  const where = { enodeId, ip, port: Number(values.port), raftPort: Number(values.raftPort) };
  return {
    sentence: `The node ${shortId(enodeId)} ${what(`of ${orgId}`)}.`,
    org: orgId,
    node: { enodeId, url: formatEnode(where) },
  };
}

/** A node that moves is announced as deactivated at its former address. */
function moved(values: Values, { function: called, decided }: Circumstances): string {
  const isMoving = called === "changeNodeAddress" || decided?.about.change === "move";
  return isMoving ? ` at ${at(values)}` : "";
}

/** Whether a node leaves an organisation: it is let go, or taken over by another one. */
function isLeaving({ function: called, decided }: Circumstances): boolean {
  return called === "releaseNode" || decided?.operation === "release" || decided?.operation === "add-org";
}

function at({ ip, port }: Values): string {
  return `${ip}, port ${port.toString()}`;
}
