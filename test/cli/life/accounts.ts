import { expect } from "chai";
import { readAccount, readRoles } from "../../../src/read/read-records.js";
import type { Chapter } from "./chapter.js";

export const accounts: Chapter = (network) => {
  const clerk = (): string => network().people.clerk.address;

  /** As nodes ask. */
  async function maySend(): Promise<boolean> {
    const { contracts } = await network().now();
    return contracts.rules.transactionAllowed(clerk(), clerk(), 0, 0, 0, "0x");
  }

  async function status(): Promise<string | undefined> {
    return (await readAccount(await network().now(), clerk()))?.status;
  }

  async function activeRoles(): Promise<string[]> {
    const roles = await readRoles(await network().now());
    return roles.filter(({ active }) => active).map(({ org, name, access }) => `${org} ${name} ${access}`);
  }

  it("can send: an unknown account may not send, and is told who could help", async () => {
    const printed = await network().readNo(`can send ${clerk()} transfer`);
    expect(printed).to.match(new RegExp(`^No: ${clerk()} may not transfer\\.\n {2}The account belongs to no `));
    expect(printed).to.include("portcullis account assign");
  });

  it("role add, account assign: an account gets rights", async () => {
    const { orgAdmin } = network().people;
    const added = await network().act(orgAdmin, "role add ORG1.SUB1 CLERK --access transfer+call");
    expect(added).to.match(/^ORG1\.SUB1 +CLERK +transfer\+call +active$/m);
    expect(await activeRoles()).to.include("ORG1.SUB1 CLERK transfer+call");
    const assigned = await network().act(orgAdmin, `account assign ORG1.SUB1 ${clerk()} CLERK`);
    expect(assigned)
      .to.match(/^role +CLERK$/m)
      .and.to.match(/^status +active$/m);
    expect(await maySend()).to.equal(true);
  });

  it("can send: what the role allows, and what not", async () => {
    const all = await network().readNo(`can send ${clerk()}`);
    const answers = [...all.matchAll(/^(Yes|No): \w+ may (?:not )?(\w+)\.$/gm)].map(([, answer, kind]) => [
      kind,
      answer,
    ]);
    expect(answers).to.deep.equal([
      ["transfer", "Yes"],
      ["deploy", "No"],
      ["call", "Yes"],
    ]);
    const { address } = network().people.admin1;
    expect(await network().read(`can send ${clerk()} call --to ${address}`)).to.match(/^Yes: /);
  });

  it("role add --admin: a role that makes admins of its organisation", async () => {
    const { orgAdmin } = network().people;
    await network().act(orgAdmin, "role add ORG1 DEPUTY --access full --admin");
    const roles = await readRoles(await network().now());
    expect(roles.find(({ name }) => name === "DEPUTY")).to.include({ org: "ORG1", admin: true, voter: false });
  });

  it("account list, account show, role list, role show: of all or of one organisation", async () => {
    const [all, own, shown, roles, ownRoles, held] = await Promise.all([
      network().read("account list"),
      network().read("account list --org ORG1.SUB1"),
      network().read(`account show ${clerk()}`),
      network().read("role list"),
      network().read("role list --org ORG1.SUB1"),
      network().read("role show ORG1.SUB1 CLERK"),
    ]);
    expect(all.match(/^0x\w{40}/gm)).to.have.length(5);
    expect(own.match(/^0x\w{40}/gm)).to.deep.equal([clerk()]);
    expect(shown)
      .to.match(/^organisation +ORG1\.SUB1$/m)
      .and.to.match(/^admin of its organisation +no$/m);
    expect(roles.match(/^(ADMINORG|ORG1) /gm)).to.have.length(3);
    expect(ownRoles.trimEnd().split("\n")).to.have.length(2);
    expect(held).to.include("1 holder").and.include(clerk());
  });

  it("account suspend, account activate: rights are taken for a while", async () => {
    const { orgAdmin } = network().people;
    await network().act(orgAdmin, `account suspend ${clerk()}`);
    expect([await status(), await maySend()]).to.deep.equal(["suspended", false]);
    expect(await network().readNo(`can send ${clerk()} call`)).to.include(`portcullis account activate ${clerk()}.`);
    await network().act(orgAdmin, `account activate ${clerk()}`);
    expect([await status(), await maySend()]).to.deep.equal(["active", true]);
  });

  it("account assign --for, account renew: a role ends by itself, at another time, or not at all", async () => {
    const { orgAdmin } = network().people;
    const given = await network().act(orgAdmin, `account assign ORG1.SUB1 ${clerk()} CLERK --for 90d`);
    expect(given).to.match(/^status +active, until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/m);
    const renewed = await network().act(orgAdmin, `account renew ${clerk()} --until 2099-01-31`);
    expect(renewed).to.match(/^status +active, until 2099-01-31 00:00 UTC$/m);
    expect(await network().act(orgAdmin, `account renew ${clerk()} --forever`)).to.match(/^status +active$/m);
  });

  it("account blacklist, account recover: an account is shut out, and only a vote can lift this", async () => {
    const { orgAdmin, admin1, admin2 } = network().people;
    await network().act(orgAdmin, `account blacklist ${clerk()}`);
    expect(await status()).to.equal("blacklisted");
    const id = await network().propose(admin1, `account recover ${clerk()}`);
    expect(await status()).to.equal("recovery proposed");
    await network().act(admin2, `proposal approve ${id}`);
    expect([await status(), await maySend()]).to.deep.equal(["active", true]);
  });

  it("account release, account propose-release: an account is let go, or taken away by vote", async () => {
    const { orgAdmin, admin1, admin2 } = network().people;
    expect(await network().act(orgAdmin, `account release ${clerk()}`)).to.include(`${clerk()} belongs to no org`);
    expect([await status(), await maySend()]).to.deep.equal([undefined, false]);
    await network().act(orgAdmin, `account assign ORG1.SUB1 ${clerk()} CLERK`);
    const id = await network().propose(admin1, `account propose-release ${clerk()}`);
    await network().act(admin2, `proposal reject ${id}`);
    expect(await network().read(`proposal show ${id}`)).to.match(/^proposes to +release an account or a node$/m);
    expect([await status(), await maySend()]).to.deep.equal(["active", true]);
    await network().act(network().people.admin3, `proposal reject ${id}`);
  });

  it("role remove: a removed role takes its rights away, and a new one of its name does not give them back", async () => {
    const { orgAdmin } = network().people;
    const removed = await network().act(orgAdmin, "role remove ORG1.SUB1 CLERK");
    expect(removed).to.match(/^ORG1\.SUB1 +CLERK .* removed$/m);
    expect(await maySend()).to.equal(false);
    expect(await network().read("account list --org ORG1.SUB1")).to.include("CLERK (removed since)");
    await network().act(orgAdmin, "role add ORG1.SUB1 CLERK --access transfer");
    expect(await maySend()).to.equal(false);
    await network().act(orgAdmin, `account assign ORG1.SUB1 ${clerk()} CLERK`);
    expect(await maySend()).to.equal(true);
  });
};
