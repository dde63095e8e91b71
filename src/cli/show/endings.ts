import { SHORT_ID } from "../../model/enode.js";
import type { Endings } from "../../read/endings.js";
import { minuteOf } from "../../util/moment.js";
import { table, toned } from "./table.js";

/** Of more only those that end first are shown. */
const MOST = 10;

interface Ending {
  endsAt: string | null;
  ended: boolean;
  what: string;
  org: string | null;
}

/** What ends soon or has ended, below a line that says so; nothing where nothing does. */
export function showEndings({ accounts, nodes }: Endings): string[] {
  const all: Ending[] = [
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
  return [
    "\nWithin 30 days these end, or have ended. To renew them: portcullis account renew, portcullis node renew.",
    table(["ends (UTC)", ["what", "middle"], ["organisation", "middle"]], rows),
    ...(more === 0 ? [] : [`and ${more} more: portcullis account list, portcullis node list`]),
  ];
}
