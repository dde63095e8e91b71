#!/usr/bin/env node
import { addCompletion, isCompletion } from "./completion.js";
import { buildProgram } from "./program.js";
import { run } from "./run-program.js";
import { spelledOut } from "./short-forms.js";

const args = spelledOut(process.argv.slice(2));
const [noun, second] = args.filter((arg) => !arg.startsWith("-"));
const completes = isCompletion(noun);

process.exitCode = await run(async () => {
  // The second word is a noun where someone types "add node".
  const program = await buildProgram((name) => completes || name === noun || name === second);
  await addCompletion(program, completes && !args.includes("--help") && !args.includes("-h"));
  return program;
}, args);
