import { askEach } from "../../chain/ask-each.js";
import { call } from "../../chain/call.js";
import { estimateGas } from "../../chain/transactions.js";
import { requireRefused } from "../../chain/node-errors.js";
import { isSameEnode } from "../../model/enode.js";
import { isWithin } from "../../model/org-id.js";
import type { Account, NodeRecord, Org, Role } from "../../model/records.js";
import type { ImportEntry, ImportFile } from "../../network/import-file.js";
import { latestBlock, type Network, networkAt } from "../../network/network.js";
import { readAccounts, readNodes, readOrgs, readRoles } from "../../read/read-records.js";
import { rolesCalled } from "../../read/roles-called.js";
import { minuteInWords } from "../../util/moment.js";
import { isSameEnd } from "../end.js";
import { nodeAddition } from "../nodes.js";
import type { Proceeding } from "../perform.js";
import { roleAddition, roleAssignment } from "../roles.js";

/** What is there already, what is to be added at once, and what needs a role that is to be added first; and about how much gas that
 *  takes, as gas limits count it. */
export interface ImportPlan {
  readonly there: readonly ImportEntry[];
  readonly first: readonly ImportEntry[];
  readonly then: readonly ImportEntry[];
  readonly gas: bigint;
}

interface Held {
  orgs: ReadonlyMap<string, Org>;
  roles: readonly Role[];
  accounts: ReadonlyMap<string, Account>;
  nodes: ReadonlyMap<string, NodeRecord>;
}

/** Compares a file with what the network holds. What another one has, or would have to be changed, is a mistake, and so is what the
 *  contracts refuse this account. Throws IMPORT_FILE_NOT_ALLOWED with all mistakes. */
export async function planImport(network: Network, from: string, file: ImportFile): Promise<ImportPlan> {
  const held = await readHeld(network);
  const judged = file.entries.map((entry) => ({ entry, ...judge(entry, held, file.entries) }));
  const of = (state: Verdict["state"]) => judged.filter((each) => each.state === state).map(({ entry }) => entry);
  const mistakes = judged.flatMap(({ entry: { path }, state, message = "", hint = "" }) =>
    state === "mistake" ? [{ path, message, hint }] : [],
  );
  file.refuse([...mistakes, ...(await refused(network, from, of("new")))]);
  const [first, then] = [of("new"), of("later")];
  return { there: of("there"), first, then, gas: await gasFor(network, from, [...first, ...then]) };
}

async function readHeld(network: Network): Promise<Held> {
  const then = networkAt(network, await latestBlock(network));
  return {
    orgs: new Map((await readOrgs(then)).map((org) => [org.id, org])),
    roles: await readRoles(then),
    accounts: new Map((await readAccounts(then)).map((account) => [account.address, account])),
    nodes: new Map((await readNodes(then)).map((node) => [node.enodeId, node])),
  };
}

interface Verdict {
  state: "there" | "new" | "later" | "mistake";
  message?: string;
  hint?: string;
}

const mistake = (message: string, hint: string): Verdict => ({ state: "mistake", message, hint });

function judge(entry: ImportEntry, held: Held, all: readonly ImportEntry[]): Verdict {
  if (!held.orgs.has(entry.org))
    return mistake(`There is no organisation "${entry.org}".`, "Give the full id of an organisation of the network.");
  if (entry.kind === "role") return judgeRole(entry, held);
  return entry.kind === "account" ? judgeAccount(entry, held, all) : judgeNode(entry, held);
}

function judgeRole(entry: ImportEntry & { kind: "role" }, { roles }: Held): Verdict {
  const found = roles.find(({ org, name, active }) => active && org === entry.org && name === entry.role);
  if (found === undefined) return { state: "new" };
  if (found.access === entry.access && found.admin === entry.admin) return { state: "there" };
  const has = `${found.access}${found.admin ? ", admin" : ""}`;
  return mistake(
    `The role ${entry.role} of ${entry.org} is there with other rights (${has}).`,
    "Write those, or choose another name.",
  );
}

function judgeAccount(entry: ImportEntry & { kind: "account" }, held: Held, all: readonly ImportEntry[]): Verdict {
  const found = held.accounts.get(entry.account);
  const holds = found !== undefined && (found.effective || found.ended);
  if (holds && found.org === entry.org && found.role === entry.role) return judgeEnd(found, entry.until);
  if (holds && found.org !== "" && found.role !== "")
    return mistake(
      `${entry.account} has the role ${found.role} in ${found.org}.`,
      "Change it on its own, since that may take a right away, or leave it out.",
    );
  if (rolesCalled(entry.role, entry.org, held.roles).length > 0) return { state: "new" };
  const isAdded = all.some(
    (other) => other.kind === "role" && other.role === entry.role && isWithin(entry.org, other.org),
  );
  if (isAdded) return { state: "later" };
  return mistake(
    `${entry.org} has no role "${entry.role}", nor has one above it.`,
    "Add it under roles, or correct the name.",
  );
}

/** What ends is not given anew by a file that is imported once more. */
function judgeEnd({ endsAt }: Account | NodeRecord, until: Date | undefined): Verdict {
  if (isSameEnd(endsAt, until ?? null)) return { state: "there" };
  const end = endsAt === null ? "no end" : `the end ${minuteInWords(endsAt)}`;
  return mistake(`It is there with ${end}.`, `Write the same, or renew it on its own.`);
}

function judgeNode({ org, node, until }: ImportEntry & { kind: "node" }, { nodes }: Held): Verdict {
  const found = nodes.get(node.enodeId);
  if (found === undefined || found.org === null) return { state: "new" };
  if (found.org !== org) return mistake(`The node belongs to ${found.org}.`, "That one has to let it go first.");
  if (isSameEnode(found, node)) return judgeEnd(found, until);
  return mistake(`The node is listed at ${found.url}.`, "Write that URL, or move the node on its own.");
}

/** What would be refused as things are, in the contracts' words. */
async function refused(network: Network, from: string, entries: readonly ImportEntry[]) {
  const answers = await askEach(entries, async (entry) => {
    const [, populated] = proceedingOf(network, entry);
    try {
      await call(network.chain.rpc, { from, ...(await populated) });
      return [];
    } catch (error) {
      const { message, hint = "" } = requireRefused(error);
      return [{ path: entry.path, message, hint }];
    }
  });
  return answers.flat();
}

/** Roles, accounts and nodes take about the same, and what needs a role that is not there yet cannot be tried. */
async function gasFor(network: Network, from: string, entries: readonly ImportEntry[]): Promise<bigint> {
  const [one] = entries;
  if (one === undefined) return 0n;
  const [, populated] = proceedingOf(network, one);
  return BigInt(entries.length) * (await estimateGas(network.chain, { from, ...(await populated) }));
}

/** What adds an entry. */
export function proceedingOf(network: Network, entry: ImportEntry): Proceeding {
  if (entry.kind === "role") return roleAddition(network, entry);
  return entry.kind === "account" ? roleAssignment(network, entry) : nodeAddition(network, entry);
}
