#!/usr/bin/env node
import { addCompletion } from "./completion.js";
import { buildProgram } from "./program.js";
import { run } from "./run-program.js";
import { spelledOut } from "./short-forms.js";

const args = spelledOut(process.argv.slice(2));
const [noun, second] = args.filter((arg) => !arg.startsWith("-"));

process.exitCode = await run(async () => {
  // The second word is a noun where someone types "add node", and where a shell asks what may stand next.
  const program = await buildProgram((name) => name === noun || name === second);
  addCompletion(program, noun);
  return program;
}, args);
