import { expect } from "chai";
import { toBeHex, Wallet } from "ethers";
import { proposeAdmin } from "../../../src/actions/admins.js";
import { proposeSetting } from "../../../src/actions/network-settings.js";
import { judgeVotes, signVote, submitVotes } from "../../../src/actions/signed-votes.js";
import { castVote } from "../../../src/actions/votes.js";
import { RpcError } from "../../../src/chain/rpc-error.js";
import { keySigner, nodeSigner, type Signer } from "../../../src/chain/signers.js";
import type { Network } from "../../../src/network/network.js";
import { parseSignedVote, type SignedVote, signedVoteText } from "../../../src/network/signed-vote.js";
import { textAtHand } from "../../../src/util/text-source.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, openNetwork, PEOPLE, through } from "../../helpers/in-process-network.js";

const KEYS = [toBeHex(0xacc1n, 32), toBeHex(0xacc2n, 32)];

describe("Signed votes", () => {
  let network: Network;
  let signers: Signer[];
  let id = 0;

  before(async () => {
    network = await openNetwork();
    const admin = actorOf(network, "admin");
    for (const key of KEYS) {
      const named = { org: "ADMINORG", account: new Wallet(key).address, role: "ADMIN" };
      const [appointment = 0] = (await proposeAdmin(admin, named)).opened;
      for (const person of ["admin", "second"] as const) {
        await castVote(actorOf(network, person), { id: appointment, support: true });
      }
    }
    signers = KEYS.map((key) => keySigner(key));
  });

  beforeEach(async () => {
    [id = 0] = (await proposeSetting(actorOf(network, "admin"), { setting: "move-limit", value: 20 + id })).opened;
  });

  const by = (n: number, support = true, deadline?: Date): Promise<SignedVote> =>
    signVote({ network, signer: signers[n] ?? nodeSigner(PEOPLE.admin) }, { id, support, deadline });

  it("are sent by anybody, and count as their signers'", async () => {
    const votes = [await by(0), await by(1, false)];
    const shown: string[] = [];
    const approve = ({ summary }: { summary: string }): Promise<boolean> => Promise.resolve(shown.push(summary) > 0);
    const { counted, leftOut, sent } = await submitVotes({ ...actorOf(network, "guardian"), approve }, votes);
    expect([counted, leftOut]).to.deep.equal([votes, []]);
    expect(shown).to.deep.equal([sent.summary]);
    const said = votes.map(({ voter }, n) => `${voter} ${n === 0 ? "for" : "against"}`).join(", ");
    expect(sent.summary).to.match(/^Cast 2 signed votes on proposal \d+ to change a setting \(move-limit \d+\): /);
    expect(sent.summary).to.include(said);
    expect(await network.contracts.voters.getVote(id, votes[1]?.voter ?? "")).to.equal(2n);
  });

  it("are read from their files as they were written", async () => {
    const vote = await by(0, false, new Date("2100-01-01T00:00:00.400Z"));
    expect(vote.deadline).to.equal("2100-01-01T00:00:00.000Z");
    expect(parseSignedVote(textAtHand("a", signedVoteText(vote)))).to.deep.equal(vote);
  });

  it("whose files were changed are refused, whatever was changed", async () => {
    const vote = await by(0);
    const another = signers[1]?.address ?? "";
    const changes: Partial<Record<keyof SignedVote, unknown>>[] = [
      { support: false },
      { deadline: "2100-01-01T00:00:00.000Z" },
      { term: "3" },
      { voter: another },
      { chainId: "1" },
      { interface: another },
      { hash: toBeHex(1, 32) },
      { proposal: { ...vote.proposal, payload: "7" } },
      { signature: vote.signature.replace(/..$/, "1d") },
      { signedVote: 2 },
      { extra: 1 } as never,
      { deadline: "2100-01-01T00:00:00.500Z" },
    ];
    for (const change of changes) {
      const read = () => parseSignedVote(textAtHand("a file", JSON.stringify({ ...vote, ...change })));
      expect(read, JSON.stringify(change)).to.throw().with.property("code", "SIGNED_VOTE_NOT_ALLOWED");
    }
    for (const text of ["", "{", "null", "[]", "7"]) {
      expect(() => parseSignedVote(textAtHand("a file", text))).to.throw("a file is not the file of a signed vote");
    }
  });

  it("that cannot count are named with the reason, and the others are sent", async () => {
    const good = await by(0);
    const elsewhere = { ...(await by(1)), interface: PEOPLE.clerk };
    await castVote(actorOf(network, "admin"), { id, support: true });
    const judged = await judgeVotes(network, [good, good, elsewhere]);
    expect(judged.map(({ reason }) => reason)).to.deep.equal([null, "already voted", "other network"]);
    const { counted, leftOut } = await submitVotes(actorOf(network, "guardian"), [good, good, elsewhere]);
    expect(counted).to.deep.equal([good]);
    expect(leftOut.map(({ reason }) => reason)).to.deep.equal(["already voted", "other network"]);
    const error = await caught(submitVotes(actorOf(network, "guardian"), [good]));
    expect(error.code).to.equal("NO_SIGNED_VOTE_COUNTS");
    expect(error.message).to.include(`the vote of ${good.voter} for proposal ${id}: already voted`);
  });

  it("are not sent in a rehearsal", async () => {
    const vote = await by(0);
    const { sent, counted } = await submitVotes({ ...actorOf(network, "guardian"), dryRun: true }, [vote]);
    expect([sent.hash, counted]).to.deep.equal([null, [vote]]);
    expect(await network.contracts.voters.getVote(id, vote.voter)).to.equal(0n);
  });

  it("are not signed by who may not vote, has voted, is too late, or says no", async () => {
    const sign = (signer: Signer, deadline?: Date, approve?: () => Promise<boolean>) =>
      caught(signVote({ network, signer, ...(approve && { approve }) }, { id, support: true, deadline }));
    expect((await sign(keySigner(toBeHex(0xbadn, 32)))).code).to.equal("NotAVoter");
    const [signer = nodeSigner(PEOPLE.clerk)] = signers;
    expect((await sign(signer, new Date("2020-01-01"))).code).to.equal("DEADLINE_PASSED");
    expect((await sign(signer, undefined, () => Promise.resolve(false))).code).to.equal("CANCELLED");
    await submitVotes(actorOf(network, "guardian"), [await by(0)]);
    expect((await sign(signer)).code).to.equal("AlreadyVoted");
  });

  it("need a signer that signs messages", async () => {
    const [signer] = signers;
    const { address } = signer ?? nodeSigner(PEOPLE.clerk);
    const withoutMessages: Signer = { address, sign: () => Promise.reject(new Error("never")) };
    const one = await caught(signVote({ network, signer: withoutMessages }, { id, support: true }));
    expect([one.code, one.facts.cause]).to.deep.equal(["SIGNING_NOT_OFFERED", "signer"]);
    const goQuorum = through(network, (rpc) => ({
      send: (method, params) =>
        method === "eth_signTypedData_v4"
          ? Promise.reject(
              new RpcError("the method eth_signTypedData_v4 does not exist/is not available", -32601, null),
            )
          : rpc.send(method, params),
    }));
    const other = await caught(signVote({ network: goQuorum, signer: nodeSigner(address) }, { id, support: true }));
    expect([other.code, other.facts.cause]).to.deep.equal(["SIGNING_NOT_OFFERED", "node"]);
  });

  it("by a node are asked for as typed data, and refused if they are another account's or of something else", async () => {
    const [signer = nodeSigner(PEOPLE.clerk)] = signers;
    const asked: unknown[][] = [];
    const answering = (answer: string) =>
      through(network, (rpc) => ({
        send: (method, params) => {
          if (method !== "eth_signTypedData_v4") return rpc.send(method, params);
          asked.push([...params]);
          return Promise.resolve(answer);
        },
      }));
    const own = await by(0);
    const accepted = await signVote(
      { network: answering(own.signature), signer: nodeSigner(signer.address) },
      { id, support: true },
    );
    expect(accepted).to.deep.equal(own);
    const [[account, typed] = []] = asked;
    expect(account).to.equal(signer.address);
    const { primaryType, domain, message } = JSON.parse(String(typed)) as Record<string, { proposal: object }>;
    expect(primaryType).to.equal("Vote");
    expect(domain).to.include({ name: "Portcullis", version: "1" });
    expect(message?.proposal).to.include({ id: String(id), role: "" });
    for (const wrong of [(await by(1)).signature, (await by(0, false)).signature, "0x00"]) {
      const there = answering(wrong);
      const error = await caught(
        signVote({ network: there, signer: nodeSigner(signer.address) }, { id, support: true }),
      );
      expect(error.code).to.equal("VOTE_SIGNATURE_NOT_ALLOWED");
    }
  });
});
