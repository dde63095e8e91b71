import { PayloadFields, ProposalState, RuleFields } from "../model/solidity-constants.js";
import type { IVoterManager } from "../../typechain-types/interfaces/IVoterManager.js";
import { askEach } from "../chain/ask-each.js";
import * as codes from "../model/codes.js";
import { formatEnode } from "../model/enode.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import { isoOf } from "../util/moment.js";
import { policyInWords, ruleInWords, toPolicy } from "../model/policy.js";
import type { Proposal, ResolutionChange, Subject } from "../model/records.js";
import { readCarryingOut } from "./carrying-out.js";
import { readWeights } from "./cast-votes.js";
import { changesInWords } from "./change-in-words.js";
import { isAnyVoter, mayVetoAny, waitingFor } from "./may-vote.js";
import { type Named, whole } from "./pages.js";
import { hasTerms, policyAsker } from "./policies.js";
import { rawOpenProposals, rawProposals } from "./raw-records.js";
import { accountAt, nodeAt, orgAt, readProposedAddress, roleAt } from "./read-records.js";

/** How many proposals are looked at together. */
const LATEST = 50;

/** How long a proposal is open, in seconds: contracts/rules/Proposing.sol. */
const LIFETIME = 30n * 24n * 60n * 60n;

/** How long after its expiry a resolution that has passed can be carried out, in seconds: contracts/rules/Lapsing.sol. */
const CARRYING_OUT = 7n * 24n * 60n * 60n;

const OPEN = BigInt(ProposalState.OPEN);
const PASSED = BigInt(ProposalState.PASSED);

type ProposalFields = Named<IVoterManager.ProposalInfoStructOutput>;

/** All proposals, oldest first, page by page. */
export async function* proposalPages(network: Network): AsyncGenerator<Proposal[]> {
  const toProposal = proposalReader(network);
  for await (const page of rawProposals(network)) yield await askEach(page, toProposal);
}

/** Those that can still be voted on: the contract leaves expired ones out. */
export async function readOpenProposals(network: Network): Promise<Proposal[]> {
  const open = await whole(rawOpenProposals(network));
  return askEach(open, proposalReader(network));
}

/** Those that have passed and wait for being carried out. Proposals are numbered as they expire: what lapsed before the latest
 *  was made is not read. */
async function readPassedProposals(network: Network): Promise<Proposal[]> {
  const last = Number(await network.contracts.voters.getNumberOfProposals());
  const passed: ProposalFields[] = [];
  let latest = 0n;
  for (let end = last; end > 0; end -= LATEST) {
    const from = Math.max(0, end - LATEST);
    const page = await network.contracts.voters.getProposalPage(from, end - from);
    latest ||= page.at(-1)?.expiresAt ?? 0n;
    const late = page.filter(({ expiresAt }) => expiresAt > latest - LIFETIME - CARRYING_OUT);
    passed.unshift(...late.filter(({ state }) => state === PASSED));
    if (late.length < page.length) break;
  }
  return askEach(passed, proposalReader(network));
}

/** Those that somebody can still do something about: open ones, and what has passed and waits for being carried out. */
export async function readPendingProposals(network: Network): Promise<Proposal[]> {
  return [...(await readPassedProposals(network)), ...(await readOpenProposals(network))];
}

/** The proposals on which an account can vote and has not, and what waits for being carried out. Throws NotAVoter for one that
 *  votes on nothing, and stops nothing of what waits. */
export async function readInbox(network: Network, { voter }: { voter: string }): Promise<Proposal[]> {
  const waiting = await waitingFor(network, await readPendingProposals(network), voter);
  if (waiting.some(({ state }) => state === "open") || (await isAnyVoter(network, voter))) return waiting;
  if (await mayVetoAny(network, waiting, voter)) return waiting;
  throw refusal("NotAVoter", { account: voter }, { hint: "Name an account that votes on something." });
}

export const readProposals = (network: Network) => whole(proposalPages(network));

/** Throws PROPOSAL_UNKNOWN. */
export async function readProposal(network: Network, id: number): Promise<Proposal> {
  return (await readProposalWithPayload(network, id)).proposal;
}

/** The same, with the word that holds what a setting or a rule is to become. */
export async function readProposalWithPayload(
  network: Network,
  id: number,
): Promise<{ proposal: Proposal; payload: bigint }> {
  const found = await network.contracts.voters.getProposal(id);
  if (found.state === 0n) throw refusal("PROPOSAL_UNKNOWN", { id });
  return { proposal: await proposalReader(network)(found), payload: found.payload };
}

