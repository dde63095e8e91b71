import { expect } from "chai";
import type { Chapter } from "./chapter.js";

export const guardian: Chapter = (network) => {
  const implementation = async () => (await network().now()).addresses.PermissionsImplementation;

  it("upgrade --dry-run: shows what it would send, and stops", async () => {
    const before = await network().blockNumber();
    const { code, stdout, stderr } = await network().run("upgrade --dry-run", network().people.guardian);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^It would succeed, .* Nothing was sent\.$/m);
    expect(stderr).to.match(/^The network runs this version's implementation already: nothing would change\.$/m);
    expect(await network().blockNumber()).to.equal(before);
  });

  it("upgrade: the guardian replaces the implementation, and nothing answers differently", async () => {
    const before = await implementation();
    const printed = await network().act(network().people.guardian, "upgrade", 2);
    const deployed = /^Contract (0x[0-9a-fA-F]{40})\.$/m.exec(printed)?.[1];
    expect(printed).to.match(/^All \d{2,} answers are the same as before\.$/m);
    expect(await implementation())
      .to.equal(deployed)
      .and.not.equal(before);

    await network().act(network().people.guardian, `upgrade --implementation ${before}`);
    expect(await implementation()).to.equal(before);
  });

  it("upgrade --deploy-only: a network admin deploys what the guardian confirms", async () => {
    const before = await implementation();
    const printed = await network().act(network().people.admin1, "upgrade --deploy-only");
    const deployed = /^Contract (0x[0-9a-fA-F]{40})\.$/m.exec(printed)?.[1] ?? "";
    expect(printed).to.include(`The guardian confirms it with: portcullis upgrade --implementation ${deployed}\n`);
    expect(await implementation()).to.equal(before);
    await network().act(network().people.guardian, `upgrade --implementation ${deployed}`);
    expect(await implementation()).to.equal(deployed);
  });

  it("guardian name-operator, guardian dismiss-operator: who may boot", async () => {
    const { guardian: who, stranger } = network().people;
    const { upgradable } = (await network().now()).contracts;
    await network().act(who, `guardian name-operator ${stranger.address}`);
    expect(await upgradable.isBootOperator(stranger.address)).to.equal(true);
    await network().act(who, `guardian dismiss-operator ${stranger.address}`);
    expect(await upgradable.isBootOperator(stranger.address)).to.equal(false);
  });

  it("guardian transfer: says where the candidate belongs", async () => {
    const { guardian: who, admin1, orgAdmin } = network().people;
    const warned = async ({ address }: { address: string }): Promise<string> => {
      const { code, stderr } = await network().run(`guardian transfer ${address} --dry-run`, who);
      expect(code, stderr).to.equal(0);
      return stderr;
    };
    expect(await warned(admin1)).to.match(
      /^0x\w{40} belongs to the admin organisation, so its key is in daily use\. Better .*\.$/m,
    );
    expect(await warned(orgAdmin)).to.match(
      /^0x\w{40} belongs to ORG1: nodes let it send only through nodes of that organisation\. .*\.$/m,
    );
    expect(await warned({ address: `0x${"b7".repeat(20)}` })).to.not.include("belongs to");
  });

  it("guardian transfer, guardian accept, guardian show: the office is handed on, and its former holder has lost it", async () => {
    const { guardian: former, newcomer } = network().people;
    const { upgradable } = (await network().now()).contracts;
    const early = await network().run("guardian accept --yes", newcomer);
    expect(early.code).to.equal(1);
    expect(early.stderr).to.include(`${newcomer.address} has not been proposed as guardian; no one has.\n`);
    await network().act(former, `guardian transfer ${newcomer.address}`);
    expect(await upgradable.getGuardian()).to.equal(former.address);
    expect(await network().read("guardian show")).to.match(new RegExp(`^proposed guardian +${newcomer.address}$`, "m"));
    await network().act(newcomer, "guardian accept");
    expect(await upgradable.getGuardian()).to.equal(newcomer.address);
    expect(await network().read("guardian show")).to.match(/^proposed guardian +none$/m);

    const { code, stderr } = await network().run("upgrade --yes", former);
    expect(code).to.equal(1);
    expect(stderr).to.match(/^0x\w+ is not the guardian\.\n {2}The guardian is /);
  });
};
