import type { Network } from "../../src/network/network.js";
import { type Answers, takeAnswers } from "../../src/read/network-answers.js";
import { whole } from "../../src/read/pages.js";
import { rawProposals, type RecordOf } from "../../src/read/raw-records.js";
import { PayloadFields, RuleFields } from "../../src/model/solidity-constants.js";
import { toJson } from "../../src/util/json.js";
import { isMadeByHand, Op } from "../data/codes.js";

type Proposal = RecordOf<typeof rawProposals>;

const ADDRESS = (1n << 160n) - 1n;

/** Where in its payload a proposal names the contract whose code holds its changes or its policy. */
function placeOfContent({ op }: Proposal): number | undefined {
  if (op === Op.CHANGE_RULE) return RuleFields.TERMS;
  const holdsChanges = op === Op.RESOLVE || isMadeByHand(op);
  return holdsChanges ? PayloadFields.OPERATIONS - 160 : undefined;
}

/** Every answer of a network, with what proposals hold in place of where it stands: the implementation creates the contract, so
 *  each creates it at an address of its own. */
export async function answersOf(network: Network): Promise<Answers> {
  const { rules } = network.contracts;
  const proposals = await whole(rawProposals(network));
  const contents = await Promise.all(
    proposals.map(async (proposal) => {
      const place = placeOfContent(proposal);
      const payload = place === undefined ? proposal.payload : proposal.payload & ~(ADDRESS << BigInt(place));
      const changes = await rules.getChanges(proposal.id);
      return { ...proposal, payload, changes, policy: await rules.getProposedPolicy(proposal.id) };
    }),
  );
  const answers = new Map(await takeAnswers(network));
  const open = JSON.parse(answers.get("open proposals") ?? "[]") as { id: string }[];
  answers.set("proposals", toJson(contents));
  answers.set("open proposals", toJson(open.map(({ id }) => id)));
  return answers;
}
