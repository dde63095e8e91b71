import { readHistory } from "../../audit/history/read-history.js";
import { command } from "../command.js";
import { NETWORK_OPTIONS, openNetwork } from "../connection.js";
import { HISTORY_OPTIONS, requireKnown } from "../history-options.js";
import { answerLine } from "../json/print-answer.js";
import { createProgress } from "../progress.js";
import { showEntry } from "../show/history-text.js";
import { blockNumber, flag, instant, optional } from "../specs.js";
import { writeTexts } from "../target.js";

export default command(
  {
    name: "history",
    does: "Show who did what, when, and in which transaction, oldest first.",
    options: {
      ...HISTORY_OPTIONS,
      since: optional(instant("only from this time on, in UTC: 2026-11-01, or 2026-11-01T08:30")),
      fromBlock: optional(blockNumber("first block")),
      toBlock: optional(blockNumber("last block")),
      ...NETWORK_OPTIONS,
      json: flag("print JSON, one entry per line"),
    },
    examples: ["history", "history --org ORG1 --since 2026-11-01", "history --proposal 7 --json"],
  },
  async ({ fromBlock: from, toBlock: to, json, ...given }) => {
    const network = await openNetwork(given);
    await requireKnown(network, given);
    const progress = createProgress();
    const texts = async function* (): AsyncGenerator<string> {
      progress.start("Reading the history");
      for await (const page of readHistory(network, { ...given, from, to })) {
        progress.stop();
        for (const entry of page) yield json ? `${answerLine("history", entry)}\n` : `${showEntry(entry)}\n`;
      }
      progress.stop();
    };
    await writeTexts(texts(), undefined);
  },
);
