import { readFileSync } from "node:fs";

/** What opens keystores is loaded by itself (ethers/wallet), and not with the rest of ethers. esbuild would otherwise put into a file
 *  that every command loads whatever ethers' index names. */
const walletsApart = {
  name: "wallets-apart",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ethers[\\/]lib\.esm[\\/]ethers\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(/^export .* from "\.\/(?:wallet|wordlists)\/index\.js";$/gm, ""),
    }));
  },
};

/** Why an error happens is for the page docs/errors.md; every command would load it. */
const whyLeftOut = {
  name: "why-left-out",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]errors[\\/](?:catalogue|[\w-]+-texts)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(/^ +why: (?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),$/gm, ""),
      loader: "ts",
    }));
  },
};

/** commander runs commands that are programs of their own, and loads what starts them whenever it is loaded. There is no such command. */
const noProgramsStarted = {
  name: "no-programs-started",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]lib[\\/]command\.js$/.test(importer)
        ? { path: "child_process", namespace: "not-needed" }
        : undefined,
    );
    onLoad({ filter: /^/, namespace: "not-needed" }, () => ({ contents: "" }));
  },
};

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
