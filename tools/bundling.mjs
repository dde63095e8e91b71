import { readFileSync } from "node:fs";

/** Changes what the files with such a path say before they are bundled. */
function rewriting(name, filter, rewrite, loader = "js") {
  return {
    name,
    setup({ onLoad }) {
      onLoad({ filter }, ({ path }) => ({ contents: rewrite(readFileSync(path, "utf8")), loader }));
    },
  };
}

/** What opens keystores is loaded by itself (ethers/wallet), and not with the rest of ethers. esbuild would otherwise put into a file
 *  that every command loads whatever ethers' index names. */
const walletsApart = rewriting("wallets-apart", /[\\/]ethers[\\/]lib\.esm[\\/]ethers\.js$/, (text) =>
  text.replaceAll(/^export .* from "\.\/(?:wallet|wordlists)\/index\.js";$/gm, ""),
);

/** Why an error happens is for the page docs/errors.md; every command would load it. */
const whyLeftOut = rewriting(
  "why-left-out",
  /[\\/]src[\\/]errors[\\/](?:catalogue|[\w-]+-texts)\.ts$/,
  (text) => text.replaceAll(/^ +why: (?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),$/gm, ""),
  "ts",
);

/** commander runs commands that are programs of their own, and loads what starts them whenever it is loaded. There is no such command. */
const noProgramsStarted = rewriting("no-programs-started", /[\\/]commander[\\/]lib[\\/]command\.js$/, (text) =>
  text.replace("require('node:child_process')", "{}"),
);

/** How esbuild puts the command line into a few files with everything that it needs: hundreds of small ones take long to load. */
export const BUNDLING = {
  entryPoints: { portcullis: "src/cli/main.ts" },
  outdir: "dist/cli",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["hardhat", "@nomicfoundation/edr"],
  plugins: [walletsApart, whyLeftOut, noProgramsStarted],
  minify: true,
  legalComments: "linked",
  // Some packages are CommonJS, which asks for a `require` that modules do not have. esbuild does not know the names in this line.
  banner: { js: 'import { createRequire as $for } from "node:module"; const require = $for(import.meta.url);' },
};
