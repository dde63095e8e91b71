import type { Validators } from "../../read/validators.js";
import { hostAndPort } from "../../model/enode.js";
import { table } from "./table.js";

export function showValidators(found: Validators): string {
  if (found.consensus === "raft") {
    const rows = found.members.map(({ raftId, role, host, port, enodeId }) => {
      return [String(raftId), role, hostAndPort({ ip: host, port }), enodeId];
    });
    return table(["number", "role", "address", ["enode id", "middle"]], rows);
  }
  const votes = Object.entries(found.votes).map(([address, wanted]) => [address, wanted ? "for it" : "against it"]);
  return [
    table(
      ["validator"],
      found.validators.map((address) => [address]),
    ),
    ...(votes.length === 0 ? [] : [table(["this node votes on", "how"], votes)]),
  ].join("\n\n");
}
