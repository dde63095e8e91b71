import { styleText } from "node:util";
import { RpcError } from "../chain/rpc-error.js";
import { explainRevert } from "../chain/explain-revert.js";
import { PortcullisError } from "../errors/error.js";
import { toJson } from "../util/json.js";
import { labelled } from "./presentation.js";
import { UsageError } from "./usage-error.js";
import { wayOutInWords } from "./way-out.js";

type Style = Parameters<typeof styleText>[0];

/** Messages go to stderr, data to stdout; both name accounts as people call them. */
export function say(text: string): void {
  process.stderr.write(`${withoutControls(labelled(text))}\n`);
}

export function print(text: string): void {
  printLine(labelled(text));
}

/** A line for programs. */
export function printLine(text: string): void {
  process.stdout.write(`${withoutControls(text)}\n`);
}

/** Our own styles, the ends of lines and tabs; or a character that moves the cursor, hides text or turns it around. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /(\x1b\[(?:0|1|2|22|3[1-6]|39)m|\r?\n|\t)|[\p{Cc}\p{Bidi_Control}]/gu;

/** Much of what is shown comes from a node, which may want to show something other than what is signed. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, (_, harmless?: string) => harmless ?? "\ufffd");
}

export function printJson(value: unknown): void {
  process.stdout.write(withoutControls(toJson(value)));
}

/** Colours only in a terminal. Node's own variables (FORCE_COLOR, CI …) count from Node 20.18 on. */
export function paint(style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && process.env.NO_COLOR === undefined ? styleText(style, text, { stream }) : text;
}

export function thousands(gas: bigint | number): string {
  return gas.toLocaleString("en-US");
}

/** Says what went wrong and what to do, for people or as JSON; returns the exit code. A bug keeps its stack. */
export function reportError(thrown: unknown, asJson: boolean): number {
  const error = thrown instanceof RpcError ? explainRevert(thrown) : thrown;
  if (!(error instanceof PortcullisError)) {
    say(paint("red", "This is a bug in Portcullis; please report it.", process.stderr));
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
  const { code, message, facts, actions } = error;
  const hint = error.hint === undefined ? undefined : wayOutInWords({ hint: error.hint, actions });
  if (asJson) process.stderr.write(withoutControls(toJson({ code, message, hint, facts })));
  else {
    say(code === "SIGNATURE_AWAITED" ? message : paint("red", message, process.stderr));
    if (hint !== undefined) say(`  ${hint}`);
  }
  if (code === "SIGNATURE_AWAITED") return 3;
  return error instanceof UsageError ? 2 : 1;
}
