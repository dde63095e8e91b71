import { SHORT_ID } from "../../model/enode.js";
import type { Endings } from "../../read/endings.js";
import { minuteOf } from "../../util/moment.js";
import { table, toned } from "./table.js";

/** Of more only those that end first are shown. */
const MOST = 10;

/** What gives each another end. */
const RENEWALS: Readonly<Record<keyof Endings, string>> = {
  accounts: "portcullis account renew",
  nodes: "portcullis node renew",
  orgs: "portcullis org suspend",
};

interface Ending {
  endsAt: string | null;
  ended: boolean;
  what: string;
  org: string | null;
}

/** What ends soon or has ended, below a line that says so; nothing where nothing does. */
export function showEndings(found: Endings): string[] {
  const { orgs, accounts, nodes } = found;
  const all: Ending[] = [
    ...orgs.map(({ id, status, suspendedUntil }) => ({
      endsAt: suspendedUntil,
      ended: status === "approved",
      what: "the suspension",
      org: id,
    })),
    ...accounts.map((each) => ({ ...each, what: `the role ${each.role} of ${each.address}` })),
    ...nodes.map((each) => ({ ...each, what: `the node ${each.enodeId.slice(0, SHORT_ID)}` })),
  ];
  if (all.length === 0) return [];
  const rows = all
    .sort((one, other) => (one.endsAt ?? "").localeCompare(other.endsAt ?? ""))
    .slice(0, MOST)
    .map(({ endsAt, ended, what, org }) => {
      const when = minuteOf(endsAt ?? "");
      return [ended ? toned("stopped", `ended ${when}`) : when, what, org ?? ""];
    });
  const more = all.length - rows.length;
  const renewals = Object.entries(RENEWALS).filter(([name]) => found[name as keyof Endings].length > 0);
  return [
    `\nWithin 30 days these end, or have ended. To renew them: ${renewals.map(([, name]) => name).join(", ")}.`,
    table(["ends (UTC)", ["what", "middle"], ["organisation", "middle"]], rows),
    ...(more === 0 ? [] : [`and ${more} more: portcullis account list, portcullis node list, portcullis org list`]),
  ];
}
