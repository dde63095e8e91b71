import path from "node:path";
import { openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { run } from "../../src/cli/run-program.js";
import { command } from "../../src/cli/command.js";
import { table } from "../../src/cli/show/table.js";
import { print } from "../../src/cli/output.js";
import { nodeAccounts } from "../../src/chain/signers.js";
import { writeNetworkFile } from "../shared/network-file.js";
import { runCommand, startAnvil } from "../shared/processes.js";
import { withScratch } from "../shared/scratch.js";

const RUNS = 10;

/** Milliseconds from the start of a process to its end: the median of several runs, one after the other. */
async function median(args: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const begun = performance.now();
    const { code, stderr } = await runCommand(args);
    if (code !== 0) throw new Error(stderr);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return times[RUNS / 2] ?? 0;
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
    const rows = [
      ["portcullis --help", await median(["--help"]), 150],
      ["portcullis org list", await median(["org", "list", ...at, ...config]), 400],
    ] as const;
    print(
      table(
        ["command", `median of ${RUNS}, ms`, "aim, ms"],
        rows.map(([name, found, aim]) => [name, found.toFixed(0), String(aim)]),
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
