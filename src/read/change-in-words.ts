import { ZeroAddress } from "ethers";
import * as codes from "../model/codes.js";
import { formatEnode } from "../model/enode.js";
import { policyInWords, ROLE_WORDS, ruleInWords, toPolicy } from "../model/policy.js";
import type { ResolutionChange } from "../model/records.js";
import { parseInterfaceCall } from "../network/interface-call.js";
import { durationInWords } from "../util/duration.js";
import { secondsInWords } from "../util/moment.js";
import { contractSentences } from "./contract-changes.js";

/** What a function does, from what it is given. */
type Sentence = (args: readonly unknown[]) => string;

/** Names come from whoever proposed them. */
function named(given: unknown): string {
  const text = String(given);
  return /^[\w.-]+$/.test(text) ? text : JSON.stringify(text);
}

/** The node that begins at a place of the arguments, as an enode URL. */
function nodeAt(args: readonly unknown[], place: number): string {
  const [enodeId, ip, port, raftPort] = args.slice(place);
  const url = formatEnode({
    enodeId: String(enodeId),
    ip: String(ip),
    port: Number(port),
    raftPort: Number(raftPort),
  });
  return /^[\w.:/@?&=[\]-]+$/.test(url) ? url : JSON.stringify(url);
}

const ORG_ACTIONS = ["", "suspend", "restore"];
const ACCOUNT_ACTIONS = ["", "suspend", "activate", "blacklist"];
const NODE_ACTIONS = ["", "deactivate", "activate", "blacklist"];

const verb = (verbs: readonly string[], action: unknown): string => verbs[Number(action)] ?? `do ${String(action)} to`;

const assignment: Sentence = ([account, org, role]) =>
  `give ${String(account)} the role ${named(role)} in ${named(org)}`;

const nodeAddition: Sentence = (args) => `add the node ${nodeAt(args, 1)} to ${named(args[0])}`;

const endWords = (until: unknown): string =>
  until === 0n ? "without an end" : `until ${secondsInWords(until as bigint)}`;

/** The changes that a resolution may hold: contracts/rules/Resolutions.sol. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  addOrg: (args) =>
    `add the organisation ${named(args[0])} with the admin ${String(args[5])} and the node ${nodeAt(args, 1)}`,
  addSubOrg: (args) =>
    `add ${named(args[0])}.${named(args[1])} ${args[2] === "" ? "without a node" : `with the node ${nodeAt(args, 2)}`}`,
  updateOrgStatus: ([org, action]) => `${verb(ORG_ACTIONS, action)} ${named(org)}`,
  suspendOrgUntil: ([org, until]) => `suspend ${named(org)} ${endWords(until)}`,
  addNewRole: ([role, org, access, voter, admin]) =>
    `add the role ${named(role)} to ${named(org)}, access ${codes.accessName(access as bigint)}` +
    `${admin === true ? ", which makes an admin" : ""}${voter === true ? ", with the mark of a voter" : ""}`,
  removeRole: ([role, org]) => `remove the role ${named(role)} of ${named(org)}`,
  assignAccountRole: assignment,
  assignAccountRoleUntil: (args) => `${assignment(args)} ${endWords(args[3])}`,
  assignAdminRole: ([org, account, role]) => `appoint ${String(account)} as ${named(role)} of ${named(org)}`,
  proposeAdminRemoval: ([org, account]) => `remove the admin ${String(account)} of ${named(org)}`,
  updateAccountStatus: ([org, account, action]) =>
    `${verb(ACCOUNT_ACTIONS, action)} the account ${String(account)} of ${named(org)}`,
  startBlacklistedAccountRecovery: ([org, account]) =>
    `recover the blacklisted account ${String(account)} of ${named(org)}`,
  releaseAccount: ([org, account]) => `release the account ${String(account)} of ${named(org)}`,
  proposeAccountRelease: ([org, account]) => `take the account ${String(account)} from ${named(org)}`,
  addNode: nodeAddition,
  addNodeUntil: (args) => `${nodeAddition(args)}, or keep it there, ${endWords(args[5])}`,
  updateNodeStatus: (args) => `${verb(NODE_ACTIONS, args[5])} the node ${nodeAt(args, 1)} of ${named(args[0])}`,
  startBlacklistedNodeRecovery: (args) => `recover the blacklisted node ${nodeAt(args, 1)} of ${named(args[0])}`,
  changeNodeAddress: (args) => `move a node of ${named(args[0])} to ${nodeAt(args, 1)}`,
  releaseNode: ([org, enodeId]) => `release the node ${named(enodeId)} of ${named(org)}`,
  proposeNodeRelease: ([org, enodeId]) => `take the node ${named(enodeId)} from ${named(org)}`,
  proposeRule: ([op, kind, count, outOf]) =>
    `set the rule to ${codes.operationPhrase(op as bigint)}: ` +
    ruleInWords({ kind: codes.ruleKindName(kind as bigint), count: Number(count), outOf: Number(outOf) }),
  proposePolicy: ([op, policy]) =>
    `set the policy to ${codes.operationPhrase(op as bigint)}: ${policyWords(policy as Parameters<typeof toPolicy>[0])}`,
  proposeSetting: ([setting, value]) => `set ${settingWords(setting as bigint, value as bigint, false)}`,
  proposeHold: ([org, account, enodeId, duration]) => {
    const seconds = Number(duration);
    const what = heldInWords({ org: String(org), account: String(account), enodeId: String(enodeId) });
    if (org === "") return seconds === 0 ? "let admissions go on" : `stop admissions for ${durationInWords(seconds)}`;
    return seconds === 0 ? `hold ${what} no longer` : `hold ${what} for ${durationInWords(seconds)}`;
  },
  proposeLimit: ([setting, org, value]) =>
    `set ${settingWords(setting as bigint, value as bigint, true)} for ${named(org)}`,
  ...contractSentences(named),
};

function heldInWords({ org, account, enodeId }: { org: string; account: string; enodeId: string }): string {
  if (account !== ZeroAddress) return `the account ${account} of ${named(org)}`;
  return enodeId === "" ? named(org) : `the node ${named(enodeId)} of ${named(org)}`;
}

/** Organisations and roles come from whoever proposed them. */
function policyWords(given: Parameters<typeof toPolicy>[0]): string {
  const policy = toPolicy(given);
  const isWord = (role: string): boolean => ROLE_WORDS.some((word) => word === role);
  const roles = policy.roles.map((role) => (isWord(role) ? role : named(role)));
  return policyInWords({ ...policy, orgs: policy.orgs.map(named), roles });
}

function settingWords(code: bigint, value: bigint, ofOrg: boolean): string {
  const setting = codes.settingName(code);
  return codes.settingInWords({ setting, value: codes.settingValue(setting, value, { ofOrg }) });
}

/** The changes of a resolution with what they do. */
export function changesInWords(changes: readonly string[]): ResolutionChange[] {
  return changes.map((data) => ({ does: changeInWords(data) ?? null, data }));
}

/** What a change of a resolution does, in words; undefined for one that this version cannot read. */
export function changeInWords(data: string): string | undefined {
  const call = parseInterfaceCall(data);
  return call === undefined ? undefined : SENTENCES[call.name]?.(call.args);
}
