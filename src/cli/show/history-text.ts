import type { HistoryEntry } from "../../audit/history/history-entry.js";
import { paint } from "../output.js";
import { labelled } from "../presentation.js";
import { fitLine } from "./fit.js";
import { fold } from "./fold.js";
import { lineWidth } from "./table.js";

/** "2026-11-21 10:02:11 UTC  block 1234  addOrg by 0x…", and below it what that changed. On a terminal it is shortened and folded where
 *  --wide shows all. */
export function showEntry({ block, time, transaction, who, function: called, changes }: HistoryEntry): {
  text: string;
  shortened: boolean;
} {
  const told = changes.filter(({ echo }) => !echo);
  const by = who === null ? "" : ` by ${who}`;
  const whole = [
    `${paint("dim", `${time.slice(0, 19).replace("T", " ")} UTC`)}  block ${block}  ${paint("bold", titleOf(called) + by)}`,
    ...(told.length > 0 ? told : changes).map(({ sentence }) => `  ${sentence}`),
    paint("dim", `  in ${transaction}`),
  ].map(labelled);
  const fitted = whole.map((line) => fitLine(line, lineWidth()));
  return {
    text: fitted.flatMap((line) => fold(line, lineWidth(), "    ")).join("\n"),
    shortened: fitted.some((line, index) => line !== whole[index]),
  };
}

function titleOf(called: string | null): string {
  return called === "constructor" ? "creation of a contract" : (called ?? "an unknown call");
}
