import { expect } from "chai";
import type { Person } from "../people.js";
import type { Consortium } from "../consortium.js";
import { accountStatus } from "./records.js";
import { refusedBy, send } from "./transactions.js";

/** A right that is to end while its account is sending. */
export function traffic(consortium: () => Consortium): void {
  it("a suspension is not sent while the account is sending, is sent once it is silent, and all nodes go on", async () => {
    const { orgAdmin, clerk } = consortium();
    const suspend = ["account", "suspend", clerk.address, ...everyNode()];
    const sending = sendSteadily(clerk, orgAdmin.address);
    const refusal = await consortium()
      .refusal(orgAdmin, ...suspend)
      .finally(sending.end);
    expect(refusal).to.match(new RegExp(`would lose a right while they are sending\\.\n {2}${clerk.address}: nonce`));

    await consortium().act(orgAdmin, ...suspend, "--when-quiet", "--within", "120");
    await consortium().holds(accountStatus(clerk), "suspended");
    expect(await refusedBy(send(clerk, { to: orgAdmin.address }))).to.match(/account does not have permission/);
    expect(await states()).to.deep.equal(consortium().nodes.nodes.map(() => "same"));

    await consortium().act(orgAdmin, "account", "activate", clerk.address);
    await consortium().holds(accountStatus(clerk), "active");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  const everyNode = (): string[] => ["--node-url", ...consortium().nodes.nodes.map(({ url }) => url)];

  /** Where the nodes stand among each other. */
  async function states(): Promise<string[]> {
    const printed = await consortium().read(consortium().admin1, "status", "--json", ...everyNode());
    return (JSON.parse(printed) as { nodeHeads: { state: string }[] }).nodeHeads.map(({ state }) => state);
  }
}

/** Sends one transaction after the other, each once a block has the one before. */
function sendSteadily(who: Person, to: string): { end: () => Promise<void> } {
  let ended = false;
  const run = async (): Promise<void> => {
    while (!ended) await send(who, { to });
  };
  const running = run();
  return {
    end: () => {
      ended = true;
      return running;
    },
  };
}
