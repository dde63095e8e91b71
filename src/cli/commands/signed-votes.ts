import { judgeVotes, signVote, type SubmittedVotes, submitVotes } from "../../actions/signed-votes.js";
import type { Signer } from "../../chain/signers.js";
import { PortcullisError } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";
import type { Network } from "../../network/network.js";
import { parseSignedVote, type SignedVote, signedVoteText } from "../../network/signed-vote.js";
import { fileAt } from "../../nodejs/files.js";
import { readChangeBy } from "../../read/rights-taken.js";
import { command } from "../command.js";
import { IDENTITY_OPTIONS, NETWORK_OPTIONS, openSigner, withNetwork } from "../connection.js";
import { printAnswer } from "../json/print-answer.js";
import { paint, print, say } from "../output.js";
import { confirm } from "../questions.js";
import { quietGuard, quietOptionsOf } from "../quiet.js";
import { showActionResult } from "../show/action-result.js";
import { fileName, flag, instant, many, optional, wholeNumber } from "../specs.js";
import { writeTexts } from "../target.js";
import { withActor, WRITE_OPTIONS } from "../write-command.js";

export const sign = command(
  {
    name: "proposal sign",
    does: "Sign a vote into a file, which anybody may send with `proposal submit`. Who votes on it: network admins, or by its policy.",
    args: { id: wholeNumber("number of the proposal") },
    options: {
      out: fileName("file to write"),
      reject: flag("vote against it"),
      deadline: optional(instant("when the vote counts no longer, in UTC (default: when the proposal expires)")),
      ...NETWORK_OPTIONS,
      ...IDENTITY_OPTIONS,
      yes: flag("sign without asking"),
      json: flag("print JSON"),
    },
    examples: ["proposal sign 7 --out vote.json", "proposal sign 7 --reject --deadline 2026-12-24 --out vote.json"],
  },
  (given) =>
    withNetwork(given, async (network) => {
      const signer = await openSigner(network.chain, given);
      const approve = async (summary: string): Promise<boolean> => {
        say(paint("bold", summary, process.stderr));
        say(`${paint("dim", "  as   ", process.stderr)}${signer.address}`);
        return given.yes || (await confirm({ ask: "Sign it?", otherwise: "leave it", verb: "sign" }));
      };
      const { id, deadline, reject } = given;
      const vote = await signVote({ network, signer, approve }, { id, support: !reject, deadline });
      await writeTexts([signedVoteText(vote)], given.out);
      if (given.json) printAnswer("proposal sign", vote);
      else print(`Wrote ${given.out}. Whoever has it can send it: portcullis proposal submit ${given.out}`);
    }),
);

/** A file, and what is in it or why it cannot be used. */
interface VoteFile {
  file: string;
  vote?: SignedVote;
  reason?: string;
}

const QUIET = quietOptionsOf(readChangeBy);

export const submit = command(
  {
    name: "proposal submit",
    does: "Send votes that others have signed, in one transaction. Anyone who may send.",
    args: { files: { ...many(fileName("files that `proposal sign` wrote")), required: true } },
    options: { ...WRITE_OPTIONS, ...QUIET },
    examples: ["proposal submit vote.json", "proposal submit votes/*.json --dry-run"],
  },
  async (given) => {
    const files = (given.files ?? []).map(readVote);
    const votes = files.flatMap(({ vote }) => vote ?? []);
    const unread = files.flatMap(({ file, reason }) => (reason === undefined ? [] : [{ file, reason }]));
    if (votes.length === 0) throw refusal("NO_SIGNED_VOTE_COUNTS", { list: unread.map(inWords) });
    const fileOf = (vote: SignedVote): string => files.find((each) => each.vote === vote)?.file ?? "";
    await withActor(
      given,
      async (actor) => {
        const judged = await judgeVotes(actor.network, votes);
        const wrong = judged.flatMap(({ vote, reason }) => (reason === null ? [] : [{ file: fileOf(vote), reason }]));
        const good = judged.filter(({ reason }) => reason === null).map(({ vote }) => vote);
        if (good.length === 0) throw refusal("NO_SIGNED_VOTE_COUNTS", { list: [...unread, ...wrong].map(inWords) });
        for (const each of [...unread, ...wrong]) say(paint("yellow", `Left out: ${inWords(each)}`, process.stderr));
        const done = await submitVotes(actor, good);
        const leftOut = [
          ...unread,
          ...wrong,
          ...done.leftOut.map(({ vote, reason }) => ({ file: fileOf(vote), reason })),
        ];
        const counted = done.counted.map((vote) => {
          const { voter, support } = vote;
          return { file: fileOf(vote), id: vote.proposal.id, voter, support };
        });
        if (given.json) printAnswer("proposal submit", { sent: done.sent, counted, leftOut });
        else print(shown(done));
      },
      { beforeSending: (network, signer) => requireQuietFor(votes, given, network, signer) },
    );
  },
);

function readVote(file: string): VoteFile {
  try {
    return { file, vote: parseSignedVote(fileAt(file)) };
  } catch (error) {
    if (!(error instanceof PortcullisError)) throw error;
    return { file, reason: error.message };
  }
}

/** What the votes carry out may take rights away. */
async function requireQuietFor(
  votes: readonly SignedVote[],
  given: Parameters<typeof quietGuard>[0],
  network: Network,
  signer: Signer,
): Promise<void> {
  for (const id of new Set(votes.map(({ proposal }) => proposal.id))) {
    const count = votes.filter(({ proposal, support }) => proposal.id === id && support).length;
    const guard = quietGuard(given, () => readChangeBy(network, { id, vote: "for", count }));
    await guard?.(network, signer);
  }
}

function inWords({ file, reason }: { file: string; reason: string }): string {
  return reason.includes(file) ? reason : `${file}: ${reason}.`;
}

function shown({ sent, counted, leftOut }: SubmittedVotes): string {
  const lost = leftOut.map(({ vote, reason }) => `Not counted: the vote of ${vote.voter} (${reason}).`);
  if (sent.hash === null) return showActionResult(sent);
  return [showActionResult(sent), `${counted.length} of the votes count.`, ...lost].join("\n");
}
