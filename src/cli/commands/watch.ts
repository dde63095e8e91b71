import { watchNetwork } from "../../audit/watch-network.js";
import { watchNodes } from "../../audit/watch-nodes.js";
import { headFinding } from "../../check/compared-nodes.js";
import { command } from "../command.js";
import { givenNodes, NETWORK_OPTIONS, NODE_URL_OPTION, openNetwork } from "../connection.js";
import { HISTORY_OPTIONS, requireKnown } from "../history-options.js";
import { answerLine } from "../json/print-answer.js";
import { print, printLine, say } from "../output.js";
import { present } from "../presentation.js";
import { showEntry } from "../show/history-text.js";
import { SHOWING_OPTIONS } from "../showing-options.js";
import { blockNumber, flag, optional } from "../specs.js";
import { wayOutInWords } from "../way-out.js";

/** Says which of the nodes falls behind or leaves the chain of the others, and which comes back. */
async function tellOfNodes(url: string | undefined, others: readonly string[], signal: AbortSignal): Promise<void> {
  const nodes = givenNodes(url, others);
  if (nodes.length < 2) return;
  for await (const head of watchNodes(nodes, { signal })) {
    const found = headFinding(head);
    say(found === undefined ? `${head.node} has the same blocks as the others again.` : found.what);
    if (found?.wayOut !== undefined) say(`  ${wayOutInWords(found.wayOut)}`);
  }
}

export default command(
  {
    name: "watch",
    does: "Show what happens in the network as it happens, until Ctrl-C.",
    options: {
      ...HISTORY_OPTIONS,
      fromBlock: optional(blockNumber("first block (default: the next one)")),
      ...NETWORK_OPTIONS,
      ...NODE_URL_OPTION,
      wide: SHOWING_OPTIONS.wide,
      json: flag("print JSON, one entry per line"),
    },
    examples: ["watch", "watch --org ORG1", "watch --json", "watch --node-url http://10.0.0.2:22000"],
  },
  async ({ fromBlock: from, json, nodeUrl = [], wide, ...given }) => {
    present({ wide });
    const network = await openNetwork(given);
    await requireKnown(network, given);
    const ending = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        ending.abort();
      });
    }
    process.stdout.once("error", () => {
      ending.abort();
    });
    say(`Watching chain ${network.chain.chainId.toString()}. Ctrl-C ends it.`);
    const entries = watchNetwork(network, {
      ...given,
      from,
      signal: ending.signal,
      onTrouble: ({ message }) => {
        say(`${message} It will be asked again until it answers.`);
      },
      onRecovery: () => {
        say("The node is answering again.");
      },
    });
    const nodes = tellOfNodes(given.network, nodeUrl, ending.signal);
    try {
      for await (const entry of entries) {
        if (json) printLine(answerLine("watch", entry));
        else print(showEntry(entry).text);
      }
    } finally {
      ending.abort();
      await nodes;
    }
  },
);
