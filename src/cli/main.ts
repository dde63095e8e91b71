#!/usr/bin/env node
import { addCompletion, isCompletion } from "./completion.js";
import { buildProgram } from "./program.js";
import { run } from "./run-program.js";

const args = process.argv.slice(2);
const noun = args.find((arg) => !arg.startsWith("-"));
const completes = isCompletion(noun);

process.exitCode = await run(async () => {
  const program = await buildProgram((name) => completes || name === noun);
  await addCompletion(program, completes && !args.includes("--help") && !args.includes("-h"));
  return program;
}, args);
