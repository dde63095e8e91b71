import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { fileAt } from "../../../src/nodejs/files.js";
import { ZeroAddress } from "ethers";
import { proposeAdmin, proposeAdminRemoval } from "../../../src/actions/admins.js";
import { transferGuardian } from "../../../src/actions/guardian.js";
import { addNode, changeNodeStatus } from "../../../src/actions/nodes.js";
import { proposeRule } from "../../../src/actions/network-settings.js";
import { castVote } from "../../../src/actions/votes.js";
import { bootNetwork } from "../../../src/nodejs/deployment/boot-network.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { formatEnode, shortId } from "../../../src/model/enode.js";
import { type PermissionConfig, permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import { RpcError } from "../../../src/chain/rpc-error.js";
import { checkDeployment } from "../../../src/check/check-deployment.js";
import type { ActionName } from "../../../src/errors/action.js";
import type { Finding } from "../../../src/errors/finding.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { ADMIN, type Deployed, deployed, GUARDIAN, NETWORK, NODES, SECOND, THIRD } from "../../helpers/deployed.js";
import { codesOf, sentenceOf } from "../../helpers/findings.js";
import { enodeIdOf, enodeUrl } from "../../../tools/shared/network-file.js";

const DAY = 24 * 3600;

describe("the check of a deployment", () => {
  let d: Deployed;
  let snapshot: unknown;

  before(async () => {
    d = await deployed();
  });
  after(() => {
    d.remove();
  });
  beforeEach(async () => {
    snapshot = await d.chain.rpc.send("evm_snapshot", []);
  });
  afterEach(async () => {
    await d.chain.rpc.send("evm_revert", [snapshot]);
  });

  const check = (changes: Partial<PermissionConfig> = {}, nodeFiles: string[] = []) =>
    checkDeployment({ chain: d.chain, config: { ...d.config, ...changes }, nodeFiles: nodeFiles.map(fileAt) });

  it("finds nothing wrong with a new network, and says what it looked at", async () => {
    expect(await check()).to.deep.equal(
      [
        "The permission-config.json is of this chain.",
        "The nine contracts are one suite, and linked.",
        "The network was deployed in the block that the file names.",
        "The contracts are those of this version.",
        "The network has booted.",
        "The permission-config.json agrees with the contracts.",
        "The caches of GoQuorum nodes hold 2 of 1000 nodes (0 %), 3 of 6000 accounts (0 %), 1 of 2500 roles (0 %), 1 of 2000 organisations (0 %).",
        "There are 3 network admins.",
      ].map((what) => ({ level: "ok", code: "OK", what })),
    );
  });

  async function remove(...accounts: readonly string[]): Promise<void> {
    for (const account of accounts) await d.decide(proposeAdminRemoval(d.as(ADMIN), { org: "ADMINORG", account }));
  }

  const state: [what: string, happen: () => Promise<unknown>, found: string[], code: string, says: RegExp][] = [
    [
      "a proposed guardian",
      () => transferGuardian(d.as(GUARDIAN), { account: SECOND }),
      ["info GUARDIAN_TRANSFER_OPEN"],
      "GUARDIAN_TRANSFER_OPEN",
      new RegExp(`^${SECOND} is proposed as the next guardian`),
    ],
    [
      "a guardian who is a network admin",
      () => d.decide(proposeAdmin(d.as(ADMIN), { org: "ADMINORG", account: GUARDIAN, role: "ADMIN" })),
      ["info GUARDIAN_IS_NETWORK_ADMIN"],
      "GUARDIAN_IS_NETWORK_ADMIN",
      new RegExp(`^The guardian ${GUARDIAN} is also a network admin`),
    ],
    [
      "a single network admin that is left",
      () => remove(THIRD, SECOND),
      ["warning ONE_NETWORK_ADMIN", "info ADMIN_NO_LONGER", "info ADMIN_NO_LONGER"],
      "ADMIN_NO_LONGER",
      new RegExp(`^"accounts" names ${SECOND}, which is no longer a network admin`),
    ],
    [
      "a rule that forbids",
      () => d.decide(proposeRule(d.as(ADMIN), { operation: "add-org", kind: "forbidden" })),
      ["info RULE_FORBIDS"],
      "RULE_FORBIDS",
      /^The voting rules forbid this operation: add an organisation\.$/,
    ],
    [
      "a rule that asks for more votes than there are",
      async () => {
        await d.decide(proposeRule(d.as(ADMIN), { operation: "add-org", kind: "count", count: 2 }));
        await remove(THIRD, SECOND);
      },
      ["warning ONE_NETWORK_ADMIN", "warning RULE_ASKS_TOO_MUCH", "info ADMIN_NO_LONGER", "info ADMIN_NO_LONGER"],
      "RULE_ASKS_TOO_MUCH",
      /^The rule to add an organisation requires 2 votes, more than there are network admins \(1\): all must agree\.$/,
    ],
    [
      "two network admins that are left, who must agree to everything",
      () => remove(THIRD),
      ["warning ALL_MUST_AGREE", "info ADMIN_NO_LONGER"],
      "ALL_MUST_AGREE",
      /^Both network admins must agree to everything\. If one key is lost, that can never be done or changed again\.$/,
    ],
    [
      "two network admins that are left, one of whom could appoint others",
      async () => {
        await d.decide(proposeRule(d.as(ADMIN), { operation: "appoint-admin", kind: "any" }));
        await remove(THIRD);
      },
      ["warning ALL_MUST_AGREE", "info ADMIN_NO_LONGER"],
      "ALL_MUST_AGREE",
      /^Both network admins must agree to add an organisation, suspend an .*that cannot be done until the others have/,
    ],
    [
      "rules for which all must agree, the rule for changing rules among them",
      async () => {
        await d.decide(proposeRule(d.as(ADMIN), { operation: "add-org", kind: "all" }));
        await d.decide(proposeRule(d.as(ADMIN), { operation: "release", kind: "count", count: 3 }));
        await d.decide(proposeRule(d.as(ADMIN), { operation: "change-rule", kind: "fraction", count: 3, outOf: 4 }));
      },
      ["warning ALL_MUST_AGREE"],
      "ALL_MUST_AGREE",
      /^All 3 network admins must agree to add an organisation, change a voting rule, release an account or a node\. If one/,
    ],
    [
      "nodes at loopback beside others, and two at one address",
      async () => {
        const port = 21000;
        const nodes = [
          { enodeId: enodeIdOf("a5"), ip: "10.0.0.1", port, raftPort: 0 },
          { enodeId: enodeIdOf("a6"), ip: "10.0.0.1", port, raftPort: 0 },
        ];
        for (const node of nodes) await addNode(d.as(ADMIN), { org: "ADMINORG", node });
      },
      ["warning NODE_AT_LOOPBACK", "warning NODE_AT_LOOPBACK", "warning NODES_AT_ONE_ADDRESS"],
      "NODES_AT_ONE_ADDRESS",
      new RegExp(
        `^The network names the nodes ${shortId(enodeIdOf("a5"))} and ${shortId(enodeIdOf("a6"))} at one address, 10\\.0\\.0\\.1:21000\\.$`,
      ),
    ],
    [
      "a proposal that ends within a week",
      async () => {
        await proposeRule(d.as(ADMIN), { operation: "add-org", kind: "forbidden" });
        await d.chain.rpc.send("evm_increaseTime", [24 * DAY]);
        await d.chain.rpc.send("evm_mine", []);
      },
      ["info PROPOSAL_EXPIRES_SOON"],
      "PROPOSAL_EXPIRES_SOON",
      /^Proposal 1 \(to change a voting rule\) expires at \d{4}-/,
    ],
  ];
  for (const [what, happen, found, code, says] of state) {
    it(`finds ${what}`, async () => {
      await happen();
      const findings = await check();
      expect(codesOf(findings)).to.deep.equal(found);
      expect(sentenceOf(findings, code)).to.match(says);
    });
  }

  it("names the move of a node as the way out where it is recorded at a place where it cannot be", async () => {
    const raft = { port: 21000, raftPort: 50400 };
    const nodes = ["b5", "b6", "b7"].map((letter, index) => ({
      enodeId: enodeIdOf(letter),
      ip: `10.0.0.${index + 1}`,
      ...raft,
    }));
    const twin = { enodeId: enodeIdOf("b8"), ip: "10.0.0.1", port: 21000, raftPort: 0 };
    for (const node of [...nodes, twin]) await addNode(d.as(ADMIN), { org: "ADMINORG", node });
    const findings = (await check()).filter(({ level }) => level !== "ok");
    expect(new Set(codesOf(findings))).to.deep.equal(
      new Set(["warning NODE_AT_LOOPBACK", "warning NODES_AT_ONE_ADDRESS", "warning RAFT_PORT_MISSING"]),
    );
    for (const { code, wayOut } of findings) expect(wayOut?.actions, code).to.deep.equal([{ name: "move-node" }]);
  });

  it("goes on where the node does not offer eth_getCode", async () => {
    const rpc: Rpc = {
      send: (method, params) =>
        method === "eth_getCode"
          ? Promise.reject(new RpcError("the method eth_getCode does not exist/is not available", -32601, undefined))
          : d.chain.rpc.send(method, params),
    };
    const findings = await checkDeployment({ chain: { ...d.chain, rpc }, config: d.config });
    expect(codesOf(findings)).to.deep.equal(["warning NOT_CHECKED", "warning NOT_CHECKED"]);
    expect(sentenceOf(findings, "NOT_CHECKED")).to.match(/: whether there is a contract at each address\.$/);
    expect(findings.at(-1)?.what).to.equal("There are 3 network admins.");
  });

  it("does not mind a proposal that has time", async () => {
    await proposeRule(d.as(ADMIN), { operation: "add-org", kind: "forbidden" });
    expect(codesOf(await check())).to.deep.equal([]);
  });

  const settings: [key: keyof PermissionConfig, written: string | number, says: string][] = [
    ["nwAdminOrg", "OTHER", '"nwAdminOrg" is "OTHER" in the file and "ADMINORG" in the contracts.'],
    ["nwAdminRole", "OTHER", '"nwAdminRole" is "OTHER" in the file and "ADMIN" in the contracts.'],
    ["orgAdminRole", "OTHER", '"orgAdminRole" is "OTHER" in the file and "ORGADMIN" in the contracts.'],
    ["subOrgBreadth", 9, '"subOrgBreadth" is 9 in the file and 3 in the contracts.'],
    ["subOrgDepth", 9, '"subOrgDepth" is 9 in the file and 4 in the contracts.'],
  ];
  for (const [key, written, says] of settings) {
    it(`finds another ${key} than the contracts have`, async () => {
      const findings = await check({ [key]: written });
      expect(codesOf(findings)).to.deep.equal(["error CONFIG_DIFFERS"]);
      expect(sentenceOf(findings, "CONFIG_DIFFERS")).to.equal(says);
    });
  }

  it("finds a network that has not booted, and blocks too small for nodes to do it, until it has", async () => {
    const directory = path.join(d.directory, "unbooted");
    const options = { chain: d.chain, network: NETWORK, directory, signers: [nodeSigner(GUARDIAN)] };
    const config = permissionConfig(NETWORK, await deployNetwork({ ...options, withoutBoot: true }));
    expect(codesOf(await check(config))).to.deep.equal(["warning NOT_BOOTED"]);
    const send: typeof d.chain.rpc.send = async (method, params) => {
      const answer = await d.chain.rpc.send(method, params);
      return method === "eth_getBlockByNumber" ? { ...(answer as object), gasLimit: "0xf7b760" } : answer;
    };
    const small = await checkDeployment({ chain: { ...d.chain, rpc: { send } }, config });
    expect(codesOf(small)).to.deep.equal(["warning NOT_BOOTED", "warning BLOCK_TOO_SMALL_FOR_NODES"]);
    await bootNetwork({ ...options, config });
    expect(codesOf(await check(config))).to.deep.equal([]);
  });

  describe("lists of nodes", () => {
    const list = (...urls: string[]): string => {
      const file = path.join(d.directory, "permissioned-nodes.json");
      writeFileSync(file, JSON.stringify(urls));
      return file;
    };
    const [first = "", second = ""] = NODES.map(formatEnode);

    const table: [what: string, urls: string[], found: string[], says: RegExp, by?: ActionName][] = [
      ["that are right", [first, second], [], /^/],
      ["with an unknown node", [first, enodeUrl("a9", 1)], ["warning NODE_NOT_APPROVED"], /unknown/, "add-node"],
      [
        "with a node at another port",
        [first.replace("21000", "21999")],
        ["warning NODE_URL_DIFFERS"],
        /:21999\?discport=0, and the contracts say enode:\S+:21000\?discport=0\.$/,
        "move-node",
      ],
      [
        "with a URL that is written otherwise",
        [first.replace("?discport=0", "")],
        ["info NODE_URL_DIFFERS"],
        /:21000, and the contracts spell it enode/,
      ],
      ["that are none", ["x"], ["error STATIC_NODES_NOT_ALLOWED"], /"x" is not an enode URL/],
    ];
    for (const [what, urls, found, says, by] of table) {
      it(`are judged ${what}`, async () => {
        const findings = (await check({}, [list(...urls)])).slice(8);
        expect(findings.map(({ level, code }) => `${level} ${code}`).filter((code) => code !== "ok OK")).to.deep.equal(
          found,
        );
        expect(findings[0]?.what).to.match(says);
        expect(findings[0]?.wayOut?.actions[0]?.name).to.equal(by);
      });
    }

    const [quoted, other] = [JSON.stringify(first), JSON.stringify(second)];
    const unread: [what: string, text: string | Buffer, place: string, says: RegExp][] = [
      ["with a byte order mark", `\ufeff[${quoted}]`, "1:1", /byte order mark/],
      ["in UTF-16", Buffer.from(`\ufeff[${quoted}]`, "utf16le"), "1:1", /not in UTF-8/],
      ["with a comma too many", `[${quoted},\n]`, "2:1", /A comma follows the last value/],
      ["without a comma", `[${quoted}\n  ${other}]`, "2:3", /without a comma/],
      ["in single quotes", `['${first}']`, "1:2", /a quote that JSON does not know/],
      ["in typographic quotes", `[\u201c${first}\u201d]`, "1:2", /a quote that JSON does not know/],
      ["with a comment", `[\n  // ours\n  ${quoted}\n]`, "2:3", /There is a comment/],
      ["with a comment at the end", `[${quoted}] # ours`, "1:\\d+", /There is a comment/],
      ["in YAML", `- ${first}\n- ${second}\n`, "1:1", /The file is YAML/],
      ["with a no-break space", `\u00a0[${quoted}]`, "1:1", /no-break space/],
      ["with a line break in a URL", `["${first}\n"]`, "1:\\d+", /line break/],
      ["cut short", `[${quoted},`, "1:\\d+", /ends in the middle/],
      ["that are empty", "", "1:1", /The file is empty/],
      ["that hold something else", `[${quoted}, 1]`, "1:\\d+", /not an enode URL in quotes/],
    ];
    for (const [what, text, place, says] of unread) {
      it(`are not read ${what}, as nodes do not read them`, async () => {
        const file = list();
        writeFileSync(file, text);
        const findings = (await check({}, [file])).slice(8);
        expect(codesOf(findings)).to.deep.equal(["error STATIC_NODES_NOT_ALLOWED"]);
        expect(findings[0]?.what)
          .to.match(says)
          .and.to.match(new RegExp(`permissioned-nodes\\.json:${place} `));
      });
    }

    it("are found to name a deactivated node", async () => {
      const [node = { enodeId: "", ip: "", port: 0, raftPort: 0 }] = NODES;
      const { opened } = await changeNodeStatus(d.as(ADMIN), { org: "ADMINORG", node, change: "suspend" });
      for (const id of opened) {
        for (const admin of [ADMIN, SECOND]) await castVote(d.as(admin), { id, support: true });
      }
      const findings = await check({}, [list(first, second)]);
      expect(codesOf(findings)).to.deep.equal(["warning NODE_NOT_APPROVED"]);
      expect(sentenceOf(findings, "NODE_NOT_APPROVED")).to.match(/, which is deactivated\.$/);
      const actions = findings.find(({ code }) => code === "NODE_NOT_APPROVED")?.wayOut?.actions;
      expect(actions).to.deep.equal([{ name: "activate-node", subject: node.enodeId.slice(0, 8) }]);
    });

    it("are found missing", async () => {
      expect(codesOf(await check({}, ["/nowhere/static-nodes.json"]))).to.deep.equal(["error FILE_NOT_READ"]);
    });
  });

  describe("the network file that it is said to be from", () => {
    const checkFile = (changes: Record<string, unknown>) => {
      const file = path.join(d.directory, "network.json");
      writeFileSync(file, JSON.stringify({ ...NETWORK, nodes: NODES.map(formatEnode), ...changes }));
      return checkDeployment({ chain: d.chain, config: d.config, networkFile: fileAt(file) });
    };
    const other = { enodeId: enodeIdOf("a3"), ip: "127.0.0.1", port: 21002, raftPort: 0 };

    it("is found to set something else than the network has", async () => {
      const findings = await checkFile({ ipCheck: "off", nodeLimit: 9 });
      expect(codesOf(findings)).to.deep.equal(["info SETTING_DIFFERS", "info SETTING_DIFFERS"]);
      expect(sentenceOf(findings, "SETTING_DIFFERS")).to.match(
        / says ip-check off, and the network has ip-check on\.$/,
      );
    });

    it("is found right", async () => {
      const findings = await checkFile({});
      expect(codesOf(findings)).to.deep.equal([]);
      expect(findings.at(-1)?.what).to.match(
        /^The network has the guardian and the nodes that .*network\.json names\.$/,
      );
    });

    it("is found to be another network's", async () => {
      const findings = await checkFile({ accounts: [ADMIN, SECOND, GUARDIAN] });
      expect(codesOf(findings)).to.deep.equal(["error FILES_DIFFER"]);
    });

    it("is found to name another guardian", async () => {
      const findings = await checkFile({ guardian: SECOND });
      expect(codesOf(findings)).to.deep.equal(["warning GUARDIAN_DIFFERS"]);
      expect(sentenceOf(findings, "GUARDIAN_DIFFERS")).to.include(`${SECOND}, and the network's is ${GUARDIAN}.`);
    });

    it("is found to name a node elsewhere, one that there is not, and not to name one that there is", async () => {
      const [first, second] = NODES.map((node) => ({ ...node, ip: "127.0.0.2" }));
      if (first === undefined || second === undefined) throw new Error("no nodes");
      const unknown = { ...first, enodeId: enodeIdOf("a4") };
      await addNode(d.as(ADMIN), { org: "ADMINORG", node: other });
      const findings = await checkFile({ nodes: [first, second, unknown].map(formatEnode) });
      expect(codesOf(findings)).to.deep.equal([
        "warning NODE_URL_DIFFERS",
        "warning NODE_URL_DIFFERS",
        "warning NODE_NOT_APPROVED",
        "info NODE_NOT_NAMED",
      ]);
      expect(sentenceOf(findings, "NODE_NOT_NAMED")).to.include(formatEnode(other));
    });
  });

  it("takes the guardian's proposal back as it says", async () => {
    await transferGuardian(d.as(GUARDIAN), { account: SECOND });
    await transferGuardian(d.as(GUARDIAN), { account: ZeroAddress });
    const findings: Finding[] = await check();
    expect(codesOf(findings)).to.deep.equal([]);
  });
});
