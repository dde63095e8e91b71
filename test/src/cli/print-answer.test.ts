import { expect } from "chai";
import { printAnswer } from "../../../src/cli/json/print-answer.js";
import { readCommand } from "../../../src/cli/read-command.js";
import type { Org } from "../../../src/model/records.js";

type LargerOrg = Org & { more: number };
type SmallerOrg = Omit<Org, "level">;

/** Never run: the compiler complains of each, and would complain of a comment that expects it in vain. */
const MISTAKES = [
  (orgs: LargerOrg[]) => {
    // @ts-expect-error A field that the schema lacks.
    printAnswer("org list", orgs);
  },
  (orgs: SmallerOrg[]) => {
    // @ts-expect-error A field is missing.
    printAnswer("org list", orgs);
  },
  (orgs: Org[]) => {
    // @ts-expect-error The answer of another command.
    printAnswer("node list", orgs);
  },
  (orgs: Org[]) => {
    // @ts-expect-error No command that has --json.
    printAnswer("init", orgs);
  },
  (org: Org, subOrgs: LargerOrg[]) => {
    // @ts-expect-error A field that the schema lacks, further down.
    printAnswer("org show", { org, subOrgs, roles: [], accounts: [], nodes: [] });
  },
  (orgs: LargerOrg[]) => {
    const rest = { name: "org list", does: "", examples: [], show: () => "" } as const;
    // @ts-expect-error The same for a command that reads.
    readCommand({ ...rest, read: () => Promise.resolve(orgs) });
  },
];

describe("What a command prints with --json", () => {
  it("does not compile when it is not what its schema says", () => {
    expect(MISTAKES).to.have.length(6);
  });
});
