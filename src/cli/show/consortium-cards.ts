import { spokenHash } from "../../consortium/cards/canonical.js";
import { groupsOf, type Invitation } from "../../consortium/cards/invitation.js";
import type { Consortium } from "../../consortium/file/consortium.js";
import { comparedHashes } from "../../consortium/genesis/compared-hashes.js";
import type { JoinStep } from "../../consortium/cards/join-steps.js";
import type { NodeKey } from "../../nodejs/node-keys.js";
import { paint } from "../output.js";
import { facts, table } from "./table.js";

/** What is proposed, to whom, and the hash of it. */
export function showInvitation(invitation: Invitation, hash: string): string {
  const groups = invitation.groups.map(({ name, chainId, consensus, blockPeriod, gasLimit, members }) => {
    return [name, String(chainId), consensus, `${blockPeriod} s`, gasLimit.toLocaleString("en-US"), members.join(", ")];
  });
  const agencies = invitation.agencies.map(({ name, root = "none: an admin's account signs" }) => {
    const own = groupsOf(invitation, name).map((group) => group.name);
    return [name, own.join(", "), root];
  });
  const existing = invitation.groups.flatMap(({ name, genesis }): [string, string][] =>
    genesis === undefined ? [] : [[name, spokenHash(genesis)]],
  );
  return [
    table(["group", "chain id", "consensus", "block period", "gas limit", "members"], groups),
    ...(existing.length === 0 ? [] : [table(["group that there is", "SHA-256 of its genesis begins with"], existing)]),
    table(["agency", "groups", ["root certificate (SHA-256)", "middle"]], agencies),
    facts([
      ["SHA-256", hash],
      ["to compare", spokenHash(hash)],
    ]),
  ].join("\n\n");
}

/** Enode ids are copied, so each has a line of its own. */
export function showNodeKeys(keys: readonly NodeKey[]): string {
  const rows = keys.map(({ node, group, file }) => [node, group, file]);
  const ids = keys.map(({ node, group, enodeId }) => `${paint("dim", `enode id of ${node} in ${group}`)}\n${enodeId}`);
  return [table(["node", "group", "key"], rows), ...ids].join("\n\n");
}

/** The hashes that everybody reads to the others. */
export function showComparison(consortium: Consortium, text: string): string {
  const { file, groups } = comparedHashes(consortium, text);
  const rows = groups.map(({ group, fileHash }) => [`genesis of ${group}`, spokenHash(fileHash)]);
  return table(["to compare by voice", "SHA-256 begins with"], [...rows, ["consortium file", spokenHash(file)]]);
}

/** What is typed to take an agency in, one after the other. */
export function showJoinSteps(steps: readonly JoinStep[]): string {
  const lines = steps.map(({ group, who, command }, index) => `  ${index + 1}. ${group}: ${who}\n     ${command}`);
  return [paint("bold", "What is to be done, in this order"), ...lines].join("\n");
}
