import { readHistory } from "../../audit/history/read-history.js";
import { command } from "../command.js";
import { NETWORK_OPTIONS, openNetwork } from "../connection.js";
import { HISTORY_OPTIONS } from "../history-options.js";
import { createProgress } from "../progress.js";
import { showEntry } from "../show/history.js";
import { flag, instant, optional, wholeNumber } from "../specs.js";
import { writeTexts } from "../target.js";

export default command(
  {
    name: "history",
    does: "Tell who did what, when, and in which transaction, oldest first.",
    options: {
      ...HISTORY_OPTIONS,
      since: optional(instant("only from this time on, in UTC: 2026-11-01, or 2026-11-01T08:30")),
      from: optional(wholeNumber("first block")),
      to: optional(wholeNumber("last block")),
      ...NETWORK_OPTIONS,
      json: flag("print JSON, an entry a line"),
    },
    examples: ["history", "history --org ORG1 --since 2026-11-01", "history --proposal 7 --json"],
  },
  async ({ from, to, json, ...given }) => {
    const network = await openNetwork(given);
    const blocks = {
      ...(from === undefined ? {} : { from: BigInt(from) }),
      ...(to === undefined ? {} : { to: BigInt(to) }),
    };
    const progress = createProgress();
    const texts = async function* (): AsyncGenerator<string> {
      progress.start("Reading the history");
      for await (const page of readHistory(network, { ...given, ...blocks })) {
        progress.stop();
        for (const entry of page) yield json ? `${JSON.stringify(entry)}\n` : `${showEntry(entry)}\n`;
      }
      progress.stop();
    };
    await writeTexts(texts(), undefined);
  },
);
