import { PortcullisError } from "../../errors/error.js";
import type { FactsOf } from "../../errors/refusal.js";
import { readAddresses } from "../../network/network-file/readers.js";
import { parseEnode } from "../../network/parse-enode.js";
import type { Path } from "../../network/placed-text.js";
import type { DraftConsortium, DraftRun } from "./draft.js";
import { HINTS } from "./file-schema.js";

/** Stand in for what is not looked at: an enode id that is a key, and an address that a node may have. */
const SOME_ID =
  "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798" +
  "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
const SOME_HOST = "10.0.0.1";

/** Notes addresses, enode ids and hosts that are none, and what does not fit the consensus of a group. */
export function noteValues(draft: DraftConsortium): void {
  const { source, agencies, nodes, runs } = draft;
  for (const { path, admins } of agencies) readAddresses(source, [...path, "admins"], admins);
  for (const { path, host } of nodes)
    if (host !== undefined) noteFlaw(draft, [...path, "host"], `enode://${SOME_ID}@${inUrl(host)}:1`);
  for (const run of runs) {
    const { path, enodeId } = run;
    if (enodeId !== undefined) noteFlaw(draft, [...path, "enodeId"], `enode://${enodeId}@${SOME_HOST}:1`);
    noteRaft(draft, run);
  }
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function noteFlaw({ source }: DraftConsortium, path: Path, url: string): void {
  try {
    parseEnode(url);
  } catch (error) {
    if (!(error instanceof PortcullisError)) throw error;
    const { cause } = error.facts as FactsOf<"ENODE_NOT_ALLOWED">;
    const isOdd = cause === "shape" || cause === "noPort" || cause === "host";
    const hint = isOdd ? HINTS[String(path.at(-1))] : error.hint;
    source.mistake(path, isOdd ? `"${source.written(path) ?? ""}" is none.` : error.message, hint ?? "");
  }
}

function noteRaft({ source, groups }: DraftConsortium, { path, group, raftPort, validator }: DraftRun): void {
  const consensus = groups.find(({ name }) => name !== undefined && name === group)?.consensus;
  if (consensus === undefined) return;
  const isRaft = consensus === "raft";
  if (isRaft && raftPort === undefined && source.lacks([...path, "raftPort"]))
    source.mistake(path, `The group ${group ?? ""} is on Raft, and the node has no Raft port.`, "Add raftPort.");
  if (!isRaft && raftPort !== undefined)
    source.mistake([...path, "raftPort"], `The group ${group ?? ""} is not on Raft.`, "Remove raftPort.");
  if (isRaft && !validator)
    source.mistake([...path, "validator"], "On Raft every node makes blocks.", "Remove validator.");
}
