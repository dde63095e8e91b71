#!/usr/bin/env node
import { buildProgram } from "./program.js";
import { run } from "./run.js";

const args = process.argv.slice(2);
const noun = args.find((arg) => !arg.startsWith("-"));
process.exitCode = await run(() => buildProgram((name) => name === noun), args);
