import { expect } from "chai";
import { readGroupGenesis } from "../../../src/nodejs/consortium-files.js";
import { AGENCIES } from "../../helpers/star-agencies.js";
import type { StarAgency } from "./agency.js";
import { GROUP_NAMES, GROUPS, type Star } from "./star.js";

const MOST_COMMANDS = 8;
const MOST_FILES = 3;
const APPROVED = 2;

/** From four directories with nothing but what each agency has written, to three groups that enforce permissions. */
export function founding(star: () => Star): void {
  const others = (): StarAgency[] => ["B", "C", "D"].map((name) => star().of(name));
  const groupOf = ({ name }: StarAgency) =>
    GROUP_NAMES.find((group) => (GROUPS[group] as readonly string[]).includes(name)) ?? expect.fail(name);

  it("each agency answers the invitation with a card, and makes the same consortium of the cards", async () => {
    const a = star().of("A");
    await a.type("consortium invite invitation.yaml");
    a.hand(["invitation.yaml"], ...others());
    for (const agency of [a, ...others()]) {
      await agency.type(`consortium keys invitation.yaml ${agency.name}.yaml`);
      await agency.type(`consortium answer invitation.yaml ${agency.name}.yaml --key admin.key`);
    }
    a.hand(["A.card.json"], ...others());
    for (const agency of others()) agency.hand([`${agency.name}.card.json`], a);
    await a.type("consortium gather invitation.yaml A.card.json B.card.json C.card.json D.card.json");
    for (const agency of others()) {
      const cards = `A.card.json ${agency.name}.card.json --group ${groupOf(agency)}`;
      await agency.type(`consortium gather invitation.yaml ${cards}`);
    }
  });

  it("six processes start from their packages, connect, and make the first block that the tools have said", async () => {
    for (const agency of [star().of("A"), ...others()]) {
      await agency.type(`consortium package consortium.yaml ${agency.name}`);
      await agency.start();
    }
    for (const group of GROUP_NAMES) {
      await star().connected(group, GROUPS[group], 1);
      const { hash } = readGroupGenesis(star().of("A").inside("consortium.yaml"), group);
      for (const name of GROUPS[group]) {
        const block = await star().of(name).rpc(group).send("eth_getBlockByNumber", ["0x0", false]);
        expect((block as { hash: string }).hash).to.equal(hash);
      }
    }
  });

  it("A deploys all groups with one command, and admits their other members by its vote", async () => {
    const a = star().of("A");
    const printed = await a.type("consortium deploy consortium.yaml A --keystore admin.key --yes");
    expect(printed.trimEnd().split("\n")).to.deep.equal(
      GROUP_NAMES.map((group) => `deployment/${group}/permission-config.json`),
    );
    for (const agency of others()) a.hand([`deployment/${groupOf(agency)}/permission-config.json`], agency);
  });

  it("started again, all nodes enforce permissions, and list the organisations of their group", async () => {
    await star().of("A").start();
    for (const agency of others()) {
      await agency.type(`consortium package consortium.yaml ${agency.name} --config permission-config.json`);
      await agency.start();
    }
    for (const group of GROUP_NAMES) {
      for (const name of GROUPS[group]) {
        await star().enforces(group, name);
        await star().listsOrgs(
          group,
          name,
          GROUPS[group].map((org) => `${org} ${APPROVED}`),
        );
      }
      await star().connected(group, GROUPS[group], 1);
    }
  });

  it("no agency has typed more than eight commands, or handed over more than three files", () => {
    for (const name of AGENCIES) {
      const { handed } = star().of(name);
      const typed = star().of(name).takeTyped();
      expect(typed.length, typed.join("\n")).to.be.at.most(MOST_COMMANDS);
      for (const [to, files] of handed)
        expect(files.length, `${name} to ${to}: ${files.join()}`).to.be.at.most(MOST_FILES);
    }
  });

  it("no agency has a key of another one", () => {
    const keys = star().all.flatMap((agency) =>
      agency.files("admin.key", "nodekey").map((file) => ({ owner: agency.name, key: agency.text(file).trim() })),
    );
    expect(keys).to.have.length(5 + 6);
    for (const agency of star().all)
      for (const file of agency.files(".json", ".yaml", ".sh", ".txt", ".key", "nodekey"))
        for (const { owner, key } of keys)
          if (owner !== agency.name) expect(agency.text(file), `${agency.name}/${file}`).to.not.include(key);
  });
}
