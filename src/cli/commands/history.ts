import { readHistory } from "../../audit/history/read-history.js";
import { command } from "../command.js";
import { NETWORK_OPTIONS, openNetwork } from "../connection.js";
import { HISTORY_OPTIONS, requireKnown } from "../history-options.js";
import { answerLine } from "../json/print-answer.js";
import { say } from "../output.js";
import { present } from "../presentation.js";
import { createProgress } from "../progress.js";
import { showEntry } from "../show/history-text.js";
import { shortenedNote } from "../show/table.js";
import { SHOWING_OPTIONS } from "../showing-options.js";
import { blockNumber, flag, instant, optional, wholeNumber } from "../specs.js";
import { writeTexts } from "../target.js";
import { UsageError } from "../usage-error.js";

export default command(
  {
    name: "history",
    does: "Show who did what, when (in UTC), and in which transaction, oldest first.",
    options: {
      ...HISTORY_OPTIONS,
      since: optional(instant("only from this time on, in UTC: 2026-11-01, or 2026-11-01T08:30")),
      until: optional(instant("only what came before this time, in UTC")),
      last: optional(wholeNumber("only so many, the newest ones")),
      reverse: flag("newest first"),
      block: optional(blockNumber("only what happened in this block")),
      fromBlock: optional(blockNumber("first block")),
      toBlock: optional(blockNumber("last block")),
      ...NETWORK_OPTIONS,
      wide: SHOWING_OPTIONS.wide,
      json: flag("print JSON, one entry per line"),
    },
    examples: [
      "history",
      "history --last 10 --reverse",
      "history --org ORG1 --since 2026-11-01 --until 2026-12-01",
      "history --block 1234",
      "history --proposal 7 --json",
    ],
  },
  async ({ block, fromBlock, toBlock, json, wide, ...given }) => {
    present({ wide });
    if (block !== undefined && (fromBlock !== undefined || toBlock !== undefined)) {
      throw new UsageError("--block says where it begins and ends.", "Leave --from-block and --to-block out.");
    }
    const [from, to] = [block ?? fromBlock, block ?? toBlock];
    const network = await openNetwork(given);
    await requireKnown(network, given);
    const progress = createProgress();
    let shown = 0;
    const texts = async function* (): AsyncGenerator<string> {
      let isShortened = false;
      progress.start("Reading the history");
      for await (const page of readHistory(network, { ...given, from, to })) {
        progress.stop();
        shown += page.length;
        for (const entry of page) {
          if (json) yield `${answerLine("history", entry)}\n`;
          else {
            const { text, shortened } = showEntry(entry);
            isShortened ||= shortened;
            yield `${text}\n`;
          }
        }
      }
      progress.stop();
      if (isShortened) yield `${shortenedNote()}\n`;
    };
    await writeTexts(texts(), undefined);
    if (shown === 0 && !json) say("There is nothing like that in the history.");
  },
);
