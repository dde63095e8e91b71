import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { Chapter } from "./chapter.js";

const STAR = path.join(import.meta.dirname, "../../../examples/star/consortium.yaml");

/** Several networks, before any of them is there. */
export const consortium: Chapter = (network) => {
  const nowhere = { environment: { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined } };
  const inside = (name: string): string => path.join(network().directory, name);
  const run = (line: string) => network().run(line, undefined, nowhere);

  it("consortium check: the star is complete, and a broken one is told with every mistake", async () => {
    const broken = inside("broken-star.yaml");
    writeFileSync(broken, readFileSync(STAR, "utf8").replace("chainId: 10002", "chainId: 10001").replace("30310", "0"));
    const [good, bad, asJson] = await Promise.all([
      run(`consortium check ${STAR}`),
      run(`consortium check ${broken}`),
      run(`consortium check ${broken} --json`),
    ]);
    expect([good.code, good.stderr]).to.deep.equal([0, ""]);
    expect(good.stdout)
      .to.match(/✓ .* is complete: agencies 4, groups 3, nodes 4, processes 6\.$/m)
      .and.to.match(/^0 errors, 3 warnings$/m);
    expect(bad.code).to.equal(1);
    expect(bad.stdout)
      .to.match(/broken-star\.yaml:\d+:\d+ "nodes\[0\]\.runs\[1\]\.port" cannot be 0\.$/m)
      .and.to.match(/The group group2 has the chain id 10001 of the group group1/)
      .and.to.match(/^2 errors, 3 warnings$/m);
    const [section] = JSON.parse(asJson.stdout) as { findings: { code: string }[] }[];
    expect(section?.findings.map(({ code }) => code)).to.include.members([
      "CONSORTIUM_FILE_NOT_ALLOWED",
      "CHAIN_ID_TWICE",
    ]);
    expect(asJson.code).to.equal(1);
  });

  it("consortium genesis: the file of a group, and the hashes to compare", async () => {
    const file = inside("group1.json");
    const written = await run(`consortium genesis ${STAR} group1 --out ${file} --json`);
    expect(written.code, written.stderr).to.equal(0);
    const told = JSON.parse(written.stdout) as Record<string, unknown>;
    const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(told).to.include({ group: "group1", chainId: 10_001, consensus: "istanbul", fileHash: `0x${sum}`, file });
    const again = await run(`consortium genesis ${STAR} group1 --out ${file}`);
    expect([again.code, again.stderr]).to.deep.equal([0, ""]);
    expect(again.stdout)
      .to.match(/^first block +0x[0-9a-f]{64}$/m)
      .and.to.include(sum);
  });

  it("consortium genesis: refuses a group that is not there, and a file that holds something else", async () => {
    const [unknown, other] = await Promise.all([
      run(`consortium genesis ${STAR} group9`),
      run(`consortium genesis ${STAR} group2 --out ${inside("group1.json")}`),
    ]);
    expect([unknown.code, unknown.stdout]).to.deep.equal([1, ""]);
    expect(unknown.stderr).to.match(/has no group group9\.\n {2}Name one of these: group1, group2, group3\.$/m);
    expect([other.code, other.stdout]).to.deep.equal([1, ""]);
    expect(other.stderr).to.match(/group1\.json already exists, with different content\.$/m);
  });
};
