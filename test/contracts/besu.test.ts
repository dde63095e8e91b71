import { expect } from "chai";
import { AbiCoder, concat, dataSlice, id, ZeroAddress, zeroPadBytes, zeroPadValue } from "ethers";
import { IBesuChecks__factory, IPermissionsChecks__factory } from "../../typechain-types/index.js";
import { NodeStatus, Setting } from "../data/codes.js";
import {
  ADMIN_ORG,
  adminNode,
  bootedSuite,
  linkedSuite,
  type Node,
  nodeNamed,
  type Suite,
} from "../helpers/contract-suite.js";
import { useFixture } from "../helpers/use-fixture.js";

const YES = `0x${"f".repeat(64)}`;
const NO = `0x7${"f".repeat(63)}`;

const [A, B] = [adminNode(1), adminNode(2)];

/** An IPv4 address as Besu asks for it, ::ffff:a.b.c.d. */
const mapped = (ip: string): string => concat([`0x${"00".repeat(10)}ffff`, Uint8Array.from(ip.split(".").map(Number))]);

/** How Besu names a node in version 1: the halves of its enode id, its ip in 16 bytes, and its port. */
function named([enodeId, ip, port]: Node, ipBytes = mapped(ip)): [string, string, string, number] {
  return [`0x${enodeId.slice(0, 64)}`, `0x${enodeId.slice(64)}`, ipBytes, port];
}

const besuAt = async (s: Suite) => IBesuChecks__factory.connect(await s.permInterface.getAddress(), s.guardian);

/** What version 1 is answered about a connection from one node to another. */
async function asked(s: Suite, from = named(A), to = named(B)): Promise<string> {
  return (await besuAt(s)).connectionAllowed(...from, ...to);
}

/** Sets what a vote sets: the majority of the three network admins. */
async function setting(s: Suite, which: bigint, value: number): Promise<void> {
  const [a, b] = s.admins;
  await s.as(a).proposeSetting(which, value);
  const last = await s.voters.getNumberOfProposals();
  await s.as(a).vote(last, true);
  await s.as(b).vote(last, true);
}

/** The questions of Besu up to 25.5: node permissioning in both versions, and account permissioning. */
describe("What Besu asks about a connection", () => {
  const s = useFixture(bootedSuite);

  it("is answered with yes if both nodes are admitted, and with no if one is not", async () => {
    const stranger = named(nodeNamed("stranger"));
    expect(await asked(s)).to.equal(YES);
    expect(await asked(s, named(B), named(A))).to.equal(YES);
    expect(await asked(s, stranger, named(B))).to.equal(NO);
    expect(await asked(s, named(A), stranger)).to.equal(NO);
    expect(await asked(s, stranger, stranger)).to.equal(NO);
  });

  it("concerns the ip and the port at which a node listens, each of both", async () => {
    for (const other of [named([A[0], "10.0.0.9", A[2], 0]), named([A[0], A[1], 1, 0]), named([A[0], A[1], 0, 0])]) {
      expect(await asked(s, other, named(B))).to.equal(NO);
      expect(await asked(s, named(B), other)).to.equal(NO);
    }
  });

  it("concerns neither where ips are not compared", async () => {
    await setting(s, Setting.IP_CHECK, 0);
    expect(await asked(s, named([A[0], "10.0.0.9", 0, 0]))).to.equal(YES);
    expect(await asked(s, named(nodeNamed("stranger")))).to.equal(NO);
  });

  it("tells the two nodes of one x from each other", async () => {
    const [high, low, ...rest] = named(A);
    const P = 2n ** 256n - 2n ** 32n - 977n;
    const other = zeroPadValue(`0x${(P - BigInt(low)).toString(16).padStart(64, "0")}`, 32);
    expect(await asked(s, [high, other, ...rest])).to.equal(NO);
  });

  it("is answered for IPv6 nodes, and for IPv4 as IPv6 has it only", async () => {
    const node = nodeNamed("v6", "2001:db8::1:0");
    await s.as(s.admins[0]).addNode(ADMIN_ORG, ...node);
    const bytes = "0x20010db8000000000000000000010000";
    expect(await asked(s, named(node, bytes))).to.equal(YES);
    expect(await asked(s, named(node, "0x20010db8000000000000000000010001"))).to.equal(NO);
    expect(await asked(s, named(A, zeroPadBytes(dataSlice(mapped(A[1]), 12), 16)))).to.equal(NO);
  });

  it("is no for a host name while ips are compared", async () => {
    await setting(s, Setting.HOST_NAMES, 1);
    const node = nodeNamed("by name", "node.example");
    await s.as(s.admins[0]).addNode(ADMIN_ORG, ...node);
    expect(await asked(s, named(node, mapped("10.0.0.1")))).to.equal(NO);
    await setting(s, Setting.IP_CHECK, 0);
    expect(await asked(s, named(node, mapped("10.0.0.1")))).to.equal(YES);
  });

  it("is no while a node is deactivated, and yes again when it is activated", async () => {
    const [admin, other] = s.admins;
    const owner = s.free[0];
    const node = nodeNamed("of ORG1", "10.0.1.1");
    await s.as(admin).addOrg("ORG1", ...node, owner);
    for (const each of [admin, other]) await s.as(each).approveOrg("ORG1", ...node, owner);
    expect(await asked(s, named(node))).to.equal(YES);
    await s.as(owner).updateNodeStatus("ORG1", ...node, 1);
    expect((await s.nodes.getNodeDetails(node[0]))[5]).to.equal(NodeStatus.DEACTIVATED);
    expect(await asked(s, named(node))).to.equal(NO);
    await s.as(owner).updateNodeStatus("ORG1", ...node, 2);
    expect(await asked(s, named(node))).to.equal(YES);
  });

  it("is answered in version 2 for each node by itself, an IPv6 address in brackets as Besu writes it", async () => {
    const node = nodeNamed("v6", "2001:db8::1:0");
    await s.as(s.admins[0]).addNode(ADMIN_ORG, ...node);
    const checks = IPermissionsChecks__factory.connect(await s.permInterface.getAddress(), s.guardian);
    expect(await checks.connectionAllowed(A[0], A[1], A[2])).to.equal(true);
    expect(await checks.connectionAllowed(node[0], "[2001:db8::1:0]", node[2])).to.equal(true);
    for (const odd of ["[2001:db8::1:0", "2001:db8::1:0]", "[[2001:db8::1:0]]", "[]", "[", "]", "[10.0.0.1", ""]) {
      expect(await checks.connectionAllowed(node[0], odd, node[2]), odd).to.equal(false);
    }
  });
});

