import { type Command, CommanderError } from "commander";

/** Runs a command, which may name an exit code itself: 0 when it worked, 1 when something was refused or failed, 2 when it was called wrongly. */
export async function run(build: () => Command | Promise<Command>, args: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignorePipeClosed);
  try {
    await (await build()).parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has already printed a message; help is not an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isPipeClosed(error)) return 0;
    const { reportError } = await import("./output.js");
    return reportError(error, args.includes("--json"));
  }
}

/** Whether the reader of the output is gone. */
function isPipeClosed(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

/** What is being sent is completed, even if no one reads the output. */
function ignorePipeClosed(error: Error): void {
  if (!isPipeClosed(error)) throw error;
}
