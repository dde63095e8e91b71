import type { AccountStatus, NodeStatus, OrgStatus, ProposalState, RoleStatus } from "./codes.js";

/** What a status means, at a glance. */
export const TONES = {
  active: "in force",
  pending: "waiting for a vote",
  stopped: "stopped",
  blacklisted: "blacklisted",
} as const;

export type Tone = keyof typeof TONES;

const TONE_OF: Partial<Record<OrgStatus | NodeStatus | AccountStatus | RoleStatus | ProposalState, Tone>> = {
  approved: "active",
  active: "active",
  open: "pending",
  proposed: "pending",
  "not approved": "pending",
  "suspension proposed": "pending",
  "restoration proposed": "pending",
  "recovery proposed": "pending",
  blacklisted: "blacklisted",
};

/** The tone of a status. Those that are not listed take rights away, or never gave any. */
export function toneOf(status: string): Tone {
  return (TONE_OF as Readonly<Record<string, Tone>>)[status] ?? "stopped";
}
