/** All at once with the snapshot, or one record after the other, as nodes do. */
export type Way = "snapshot" | "records";

/** What reading a network took, in a process of its own. */
export interface Reading {
  /** Records of each kind that were read. */
  found: { orgs: number; roles: number; nodes: number; accounts: number };
  /** Of a snapshot: what `digestOf` makes of its records. */
  digests?: Record<string, string>;
  calls: number;
  seconds: number;
  /** Of the process, in MiB: before it read, and at its peak. */
  memory: { before: number; peak: number };
}
