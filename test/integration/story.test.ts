import { readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { runScript } from "../../tools/shared/processes.js";
import { withScratch } from "../../tools/shared/scratch.js";

describe("scripts/story.ts", function () {
  this.timeout(300_000);

  it("tells the whole story, and everything in it is as it should be", () =>
    withScratch(async (directory) => {
      const { code, stdout, stderr } = await runScript("story", ["--out", directory]);
      expect(code, stderr).to.equal(0);
      expect(stderr).to.equal("");
      expect(stdout).to.match(/^\d+ things were checked along the way, and all were as they should be\.$/m);
      const chapters = [...stdout.matchAll(/^(\d+)\. .+$/gm)].map(([, number]) => Number(number));
      expect(chapters).to.deep.equal(Array.from({ length: 13 }, (_, index) => index + 1));
      expect(readPermissionConfig(path.join(directory, "permission-config.json")).nwAdminOrg).to.equal("ADMINORG");
    }));
});

describe("scripts/story-consortium.ts", function () {
  this.timeout(300_000);

  it("tells how four agencies make three networks, and everything in it is as it should be", () =>
    withScratch(async (directory) => {
      const { code, stdout, stderr } = await runScript("story-consortium", ["--out", directory]);
      expect([code, stderr]).to.deep.equal([0, ""]);
      expect(stdout).to.match(/^\d+ things were checked along the way, and all were as they should be\.$/m);
      expect([...stdout.matchAll(/^\d+\. .+$/gm)]).to.have.length(6);
      const keys = readdirSync(directory, { recursive: true }).filter(
        (name) => path.basename(String(name)) === "nodekey",
      );
      const owners = keys.map((name) => String(name).split(path.sep)[0]);
      expect(owners.sort()).to.deep.equal(["A", "A", "A", "B", "C", "D", "E"]);
    }));
});
