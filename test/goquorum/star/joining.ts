import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { eventually } from "../eventually.js";
import { networkAt } from "./network.js";
import { orgStatus } from "../life/records.js";
import type { Star } from "./star.js";

const MOST_COMMANDS = 8;

/** E joins the first group, in which two validators and two organisations were before. */
export function joining(star: () => Star): void {
  const url = (): string => formatEnode(star().of("E").enode("group1"));

  it("a member invites it, and all who have its card write the same consortium file", async () => {
    const [a, b, e] = [star().of("A"), star().of("B"), star().of("E")];
    await b.type("consortium invite-agency consortium.yaml E --group group1");
    b.hand(["E.invitation.json"], a, e);
    b.hand(["consortium.yaml", "permission-config.json"], e);
    await e.type("consortium keys E.invitation.json E.yaml");
    await e.type("consortium answer E.invitation.json E.yaml --key admin.key");
    e.hand(["E.card.json"], a, b);
    for (const agency of [a, b, e]) await agency.type("consortium admit consortium.yaml E.invitation.json E.card.json");
    expect(e.text("consortium-E.yaml")).to.equal(b.text("consortium-E.yaml"));
    await e.type("consortium package consortium-E.yaml E --config permission-config.json");
  });

  it("A proposes it, and decides by its vote", async () => {
    const a = star().of("A");
    const how = `--keystore admin.key --yes ${a.at("group1")}`;
    const { admins } = star().part("E");
    await a.type(`org propose E --node ${url()} --admin ${admins[0] ?? ""} ${how}`);
    await eventually(() => networkAt(a, "group1").then(orgStatus("E")), "approved");
  });

  it("its node gets the blocks, and then enforces permissions", async () => {
    await star().bringUp("E", { marked: true });
  });

  it("the validators vote it in, each at its own node", async () => {
    const socket = star().of("A").data("group1", "geth.ipc");
    const listed = async (): Promise<string[]> => {
      const printed = await star().of("A").type(`validator list --json --network ${socket}`);
      return (JSON.parse(printed) as { validators: string[] }).validators;
    };
    expect(await listed()).to.have.length(2);
    await star().vote("add", "E", ["A", "B"]);
    expect(await listed()).to.have.length(3);
    await star().makesBlocks("group1");
  });

  it("has typed no more than eight commands", () => {
    const typed = star().of("E").takeTyped();
    expect(typed.length, typed.join("\n")).to.be.at.most(MOST_COMMANDS);
  });
}
