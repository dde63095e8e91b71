import { operationInWords, settingInWords } from "../../model/codes.js";
import type { Account, NodeRecord, Org, Proposal, Role } from "../../model/records.js";
import type { ContractRecord } from "../../read/contract-records.js";
import { openingInWords } from "../../read/opening-in-words.js";
import type { Snapshot } from "../../read/read-snapshot.js";
import { statusInWords, stopper } from "../../model/stopped.js";
import { type Tone, toneOf } from "../../model/tones.js";
import { hostAndPort, shortId } from "../../model/enode.js";

/** A record in the words of a drawing. */
export interface TreeEntry {
  kind: "organisation" | "role" | "node" | "account" | "contract" | "proposal" | "group";
  /** Unlike that of any other entry of its kind. */
  key: string;
  title: string;
  /** The title, where that is shortened, in full. */
  inFull?: string;
  /** What else there is to say, such as the role of an account. */
  notes: readonly string[];
  status: string;
  tone: Tone;
  /** The proposal about it, if there is one: "proposal 3: recover a node". */
  proposal: string | null;
}

/** Functions that describe the records of a snapshot. */
export function describer({ orgs, settings, networkAdmins, openProposals }: Snapshot) {
  const stoppable = stopper(orgs);
  const admins = new Set(networkAdmins);
  const operations = new Map(openProposals.map(({ id, operation }) => [id, operationInWords(operation)]));

  function proposalOf({ proposal }: { proposal: number | null }): string | null {
    return proposal === null ? null : `proposal ${proposal}: ${operations.get(proposal) ?? "expired"}`;
  }

  /** No one in a branch has rights while the organisation at its top is suspended. */
  function standing(record: Account | NodeRecord | Org): Pick<TreeEntry, "status" | "tone"> {
    const stopped = stoppable(record);
    const isStopped = stopped.stoppedBy !== null || ("ended" in record && record.ended);
    return { status: statusInWords(stopped), tone: isStopped ? "stopped" : toneOf(record.status) };
  }

  function org(record: Org): TreeEntry {
    const { id } = record;
    const notes = words(id === settings.adminOrg && "admin organisation");
    return { kind: "organisation", key: id, title: id, notes, ...standing(record), proposal: proposalOf(record) };
  }

  /** An account without its role may send nothing. */
  function account(record: Account): TreeEntry {
    const { address, role, orgAdmin, effective } = record;
    const lost = record.status === "active" && !effective;
    const office = admins.has(address) ? "network admin" : orgAdmin && !lost && "organisation admin";
    const shown =
      lost && !record.ended
        ? { status: "active, but its role was removed", tone: "stopped" as const }
        : standing(record);
    const notes = words(role === "" ? "no role" : role, office);
    return { kind: "account", key: address, title: address, notes, ...shown, proposal: proposalOf(record) };
  }

  function node(record: NodeRecord): TreeEntry {
    const { enodeId, url } = record;
    const names = { key: enodeId.slice(0, KEY_DIGITS), title: shortEnode(record), inFull: url };
    return { kind: "node", ...names, notes: [], ...standing(record), proposal: proposalOf(record) };
  }

  return { org, account, node, role: describeRole, contract: describeContract, setting: describeSetting };
}

/** Functions of one snapshot that put its records into words. */
export type Describer = ReturnType<typeof describer>;

/** As many as an address has: no one can make two ids that begin with the same digits. */
const KEY_DIGITS = 40;

function words(...all: (string | false)[]): string[] {
  return all.filter((word) => word !== false);
}

/** "0123abcd…@10.0.0.1:30303" */
function shortEnode(node: NodeRecord): string {
  return `${shortId(node.enodeId)}@${hostAndPort(node)}`;
}

function describeRole({ org, name, access, kind, admin, voter, status }: Role): TreeEntry {
  const marks = kind === "custom" ? words(admin && "admin", voter && "voter") : [kind];
  return {
    kind: "role",
    key: `${org} ${name}`,
    title: name,
    notes: [`${access} access`, ...marks],
    status,
    tone: toneOf(status),
    proposal: null,
  };
}

/** Whoever may call it, as far as its methods say nothing else. */
function describeContract({ address, opened, methods }: ContractRecord): TreeEntry {
  const said = methods.length > 0 && `${methods.length} ${methods.length === 1 ? "method" : "methods"} by itself`;
  return {
    kind: "contract",
    key: address,
    title: address,
    notes: words(said),
    status: openingInWords(opened),
    tone: opened.to === "nobody" ? "stopped" : "active",
    proposal: null,
  };
}

/** A proposal about a setting of the network; undefined when it is about a record. */
function describeSetting({ id, operation, about: { rule, setting }, state }: Proposal): TreeEntry | undefined {
  const notes = words(
    rule !== null && `${operationInWords(rule.operation)}: ${rule.rule}`,
    setting !== null && settingInWords(setting),
  );
  const title = `${id}: ${operationInWords(operation)}`;
  if (notes.length === 0) return undefined;
  return { kind: "proposal", key: String(id), title, notes, status: state, tone: "pending", proposal: null };
}
