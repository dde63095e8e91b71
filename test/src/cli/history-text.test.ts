import { expect } from "chai";
import type { HistoryEntry } from "../../../src/audit/history/history-entry.js";
import { showEntry } from "../../../src/cli/show/history-text.js";
import { PEOPLE } from "../../helpers/in-process-network.js";

const { guardian } = PEOPLE;

/** What stands above the changes of an entry, without its time and its block. */
function titleOf(called: string | null, who: string | null): string | undefined {
  const entry: HistoryEntry = {
    block: 7,
    time: "2026-11-21T10:02:11.000Z",
    transaction: `0x${"12".repeat(32)}`,
    who,
    function: called,
    changes: [],
  };
  return showEntry(entry).text.split("\n")[0]?.replace("2026-11-21 10:02:11 UTC  block 7  ", "");
}

describe("an entry of the history, for people", () => {
  it("says what was called, and by whom", () => {
    expect(titleOf("addOrg", guardian)).to.equal(`addOrg by ${guardian}`);
  });

  it("says that a contract was created, and no more where nothing tells by whom", () => {
    expect(titleOf("constructor", guardian)).to.equal(`creation of a contract by ${guardian}`);
    expect(titleOf("constructor", null)).to.equal("creation of a contract");
  });
});
