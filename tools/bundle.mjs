// Puts the command line into a few files with everything that it needs: hundreds of small ones take long to load.
import { rmSync } from "node:fs";
import { build } from "esbuild";

/** The command line takes zod's messages in English only; those in fifty other languages would be loaded each time. */
const oneLanguage = {
  name: "one-language",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    }));
  },
};

rmSync("dist/cli", { recursive: true, force: true });
await build({
  entryPoints: { portcullis: "src/cli/main.ts" },
  outdir: "dist/cli",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["hardhat", "@nomicfoundation/edr"],
  plugins: [oneLanguage],
  minify: true,
  legalComments: "linked",
  // Some packages are CommonJS, which asks for a `require` that modules do not have.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});
