import type { HistoryEntry } from "../../audit/history/history-entry.js";
import { paint } from "../output.js";
import { labelled } from "../presentation.js";

/** "2026-11-21 10:02:11 UTC  block 1234  addOrg by 0x…", and below it what that changed. */
export function showEntry({ block, time, transaction, who, function: called, changes }: HistoryEntry): string {
  const told = changes.filter(({ echo }) => !echo);
  const what = `${called ?? "an unknown call"} by ${who ?? "someone"}`;
  return labelled(
    [
      `${paint("dim", `${time.slice(0, 19).replace("T", " ")} UTC`)}  block ${block}  ${paint("bold", what)}`,
      ...(told.length > 0 ? told : changes).map(({ sentence }) => `  ${sentence}`),
      paint("dim", `  in ${transaction}`),
    ].join("\n"),
  );
}
