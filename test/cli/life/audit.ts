import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { readAccounts, readOrgs } from "../../../src/read/read-records.js";
import { addRole } from "../../../src/actions/roles.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { type Chapter, NODES } from "./chapter.js";

export const audit: Chapter = (network) => {
  const inScratch = (name: string): string => path.join(network().directory, name);

  async function write(line: string): Promise<string> {
    const { code, stdout, stderr } = await network().run(line);
    expect([code, stdout], stderr).to.deep.equal([0, ""]);
    return stderr;
  }

  it("history: who did what, for all, for an organisation, a proposal, an account or a time", async () => {
    const { admin1, clerk } = network().people;
    const [all, org, proposal, account, early, late] = await Promise.all([
      network().read("history"),
      network().read("history --org ORG1.SUB1"),
      network().read("history --proposal 1"),
      network().read(`history --account ${clerk.address}`),
      network().read("history --to-block 20"),
      network().run("history --since 2999-01-01"),
    ]);
    const entries = (text: string): string[] =>
      text.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC {2}block \d+ {2}.*$/gm) ?? [];
    expect(all).to.match(new RegExp(`block \\d+ {2}addOrg by ${admin1.address}$`, "m"));
    expect(entries(proposal).map((line) => line.split(" ").at(-3))).to.deep.equal([
      "addOrg",
      "approveOrg",
      "voteByHash",
    ]);
    expect(proposal).to.match(/^ {2}ORG1 was approved\.$/m);
    expect(org).to.include("ORG1.SUB1 was added.").and.not.include("addOrg");
    expect(account).to.include(clerk.address).and.not.include("addSubOrg");
    expect(entries(early).length).to.be.lessThan(entries(all).length).and.greaterThan(0);
    expect([late.code, late.stdout, late.stderr]).to.deep.equal([
      0,
      "",
      "There is nothing like that in the history.\n",
    ]);
  });

  it("export: everything as JSON or as tables, as it is or as it was", async () => {
    const directory = inScratch("tables");
    const [json, table, before, toFile, toTables] = await Promise.all([
      network().read("export"),
      network().read("export --format csv --table accounts"),
      network().read("export --block 22"),
      write(`export --out ${inScratch("network.json")}`),
      write(`export --format csv --out ${directory}`),
    ]);
    const now = await network().now();
    const read = (text: string) => JSON.parse(text) as { orgs: unknown[] };
    expect(read(json).orgs).to.deep.equal(await readOrgs(now));
    expect(read(readFileSync(inScratch("network.json"), "utf8"))).to.deep.equal(read(json));
    expect(read(before).orgs).to.have.length(1);
    expect(table.trim().split(/\r?\n/)).to.have.length((await readAccounts(now)).length + 1);
    expect(readFileSync(path.join(directory, "accounts.csv"), "utf8")).to.equal(table);
    expect(readdirSync(directory)).to.include("orgs.csv").and.to.have.length(9);
    for (const said of [toFile, toTables]) expect(said).to.match(/^Wrote .*, as of block \d+\.\n$/);
  });

  it("graph: the organisations as text, as Mermaid or as SVG", async () => {
    const [drawn, part, mermaid] = await Promise.all([
      network().read("graph"),
      network().read("graph ORG1.SUB1"),
      network().read("graph --format mermaid"),
      write(`graph --format svg --out ${inScratch("network.svg")}`),
    ]);
    expect(drawn)
      .to.match(/^ADMINORG · /m)
      .and.to.match(/─ ORG1\.SUB1 · approved$/m);
    expect(part).to.include("ORG1.SUB1.DEEP").and.not.include("ADMINORG");
    expect(mermaid).to.include("flowchart");
    expect(readFileSync(inScratch("network.svg"), "utf8")).to.match(/^(<\?xml[^>]*>\s*)?<svg /);
  });

  it("watch: shows what happens as it happens, until it is interrupted", async () => {
    const next = (await network().blockNumber()) + 1n;
    const { child, ended } = network().start(`watch --org ORG1 --from-block ${next} --json`);
    await once(child.stderr ?? child, "data");
    // By now the admin of ORG1.
    const signer = nodeSigner(network().people.stranger.address);
    const role = { org: "ORG1", role: "WATCHED", access: "call", admin: false } as const;
    await addRole({ network: await network().now(), signer }, role);
    await once(child.stdout ?? child, "data");
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(/^Watching chain 1337\. Ctrl-C ends it\.\n/);
    const entry = JSON.parse(stdout) as { function: string; who: string; changes: { sentence: string }[] };
    expect([entry.function, entry.who]).to.deep.equal(["addNewRole", signer.address]);
    expect(entry.changes.map(({ sentence }) => sentence)).to.include("The role WATCHED (call) was added to ORG1.");
  });

  it("history --json: one entry per line, with the node that joined", async () => {
    const lines = (await network().read("history --json")).trim().split("\n");
    const entries = lines.map((line) => JSON.parse(line) as { block: number; changes: object[] });
    expect(entries.map(({ block }) => block)).to.deep.equal(
      [...entries.map(({ block }) => block)].sort((a, b) => a - b),
    );
    expect(JSON.stringify(entries)).to.include(NODES.org1.slice("enode://".length, 40));
  });
};
