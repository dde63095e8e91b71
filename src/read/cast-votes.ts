import { askEach } from "../chain/ask-each.js";
import * as codes from "../model/codes.js";
import type { Proposal } from "../model/records.js";
import { TallyFields, VoiceFields } from "../model/solidity-constants.js";
import type { Network } from "../network/network.js";
import { whole } from "./pages.js";
import { operationsOf } from "./policies.js";
import { rawVoters } from "./raw-records.js";
import { accountAt, orgAt } from "./read-records.js";
import type { Voice } from "./voices.js";

/** The votes on a proposal that are counted in one way. */
export interface CastVotes {
  /** The operations that are decided so. */
  operations: codes.Operation[];
  counted: codes.Counted;
  /** What the votes for it weigh. */
  votesFor: number;
  votesAgainst: number;
  for: Voice[];
  against: Voice[];
}

type Found = Record<"id" | "op", bigint>;

/** What the voices weigh that were cast where a policy counts organisations, as they were counted last; undefined where none
 *  was. */
export async function readWeights(
  { contracts }: Network,
  { id, op }: Found,
): Promise<Pick<CastVotes, "votesFor" | "votesAgainst"> | undefined> {
  const tally = await contracts.voters.tallyOf(id, op);
  if (bits(tally, TallyFields.VOICES, INDEX) === 0) return undefined;
  return {
    votesFor: bits(tally, 0, TallyFields.AGAINST),
    votesAgainst: bits(tally, TallyFields.AGAINST, TallyFields.AGAINST),
  };
}

/** The votes that were cast on a proposal, and counted when it was decided or ended, whatever the policies are by now: those of
 *  organisations by each operation, and those of network admins. */
export async function readCastVotes(
  network: Network,
  proposal: Pick<Proposal, "id" | "operation">,
): Promise<CastVotes[]> {
  const ops = await operationsOf(network, proposal);
  const polls = await askEach(ops, async (op) => ({ op, voices: await voicesOn(network, proposal.id, op) }));
  const heard = polls.filter(({ voices }) => voices.length > 0);
  const unheard = polls.filter(({ voices }) => voices.length === 0).map(({ op }) => op);
  const admins = await votesOfAdmins(network, proposal.id);
  const speakers = new Set(heard.flatMap(({ voices }) => voices.flatMap(({ accounts }) => accounts)));
  // Who speaks for the admin organisation is recorded as a network admin as well.
  const areHeard = admins.every(({ accounts }) => accounts.every((account) => speakers.has(account)));
  return [
    ...(admins.length === 0 || (unheard.length === 0 && areHeard) ? [] : [together(unheard, "accounts", admins)]),
    ...heard.map(({ op, voices }) => together([op], "organisations", voices)),
  ];
}

export function weightOf(voices: readonly Voice[]): number {
  return voices.reduce((sum, { weight }) => sum + weight, 0);
}

/** A vote, and whether it is for the proposal. */
type Cast = Voice & { support: boolean };

/** Those of former network admins too, as far as they count. */
async function votesOfAdmins(network: Network, id: number): Promise<Cast[]> {
  const listed = (await whole(rawVoters(network))).map(({ account }) => account);
  const votes = await askEach(listed, (account) => network.contracts.voters.getVote(id, account));
  return listed.flatMap((account, index) => {
    const vote = votes[index];
    return vote === 0n ? [] : [{ org: null, accounts: [account], weight: 1, support: vote === 1n }];
  });
}

/** Those that have been taken off are left out. */
async function voicesOn(network: Network, id: number, op: number): Promise<Cast[]> {
  const { voters } = network.contracts;
  const count = bits(await voters.tallyOf(id, op), TallyFields.VOICES, INDEX);
  const voices = count === 0 ? [] : await voters.voicesFrom(id, op, 0, count);
  const counted = voices.filter((voice) => bits(voice, VoiceFields.WEIGHT, WEIGHT) > 0);
  return askEach(counted, async (voice) => ({
    org: (await orgAt(network, BigInt(bits(voice, VoiceFields.SPEAKER, INDEX))))?.id ?? "",
    accounts: [(await accountAt(network, BigInt(bits(voice, 0, INDEX))))?.address ?? ""],
    weight: bits(voice, VoiceFields.WEIGHT, WEIGHT),
    support: bits(voice, VoiceFields.SUPPORT, 1) === 1,
  }));
}

function together(ops: readonly number[], counted: codes.Counted, votes: readonly Cast[]): CastVotes {
  const who = (wanted: boolean): Voice[] =>
    votes.filter(({ support }) => support === wanted).map(({ org, accounts, weight }) => ({ org, accounts, weight }));
  const [against, inFavour] = [who(false), who(true)];
  return {
    operations: ops.map(codes.operationName),
    counted,
    votesFor: weightOf(inFavour),
    votesAgainst: weightOf(against),
    for: inFavour,
    against,
  };
}

/** Of a place in a list of records. */
const INDEX = 24;

/** How wide the weight of a voice is. */
const WEIGHT = VoiceFields.SUPPORT - VoiceFields.WEIGHT;

function bits(word: bigint, from: number, count: number): number {
  return Number(BigInt.asUintN(count, word >> BigInt(from)));
}
