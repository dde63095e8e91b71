import { expect } from "chai";
import { ofNetworkAdmins, ofOrganisations, type Policy } from "../../../src/model/policy.js";
import { parsePolicyFile } from "../../../src/network/policy-file.js";
import { policyText } from "../../../src/network/policy-text.js";
import { textAtHand } from "../../../src/util/text-source.js";

const MAJORITY = ofOrganisations({ kind: "majority", count: 0, outOf: 0 });

describe("The text of policies", () => {
  it("is read as the policies that it was made of", () => {
    const fraction: Policy = { ...MAJORITY, kind: "fraction", count: 2, outOf: 3, orgs: ["no", "1e3"] };
    const policies: Parameters<typeof policyText>[0] = [
      { operation: "add-org", policy: { ...MAJORITY, roles: ["any admin", "TRADER"] } },
      { operation: "release", policy: { ...fraction, delay: 36 * 60 * 60 } },
      { operation: "change-node", policy: { ...fraction, delay: 60, veto: { by: ["ORG1"], count: 1, outOf: 2 } } },
      { operation: "resolve", policy: ofNetworkAdmins({ kind: "count", count: 2, outOf: 0 }) },
      { operation: "recover-node", policy: ofNetworkAdmins({ kind: "forbidden", count: 0, outOf: 0 }) },
      { operation: "move-node", policy: { ...MAJORITY, kind: "self", roles: ["any admin"] } },
    ];
    const read = parsePolicyFile(textAtHand("policies.yaml", policyText(policies))).policies;
    expect(read.map(({ operation, policy }) => ({ operation, policy }))).to.deep.equal(policies);
  });

  it("names operations together that are decided alike", () => {
    const policies = (["add-org", "suspend-org"] as const).map((operation) => ({ operation, policy: MAJORITY }));
    expect(policyText(policies)).to.equal("policies:\n  - operations: [add-org, suspend-org]\n    rule: majority\n");
  });
});
