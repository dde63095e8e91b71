import type { Command } from "commander";
import type { Actor, ActionResult, Intent } from "../actions/perform.js";
import { findProposedBefore } from "../audit/proposed-before.js";
import type { Chain } from "../chain/chain.js";
import { toEndpoint } from "../chain/endpoint.js";
import { inEther } from "../chain/fees.js";
import { nextNonce } from "../chain/transactions.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import { signedNonceIn } from "../nodejs/transaction-files.js";
import { proposedInWords } from "../read/describe-proposal.js";
import { once } from "../util/once.js";
import { command, type Definition, withOptions } from "./command.js";
import type { Signer } from "../chain/signers.js";
import { NETWORK_OPTIONS, openSigner, SIGNER_OPTIONS, withNetwork } from "./connection.js";
import { tellingInterruption } from "./interruption.js";
import type { AnsweredBy } from "./json/answers.js";
import { printAnswer } from "./json/print-answer.js";
import { makesChange } from "./makers.js";
import { paint, print, say, thousands } from "./output.js";
import { createProgress, type Progress } from "./progress.js";
import { confirm } from "./questions.js";
import { type BeforeSending, quietGuard, quietOptionsOf, type TakesRights } from "./quiet.js";
import { showActionResult, stillOpen } from "./show/action-result.js";
import { count } from "./show/table.js";
import { flag, type Given, type None, type Specs } from "./specs.js";
import { standingFor } from "./standing.js";
import type { Warnings } from "./warnings.js";

export const WRITE_OPTIONS = {
  ...NETWORK_OPTIONS,
  ...SIGNER_OPTIONS,
  yes: flag("send without asking"),
  dryRun: flag("check and show what would be sent, but do not send it"),
  json: flag("print JSON"),
} as const;

type WriteOptions = Given<typeof WRITE_OPTIONS>;

/** What decides whether something is sent. */
type ApprovalOptions = Pick<WriteOptions, "network" | "profile" | "yes" | "dryRun"> &
  Partial<Pick<WriteOptions, "unsigned">>;

/** The name of what a transaction concerns that cannot be undone; undefined for one that can. */
export type NameOf = (intent: Intent, network: Network) => string | undefined | Promise<string | undefined>;

interface PromptOptions {
  warnings?: Warnings;
  /** The name of what cannot be undone, to be typed before it is sent. */
  nameOf?: NameOf | undefined;
  /** Consent to the first transaction includes those that follow from it. */
  asksOnce?: () => boolean;
  /** Makes sure of what must be so when it is sent, once there is consent; throws otherwise. */
  beforeSending?: BeforeSending | undefined;
}

/** Acts for the signer. What is about to be sent is shown, with the warnings, and must be confirmed unless --yes was given. What
 *  would be refused comes before both. */
export function withActor<T>(
  given: WriteOptions,
  work: (actor: Actor) => Promise<T>,
  prompt: PromptOptions = {},
): Promise<T> {
  return withNetwork(given, (network) => actOn(network, given, work, prompt), given.gasPrice);
}

async function actOn<T>(
  network: Network,
  given: WriteOptions,
  work: (actor: Actor) => Promise<T>,
  prompt: PromptOptions,
): Promise<T> {
  const signer = await openSigner(network.chain, given);
  const progress = createProgress();
  const told = tellingInterruption(given.json);
  const stage = { chain: network.chain, network, signer };
  const approve = approver(stage, given, progress, prompt);
  try {
    return await work({
      network,
      signer,
      dryRun: given.dryRun,
      approve,
      onPending: (pending) => {
        told(pending);
        if (pending?.isSent !== true) return;
        progress.stop();
        say(`Sent as ${pending.hash}.`);
        progress.start("Waiting for the block");
      },
    });
  } finally {
    progress.stop();
  }
}

const NODE_NOT_SURE =
  "Not checked: whether this node is one of the account's organisation, as GoQuorum asks for. It does not say which one it is, or the contracts do not know it.";

/** Where it is sent, and who signs it. */
interface Stage {
  chain: Chain;
  signer: Signer;
  /** None is there yet while it is deployed. */
  network?: Network | undefined;
}

export function approver(
  { chain, network, signer }: Stage,
  given: ApprovalOptions,
  progress: Progress,
  { warnings = () => [], nameOf, asksOnce = () => false, beforeSending }: PromptOptions,
): (intent: Intent) => Promise<boolean> {
  let agreed = given.yes;
  const warned = once(async () => {
    if (network === undefined) return;
    for (const each of await warnings(network)) {
      say(typeof each === "string" ? paint("yellow", each, process.stderr) : each.note);
    }
  });
  return async (intent) => {
    if (network !== undefined) await requireNew(network, intent);
    progress.stop();
    say(preview(intent, signer, chain, given));
    await warned();
    if (given.dryRun && !intent.isSureOfNode) say(NODE_NOT_SURE);
    // What is only written needs no consent, and may be sent in other circumstances.
    if (given.unsigned !== undefined && !given.dryRun && !(await isSigned(given.unsigned, chain, intent))) return true;
    if (!given.dryRun && !agreed) {
      const name = network && (await nameOf?.(intent, network));
      if (!(await confirm({ ask: "Send it?", name, otherwise: "--dry-run to stop here" }))) return false;
    }
    agreed ||= asksOnce();
    // After the question: the answer may take its time.
    if (network !== undefined) await beforeSending?.(network, signer);
    if (!given.dryRun) progress.start("Waiting for the block");
    return true;
  };
}