describe("What Besu asks before there is an answer", () => {
  const s = useFixture(linkedSuite);

  it("is answered with yes until the network has booted", async () => {
    expect(await asked(s)).to.equal(YES);
  });

  it("is answered with no by an interface that is not linked", async () => {
    const alone = await s.ethers.deployContract("PermissionsInterface", [s.upgradable]);
    const besu = IBesuChecks__factory.connect(await alone.getAddress(), s.guardian);
    expect(await besu.connectionAllowed(...named(A), ...named(B))).to.equal(NO);
  });

  it("is answered, whatever the call data is", async () => {
    const selector = IBesuChecks__factory.createInterface().getFunction("connectionAllowed").selector;
    const whole = IBesuChecks__factory.createInterface().encodeFunctionData("connectionAllowed", [
      ...named(A),
      ...named(B),
    ]);
    const to = await s.permInterface.getAddress();
    for (const data of [selector, dataSlice(whole, 0, 250), concat([selector, `0x${"ff".repeat(256)}`])]) {
      expect(await s.ethers.provider.call({ to, data }), data).to.equal(NO);
    }
    expect(await s.ethers.provider.call({ to, data: concat([whole, "0x00"]) })).to.equal(YES);
  });
});

describe("What Besu asks about a transaction", () => {
  const s = useFixture(bootedSuite);

  /** As Besu encodes it: behind a payload of whole words there is one word more. */
  function question(sender: string, target: string, payload: string): string {
    const head = AbiCoder.defaultAbiCoder().encode(
      ["address", "address", "uint256", "uint256", "uint256", "uint256"],
      [sender, target, 1, 0, 21_000, 192],
    );
    const length = (payload.length - 2) / 2;
    const padded = zeroPadBytes(payload, length + 32 - (length % 32));
    const selector = id("transactionAllowed(address,address,uint256,uint256,uint256,bytes)").slice(0, 10);
    return concat([selector, head, zeroPadValue(`0x${length.toString(16).padStart(2, "0")}`, 32), padded]);
  }

  it("is answered with a word that is 1 or 0: transfers, calls and deployments", async () => {
    const to = await s.permInterface.getAddress();
    const [admin] = s.admins;
    const [stranger] = s.free;
    for (const [target, payload] of [
      [stranger.address, "0x"],
      [stranger.address, "0x12345678"],
      [stranger.address, `0x${"11".repeat(64)}`],
      [ZeroAddress, "0x60006000"],
    ] as const) {
      const answer = (sender: string) => s.ethers.provider.call({ to, data: question(sender, target, payload) });
      expect(await answer(admin.address), payload).to.equal(zeroPadValue("0x01", 32));
      expect(await answer(stranger.address), payload).to.equal(zeroPadValue("0x00", 32));
    }
  });
});
