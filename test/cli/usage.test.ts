import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getAddress } from "ethers";
import { refuseAll, SECRETS, sendNothing } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";

const NODE = enodeUrl("c3", 21_012);
const ADDRESS = getAddress(`0x${"ab".repeat(20)}`);
const WRONG_CHECKSUM = `0x${ADDRESS.slice(2).replace(/[a-f]/, (letter) => letter.toUpperCase())}`;

describe("the commands, called wrongly", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });

  after(() => network.stop());

  sendNothing(() => network);

  it("for an address that is none", () =>
    refuseAll(network, 2, [
      [`account show ${WRONG_CHECKSUM}`, `account: "${WRONG_CHECKSUM}" has a wrong checksum.`],
      ["account show 0x12", 'account: "0x12" is not an address.'],
      [`account show 0x${"0".repeat(40)}`, "account: The zero address is not an account."],
      [`org propose ORG3 --node ${NODE} --admin ADMIN`, '--admin: "ADMIN" is not an address.'],
      ["proposal close 2 --from 0x12", '--from: "0x12" is not an address.'],
      ["proposal close 2", '--from: "0x12" is not an address.', { PORTCULLIS_FROM: "0x12" }],
    ]));

  it("for an enode URL that is none", () =>
    refuseAll(network, 2, [
      ["node add ORG1 enode://b23b@10.0.0.1:21000", "node: The enode id has 4 characters; it must be 128 hex digits."],
      [`node add ORG1 enode://${enodeIdOf("c3")}@10.0.0.1`, "node: The enode URL names no port."],
      [`can connect enode://${enodeIdOf("c3")}@999.0.0.1:1`, /^node: "999\.0\.0\.1" is neither an IP address nor a /],
      ["node move http://10.0.0.1", 'node: "http://10.0.0.1" is not an enode URL.'],
      [
        `node move ${enodeIdOf("c3").slice(0, 8)}`,
        /^node: "\w{8}" names a node, and not its new address\.\n.* node show /,
      ],
      [`org add-sub ORG1 SUB1 --node ${enodeIdOf("c3")}`, /^--node: "\w+" is not an enode URL\.\n {2}Write enode:/],
    ]));

  it("for a number that is none, and for numbers that a rule does not take", () =>
    refuseAll(network, 2, [
      ["proposal approve two", 'id: "two" is not a number.'],
      ["proposal show 1.5", 'id: "1.5" is not a number.'],
      ["rule set add-org count --count -1", '--count: "-1" is not a number.'],
      [`rule set add-org count ${as(network.people.admin1)}`, "The rule count takes --count alone."],
      [
        `rule set add-org fraction --count 2 ${as(network.people.admin1)}`,
        "The rule fraction takes --count and --out-of.",
      ],
      [`rule set add-org fraction --count 3 --out-of 2 ${as(network.people.admin1)}`, "3 of 2 is more than all."],
      [`rule set add-org count --count 0 ${as(network.people.admin1)}`, "No votes at all are no rule."],
      [
        `rule set add-org count --count 9 ${as(network.people.admin1)}`,
        /^Never 9 votes: there are \d network admins\.\n/,
      ],
      [
        `rule set add-org all --count 2 ${as(network.people.admin1)}`,
        "The rule all takes neither --count nor --out-of.",
      ],
    ]));

  it("for a value that no network file can have, at the option that has it", () => {
    const nodes = path.join(network.directory, "static-nodes.json");
    writeFileSync(nodes, JSON.stringify([NODE]));
    const init = `init ${nodes} --out ${path.join(network.directory, "new.yaml")}`;
    return refuseAll(network, 2, [
      [`${init} --admin-org A.B`, '--admin-org cannot be "A.B".'],
      [`${init} --sub-org-depth 40`, "--sub-org-depth cannot be 40."],
      [`${init} --accounts ${ADDRESS} ${ADDRESS}`, `--accounts: It names the account ${ADDRESS} twice.`],
      [`${init} --network-admin-role X --org-admin-role X`, "--org-admin-role: Both admin roles have the same name."],
    ]);
  });

  it("for a sub-organisation that is named with its parent", () =>
    refuseAll(network, 2, [[`org add-sub ORG1 ORG1.SALES2 ${as(network.people.admin1)}`, "Give SALES2 alone."]]));

  it("where no network is named, or by something that is no address of a node", () =>
    refuseAll(network, 2, [
      ["org list", "No network is named.", { PORTCULLIS_NETWORK: undefined }],
      ["org list --network nowhere", "--network: The node's address is neither a URL nor the path of an IPC socket."],
      [
        "org list --network localhost:22000",
        "--network: The node's address is neither a URL nor the path of an IPC socket.",
      ],
      [
        `org list --network admin:${SECRETS.password}@host`,
        "--network: The node's address is neither a URL nor the path of an IPC socket.",
      ],
    ]));

  it("where it is not clear who signs", () =>
    refuseAll(network, 2, [
      ["proposal approve 2 --yes", "The node has several accounts, and none is named."],
      ["inbox", "The node has several accounts, and none is named."],
      [
        `proposal approve 2 --from ${network.people.admin1.address} --yes`,
        /^PORTCULLIS_PRIVATE_KEY holds the key of 0x\w{40}, not of 0x\w{40}\.\n {2}Correct one of them, or leave it out\.$/m,
        network.people.orgAdmin.environment,
      ],
    ]));

  it("if no one is there to confirm it", async () => {
    const { code, stdout, stderr } = await network.run("setting set ip-check off", network.people.admin2);
    expect([code, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(
      /^Propose the setting ip-check off\.\n {2}as .*\n {2}on .*\n {2}gas .*\nNo one is there to confirm it\.\n {2}Add --yes /,
    );
  });

  it("for a word that is none of a choice, with the one that may be meant, or all of them", () =>
    refuseAll(network, 2, [
      [
        "role add ORG1 CLERK --access most",
        /^--access: "most" is none of the words for it\.\n {2}Write one of these: read-only, transfer, /,
      ],
      ["role add ORG1 CLERK --access trasfer", /^--access: "trasfer" is none .*\n {2}Did you mean transfer\?$/m],
      ["rule set addorg all", /^operation: "addorg" is none .*\n {2}Did you mean add-org\?$/m],
      ["rule set add-org al", /^kind: "al" is none of the words for it\./],
      ["setting set ipcheck off", /^setting: "ipcheck" is none .*\n {2}Did you mean ip-check\?$/m],
      ["policy show suspendorg", /^operation: .*\n {2}Did you mean suspend-org\?$/m],
      [`can send ${ADDRESS} deplyo`, /^kind: .*\n {2}Did you mean deploy\?$/m],
      ["org list --status suspnded", /^--status: .*\n {2}Did you mean suspended\?$/m],
    ]));

  it("for words, options and arguments that do not exist or are missing, with an example", async () => {
    const rows: [line: string, why: RegExp][] = [
      ["proposal approve", /^error: missing required argument 'id'\n {2}For example: portcullis proposal approve 7\n/],
      ["proposal approve 2 3", /^error: too many arguments for 'approve'/],
      ["proposal list --al", /^error: unknown option '--al'\n\(Did you mean --all\?\)\n/],
      ["role add ORG1 CLERK", /^error: required option '--access <word>' not specified\n/],
      ["setting set ip-check maybe", /value: "maybe" is not a value of a setting\.\n.*Write on or off;/],
      ["setting set node-limit 0", /value: "0" is not a value of a setting\./],
      ["setting set node-limit 32768", /value: "32768" is not a value of a setting\./],
      ["org lst", /^error: unknown command 'lst'\n\(Did you mean portcullis org list\?\)\n/],
      ["orgs list", /^error: unknown command 'orgs'\n\(Did you mean portcullis org\?\)\n/],
    ];
    const outcomes = await Promise.all(rows.map(([line]) => network.run(line)));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      const [line, why = /^$/] = rows[index] ?? [];
      expect(stderr, line).to.match(why);
      expect([code, stdout], line).to.deep.equal([2, ""]);
    }
  });
});
