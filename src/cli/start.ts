#!/usr/bin/env node
import * as module from "node:module";
import envPaths from "env-paths";

// Node 20 has no such function. Where nothing can be written, Node compiles each time.
if ("enableCompileCache" in module) module.enableCompileCache(envPaths("portcullis", { suffix: "" }).cache);

await import("./main.js");
