import { ACCOUNT, CONTRACT, ENODE, NODE } from "../examples.js";
import { operationInWords, DECIDED_OPERATIONS } from "../../model/codes.js";
import { parseEnode } from "../../network/parse-enode.js";
import { isSelf } from "../../model/policy.js";
import { TRANSACTION_KINDS, type TransactionKind } from "../../read/checks.js";
import { considerVotes } from "../../read/consider-votes.js";
import { explainConnecting, explainSending, type Explanation, readNodesFor } from "../../read/explain.js";
import { findNode } from "../../read/find.js";
import { group } from "../command.js";
import { paint } from "../output.js";
import { readCommand } from "../read-command.js";
import { ABI_OPTION, METHOD_FORMS, methodIn } from "../method-options.js";
import { address, many, oneOf, optional, type Spec, text } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { type Enode, shortId } from "../../model/enode.js";
import { wayOutInWords } from "../way-out.js";

/** An explanation with the ways out in words. */
interface Answer extends Omit<Explanation, "wayOut"> {
  wayOut: string[];
}

function inWords({ wayOut, ...others }: Explanation): Answer {
  return { ...others, wayOut: wayOut.map(wayOutInWords) };
}

function showAnswer(question: string, { allowed, why, wayOut }: Answer): string {
  const answer = allowed ? paint("green", "Yes") : paint("red", "No");
  return [`${answer}: ${question}.`, ...why.map((each) => `  ${each}`), ...wayOut.map((each) => `  → ${each}`)].join(
    "\n",
  );
}

/** They are the same for all kinds of transactions. */
function throughWhich(nodes: readonly string[] | null | undefined): string[] {
  if (nodes == null) return [];
  if (nodes.length === 0) return ["GoQuorum nodes take it nowhere: no node of its organisation's tree is approved."];
  return ["GoQuorum takes it only at the nodes of its organisation's tree:", ...nodes.map((url) => `  ${url}`)];
}

/** A method is one of a contract that is called. */
function requireCall({ kind, to }: { kind: TransactionKind | undefined; to: string | undefined }): void {
  if (to === undefined) throw new UsageError("--method is a method of a contract.", "Name the contract with --to.");
  if (kind !== undefined && kind !== "call")
    throw new UsageError(`--method is called, and "${kind}" calls nothing.`, "Leave one of them out.");
}

const send = readCommand({
  name: "can send",
  does: "Ask whether an account may send a transaction, as every node does before it accepts one, and explain the answer. Exits with 1 on a no.",
  args: {
    account: address("the sender"),
    kind: optional(oneOf("kind of transaction (default: all three)", TRANSACTION_KINDS)),
  },
  options: {
    to: optional(address("the receiver, or the contract that is called (default: any)")),
    method: optional(text(`the method that is called: ${METHOD_FORMS}`, "method")),
    ...ABI_OPTION,
  },
  examples: [
    `can send ${ACCOUNT}`,
    `can send ${ACCOUNT} deploy`,
    `can send ${ACCOUNT} --to ${CONTRACT} --method 'transfer(address,uint256)'`,
  ],
  read: (network, { account, kind, to, ...given }) => {
    const method = methodIn(given);
    if (method !== undefined) requireCall({ kind, to });
    const kinds = method !== undefined ? (["call"] as const) : kind === undefined ? TRANSACTION_KINDS : [kind];
    return Promise.all(
      kinds.map(async (each) => {
        const answer = await explainSending(network, { account, kind: each, to, method });
        const nodes = await readNodesFor(network, { account, allowed: answer.allowed });
        return { account, kind: each, ...inWords(answer), nodes: nodes?.map(({ url }) => url) ?? null };
      }),
    );
  },
  isNo: (answers) => answers.some(({ allowed }) => !allowed),
  show: (answers) =>
    [
      ...answers.map((each) => showAnswer(`${each.account} may ${each.allowed ? "" : "not "}${each.kind}`, each)),
      ...throughWhich(answers.find(({ nodes }) => nodes !== null)?.nodes),
    ].join("\n"),
});

/** Without a URL it connects from the address that the network knows. */
const peer: Spec<Enode | string> = {
  text: "enode URL with the address that it connects from; or its enode id, or at least the first eight digits of the id",
  required: true,
  parse: (given) => (given.startsWith("enode:") ? parseEnode(given) : given),
};

const connect = readCommand({
  name: "can connect",
  does: "Ask whether a node may connect, as every node does before it lets one in, and explain the answer. Exits with 1 on a no.",
  args: { node: peer },
  examples: [`can connect ${NODE}`, `can connect ${ENODE}`],
  read: async (network, given) => {
    const node = typeof given.node === "string" ? await findNode(network, given.node) : given.node;
    return { enodeId: node.enodeId, ...inWords(await explainConnecting(network, node)) };
  },
  isNo: ({ allowed }) => !allowed,
  show: (answer) =>
    showAnswer(`the node ${shortId(answer.enodeId)} may ${answer.allowed ? "" : "not "}connect`, answer),
});

const decide = readCommand({
  name: "can decide",
  does: "Ask whether the votes of some accounts would suffice for an operation now, and explain the answer. Exits with 1 on a no.",
  args: {
    operation: oneOf("what is voted on", DECIDED_OPERATIONS),
    accounts: { ...many(address("accounts that would vote for it")), required: true },
  },
  examples: [`can decide add-org ${ACCOUNT}`],
  read: (network, { operation, accounts = [] }) => considerVotes(network, operation, accounts),
  isNo: ({ allowed }) => !allowed,
  show: ({ allowed, rule, weight, votes }) => {
    const each = votes.map((vote) => `${vote.account}: ${vote.why}`);
    const together = `Together they weigh ${weight}; ${rule.needed} of ${rule.electorate} are needed, by the policy ${rule.policy}.`;
    const why = isSelf(rule) ? [`Nobody votes on it, by the policy ${rule.policy}.`] : [...each, together];
    const question = `their votes ${allowed ? "" : "do not "}suffice to ${operationInWords(rule.operation)}`;
    return showAnswer(question, { allowed, why, wayOut: [] });
  },
});

export default group("can", "ask who may send, which node may connect, who may decide, and why", [
  send,
  connect,
  decide,
]);
