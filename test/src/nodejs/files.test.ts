import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { withScratch } from "../../../tools/shared/scratch.js";

const FILES = path.join(import.meta.dirname, "../../../src/nodejs/files.ts");
const TEXT = 100_000;

describe("A file that is written in one step", () => {
  it("stays as it was when the disk takes a part of the new text only", () =>
    withScratch(async (directory) => {
      const file = path.join(directory, "deployment.json");
      writeFileSync(file, "as before\n");
      const script = path.join(directory, "script.mts");
      writeFileSync(
        script,
        `import { writeAtomically } from ${JSON.stringify(FILES)};
        process.on("SIGXFSZ", () => {});
        try {
          writeAtomically(${JSON.stringify(file)}, "x".repeat(${TEXT}));
        } catch ({ code }) {
          console.log(code);
        }`,
      );
      // No file becomes longer than 8 KiB: like a disk that is nearly full, it takes so much and says so.
      const tsx = import.meta.resolve("tsx");
      const command = `ulimit -f 8 && exec "${process.execPath}" --import ${tsx} "${script}"`;
      const { stdout } = await promisify(execFile)("bash", ["-c", command]);
      expect(stdout).to.equal("FILE_NOT_WRITTEN\n");
      expect(readFileSync(file, "utf8")).to.equal("as before\n");
    }));
});
