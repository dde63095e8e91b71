import { expect } from "chai";
import { callsOf, undated } from "../../../src/audit/history/history-entry.js";
import { eventReader } from "../../../src/audit/history/events.js";
import type { RawLog } from "../../../src/audit/history/logs.js";
import { CONTRACT_NAMES, INTERFACES } from "../../../src/model/contracts.js";
import type { SuiteAddresses } from "../../../src/model/contracts.js";
import { PEOPLE } from "../../helpers/in-process-network.js";

const abi = INTERFACES.PermissionsInterface.createInterface();

const ADDRESS = "0xface";
const elsewhere = Object.fromEntries(CONTRACT_NAMES.map((name) => [name, "0xe15e"]));
const read = eventReader({ ...elsewhere, PermissionsInterface: ADDRESS } as SuiteAddresses);

/** A log of a call, in the transaction with this hash. */
function called(selector: string, transactionHash: string, address = ADDRESS): RawLog {
  const { topics, data } = abi.encodeEventLog("Action", [PEOPLE.admin, selector]);
  return { topics, data, address, blockNumber: BigInt("0x5"), transactionHash };
}

describe("calls", () => {
  const { selector } = abi.getFunction("addNode");

  it("that a contract makes in one transaction are an entry each", () => {
    const calls = callsOf([called(selector, "0x01"), called("0x12345678", "0x01"), called(selector, "0x02")], read);
    const entries = calls.map((call) => undated(call, new Map(), calls));
    expect(entries.map((entry) => [entry.transaction, entry.function])).to.deep.equal([
      ["0x01", "addNode"],
      ["0x01", "0x12345678"],
      ["0x02", "addNode"],
    ]);
    expect(entries[0]).to.deep.include({ block: 5, who: PEOPLE.admin });
  });

  it("leave out logs that other contracts wrote", () => {
    expect(callsOf([called(selector, "0x01", "0xe15e"), called(selector, "0x01", "0x0123")], read)).to.deep.equal([]);
  });
});