/** A command that was stopped after it had proposed something does not propose it twice when it is run again. */
async function requireNew(network: Network, intent: Intent): Promise<void> {
  const proposal = await findProposedBefore(network, intent);
  if (proposal === undefined) return;
  throw refusal("PROPOSED_ALREADY", { id: proposal.id, what: proposedInWords(proposal) });
}

/** Whether a file may hold the signature for this: one that was used, or is for something else, is not sent. */
async function isSigned(file: string, chain: Chain, intent: Intent): Promise<boolean> {
  const nonce = signedNonceIn(file, intent);
  return nonce !== undefined && nonce >= (await nextNonce(chain, intent.from));
}

const label = (word: string): string => paint("dim", `  ${word.padEnd(5)}`, process.stderr);

/** Who signs, and where it is sent, on two lines. */
export function whoAndWhere(
  { chainId }: Chain,
  { address, sign, elsewhere }: Signer,
  { network: url = "", profile }: Pick<ApprovalOptions, "network" | "profile">,
): string[] {
  const signed = elsewhere ?? (sign === undefined ? "by the node" : "here");
  return [
    `${label("as")}${address}, signed ${signed}`,
    `${label("on")}chain ${chainId.toString()}, ${toEndpoint(url).shown}${profile === undefined ? "" : `, profile ${profile.name}`}`,
  ];
}

/** What several transactions take together. */
export function gasTogether(gas: bigint, transactions: number, gasPrice: bigint): string {
  return `${label("gas")}about ${thousands(gas)} in ${count(transactions, "transaction")}${costInWords(gas, gasPrice)}`;
}

function preview({ summary, gas, gasPrice }: Intent, signer: Signer, chain: Chain, given: ApprovalOptions): string {
  return [
    paint("bold", summary.replaceAll(/[\r\n]/g, "\ufffd"), process.stderr),
    ...whoAndWhere(chain, signer, given),
    `${label("gas")}at most ${thousands(gas)}${costInWords(BigInt(gas), gasPrice)}`,
  ].join("\n");
}

function costInWords(gas: bigint, gasPrice: bigint): string {
  if (gasPrice === 0n) return "";
  return `, at ${thousands(gasPrice)} wei each: at most ${inEther(gas * gasPrice)}`;
}

interface Write<A extends Specs, O extends Specs> extends Definition<A, O> {
  name: AnsweredBy<ActionResult>;
  act: (actor: Actor, given: Given<A> & Given<O>) => Promise<ActionResult>;
  warnings?: (network: Network, given: Given<A> & Given<O>) => ReturnType<Warnings>;
  /** The name of what it concerns, if it cannot be undone. */
  nameOf?: (given: Given<A> & Given<O>, network: Network) => ReturnType<NameOf>;
  /** What it may take away. */
  takesRights?: (network: Network, given: Given<A> & Given<O>) => ReturnType<TakesRights>;
  /** The state afterwards, to show that it worked. Where it was only proposed, how that stands is shown instead. */
  after?: (network: Network, given: Given<A> & Given<O>, done: ActionResult, account: string) => Promise<string>;
}

/** Under which title a noun's help lists what organisations' admins do alone at first. */
export const BY_HAND = "Change at once, or by vote where a policy says so:";

/** A command that sends one transaction. */
export function writeCommand<A extends Specs = None, O extends Specs = None>(definition: Write<A, O>): Command {
  const { takesRights } = definition;
  const options = withOptions(definition, { ...WRITE_OPTIONS, ...quietOptionsOf(takesRights) });
  const made = command({ section: "Change at once:", ...definition, options }, (given) =>
    withActor(
      given,
      async (actor) => {
        const done = await definition.act(actor, given);
        if (given.json) {
          printAnswer(definition.name, done);
          return;
        }
        print(showActionResult(done));
        const [proposed] = stillOpen(done);
        if (proposed !== undefined) {
          print(await standingFor(actor.network, proposed, actor.signer.address));
        } else if (done.hash !== null && definition.after !== undefined) {
          print(await definition.after(actor.network, given, done, actor.signer.address));
        }
      },
      {
        warnings: (network) => definition.warnings?.(network, given) ?? [],
        nameOf: (_intent, network) => definition.nameOf?.(given, network),
        beforeSending: quietGuard(given, takesRights && ((network) => takesRights(network, given))),
      },
    ),
  );
  return makesChange(made, {
    with: (given: Given<A> & Given<O>) => ({
      make: (actor) => definition.act(actor, given),
      warnings: (network) => definition.warnings?.(network, given) ?? [],
    }),
    options: definition.options,
  });
}