/** Asks once for several proposals which operations are decided by a policy. */
function proposalReader(network: Network): (found: ProposalFields) => Promise<Proposal> {
  const isOf = policyAsker(network);
  return async (found) => ({
    id: Number(found.id),
    operation: codes.operationName(found.op),
    about: await subjectOf(network, found),
    proposer: found.proposer,
    ...((await weightsOf(network, found, isOf)) ?? {
      votesFor: Number(found.votesFor),
      votesAgainst: Number(found.votesAgainst),
    }),
    state: codes.proposalStateName(found.state),
    expiresAt: isoOf(found.expiresAt),
    ...(found.state === PASSED ? await readCarryingOut(network, found.id) : { waiting: null, lapsesAt: null }),
  });
}

/** What the voices of organisations weigh, where they are counted. Once it is decided, its votes are counted as they were then,
 *  whatever the policy is now. */
async function weightsOf(
  network: Network,
  found: ProposalFields,
  isOf: ReturnType<typeof policyAsker>,
): ReturnType<typeof readWeights> {
  if (found.state !== OPEN) return readWeights(network, found);
  if (!(await isOf(Number(found.op)))) return undefined;
  return (await readWeights(network, found)) ?? { votesFor: 0, votesAgainst: 0 };
}

/** Proposals name records by their place; a setting's new value is packed in the payload. */
async function subjectOf(
  network: Network,
  { id, op, org, node, account, role, payload }: ProposalFields,
): Promise<Subject> {
  const held = codes.payloadOf(codes.operationName(op));
  const named = await roleAt(network, role);
  return {
    org: (await orgAt(network, org))?.id ?? null,
    node: await nodeOf(network, Number(id), node),
    account: (await accountAt(network, account))?.address ?? null,
    role: named?.name ?? null,
    roleOrg: named?.org ?? null,
    rule: held === "rule" ? await newRule(network, id, payload) : null,
    setting: held === "setting" ? newSetting(payload, org !== 0n) : null,
    change: held === "node change" ? codes.nodeChangeName(payload) : null,
    resolution: held === "changes" ? await readChanges(network, id) : null,
    hold: held === "hold" ? Number(BigInt.asUintN(32, payload)) : null,
    suspendedUntil: held === "end" ? isoOf(BigInt.asUintN(32, payload)) : null,
  };
}

async function readChanges({ contracts }: Network, id: bigint): Promise<ResolutionChange[]> {
  return changesInWords(await contracts.rules.getChanges(id));
}

/** The node at a place, at the address that its open proposal proposes, if that is this one and it proposes any. */
async function nodeOf(network: Network, proposal: number, index: bigint): Promise<Subject["node"]> {
  const known = await nodeAt(network, index);
  if (known === undefined) return null;
  const { enodeId, url } = known;
  const proposed = known.proposal === proposal ? await readProposedAddress(network, enodeId) : undefined;
  return { enodeId, url: proposed === undefined ? url : formatEnode(proposed) };
}

/** Setting and value: contracts/types/Payload.sol. */
function newSetting(payload: bigint, ofOrg: boolean): NonNullable<Subject["setting"]> {
  const setting = codes.settingName(BigInt.asUintN(8, payload >> BigInt(PayloadFields.SETTING)));
  return { setting, value: codes.settingValue(setting, BigInt.asUintN(32, payload), { ofOrg }) };
}

/** The operation, and its rule: contracts/types/Rule.sol. Who votes is kept elsewhere, if the rule says so. */
async function newRule({ contracts }: Network, id: bigint, payload: bigint): Promise<NonNullable<Subject["rule"]>> {
  const bits = (from: number, count: number) => BigInt.asUintN(count, payload >> BigInt(from));
  const operation = codes.operationName(bits(PayloadFields.OP, 8));
  if (hasTerms(payload)) {
    const policy = toPolicy((await contracts.rules.getProposedPolicy(id)).policy);
    return { operation, rule: policyInWords(policy), policy };
  }
  const [count, outOf] = [Number(bits(RuleFields.COUNT, 32)), Number(bits(RuleFields.OUT_OF, 32))];
  return { operation, rule: ruleInWords({ kind: codes.ruleKindName(bits(0, 8)), count, outOf }), policy: null };
}
