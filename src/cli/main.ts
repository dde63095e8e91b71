#!/usr/bin/env node
import { addCompletion, isCompletion } from "./completion.js";
import { buildProgram } from "./program.js";
import { isPipeClosed, run } from "./run.js";

const args = process.argv.slice(2);
const noun = args.find((arg) => !arg.startsWith("-"));
// Whoever read the output may have seen enough, as `head` does. What was begun is finished all the same.
process.stdout.on("error", (error) => {
  if (!isPipeClosed(error)) throw error;
});

const completes = isCompletion(noun);

process.exitCode = await run(async () => {
  const program = await buildProgram((name) => completes || name === noun);
  await addCompletion(program, completes && !args.includes("--help") && !args.includes("-h"));
  return program;
}, args);
