import { execFile } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { temporaryBeside, writeAtomically, writeNew } from "../../../src/nodejs/files.js";
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

  it("is what a link leads to, which stays: also through several, to another directory, and to what is not there yet", () =>
    withScratch((directory) => {
      const at = (...names: string[]): string => path.join(directory, ...names);
      mkdirSync(at("etc"));
      mkdirSync(at("data"));
      writeFileSync(at("etc", "real.json"), "as before\n");
      symlinkSync("../etc/real.json", at("data", "link.json"));
      symlinkSync("link.json", at("data", "second.json"));
      symlinkSync("../etc/new.json", at("data", "dangling.json"));
      symlinkSync("data", at("linked"));
      writeAtomically(at("linked", "second.json"), "one\n");
      writeAtomically(at("linked", "dangling.json"), "two\n");
      expect(readFileSync(at("etc", "real.json"), "utf8")).to.equal("one\n");
      expect(readFileSync(at("etc", "new.json"), "utf8")).to.equal("two\n");
      expect(readlinkSync(at("data", "second.json"))).to.equal("link.json");
      expect(readdirSync(at("data")).sort()).to.deep.equal(["dangling.json", "link.json", "second.json"]);
      expect(readdirSync(at("etc")).sort()).to.deep.equal(["new.json", "real.json"]);
      return Promise.resolve();
    }));

  it("is refused through links that lead to each other", () =>
    withScratch((directory) => {
      const [one, other] = [path.join(directory, "one"), path.join(directory, "other")];
      symlinkSync("other", one);
      symlinkSync("one", other);
      expect(() => {
        writeAtomically(one, "");
      }).to.throw(/^Cannot write .*one\.$/);
      return Promise.resolve();
    }));

  it("keeps its permissions", () =>
    withScratch((directory) => {
      const file = path.join(directory, "config.json");
      for (const mode of [0o600, 0o664, 0o640]) {
        writeFileSync(file, "as before\n");
        chmodSync(file, mode);
        writeAtomically(file, "new\n");
        expect(statSync(file).mode & 0o777).to.equal(mode);
      }
      return Promise.resolve();
    }));

  it("is not written through what somebody has put in the place of the unfinished one", () =>
    withScratch((directory) => {
      const [file, other] = [path.join(directory, "a.key"), path.join(directory, "other")];
      writeFileSync(other, "of another one\n");
      symlinkSync(other, temporaryBeside(file));
      writeNew(file, "secret\n", 0o600);
      expect(readFileSync(other, "utf8")).to.equal("of another one\n");
      expect([lstatSync(file).isFile(), lstatSync(file).mode & 0o777]).to.deep.equal([true, 0o600]);
      expect(readdirSync(directory).sort()).to.deep.equal(["a.key", "other"]);
      return Promise.resolve();
    }));

  it("is new where it has to be: a file or a link that leads to nothing is there already", () =>
    withScratch((directory) => {
      const file = path.join(directory, "link.key");
      symlinkSync("nothing", file);
      expect(() => {
        writeNew(file, "secret\n");
      }).to.throw(/already exists/);
      expect(readdirSync(directory)).to.deep.equal(["link.key"]);
      return Promise.resolve();
    }));
});
