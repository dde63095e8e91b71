import type { AccountStatus, NodeStatus, OrgStatus } from "../../codes.js";

/** What a status comes down to, so that a drawing can be read at a glance. */
export const TONES = {
  active: "in force",
  pending: "waits for a vote",
  stopped: "stopped",
  blacklisted: "blacklisted",
} as const;

export type Tone = keyof typeof TONES;

const TONE_OF: Partial<Record<OrgStatus | NodeStatus | AccountStatus, Tone>> = {
  approved: "active",
  active: "active",
  proposed: "pending",
  "suspension proposed": "pending",
  "restoration proposed": "pending",
  "recovery proposed": "pending",
  blacklisted: "blacklisted",
};

/** The tone of a status. Those that are not listed take rights away for a while. */
export function toneOf(status: OrgStatus | NodeStatus | AccountStatus): Tone {
  return TONE_OF[status] ?? "stopped";
}
