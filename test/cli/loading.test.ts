import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { build, type BuildOptions, type Metafile } from "esbuild";
import { CommandNetwork } from "../helpers/command-network.js";
import { type Loaded, tellingLoaded } from "../helpers/loaded-modules.js";

const ROOT = path.join(import.meta.dirname, "../..");
const { BUNDLING } = (await import(path.join(ROOT, "tools/bundling.mjs"))) as { BUNDLING: BuildOptions };

/** What a command has loaded: how much of the package, from which sources, and Node's own modules. */
interface Load {
  bytes: number;
  sources: string[];
  packages: string[];
  builtins: string[];
}

/** What reading a network takes. */
const FOR_READING = [
  "@colors/colors",
  "@humanwhocodes/momoa",
  "ansi-regex",
  "cli-table3",
  "commander",
  "emoji-regex",
  "env-paths",
  "ethers",
  "fastest-levenshtein",
  "is-fullwidth-code-point",
  "is-network-error",
  "is-safe-filename",
  "p-map",
  "p-retry",
  "string-width",
  "strip-ansi",
  "zod",
];

describe("to be quick, a command loads no more than it needs:", function () {
  this.timeout(60_000);

  let network: CommandNetwork;
  let outputs: Metafile["outputs"];

  before(async () => {
    network = await CommandNetwork.deploy();
    const { metafile } = await build({ ...BUNDLING, absWorkingDir: ROOT, write: false, metafile: true });
    outputs = metafile.outputs;
  });

  after(() => network.stop());

  async function loadedBy(line: string): Promise<Load> {
    const report = path.join(network.directory, "loaded.json");
    const { code, stderr } = await network.run(line, undefined, tellingLoaded(report));
    expect(code, stderr).to.equal(0);
    const { modules, builtins } = JSON.parse(readFileSync(report, "utf8")) as Loaded;
    const files = modules.filter((url) => url.includes("/dist/cli/")).map((url) => fileURLToPath(url));
    const sources = files.flatMap((file) => {
      const { inputs } = outputs[path.relative(ROOT, file)] ?? expect.fail(`${file} is of another build.`);
      return Object.keys(inputs).filter((source) => (inputs[source]?.bytesInOutput ?? 0) > 0);
    });
    const packages = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return { bytes, sources, packages: [...new Set(packages)].sort(), builtins };
  }

  it("--help", async () => {
    const { bytes, packages } = await loadedBy("--help");
    expect(packages).to.deep.equal(["commander", "fastest-levenshtein"]);
    expect(bytes).to.be.below(61_000);
  });

  for (const line of ["org list", "node list", "account list", "proposal list", "status"]) {
    it(`${line}, which creates no contract and opens no keystore`, async () => {
      const { bytes, sources, packages, builtins } = await loadedBy(line);
      expect(packages).to.deep.equal(FOR_READING);
      expect(sources.filter((source) => /__factory|\/wallet\//.test(source) && !isOfInterface(source))).to.be.empty;
      expect(builtins.filter((each) => each.includes("undici"))).to.be.empty;
      expect(bytes).to.be.below(800_000);
    });
  }
});

/** Without code; what a library's functions become is in the contracts that use them. */
function isOfInterface(source: string): boolean {
  return /^typechain-types\/factories\/(?:interfaces|libraries)\//.test(source);
}
