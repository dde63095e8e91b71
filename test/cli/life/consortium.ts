import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { ANSWERS } from "../../../src/cli/json/answers.js";
import { enodeUrl } from "../../../tools/shared/network-file.js";
import type { Chapter } from "./chapter.js";

const STAR = path.join(import.meta.dirname, "../../../examples/star/consortium.yaml");

/** Several networks, before any of them is there. */
export const consortium: Chapter = (network) => {
  const nowhere = { environment: { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined } };
  const inside = (name: string): string => path.join(network().directory, name);
  const run = (line: string) => network().run(line, undefined, nowhere);

  it("consortium read: what becomes of each value, and a consortium file with what is missing marked", async () => {
    const [chain, file] = [inside("mgroup.ini"), inside("read.yaml")];
    writeFileSync(chain, "[group]\ngroup_id=2\n[member]\nmember0=10.0.0.1:30300\nmember1=10.0.0.2:30300\n");
    const written = await run(`consortium read ${chain} --out ${file}`);
    expect([written.code, written.stderr]).to.deep.equal([0, ""]);
    expect(written.stdout)
      .to.match(/mgroup\.ini is FISCO's group \(mgroup\.ini\)\.\n {4}the group group2: group\.group_id$/m)
      .and.to.match(/^To be filled in: \d+$/m)
      .and.to.match(/\n\n.*read\.yaml\n$/);
    const checked = await run(`consortium check ${file}`);
    expect(checked.code).to.equal(1);
    expect(checked.stdout).to.match(/"groups\[0\]\.chainId" is still to be filled in\.$/m);
    const [again, asJson] = await Promise.all([
      run(`consortium read ${chain} --out ${file}`),
      run(`consortium read ${chain} --json`),
    ]);
    expect([again.code, again.stderr.split("\n")[0]]).to.deep.equal([1, `${file} already exists.`]);
    const { error } = ANSWERS["consortium read"].safeParse(JSON.parse(asJson.stdout));
    expect(error).to.equal(undefined);
  });

  it("consortium read: writes a policy file for each chain, and says what it is for", async () => {
    const [chain, file] = [inside("bc.yml"), inside("trade.yaml")];
    const policy = "resource_policies:\n  - resource_name: CHAIN_CONFIG-TRUST_ROOT_ADD\n    policy: { rule: ANY }\n";
    writeFileSync(chain, `chain_id: trade\ntrust_roots: [{ org_id: north, root: x }]\n${policy}`);
    const looked = await run(`consortium read ${chain}`);
    expect(looked.stdout).to.match(/^Policies\n {4}--out also writes a file .*: trade\.\n$/ms);
    const { code, stdout, stderr } = await run(`consortium read ${chain} --out ${file} --json`);
    expect(code, stderr).to.equal(0);
    const policyFile = inside("trade-trade-policies.yaml");
    const { policies } = ANSWERS["consortium read"].parse(JSON.parse(stdout));
    expect(policies).to.deep.equal([{ group: "trade", text: readFileSync(policyFile, "utf8"), out: policyFile }]);
    const again = await run(`consortium read ${chain} --out ${inside("again.yaml")}`);
    expect(again.stdout).to.match(
      /^.*again-trade-policies\.yaml\n\nOnce trade runs:\n {2}portcullis policy set .*again-trade/m,
    );
  });

  it("consortium read: writes nothing from a text without indentation until somebody has looked at it", async () => {
    const [chain, file] = [inside("flat.yml"), inside("flat-read.yaml")];
    writeFileSync(chain, "chain_id: trade\nconsensus:\ntype: 1\nnodes:\n- org_id: north\nnode_id:\n- QmNorth1\n");
    const { code, stdout, stderr } = await run(`consortium read ${chain} --out ${file}`);
    expect([code, existsSync(file)]).to.deep.equal([2, false]);
    expect(stdout).to.match(/lost its indentation, and was read as\nchain_id: trade\nconsensus:\n {2}type: 1\n/);
    expect(stderr).to.match(/Add --yes to write it without being asked/);
    const agreed = await run(`consortium read ${chain} --out ${file} --yes`);
    expect([agreed.code, existsSync(file)], agreed.stderr).to.deep.equal([0, true]);
  });

  it("consortium read: reads a folder of the kit without opening keys, and refuses what it does not know", async () => {
    const folder = inside("kit");
    mkdirSync(path.join(folder, "validator0"), { recursive: true });
    const url = enodeUrl("a1", 30_303);
    writeFileSync(path.join(folder, "static-nodes.json"), JSON.stringify([url]));
    writeFileSync(path.join(folder, "validator0/nodekey"), "secret");
    const { code, stdout } = await run(`consortium read ${folder}`);
    expect(code).to.equal(0);
    expect(stdout)
      .to.match(/the node node-[0-9a-f]{8} at 127\.0\.0\.1:30303: \[0\]$/m)
      .and.to.match(/it may be a secret, and was not opened/)
      .and.to.not.include("secret\n");
    const unknown = await run(`consortium read ${path.join(folder, "validator0/nodekey")}`);
    expect([unknown.code, unknown.stdout]).to.deep.equal([1, ""]);
    expect(unknown.stderr).to.match(/nodekey is no file that can be read\.\n {2}Name one of these: /);
  });

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

  it("consortium genesis: makes none of what the check finds wrong, and says what that is", async () => {
    const broken = inside("same-chain.yaml");
    writeFileSync(broken, readFileSync(STAR, "utf8").replace("chainId: 10002", "chainId: 10001"));
    const { code, stdout, stderr } = await run(`consortium genesis ${broken} group1 --out ${inside("none.json")}`);
    expect([code, stdout, existsSync(inside("none.json"))]).to.deep.equal([1, "", false]);
    expect(stderr)
      .to.match(/^The networks of .*same-chain\.yaml would not work:$/m)
      .and.to.match(/^ {2}\S+:\d+:\d+ The group group2 has the chain id 10001 of the group group1/m);
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
