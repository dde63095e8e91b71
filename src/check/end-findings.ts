import { type Finding, finding } from "../errors/finding.js";
import type { Account, NodeRecord, Org } from "../model/records.js";
import { minuteInWords } from "../util/moment.js";

/** What has ended by itself, and is still there. */
export function endFindings(
  orgs: readonly Org[],
  nodes: readonly NodeRecord[],
  accounts: readonly Account[],
): Finding[] {
  const roles = accounts.filter(({ status, ended }) => status === "active" && ended).map(roleInWords);
  return [
    ...orgs.filter(({ status, suspendedUntil }) => status === "approved" && suspendedUntil !== null).map(orgFinding),
    ...nodes.filter(({ status, ended }) => status === "approved" && ended).map(nodeFinding),
    ...(roles.length === 0 ? [] : [finding("ROLES_ENDED", { roles })]),
  ];
}

function orgFinding({ id, suspendedUntil }: Org): Finding {
  return finding("SUSPENSION_ENDED", { org: id, ended: minuteInWords(suspendedUntil ?? "") });
}

function nodeFinding({ enodeId, org, endsAt }: NodeRecord): Finding {
  return finding("NODE_ENDED", { enodeId, org: org ?? "", ended: minuteInWords(endsAt ?? "") });
}

function roleInWords({ address, role, org, endsAt }: Account): string {
  return `${role} of ${address} in ${org} (${minuteInWords(endsAt ?? "")})`;
}
