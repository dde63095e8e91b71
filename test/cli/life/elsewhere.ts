import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { Chapter } from "./chapter.js";

export const elsewhere: Chapter = (network) => {
  it("transaction show, transaction sign, transaction send: a role is added by a signature from elsewhere", async () => {
    const { orgAdmin } = network().people;
    const file = path.join(network().directory, "role.json");
    const { code } = await network().run(
      `role add ORG1 REMOTE --access call --from ${orgAdmin.address} --unsigned ${file}`,
    );
    expect(code).to.equal(3);
    expect(await network().read(`transaction show ${file}`)).to.match(/^signed +no$/m);
    expect((await network().run(`transaction sign ${file} --yes`, orgAdmin)).code).to.equal(0);
    expect((await network().run(`transaction send ${file} --yes`)).code).to.equal(0);
    expect(await network().read("role list --org ORG1")).to.match(/REMOTE +call +active/);
  });

  it("import: what a file names is added, and what is there is left alone", async () => {
    const { orgAdmin } = network().people;
    const file = path.join(network().directory, "import.json");
    const roles = ["REMOTE", "IMPORTED"].map((role) => ({ org: "ORG1", role, access: "call" }));
    writeFileSync(file, JSON.stringify({ roles }));
    const { code, stdout, stderr } = await network().run(`import ${file} --yes`, orgAdmin);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^there .*REMOTE[^]*^added .*IMPORTED/m);
  });
};
