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
  plugins: [walletsApart, whyLeftOut],
  minify: true,
  legalComments: "linked",
  // Some packages are CommonJS, which asks for a `require` that modules do not have. esbuild does not know the names in this line.
  banner: { js: 'import { createRequire as $for } from "node:module"; const require = $for(import.meta.url);' },
};
