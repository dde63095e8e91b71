// Builds the command line as it is packed.
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { BUNDLING } from "./bundling.mjs";

rmSync(BUNDLING.outdir, { recursive: true, force: true });
await build(BUNDLING);
