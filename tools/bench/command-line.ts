import path from "node:path";
import { openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { run } from "../../src/cli/run-program.js";
import { command } from "../../src/cli/command.js";
import { table } from "../../src/cli/show/table.js";
import { print } from "../../src/cli/output.js";
import { nodeAccounts } from "../../src/chain/signers.js";
import { writeNetworkFile } from "../shared/network-file.js";
import { type Outcome, runCommand, runNothing, startAnvil } from "../shared/processes.js";
import { withScratch } from "../shared/scratch.js";

const RUNS = 10;

/** Milliseconds from the start of a process to its end. */
async function duration(run: () => Promise<Outcome>): Promise<number> {
  const begun = performance.now();
  const { code, stderr } = await run();
  if (code !== 0) throw new Error(stderr);
  return performance.now() - begun;
}

/** The medians of several runs of each, taken by turns: what else the machine does then slows all of them. */
async function medians(runs: readonly (() => Promise<Outcome>)[]): Promise<number[]> {
  const times: number[][] = runs.map(() => []);
  for (let i = 0; i < RUNS; i += 1) {
    for (const [index, run] of runs.entries()) times[index]?.push(await duration(run));
  }
  return times.map((each) => each.sort((a, b) => a - b)[RUNS / 2] ?? 0);
}

async function measure(directory: string): Promise<void> {
  const anvil = await startAnvil();
  try {
    const [guardian = ""] = await nodeAccounts(await openChain(httpRpc(anvil.url)));
    const at = ["--network", anvil.url];
    const deployed = await runCommand([
      "deploy",
      writeNetworkFile(directory, guardian),
      ...at,
      "--out",
      directory,
      "--yes",
    ]);
    if (deployed.code !== 0) throw new Error(deployed.stderr);
    const config = ["--config", path.join(directory, "permission-config.json")];
    const measured = [
      { name: "an empty Node process", run: runNothing, aim: 1 },
      { name: "portcullis --help", run: () => runCommand(["--help"]), aim: 1.3 },
      { name: "portcullis org list", run: () => runCommand(["org", "list", ...at, ...config]), aim: 5 },
    ];
    const times = await medians(measured.map(({ run }) => run));
    const [empty = 0] = times;
    print(
      table(
        ["command", `median of ${RUNS}, ms`, "in empty processes", "aim"],
        measured.map(({ name, aim }, index) => {
          const time = times[index] ?? 0;
          return [name, time.toFixed(0), (time / empty).toFixed(1), String(aim)];
        }),
      ),
    );
  } finally {
    await anvil.stop();
  }
}

const bench = command(
  { name: "command-line", does: "Measure how long the command line takes from start to end.", examples: [] },
  () => withScratch(measure),
);

process.exitCode = await run(() => bench, process.argv.slice(2));
