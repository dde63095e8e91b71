import type { Actor } from "../../actions/perform.js";
import { type EmergencySubject, proposeHold, proposeLifting, recordEnd } from "../../actions/emergencies.js";
import { SHORT_ID } from "../../model/enode.js";
import type { Network } from "../../network/network.js";
import { findNode } from "../../read/find.js";
import { readEmergencies } from "../../read/emergencies.js";
import { rightsHeld } from "../../read/rights-by-call.js";
import { withStop } from "../../read/stopped.js";
import { minuteInWords } from "../../util/moment.js";
import { group } from "../command.js";
import { ACCOUNT, NODE } from "../examples.js";
import { orgAccount } from "../org-account.js";
import { orgNode } from "../org-node.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { showNode } from "../show/record-tables.js";
import { facts } from "../show/table.js";
import { address, duration, flag, type Given, optional, text } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { writeCommand } from "../write-command.js";

/** In seconds: contracts/rules/Emergencies.sol. */
const LONGEST = 7 * 24 * 60 * 60;

const node = text("its enode URL, its enode id, or at least the first eight digits of the id");

const list = readCommand({
  name: "emergency list",
  alias: "ls",
  does: "List what emergency measures hold now, and by which policy they are decided.",
  examples: ["emergency list", "emergency list --json"],
  read: readEmergencies,
  show: ({ policy, admissionsStoppedUntil, orgs, accounts, nodes, untold }) =>
    facts([
      ["policy", policy],
      ["admissions", admissionsStoppedUntil === null ? "open" : `stopped ${untilWords(admissionsStoppedUntil)}`],
      ["organisations", held(orgs, ({ id }) => id)],
      ["accounts", held(accounts, (each) => `${each.address} of ${each.org}`)],
      ["nodes", held(nodes, (each) => `${each.enodeId.slice(0, SHORT_ID)} of ${each.org ?? "no organisation"}`)],
      ...(untold.length === 0 ? [] : [["ended", untold.map(({ enodeId }) => endedWords(enodeId)).join("\n")] as const]),
    ]),
});

function held<T extends { heldUntil: string | null }>(records: readonly T[], name: (record: T) => string): string {
  const rows = records.map((record) => `${name(record)}, ${untilWords(record.heldUntil ?? "")}`);
  return rows.join("\n") || "none held";
}

function untilWords(iso: string): string {
  return `until ${minuteInWords(iso)}`;
}

function endedWords(enodeId: string): string {
  const short = enodeId.slice(0, SHORT_ID);
  return `the node ${short}; to have the other nodes list it again: portcullis emergency end ${short}`;
}

/** What is held, and for how many seconds; 0 where it is to be held no longer. */
interface Measure {
  subject: EmergencySubject;
  seconds: number;
}

const OPTIONS = {
  for: optional(duration('for how long, as in "36 hours" or 3d; at most seven days (default: seven days)')),
  lift: flag("end it before its time instead"),
};

function secondsOf({ for: seconds, lift }: Given<typeof OPTIONS>): number {
  if (lift && seconds !== undefined) throw new UsageError("--for and --lift exclude each other.", "Give one of them.");
  return lift ? 0 : (seconds ?? LONGEST);
}

const MEASURE = {
  options: OPTIONS,
  propose: (actor: Actor, { subject, seconds }: Measure) =>
    seconds === 0 ? proposeLifting(actor, subject) : proposeHold(actor, { ...subject, seconds }),
  takesRights: {
    by: "emergency" as const,
    change: ({ subject: { org, account, enodeId }, seconds }: Measure) =>
      seconds === 0 ? undefined : rightsHeld({ org, account: account ?? null, node: enodeId ?? null }),
  },
};

const org = proposeCommand({
  ...MEASURE,
  name: "emergency org",
  does: "Propose to hold an organisation without parent: its accounts send nothing, and it does not grow. Whom the policy for emergencies names.",
  args: { org: text("id of the organisation") },
  examples: ["emergency org ORG1", "emergency org ORG1 --for 36h", "emergency org ORG1 --lift"],
  about: (_network, given): Measure => ({ subject: { org: given.org }, seconds: secondsOf(given) }),
});

const account = proposeCommand({
  ...MEASURE,
  name: "emergency account",
  does: "Propose to hold an account: it sends nothing but votes. Whom the policy for emergencies names.",
  args: { account: address("the account's address") },
  examples: [`emergency account ${ACCOUNT} --for 3d`],
  about: async (network, given): Promise<Measure> => ({
    subject: await orgAccount(network, given),
    seconds: secondsOf(given),
  }),
});

const ofNode = proposeCommand({
  ...MEASURE,
  name: "emergency node",
  does: "Propose to hold a node: the others drop it and refuse it. Whom the policy for emergencies names.",
  args: { node },
  examples: [`emergency node ${NODE} --for 1d`],
  about: async (network, given): Promise<Measure> => ({
    subject: await nodeNamed(network, given),
    seconds: secondsOf(given),
  }),
});

const admissions = proposeCommand({
  ...MEASURE,
  name: "emergency admissions",
  does: "Propose to stop admissions: nobody is let in, neither by hand nor by vote. Whom the policy for emergencies names.",
  examples: ["emergency admissions --for 2d"],
  about: (_network, given): Measure => ({ subject: { org: null }, seconds: secondsOf(given) }),
});

const end = writeCommand({
  name: "emergency end",
  does: "Record that a node is held no longer once its time is over, so that the other nodes list it again. Everyone.",
  args: { node },
  examples: [`emergency end ${NODE}`],
  act: async (actor, given) => recordEnd(actor, await nodeNamed(actor.network, given)),
  after: async (network, given) => showNode(await withStop(network, await findNode(network, given.node))),
});

async function nodeNamed(network: Network, given: { node: string }): Promise<{ org: string; enodeId: string }> {
  const found = await orgNode(network, given.node);
  return { org: found.org, enodeId: found.node.enodeId };
}

export default group("emergency", "what is suspended at once, and ends by itself", [
  list,
  org,
  account,
  ofNode,
  admissions,
  end,
]);
