import { watchNetwork } from "../../audit/watch-network.js";
import { command } from "../command.js";
import { NETWORK_OPTIONS, openNetwork } from "../connection.js";
import { HISTORY_OPTIONS, requireKnown } from "../history-options.js";
import { answerLine } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { showEntry } from "../show/history-text.js";
import { blockNumber, flag, optional } from "../specs.js";

export default command(
  {
    name: "watch",
    does: "Show what happens in the network as it happens, until Ctrl-C.",
    options: {
      ...HISTORY_OPTIONS,
      fromBlock: optional(blockNumber("first block (default: the next one)")),
      ...NETWORK_OPTIONS,
      json: flag("print JSON, one entry per line"),
    },
    examples: ["watch", "watch --org ORG1", "watch --json"],
  },
  async ({ fromBlock: from, json, ...given }) => {
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
    for await (const entry of entries) print(json ? answerLine("watch", entry) : showEntry(entry));
  },
);
