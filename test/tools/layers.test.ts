import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { withScratch } from "../../tools/shared/scratch.js";

const CONFIGURATION = path.join(import.meta.dirname, "../../.dependency-cruiser.mjs");
const { default: configuration } = (await import(CONFIGURATION)) as {
  default: Required<Pick<IFlattenedRuleSet, "forbidden">> & { options: ICruiseOptions };
};

/** What of our rules a project with these files breaks: "rule: file → what it uses". */
function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  return withScratch(async (directory) => {
    for (const [file, text] of Object.entries({ "tsconfig.json": "{}", ...files })) {
      const target = path.join(directory, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const { forbidden, options } = configuration;
    const { output } = await cruise(["."], { ...options, baseDir: directory, validate: true, ruleSet: { forbidden } });
    const { violations } = (output as ICruiseResult).summary;
    return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  });
}

const OTHER = "export const other = 1;\n";

/** One file that uses another. */
function using(file: string, used: string): Promise<string[]> {
  const relative = path.posix.relative(path.posix.dirname(file), used).replace(/\.ts$/, ".js");
  const specifier = relative.startsWith(".") ? relative : `./${relative}`;
  return broken({ [file]: `export * from "${specifier}";\n`, [used]: OTHER });
}

const LAYERS = [
  ["util"],
  ["model"],
  ["errors"],
  ["certificates", "chain"],
  ["network"],
  ["read"],
  ["actions"],
  ["audit", "steps"],
  ["deploy", "check", "node-bundle"],
  ["nodejs", "hardhat"],
  ["cli"],
];

describe("The layers of the library", () => {
  it("use those before them", async () => {
    for (const [index, line] of LAYERS.entries()) {
      for (const folder of line) {
        for (const lower of LAYERS[index - 1] ?? []) {
          expect(await using(`src/${folder}/a.ts`, `src/${lower}/b.ts`), folder).to.deep.equal([]);
          expect(await using(`src/${lower}/a.ts`, `src/${folder}/b.ts`), lower).to.deep.equal([
            `layer-${lower}: src/${lower}/a.ts → src/${folder}/b.ts`,
          ]);
        }
      }
    }
  });

  it("do not use others of the same line", async () => {
    expect(await using("src/audit/a.ts", "src/steps/b.ts")).to.deep.equal([
      "layer-audit: src/audit/a.ts → src/steps/b.ts",
    ]);
  });

  it("do not use later ones for their types only", async () => {
    const files = {
      "src/model/a.ts": 'import type { B } from "../cli/b.js";\nexport type A = B;\n',
      "src/cli/b.ts": "export type B = 1;\n",
    };
    expect(await broken(files)).to.deep.equal(["layer-model: src/model/a.ts → src/cli/b.ts"]);
  });

  it("are known", async () => {
    expect(await using("src/elsewhere/a.ts", "src/model/b.ts")).to.deep.equal([
      "known-folder: src/elsewhere/a.ts → src/model/b.ts",
    ]);
  });

  it("hold all files but the entries, which nothing inside uses", async () => {
    expect(await using("src/index.ts", "src/model/b.ts")).to.deep.equal([]);
    expect(await using("src/loose.ts", "src/model/b.ts")).to.deep.equal([
      "no-loose-files: src/loose.ts → src/model/b.ts",
    ]);
    expect(await using("src/cli/a.ts", "src/index.ts")).to.deep.equal([
      "no-use-of-entries: src/cli/a.ts → src/index.ts",
    ]);
  });

  it("need Node in its own folders only", async () => {
    const reading = 'export * from "node:fs";\n';
    expect(await broken({ "src/chain/a.ts": reading })).to.deep.equal(["node-apart: src/chain/a.ts → fs"]);
    expect(await broken({ "src/nodejs/a.ts": reading, "src/cli/a.ts": reading })).to.deep.equal([]);
  });

  it("are above what deploys the contracts", async () => {
    expect(await using("deploy/a.ts", "src/model/b.ts")).to.deep.equal([]);
    expect(await using("deploy/a.ts", "src/network/b.ts")).to.deep.equal([
      "deployment-of-contracts: deploy/a.ts → src/network/b.ts",
    ]);
  });

  it("use nothing that is for tests and developers", async () => {
    for (const folder of ["test", "scripts", "tools", "typechain-types/factories/test"]) {
      expect(await using("src/read/a.ts", `${folder}/b.ts`), folder).to.deep.equal([
        `no-test-code: src/read/a.ts → ${folder}/b.ts`,
      ]);
    }
  });
});

describe("Files", () => {
  for (const folder of ["src/read", "deploy", "test", "scripts", "tools"]) {
    it(`of ${folder} do not use each other in a circle`, async () => {
      const files = {
        [`${folder}/a.ts`]: 'export * from "./b.js";\n',
        [`${folder}/b.ts`]: 'export * from "./a.js";\n',
      };
      expect(await broken(files)).to.include(`no-circular: ${folder}/a.ts → ${folder}/b.ts`);
    });
  }

  it("use only what is there", async () => {
    expect(await broken({ "src/read/a.ts": 'export * from "./gone.js";\n' })).to.deep.equal([
      "resolvable: src/read/a.ts → ./gone.js",
    ]);
  });
});
