import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { ANSWERS } from "../../../src/cli/json/answers.js";
import { parseConsortiumFile } from "../../../src/consortium/file/consortium-file.js";
import { foundings } from "../../../src/consortium/founding/founding.js";
import { nodeAddress } from "../../../src/model/node-address.js";
import { enodeIdOf, enodeUrl } from "../../../tools/shared/network-file.js";
import type { Outcome } from "../../../tools/shared/processes.js";
import { type Gate, openGate } from "../../helpers/breakage/request-gate.js";
import { GoQuorumLookalike, notOffered } from "../../helpers/goquorum-lookalike.js";
import { at, starAfter } from "../../src/consortium/star.js";
import type { Chapter } from "./chapter.js";

/** Groups become permissioned networks, and their validators change, at nodes that only look like GoQuorum's. */
export const groups: Chapter = (network) => {
  let node: GoQuorumLookalike;
  let gate: Gate;
  const inside = (...names: string[]): string => path.join(network().directory, "groups", ...names);

  before(async () => {
    node = new GoQuorumLookalike();
    gate = await openGate(network().url, node.keeper);
  });
  after(() => {
    gate.close();
  });

  const run = (line: string): Promise<Outcome> =>
    network().run(line, undefined, {
      environment: { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined },
    });

  describe("consortium deploy", () => {
    let deploy: (more: string) => Promise<Outcome>;

    before(async () => {
      const { admin1, orgAdmin, newcomer } = network().people;
      const star = starAfter(({ agencies, groups: all }) => {
        at(agencies, 0).admins = [admin1.address];
        at(agencies, 1).admins = [orgAdmin.address, newcomer.address];
        at(all, 0).chainId = Number(network().chain.chainId);
      });
      const file = inside("consortium.yaml");
      const [founding] = foundings(parseConsortiumFile(star), { name: "A", admins: [admin1.address] });
      const first = await network().chain.rpc.send("eth_getBlockByNumber", ["0x0", false]);
      node.instead = (method, [tag]) =>
        method === "eth_getBlockByNumber" && tag === "0x0" ? { ...(first as object), hash: founding?.hash } : undefined;
      const where = `--group group1 --network ${gate.url} --out ${inside("out")} --packages ${inside("packages")}`;
      deploy = (more) => run(`consortium deploy ${file} A ${where} ${more}`);
      mkdirSync(inside());
      writeFileSync(file, star.read());
    });

    it("shows what would be done in which group, and sends nothing", async () => {
      const { admin1 } = network().people;
      const before = await network().blockNumber();
      const { code, stdout, stderr } = await deploy(`--from ${admin1.address} --dry-run`);
      expect(code, stderr).to.equal(0);
      expect(stdout).to.match(
        new RegExp(`^group1 +1337 +${gate.url}/? +(\\d+) steps of \\1 +B +${admin1.address}$`, "m"),
      );
      expect(stderr).to.match(/Nothing was sent\.\n$/);
      expect(existsSync(inside("out"))).to.equal(false);
      expect(await network().blockNumber()).to.equal(before);
    });

    it("the guardian deploys and boots, an admin of the agency goes on, and a third time nothing is left", async () => {
      const { guardian, admin1 } = network().people;
      const config = inside("out/group1/permission-config.json");
      const first = await deploy(`--from ${guardian.address} --yes`);
      expect([first.code, first.stdout], first.stderr).to.deep.equal([0, ""]);
      expect(first.stderr).to.match(/^An admin of A now does the same again, and admits B\.$/m);
      expect(existsSync(inside("packages"))).to.equal(false);

      const second = await deploy(`--from ${admin1.address} --yes`);
      expect([second.code, second.stdout], second.stderr).to.deep.equal([0, `${config}\n`]);
      expect(second.stderr).to.match(/^B is an organisation of the network now\.$/m);
      expect(second.stderr).to.match(/^group1: portcullis admin propose B 0x/m);
      const packed = inside("packages/node0/group1/permission-config.json");
      expect(readFileSync(packed, "utf8")).to.equal(readFileSync(config, "utf8"));

      const before = await network().blockNumber();
      const third = await deploy(`--from ${admin1.address}`);
      expect([third.code, third.stdout], third.stderr).to.deep.equal([0, `${config}\n`]);
      expect(third.stderr).to.match(/^B is an organisation of the network\.$/m);
      expect(await network().blockNumber()).to.equal(before);
    });

    it("refuses a node of another group, one node for several groups, and to guess who signs", async () => {
      const { admin1 } = network().people;
      const file = inside("consortium.yaml");
      const as = `--from ${admin1.address} --yes`;
      const other = await run(`consortium deploy ${file} A --group group2 --network ${gate.url} ${as}`);
      expect(other.stderr).to.match(/^The node at \S+ is of chain 1337, and group2 is chain 10002\.$/m);
      node.instead = () => undefined;
      const genesis = await deploy(as);
      expect(genesis.stderr).to.match(/has the first block 0x\w+, and the consortium file makes 0x\w+ for group1\.$/m);
      const several = await run(`consortium deploy ${file} A --network ${gate.url} ${as}`);
      expect(several.stderr).to.match(/^A node is of one group, and several are to be deployed\.$/m);
      expect((await deploy("--yes")).stderr).to.match(/^It is not said who signs\.$/m);
      for (const { code } of [other, genesis, several]) expect(code).to.not.equal(0);
    });
  });

  describe("validator", () => {
    const NODE = enodeUrl("b1", 21_010);
    const address = nodeAddress(enodeIdOf("b1"));
    const others = ["a1", "a2", "a3"].map((digits) => nodeAddress(enodeIdOf(digits)));
    let sent: unknown[];

    const consensus = (says: Record<string, (params: readonly unknown[]) => unknown>): void => {
      sent = [];
      node.instead = (method, params) => {
        if (!/^(?:istanbul|raft)_/.test(method)) return undefined;
        if (/propose|Peer$/.test(method)) sent.push([method, ...params]);
        return says[method]?.(params) ?? (method in says ? null : notOffered(method));
      };
    };
    const at = (line: string): Promise<Outcome> => run(`validator ${line} --network ${gate.url}`);

    it("list, add, remove: a vote of this node on Istanbul BFT and QBFT", async () => {
      const votes: Record<string, boolean> = {};
      consensus({
        istanbul_getValidators: () => others.map((each) => each.toLowerCase()),
        istanbul_candidates: () => votes,
        istanbul_propose: ([candidate, wanted]) => {
          votes[String(candidate)] = wanted === true;
          return null;
        },
      });
      const dry = await at(`add ${NODE} --dry-run`);
      expect([dry.code, dry.stdout, sent]).to.deep.equal([0, "", []]);
      expect(dry.stderr).to.include(`Vote for the validator ${address}, node `);
      const asked = await at(`add ${NODE}`);
      expect(asked.stderr).to.match(/^No one is there to confirm it\.$/m);
      const done = await at(`add ${NODE} --yes`);
      expect(done.stdout).to.match(
        /^This node votes so .* Of 3 validators, 2 must: each agency adds it at its node\.$/m,
      );
      expect(sent).to.deep.equal([["istanbul_propose", address, true]]);
      expect((await at(`add ${NODE} --yes`)).stdout).to.equal("This node votes so already.\n");
      expect((await at(`remove ${NODE} --yes`)).stdout).to.equal("The node makes no blocks.\n");
      const shown = await at("list");
      expect(shown.stdout).to.match(new RegExp(`^VALIDATOR\\n(?:0x\\w+\\n){3}\\n.*\\n${address} +for it$`, "m"));
      const asJson = JSON.parse((await at("list --json")).stdout) as unknown;
      expect(ANSWERS["validator list"].safeParse(asJson).error).to.equal(undefined);
    });

    it("list, add, remove: a member of the cluster decides on Raft, and numbers the new one", async () => {
      const member = { raftId: 2, nodeId: enodeIdOf("b1"), hostname: "127.0.0.1", p2pPort: 21_010, raftPort: 50_400 };
      let members = [{ ...member, role: "verifier", nodeActive: true }];
      consensus({ raft_cluster: () => members, raft_addPeer: () => 3, raft_removePeer: () => null });
      expect((await at("list")).stdout).to.match(/^2 +verifier +127\.0\.0\.1:21010 +\w{128}$/m);
      const asJson = JSON.parse((await at("list --json")).stdout) as unknown;
      expect(ANSWERS["validator list"].safeParse(asJson).error).to.equal(undefined);
      expect((await at(`add ${NODE} --yes`)).stdout).to.equal("The node makes blocks already.\n");
      const removed = await at(`remove ${NODE} --yes`);
      expect(removed.stdout).to.equal("It is no member any more. Stop the node.\n");
      members = [];
      expect((await at(`add ${NODE} --yes`)).stdout).to.match(/^Its number is 3\. Write it into the file raft-id /);
      expect(sent).to.deep.equal([
        ["raft_removePeer", 2],
        ["raft_addPeer", NODE],
      ]);
    });

    it("is not answered by a node that offers neither API", async () => {
      consensus({});
      const { code, stderr } = await at("list");
      expect([code, stderr.split("\n")[0]]).to.deep.equal([1, "The node does not say who makes blocks."]);
      expect(stderr).to.match(/Name the IPC socket in the node's directory, such as .*: --network\.$/m);
    });
  });
};
