import { styleText } from "node:util";
import { RpcError } from "../chain/rpc.js";
import { explainRevert } from "../errors/contract-errors.js";
import { PortcullisError } from "../errors/error.js";
import { toJson } from "../files.js";
import { UsageError } from "./usage-error.js";

type Style = Parameters<typeof styleText>[0];

/** Talk goes to stderr, data to stdout. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(toJson(value));
}

/** Colours only where somebody looks. Node's own variables (FORCE_COLOR, CI …) count from Node 20.18 on. */
export function paint(style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && process.env.NO_COLOR === undefined ? styleText(style, text, { stream }) : text;
}

export function thousands(gas: bigint | number): string {
  return gas.toLocaleString("en-US");
}

/** Says what went wrong and the way out, for people or as JSON; answers the exit code. A bug keeps its stack. */
export function reportError(thrown: unknown, asJson: boolean): number {
  const error = thrown instanceof RpcError ? explainRevert(thrown) : thrown;
  if (!(error instanceof PortcullisError)) {
    say(paint("red", "This is a bug in Portcullis; please report it.", process.stderr));
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
  const { code, message, hint, facts } = error;
  if (asJson) process.stderr.write(toJson({ code, message, hint, facts }));
  else {
    say(paint("red", message, process.stderr));
    if (hint !== undefined) say(`  ${hint}`);
  }
  return error instanceof UsageError ? 2 : 1;
}
